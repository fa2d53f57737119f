-- What videos and lives state of their own sales (docs/estimates.md section 6, "How sure"): the last total, and what they sold since.

-- where any: {state:Identifier}.stated_sales
INSERT INTO {state:Identifier}.own_total (product_id, kind, source_id, units, gmv, seen_day)
SELECT
    product_id, kind, source_id,
    toInt64(ifNull(vitrineStamped(max(stated_sales.units)), 0)),
    toInt64(ifNull(vitrineStamped(max(stated_sales.gmv)), 0)),
    if(max(stated_sales.units) = 0, -1, toInt32(intDiv(toInt64(bitShiftRight(max(stated_sales.units), 64)), 86400000)))
FROM {state:Identifier}.stated_sales AS stated_sales
GROUP BY product_id, kind, source_id;

-- where any: {state:Identifier}.own_total WHERE seen_day BETWEEN 0 AND {as_of_day:Int32} - 1
INSERT INTO {state:Identifier}.sold_after (product_id, kind, source_id, units, most)
WITH
    seen AS
    (
        SELECT product_id, kind, source_id, seen_day FROM {state:Identifier}.own_total WHERE seen_day BETWEEN 0 AND {as_of_day:Int32} - 1
    )
SELECT
    seen.product_id, seen.kind, seen.source_id,
    sold.units,
    1000 * (of_product.left_units - sold.left_units) + sold.known
FROM seen
LEFT JOIN
(
    SELECT product_id, seen_day, sum(split_day.left_units) AS left_units
    FROM {state:Identifier}.split_day AS split_day
    INNER JOIN (SELECT DISTINCT product_id, seen_day FROM seen) AS seen USING (product_id)
    WHERE toInt32(split_day.day) > seen_day AND product_id IN (SELECT product_id FROM seen)
    GROUP BY product_id, seen_day
) AS of_product ON of_product.product_id = seen.product_id AND of_product.seen_day = seen.seen_day
LEFT JOIN
(
    SELECT
        product_id, kind, source_id, sum(attribution.units) AS units, sum(attribution.observed + attribution.stated) AS known,
        sum(attribution.left_units) AS left_units
    FROM {state:Identifier}.attribution AS attribution
    INNER JOIN seen USING (product_id, kind, source_id)
    WHERE toInt32(attribution.day) > seen_day AND product_id IN (SELECT product_id FROM seen)
    GROUP BY product_id, kind, source_id
) AS sold ON sold.product_id = seen.product_id AND sold.kind = seen.kind AND sold.source_id = seen.source_id;
