-- The last exact point of each series on or before the settled day, from the tails of the base version and the days settled since; and
-- whether it is open: it may turn out to be in a dip (exactly for rebuilt products, of which every point is read, else out of caution), or
-- derived totals follow it. Where totals are rounded, tails say nothing, as such products are always rebuilt.

INSERT INTO {state:Identifier}.product_tail (version, product_id, units, gmv, price, open)
SELECT
    {version:UInt32},
    product_id,
    arraySlice(arraySort(arrayFlatten(groupArray(units))), -1) AS units_tail,
    arraySlice(arraySort(arrayFlatten(groupArray(gmv))), -1) AS gmv_tail,
    arraySlice(arraySort(arrayFlatten(groupArray(price))), -1),
    max(is_open)
        OR vitrineMayHaveFallen(units_tail, max(units_most)) OR vitrineMayHaveFallen(gmv_tail, max(gmv_most))
        OR vitrineIsFollowed(units_tail, max(units_derived)) OR vitrineIsFollowed(gmv_tail, max(gmv_derived))
FROM
(
    SELECT product_id, units, gmv, price, units[1].2 AS units_most, gmv[1].2 AS gmv_most, open AS is_open, 0 AS units_derived, 0 AS gmv_derived
    FROM {state:Identifier}.product_tail
    WHERE version = {base:UInt32}
      AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = 1)
    UNION ALL
    WITH
        (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency) AS counts,
        vitrineCents(total_sale_gmv_amt) AS cents
    SELECT
        product_id,
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, total_sale_cnt), grade = 0)),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, cents), counts AND grade = 0)),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, price_cents), counts)),
        ifNull(maxIf(total_sale_cnt, grade = 0), 0),
        ifNull(maxIf(cents, counts AND grade = 0), 0),
        0,
        maxIf(toInt32(toDate(observed_at)), grade = 2 AND isNotNull(total_sale_cnt)),
        maxIf(toInt32(toDate(observed_at)), grade = 2 AND counts AND isNotNull(cents))
    FROM landing_product
    WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = 1)
    GROUP BY product_id
    UNION ALL
    SELECT
        product_id, arraySlice(units_points, -1), arraySlice(gmv_points, -1), arraySlice(price_points, -1), 0, 0,
        vitrineMayBeDip(units_points) OR vitrineMayBeDip(gmv_points), units_derived, gmv_derived
    FROM
    (
        WITH
            toUnixTimestamp64Milli(observed_at) AS at,
            (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency) AS counts,
            isNotNull(total_sale_cnt) AS has_units,
            counts AND isNotNull(total_sale_gmv_amt) AS has_gmv
        SELECT
            product_id,
            vitrinePoints(vitrineSightings(at, assumeNotNull(total_sale_cnt), has_units AND grade = 0)) AS units_points,
            vitrinePoints(vitrineSightings(at, vitrineCents(assumeNotNull(total_sale_gmv_amt)), has_gmv AND grade = 0)) AS gmv_points,
            vitrinePoints(vitrineSightings(at, assumeNotNull(price_cents), counts AND isNotNull(price_cents))) AS price_points,
            maxIf(toInt32(toDate(observed_at)), has_units AND grade = 2) AS units_derived,
            maxIf(toInt32(toDate(observed_at)), has_gmv AND grade = 2) AS gmv_derived
        FROM landing_product
        WHERE out_of_bounds = '' AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND product_id IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = 1)
        GROUP BY product_id
    )
)
GROUP BY product_id
SETTINGS optimize_on_insert = 0;
