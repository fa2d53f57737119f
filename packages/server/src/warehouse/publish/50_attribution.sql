-- Who sold it (docs/estimates.md section 6), for one week of days and one bucket of products. The estimator is this file: another
-- one need only keep its promise that the shares of a product and day never exceed the product's units and GMV.

INSERT INTO {state:Identifier}.attribution (product_id, day, kind, source_id, version, units, gmv)
SELECT product_id, day, kind, source_id, {version:UInt32}, -sum(units), -sum(gmv)
FROM {state:Identifier}.attribution
WHERE toMonday(day) = toDate({week:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
  AND (day, product_id) IN (SELECT day, product_id FROM {state:Identifier}.touched_cell WHERE toMonday(day) = toDate({week:Int32}))
GROUP BY product_id, day, kind, source_id
HAVING sum(units) != 0 OR sum(gmv) != 0;

INSERT INTO {state:Identifier}.attribution (product_id, day, kind, source_id, version, units, gmv)
WITH
    -- One element a source in the order of ties, and the storefront last.
    arraySort(sources) AS s,
    toInt128(total_units) AS u,
    toInt128(total_gmv) AS g,
    arrayMap(x -> if(x.4, 0, x.3), s) AS traffic,
    arraySum(traffic) AS all_traffic,
    arrayMap(x -> if(x.4, toInt128(x.5), 0), s) AS own_units,
    arraySum(own_units) AS own_sum,
    own_sum > u AS own_is_all,
    if(own_is_all,
       vitrineShares(u, arrayPushBack(own_units, toInt128(0))),
       arrayMap((share, own) -> share + toInt64(own),
           vitrineShares(u - own_sum, arrayPushBack(
               arrayMap(weight -> weight * {source_part:UInt32}, traffic),
               if(all_traffic = 0, toInt128(1), all_traffic * {storefront_part:UInt32}))),
           arrayPushBack(own_units, toInt128(0)))) AS units_shares,
    arrayPushBack(arrayMap(x -> x.4 AND x.6, s), 0) AS gmv_is_own,
    arrayPushBack(arrayMap(x -> if(x.4 AND x.6, toInt128(x.7), 0), s), toInt128(0)) AS own_gmv,
    arraySum(own_gmv) > g AS own_gmv_is_all,
    arrayMap((units, is_own) -> if(is_own, toInt128(0), toInt128(units)), units_shares, gmv_is_own) AS gmv_weights,
    if(own_gmv_is_all,
       vitrineProportions(g, own_gmv),
       arrayMap((share, own) -> share + toInt64(own), vitrineProportions(g - arraySum(own_gmv), gmv_weights), own_gmv)) AS gmv_shares
SELECT product_id, day, share.1, share.2, {version:UInt32}, share.3, share.4
FROM
(
    SELECT
        product_id,
        day,
        arrayJoin(arrayFilter(share -> share.3 != 0 OR share.4 != 0,
            arrayMap((x, units, gmv) -> (x.2, x.1, units, gmv), s, arrayPopBack(units_shares), arrayPopBack(gmv_shares)))) AS share
    FROM
    (
        SELECT
            product_id,
            day,
            groupArray((source_id, kind,
                toInt128(views) * if(kind = 1, {video_weight:UInt32}, {live_weight:UInt32}),
                known > 0, own_units_of_day, gmv_known > 0, own_gmv_of_day)) AS sources
        FROM
        (
            SELECT
                product_id, day, kind, source_id,
                sum(views) AS views, sum(known) AS known, sum(own_units) AS own_units_of_day,
                sum(gmv_known) AS gmv_known, sum(own_gmv) AS own_gmv_of_day
            FROM
            (
                SELECT
                    link.product_id AS product_id, traffic.day AS day, traffic.kind AS kind, traffic.source_id AS source_id,
                    traffic.views AS views, toInt64(0) AS known, toInt64(0) AS own_units, toInt64(0) AS gmv_known, toInt64(0) AS own_gmv
                FROM {state:Identifier}.source_day AS traffic
                INNER JOIN
                (
                    SELECT product_id, kind, source_id FROM {state:Identifier}.link WHERE product_id % {buckets:UInt32} = {bucket:UInt32}
                ) AS link ON link.kind = traffic.kind AND link.source_id = traffic.source_id
                WHERE toMonday(traffic.day) = toDate({week:Int32})
                UNION ALL
                SELECT product_id, day, kind, source_id, 0, known, units, gmv_known, gmv
                FROM {state:Identifier}.own_day
                WHERE toMonday(day) = toDate({week:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
            )
            WHERE {base:UInt32} = 0
               OR (day, product_id) IN (SELECT day, product_id FROM {state:Identifier}.touched_cell WHERE toMonday(day) = toDate({week:Int32}))
            GROUP BY product_id, day, kind, source_id
            HAVING views > 0 OR known > 0
        )
        GROUP BY product_id, day
    ) AS cell
    INNER JOIN
    (
        SELECT product_id, day, sum(units) AS total_units, sum(gmv) AS total_gmv
        FROM {state:Identifier}.product_day
        WHERE toMonday(day) = toDate({week:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
        GROUP BY product_id, day
        HAVING total_units != 0 OR total_gmv != 0
    ) AS total USING (product_id, day)
)
SETTINGS max_partitions_per_insert_block = 0;

INSERT INTO {state:Identifier}.split_day (product_id, day, version, video_units, video_gmv, live_units, live_gmv)
SELECT product_id, day, {version:UInt32}, sumIf(units, kind = 1), sumIf(gmv, kind = 1), sumIf(units, kind = 2), sumIf(gmv, kind = 2)
FROM {state:Identifier}.attribution
WHERE toMonday(day) = toDate({week:Int32}) AND version = {version:UInt32} AND product_id % {buckets:UInt32} = {bucket:UInt32}
GROUP BY product_id, day
SETTINGS optimize_aggregation_in_order = 1;
