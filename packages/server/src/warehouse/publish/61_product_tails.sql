-- The last point of each series on or before the settled day, from the tails of the base version and the days settled since.

INSERT INTO {state:Identifier}.product_tail (version, product_id, units, gmv, price)
SELECT
    {version:UInt32},
    product_id,
    arraySlice(arraySort(arrayFlatten(groupArray(units))), -1),
    arraySlice(arraySort(arrayFlatten(groupArray(gmv))), -1),
    arraySlice(arraySort(arrayFlatten(groupArray(price))), -1)
FROM
(
    SELECT product_id, units, gmv, price
    FROM {state:Identifier}.product_tail
    WHERE version = {base:UInt32}
      AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE late = 1)
    UNION ALL
    WITH (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency) AS counts
    SELECT
        product_id,
        vitrineStampPoint(max(vitrineStamp(observed_at, total_sale_cnt))),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, vitrineCents(total_sale_gmv_amt)), counts)),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, price_cents), counts))
    FROM landing_product
    WHERE observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE late = 1)
    GROUP BY product_id
    UNION ALL
    WITH (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency) AS counts
    SELECT
        product_id,
        vitrineStampPoint(max(vitrineStamp(observed_at, total_sale_cnt))),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, vitrineCents(total_sale_gmv_amt)), counts)),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, price_cents), counts))
    FROM landing_product
    WHERE observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND product_id IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE late = 1)
    GROUP BY product_id
)
GROUP BY product_id
SETTINGS optimize_on_insert = 0;
