-- Known sales (docs/estimates.md section 10), first part: which products have news of them, and the lines that count.
-- A product with sales is worked out from its first day; one whose videos and lives alone state theirs, after from_day.

-- where any: (SELECT product_id FROM {state:Identifier}.stated_sales UNION ALL SELECT product_id FROM {state:Identifier}.stated_day UNION ALL SELECT product_id FROM {state:Identifier}.sold_product)
INSERT INTO {state:Identifier}.touched_known (product_id, from_day, has_sales)
SELECT
    product_id,
    if(max(rebuild) OR product_id IN (SELECT product_id FROM {state:Identifier}.sold_product), -1, {rewrite_after:Int32}),
    product_id IN (SELECT product_id FROM {state:Identifier}.sold_product)
FROM
(
    SELECT product_id, 1 AS rebuild FROM {state:Identifier}.new_statement
    UNION ALL
    -- Those that other statements of the same sales name.
    SELECT ifNull(product_id, 0), 1
    FROM landing_sale
    WHERE out_of_bounds = '' AND observed_at < {until:DateTime64(3, 'UTC')} AND sale IN (SELECT sale FROM {state:Identifier}.new_statement)
    UNION ALL
    SELECT product_id, 1
    FROM {state:Identifier}.sku
    WHERE sku_id IN (
        SELECT ifNull(sku_id, 0) FROM landing_sale WHERE isNull(product_id) AND sale IN (SELECT sale FROM {state:Identifier}.new_statement))
    UNION ALL
    -- Where the total was observed on both sides, and the first price, may be news.
    SELECT product_id, rebuild OR empty(price)
    FROM {state:Identifier}.touched_product
    WHERE product_id IN (SELECT product_id FROM {state:Identifier}.stated_sales)
       OR product_id IN (SELECT product_id FROM {state:Identifier}.sold_product)
    UNION ALL
    SELECT product_id, (kind, source_id) IN (SELECT kind, source_id FROM {state:Identifier}.touched_source WHERE rebuild = 1)
    FROM {state:Identifier}.stated_day
    WHERE version = {version:UInt32}
)
WHERE product_id != 0
GROUP BY product_id;

-- After the first day and up to the last one, the growth of the product's own total stands. The last day of a total of which some sightings
-- are not exact is that of the last point that counts: a rounded total does not grow after its last change.
-- where any: {state:Identifier}.touched_known
INSERT INTO {state:Identifier}.coverage (product_id, units_first, units_last, gmv_first, gmv_last)
SELECT
    product_id,
    ifNull(vitrineFirstDay(seen.first_units), 0),
    if(graded.product_id != 0, graded.units_last, vitrineStampDay(seen.last_units)),
    ifNull(vitrineFirstDay(if(counted.product_id != 0, counted.first_gmv, seen.first_gmv)), 0),
    if(graded.product_id != 0, graded.gmv_last, vitrineStampDay(if(counted.product_id != 0, counted.total_sale_gmv_amt, seen.last_gmv)))
FROM
(
    SELECT
        product_id,
        min(attribute.first_units) AS first_units,
        max(attribute.total_sale_cnt) AS last_units,
        min(attribute.first_gmv) AS first_gmv,
        max(attribute.total_sale_gmv_amt) AS last_gmv
    FROM {state:Identifier}.product_attribute AS attribute
    WHERE product_id IN (SELECT product_id FROM {state:Identifier}.touched_known)
    GROUP BY product_id
) AS seen
LEFT JOIN {state:Identifier}.counted_amount AS counted USING (product_id)
LEFT JOIN
(
    SELECT
        product_id,
        vitrineCounted(units_exact, notEmpty(units_exact), units_others)[-1].1 AS units_last,
        vitrineCounted(gmv_exact, notEmpty(gmv_exact), gmv_others)[-1].1 AS gmv_last
    FROM
    (
        WITH
            toUnixTimestamp64Milli(observed_at) AS at,
            assumeNotNull(total_sale_cnt) AS total,
            vitrineCents(assumeNotNull(total_sale_gmv_amt)) AS cents,
            isNotNull(total_sale_cnt) AS has_units,
            (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency)
                AND isNotNull(total_sale_gmv_amt) AS has_gmv
        SELECT
            product_id,
            vitrinePoints(vitrineSightings(at, total, has_units AND grade = 0)) AS units_exact,
            groupArrayIf((at, total, grade), has_units AND grade > 0) AS units_others,
            vitrinePoints(vitrineSightings(at, cents, has_gmv AND grade = 0)) AS gmv_exact,
            groupArrayIf((at, cents, grade), has_gmv AND grade > 0) AS gmv_others
        FROM landing_product
        WHERE out_of_bounds = '' AND observed_at < {until:DateTime64(3, 'UTC')}
          AND product_id IN (SELECT product_id FROM {state:Identifier}.touched_known)
          AND product_id IN (SELECT product_id FROM {state:Identifier}.product_attribute WHERE rounded OR derived)
        GROUP BY product_id
    )
) AS graded USING (product_id);

-- Of each sale the last statement; of several of one moment the largest.
-- where any: {state:Identifier}.touched_known WHERE has_sales
INSERT INTO {state:Identifier}.sale_line (product_id, kind, source_id, first_day, last_day, is_measured, is_whole, units, gmv)
SELECT
    product_id,
    kind,
    source_id,
    first_day,
    last_day,
    basis = 'measured',
    basis = 'stated' AND kind = 0 AND channel = '',
    units,
    if(line.currency = own.currency, gmv, -1)
FROM
(
    SELECT
        if(last.1 != 0, last.1, named.product_id) AS product_id,
        multiIf(last.3 != 0, 1, last.4 != 0, 2, 0) AS kind,
        if(last.3 != 0, last.3, last.4) AS source_id,
        last.5 AS first_day, last.6 AS last_day, last.7 AS basis, last.8 AS channel, last.9 AS units, last.10 AS gmv, last.11 AS currency
    FROM
    (
        SELECT
            sale,
            argMax(
                (product, sku, video, live, first_day, last_day, basis, channel, units, gmv, currency),
                (observed_at, units, gmv, product, sku, video, live, first_day, last_day, basis, channel, currency)) AS last,
            if(last.1 = 0, last.2, 0) AS sku_id
        FROM
        (
            SELECT
                sale, observed_at, units, first_day, last_day,
                ifNull(vitrineCents(landing_sale.gmv), -1) AS gmv,
                ifNull(product_id, 0) AS product,
                ifNull(sku_id, 0) AS sku,
                ifNull(video_id, 0) AS video,
                ifNull(live_id, 0) AS live,
                toString(ifNull(landing_sale.basis, '')) AS basis,
                toString(ifNull(landing_sale.channel, '')) AS channel,
                toString(ifNull(landing_sale.currency, '')) AS currency
            FROM landing_sale
            WHERE out_of_bounds = '' AND observed_at < {until:DateTime64(3, 'UTC')}
              AND sale IN (
                  SELECT sale
                  FROM landing_sale
                  WHERE ifNull(product_id, 0) IN (SELECT product_id FROM {state:Identifier}.touched_known WHERE has_sales)
                     OR (isNull(product_id) AND ifNull(sku_id, 0) IN (
                        SELECT sku_id
                        FROM {state:Identifier}.sku
                        WHERE product_id IN (SELECT product_id FROM {state:Identifier}.touched_known WHERE has_sales))))
        )
        GROUP BY sale
    ) AS counting
    LEFT JOIN (SELECT sku_id, min(product_id) AS product_id FROM {state:Identifier}.sku GROUP BY sku_id) AS named USING (sku_id)
) AS line
LEFT JOIN (SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS own USING (product_id)
WHERE product_id IN (SELECT product_id FROM {state:Identifier}.touched_known WHERE has_sales) AND last_day <= toDate({as_of_day:Int32});
