-- The last point of each series on or before the settled day, from the tails of the base version and the days settled since; and whether
-- it may turn out to be in a dip: exactly for rebuilt products, of which every point is read, else out of caution.

INSERT INTO {state:Identifier}.product_tail (version, product_id, units, gmv, price, dip)
SELECT
    {version:UInt32},
    product_id,
    arraySlice(arraySort(arrayFlatten(groupArray(units))), -1) AS units_tail,
    arraySlice(arraySort(arrayFlatten(groupArray(gmv))), -1) AS gmv_tail,
    arraySlice(arraySort(arrayFlatten(groupArray(price))), -1),
    max(may_be_dip) OR vitrineMayHaveFallen(units_tail, max(units_most)) OR vitrineMayHaveFallen(gmv_tail, max(gmv_most))
FROM
(
    SELECT product_id, units, gmv, price, units[1].2 AS units_most, gmv[1].2 AS gmv_most, dip AS may_be_dip
    FROM {state:Identifier}.product_tail
    WHERE version = {base:UInt32}
      AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = 1)
    UNION ALL
    WITH
        (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency) AS counts,
        vitrineCents(total_sale_gmv_amt) AS cents
    SELECT
        product_id,
        vitrineStampPoint(max(vitrineStamp(observed_at, total_sale_cnt))),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, cents), counts)),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, price_cents), counts)),
        ifNull(max(total_sale_cnt), 0),
        ifNull(maxIf(cents, counts), 0),
        0
    FROM landing_product
    WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = 1)
    GROUP BY product_id
    UNION ALL
    SELECT
        product_id, arraySlice(units_points, -1), arraySlice(gmv_points, -1), arraySlice(price_points, -1), 0, 0,
        vitrineMayBeDip(units_points) OR vitrineMayBeDip(gmv_points)
    FROM
    (
        WITH
            toUnixTimestamp64Milli(observed_at) AS at,
            (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency) AS counts
        SELECT
            product_id,
            vitrinePoints(groupArrayIf((at, assumeNotNull(total_sale_cnt)), isNotNull(total_sale_cnt))) AS units_points,
            vitrinePoints(groupArrayIf((at, vitrineCents(assumeNotNull(total_sale_gmv_amt))), counts AND isNotNull(total_sale_gmv_amt))) AS gmv_points,
            vitrinePoints(groupArrayIf((at, assumeNotNull(price_cents)), counts AND isNotNull(price_cents))) AS price_points
        FROM landing_product
        WHERE out_of_bounds = '' AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND product_id IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = 1)
        GROUP BY product_id
    )
)
GROUP BY product_id
SETTINGS optimize_on_insert = 0;
