-- Who sold it (docs/estimates.md section 6), for a span of days, 64 at most, and one bucket of products. Units are split in thousandths;
-- the shares of a product and day never exceed its units and GMV.

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.attribution (product_id, day, kind, source_id, version, units, gmv, observed, stated, left_units)
SELECT product_id, day, kind, source_id, {version:UInt32}, -sum(units), -sum(gmv), -sum(observed), -sum(stated), -sum(left_units)
FROM {state:Identifier}.attribution
WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
  AND (day, product_id) IN (
      SELECT day, product_id FROM {state:Identifier}.touched_cell
      WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}))
GROUP BY product_id, day, kind, source_id
HAVING sum(units) != 0 OR sum(gmv) != 0 OR sum(left_units) != 0
SETTINGS optimize_on_insert = 0;

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.split_day (product_id, day, version, left_units)
SELECT product_id, day, {version:UInt32}, -sum(left_units)
FROM {state:Identifier}.split_day
WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
  AND (day, product_id) IN (
      SELECT day, product_id FROM {state:Identifier}.touched_cell
      WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}))
GROUP BY product_id, day
HAVING sum(left_units) != 0
SETTINGS optimize_on_insert = 0;

-- A day without units and GMV has nothing to split, and most products sell on few days: what a product sells on is known before its
-- sources are looked at.
INSERT INTO {state:Identifier}.splitting (first_day, product_id, day, units, gmv, storefront)
SELECT {first_day:Int32}, sold.product_id, day, sold.units, sold.gmv, storefront
FROM
(
    SELECT product_id, day, sum(product_day.units + known_units) AS units, sum(product_day.gmv + known_gmv) AS gmv
    FROM {state:Identifier}.product_day AS product_day
    WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
      AND ({base:UInt32} = 0
        OR (day, product_id) IN (
            SELECT day, product_id FROM {state:Identifier}.touched_cell
            WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})))
    GROUP BY product_id, day
    HAVING units != 0 OR gmv != 0
) AS sold
LEFT JOIN
(
    SELECT product_id, week, storefront
    FROM {state:Identifier}.learned
    WHERE {learned:UInt8} = 1 AND version = {version:UInt32} AND week BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
) AS learned ON learned.product_id = sold.product_id AND learned.week = toMonday(sold.day);

INSERT INTO {state:Identifier}.attribution (product_id, day, kind, source_id, version, units, gmv, observed, stated, left_units)
WITH
    total AS
    (
        SELECT product_id, day, units AS total_units, gmv AS total_gmv, storefront
        FROM {state:Identifier}.splitting
        WHERE first_day = {first_day:Int32} AND product_id % {buckets:UInt32} = {bucket:UInt32}
    ),
    -- The days of a product, a bit each.
    selling AS
    (
        SELECT product_id, groupBitOr(bitShiftLeft(toUInt64(1), day - toDate({first_day:Int32}))) AS days FROM total GROUP BY product_id
    ),
    -- What each link sells for its traffic: what was learned in the week, or without that the same for all, each day by itself.
    rated AS
    (
        SELECT product_id, toDate(0) AS week, kind, source_id, toFloat64(1) AS rate
        FROM {state:Identifier}.link
        WHERE {learned:UInt8} = 0
        UNION ALL
        SELECT product_id, week, source.2, source.1, source.3
        FROM
        (
            SELECT product_id, week, arrayJoin(arrayZip(sources.1, sources.2, rates)) AS source
            FROM {state:Identifier}.learned
            WHERE {learned:UInt8} = 1 AND version = {version:UInt32} AND notEmpty(rates)
              AND week BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND product_id IN (SELECT product_id FROM selling)
        )
    ),
    traffic AS
    (
        SELECT link.product_id AS product_id, moved.day AS day, moved.kind AS kind, moved.source_id AS source_id,
            link.has_own AS has_own, link.rate AS rate, bitShiftLeft(toInt256(moved.grown), 128) AS change
        FROM {state:Identifier}.source_day AS moved
        INNER JOIN
        (
            SELECT product_id, week, kind, source_id, rate, days, (kind, source_id) IN (SELECT kind, source_id FROM own) AS has_own
            FROM rated INNER JOIN selling USING (product_id)
        ) AS link
            ON link.kind = moved.kind AND link.source_id = moved.source_id
            AND link.week = if({learned:UInt8} = 1, toMonday(moved.day), toDate(0))
        WHERE moved.day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
          AND bitTest(link.days, moved.day - toDate({first_day:Int32}))
    ),
    own AS
    (
        SELECT product_id, day, kind, source_id,
            if(sum(sale_known) > 0,
               bitShiftLeft(toInt256(1), 200) + bitShiftLeft(toInt256(1 + sum(sale_units)), 64) + toInt256(1 + sum(sale_gmv)),
               bitShiftLeft(toInt256(sum(known + units)), 64) + toInt256(sum(gmv_known + gmv))) AS change
        FROM {state:Identifier}.stated_day
        INNER JOIN selling USING (product_id)
        WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
          AND bitTest(days, day - toDate({first_day:Int32}))
        GROUP BY product_id, day, kind, source_id
    ),
    cell AS
    (
        -- A source in one number that sorts in the order of ties: its id, 1 bit for a live, the 63 bits of its weight, or where its units are
        -- known, whether by records of sales (bit 200 of what was added up); then its own units and GMV, each plus 1 and 0 when not known.
        SELECT
            product_id,
            day,
            groupArrayIf(
                bitShiftLeft(toUInt256(source_id), 192) + bitShiftLeft(toUInt256(kind - 1), 191)
                    + bitShiftLeft(toUInt256(if(toUInt64(bitShiftRight(day_sum, 64)) > 0,
                        toUInt64(bitShiftRight(day_sum, 200)),
                        reinterpretAsUInt64(toFloat64(toInt64(bitShiftRight(day_sum, 128)))
                            * if(kind = 2, {live_weight:Float64}, {video_weight:Float64}) * rate))), 128)
                    + toUInt256(toUInt128(day_sum)),
                kind != 0) AS packed,
            sumIf(toUInt256(day_sum), kind = 0) AS store
        FROM
        (
            -- Adding up is dear, and a first publish has one row for each source and day: only those with sales of their own need it.
            SELECT product_id, day, kind, source_id, rate, change AS day_sum
            FROM traffic
            WHERE {base:UInt32} = 0 AND NOT has_own
            UNION ALL
            SELECT product_id, day, kind, source_id, max(rate), sum(change) AS day_sum
            FROM
            (
                SELECT product_id, day, kind, source_id, rate, change FROM traffic WHERE {base:UInt32} > 0 OR has_own
                UNION ALL
                SELECT product_id, day, kind, source_id, toFloat64(0), change FROM own
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
        SELECT product_id, day, toInt128(total_units) AS u, toInt128(total_gmv) AS g, storefront,
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
        SELECT product_id, day, u, g, storefront, s, store_units, store_gmv,
            arrayMap(units -> units >= 0, own_units_seen) AS is_known,
            arrayMap((x, known) -> known AND bitTest(toUInt64(bitShiftRight(x, 128)), 0), s, is_known) AS is_stated,
            arrayMap(units -> greatest(units, 0), own_units_seen) AS own_units,
            arrayMap(
                (x, units) -> if(units >= 0, 0, reinterpretAsFloat64(bitAnd(toUInt64(bitShiftRight(x, 128)), 9223372036854775807))),
                s, own_units_seen) AS weights,
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
    -- What is split, and over which weights: all of it over what is known, or the rest over traffic and storefront. What the storefront is
    -- known to have sold is taken first too.
    units_weighed AS
    (
        SELECT *, if(own_is_all, toInt128(0), u - own_sum) AS units_left,
            multiIf(
                storefront > 0, storefront,
                all_weight = 0, 1,
                all_weight * {storefront_share:Float64} / (1 - {storefront_share:Float64})) AS storefront_weight,
            arrayMap(weight -> weight * (toFloat64(units_left) / (all_weight + storefront_weight)), weights) AS parts
        FROM summed
    ),
    units_shared AS
    (
        SELECT *,
            vitrineThousandths(units_left, parts) AS estimated,
            1000 * units_left - arraySum(estimated) AS storefront_estimated,
            if(own_is_all, vitrineProportions(1000 * u, arrayPushBack(own_units, store_units)), []) AS known_shares,
            if(own_is_all, arrayPopBack(known_shares), arrayMap((share, own) -> share + 1000 * own, estimated, own_units)) AS units_shares
        FROM units_weighed
    ),
    gmv_weighed AS
    (
        SELECT *, if(own_gmv_is_all, g, g - own_gmv_sum) AS gmv_left, arrayPushBack(
            arrayMap((own, is_own, units) -> multiIf(own_gmv_is_all, own, is_own, toInt128(0), units), own_gmv, gmv_is_own, units_shares),
            if(own_gmv_is_all, store_gmv, storefront_estimated)) AS gmv_weights
        FROM units_shared
    ),
    gmv_split AS
    (
        SELECT *, vitrineProportions(gmv_left, gmv_weights) AS split_gmv FROM gmv_weighed
    ),
    shared AS
    (
        SELECT product_id, day, s, units_shares,
            arrayMap((share, own) -> share + if(own_gmv_is_all, toInt128(0), own), arrayPopBack(split_gmv), own_gmv) AS gmv_shares,
            arrayMap((share, known, stated) -> if(known AND NOT stated, share, toInt128(0)), units_shares, is_known, is_stated) AS observed_shares,
            arrayMap((share, stated) -> if(stated, share, toInt128(0)), units_shares, is_stated) AS stated_shares,
            arrayMap(known -> if(known, units_left, toInt128(0)), is_known) AS others_left
        FROM gmv_split
    )
SELECT
    product_id, day, bitTest(toUInt64(bitShiftRight(share.1, 128)), 63) + 1, toUInt64(bitShiftRight(share.1, 192)), {version:UInt32},
    share.2, share.3, share.4, share.5, share.6
FROM
(
    SELECT
        product_id,
        day,
        arrayJoin(arrayFilter(share -> share.2 != 0 OR share.3 != 0 OR share.6 != 0,
            arrayZip(s, units_shares, gmv_shares, observed_shares, stated_shares, others_left))) AS share
    FROM shared
)
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0, min_insert_block_size_rows = 8000000;

INSERT INTO {state:Identifier}.split_day (product_id, day, version, video_units, video_gmv, live_units, live_gmv)
SELECT product_id, day, {version:UInt32}, sumIf(units, kind = 1), sumIf(gmv, kind = 1), sumIf(units, kind = 2), sumIf(gmv, kind = 2)
FROM {state:Identifier}.attribution
WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
  AND version = {version:UInt32} AND product_id % {buckets:UInt32} = {bucket:UInt32}
GROUP BY product_id, day
SETTINGS optimize_aggregation_in_order = 1, optimize_on_insert = 0;

-- What nobody is known to have sold, also of days without any video or live.
INSERT INTO {state:Identifier}.split_day (product_id, day, version, left_units)
SELECT product_id, day, {version:UInt32}, toInt128(sold.units) - known.units AS left_over
FROM
(
    SELECT product_id, day, units
    FROM {state:Identifier}.splitting
    WHERE first_day = {first_day:Int32} AND product_id % {buckets:UInt32} = {bucket:UInt32}
) AS sold
LEFT JOIN
(
    SELECT product_id, day, sum(known_units) AS units
    FROM
    (
        SELECT product_id, day, toInt128(if(sum(sale_known) > 0, sum(sale_units), sum(stated_day.units))) AS known_units
        FROM {state:Identifier}.stated_day AS stated_day
        WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
          AND product_id IN (
              SELECT product_id FROM {state:Identifier}.splitting
              WHERE first_day = {first_day:Int32} AND product_id % {buckets:UInt32} = {bucket:UInt32})
        GROUP BY product_id, day, kind, source_id
    )
    GROUP BY product_id, day
) AS known USING (product_id, day)
WHERE left_over > 0
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0;
