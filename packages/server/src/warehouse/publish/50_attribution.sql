-- Who sold it (docs/estimates.md section 6), for a span of days, 64 at most, and one bucket of products. The estimator is this file:
-- another one need only keep its promise that the shares of a product and day never exceed the product's units and GMV.

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.attribution (product_id, day, kind, source_id, version, units, gmv)
SELECT product_id, day, kind, source_id, {version:UInt32}, -sum(units), -sum(gmv)
FROM {state:Identifier}.attribution
WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
  AND (day, product_id) IN (
      SELECT day, product_id FROM {state:Identifier}.touched_cell
      WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}))
GROUP BY product_id, day, kind, source_id
HAVING sum(units) != 0 OR sum(gmv) != 0;

INSERT INTO {state:Identifier}.attribution (product_id, day, kind, source_id, version, units, gmv)
WITH
    -- A day without units and GMV has nothing to split, and most products sell on few days: what a product sells on is known
    -- before its sources are looked at, as a bit a day.
    total AS
    (
        SELECT product_id, day, sum(units + known_units) AS total_units, sum(gmv + known_gmv) AS total_gmv
        FROM {state:Identifier}.product_day
        WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
          AND ({base:UInt32} = 0
            OR (day, product_id) IN (
                SELECT day, product_id FROM {state:Identifier}.touched_cell
                WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})))
        GROUP BY product_id, day
        HAVING total_units != 0 OR total_gmv != 0
    ),
    selling AS
    (
        SELECT product_id, groupBitOr(bitShiftLeft(toUInt64(1), day - toDate({first_day:Int32}))) AS days FROM total GROUP BY product_id
    ),
    traffic AS
    (
        SELECT link.product_id AS product_id, moved.day AS day, moved.kind AS kind, moved.source_id AS source_id,
            link.has_own AS has_own, bitShiftLeft(toInt256(moved.grown), 128) AS change
        FROM {state:Identifier}.source_day AS moved
        INNER JOIN
        (
            SELECT product_id, kind, source_id, days, (kind, source_id) IN (SELECT kind, source_id FROM own) AS has_own
            FROM {state:Identifier}.link INNER JOIN selling USING (product_id)
        ) AS link ON link.kind = moved.kind AND link.source_id = moved.source_id
        WHERE moved.day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
          AND bitTest(link.days, moved.day - toDate({first_day:Int32}))
    ),
    own AS
    (
        SELECT product_id, day, kind, source_id,
            if(sum(sale_known) > 0,
               bitShiftLeft(toInt256(1 + sum(sale_units)), 64) + toInt256(1 + sum(sale_gmv)),
               bitShiftLeft(toInt256(sum(known + units)), 64) + toInt256(sum(gmv_known + gmv))) AS change
        FROM {state:Identifier}.stated_day
        INNER JOIN selling USING (product_id)
        WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
          AND bitTest(days, day - toDate({first_day:Int32}))
        GROUP BY product_id, day, kind, source_id
    ),
    cell AS
    (
        -- A source in one number that sorts in the order of ties: its id, 1 bit for a live, 63 bits of views, then its own units and
        -- its own GMV, each plus 1 and 0 when not known.
        SELECT
            product_id,
            day,
            groupArrayIf(bitShiftLeft(toUInt256(source_id), 192) + bitShiftLeft(toUInt256(kind - 1), 191) + toUInt256(day_sum), kind != 0) AS packed,
            sumIf(toUInt256(day_sum), kind = 0) AS store
        FROM
        (
            -- Adding up is dear, and a first publish has one row for each source and day: only those with sales of their own need it.
            SELECT product_id, day, kind, source_id, change AS day_sum
            FROM traffic
            WHERE {base:UInt32} = 0 AND NOT has_own
            UNION ALL
            SELECT product_id, day, kind, source_id, sum(change) AS day_sum
            FROM
            (
                SELECT product_id, day, kind, source_id, change FROM traffic WHERE {base:UInt32} > 0 OR has_own
                UNION ALL
                SELECT * FROM own
            )
            GROUP BY product_id, day, kind, source_id
            HAVING day_sum > 0
        )
        GROUP BY product_id, day
    ),
    -- From here on each stage is a query of its own: the engine writes out what is named in the same query wherever it is used, and
    -- took a third of a second to read what came of it. One element a source, in the order of ties.
    seen AS
    (
        SELECT product_id, day, toInt128(total_units) AS u, toInt128(total_gmv) AS g,
            arraySort(packed) AS s,
            arrayMap(x -> toInt128(toUInt64(bitShiftRight(x, 64))) - 1, s) AS own_units_seen,
            arrayMap(x -> toInt128(toUInt64(x)) - 1, s) AS own_gmv_seen,
            greatest(toInt128(toUInt64(bitShiftRight(store, 64))) - 1, 0) AS store_units,
            greatest(toInt128(toUInt64(store)) - 1, 0) AS store_gmv
        FROM cell
        INNER JOIN total USING (product_id, day)
    ),
    weighed AS
    (
        SELECT product_id, day, u, g, s, store_units, store_gmv,
            arrayMap(units -> greatest(units, 0), own_units_seen) AS own_units,
            arrayMap((x, units) -> if(units >= 0, 0, toInt128(bitAnd(bitShiftRight(x, 128), 9223372036854775807))
                * if(bitTest(toUInt64(bitShiftRight(x, 128)), 63), {live_weight:UInt32}, {video_weight:UInt32})), s, own_units_seen) AS weights,
            arrayMap((units, gmv) -> units >= 0 AND gmv >= 0, own_units_seen, own_gmv_seen) AS gmv_is_own,
            arrayMap((is_own, gmv) -> if(is_own, gmv, 0), gmv_is_own, own_gmv_seen) AS own_gmv
        FROM seen
    ),
    summed AS
    (
        SELECT *, arraySum(weights) AS all_weight, arraySum(own_units) + store_units AS own_sum, own_sum > u AS own_is_all,
            arraySum(own_gmv) + store_gmv AS own_gmv_sum, own_gmv_sum > g AS own_gmv_is_all
        FROM weighed
    ),
    -- What is split, and over which weights: all of it over what is known, or the rest over traffic and storefront, which comes last. What
    -- the storefront is known to have sold is taken first too.
    units_weighed AS
    (
        SELECT *, if(own_is_all, u, u - own_sum) AS units_left, arrayPushBack(
            arrayMap((own, weight) -> if(own_is_all, own, weight * {source_part:UInt32}), own_units, weights),
            multiIf(own_is_all, store_units, all_weight = 0, toInt128(1), all_weight * {storefront_part:UInt32})) AS units_weights
        FROM summed
    ),
    units_split AS
    (
        SELECT *, vitrineShares(units_left, units_weights) AS split_units FROM units_weighed
    ),
    units_shared AS
    (
        SELECT *, arrayMap((share, own) -> share + if(own_is_all, 0, toInt64(own)), arrayPopBack(split_units), own_units) AS units_shares
        FROM units_split
    ),
    gmv_weighed AS
    (
        SELECT *, if(own_gmv_is_all, g, g - own_gmv_sum) AS gmv_left, arrayPushBack(
            arrayMap((own, is_own, units) -> multiIf(own_gmv_is_all, own, is_own, toInt128(0), toInt128(units)), own_gmv, gmv_is_own, units_shares),
            multiIf(own_gmv_is_all, store_gmv, own_is_all, toInt128(0), toInt128(split_units[-1]))) AS gmv_weights
        FROM units_shared
    ),
    gmv_split AS
    (
        SELECT *, vitrineProportions(gmv_left, gmv_weights) AS split_gmv FROM gmv_weighed
    ),
    shared AS
    (
        SELECT product_id, day, s, units_shares,
            arrayMap((share, own) -> share + if(own_gmv_is_all, 0, toInt64(own)), arrayPopBack(split_gmv), own_gmv) AS gmv_shares
        FROM gmv_split
    )
SELECT product_id, day, bitTest(toUInt64(bitShiftRight(share.1, 128)), 63) + 1, toUInt64(bitShiftRight(share.1, 192)), {version:UInt32}, share.2, share.3
FROM
(
    SELECT
        product_id,
        day,
        arrayJoin(arrayFilter(share -> share.2 != 0 OR share.3 != 0,
            arrayZip(s, units_shares, gmv_shares))) AS share
    FROM shared
)
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0, min_insert_block_size_rows = 8000000;

INSERT INTO {state:Identifier}.split_day (product_id, day, version, video_units, video_gmv, live_units, live_gmv)
SELECT product_id, day, {version:UInt32}, sumIf(units, kind = 1), sumIf(gmv, kind = 1), sumIf(units, kind = 2), sumIf(gmv, kind = 2)
FROM {state:Identifier}.attribution
WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
  AND version = {version:UInt32} AND product_id % {buckets:UInt32} = {bucket:UInt32}
GROUP BY product_id, day
SETTINGS optimize_aggregation_in_order = 1;
