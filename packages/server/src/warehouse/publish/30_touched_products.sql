-- Which products have news, and from which day on their series is written again.
-- Rebuilt is a product whose news reaches back to or before the settled day, or whose tails do not tell what lies between them:
-- it is worked out again from its first day. So is one whose tail is open, whose totals are rounded (they grow from change to change, and
-- the last change is no tail), or whose currency turned out to be another.

INSERT INTO {state:Identifier}.touched_product (product_id, rebuild, from_day, units, gmv, price)
WITH
    if(empty(tail.units), -1, tail.units[1].1) AS units_day,
    if(empty(tail.gmv), -1, tail.gmv[1].1) AS gmv_day,
    if(empty(tail.price), -1, tail.price[1].1) AS price_day,
    greatest(units_day, gmv_day) AS series_day
SELECT
    product_id,
    {base:UInt32} > 0 AND (
        news.first_day <= {settled_before:Int32}
        OR (units_day >= 0 AND gmv_day >= 0 AND (units_day < gmv_day OR (units_day > gmv_day AND news.gmv_seen)))
        OR (series_day >= 0 AND (price_day > series_day OR (price_day < 0 AND news.price_seen)))
        OR (series_day >= 0 AND series_day <= {rewrite_after:Int32})
        OR tail.open
        OR product_id IN (SELECT product_id FROM {state:Identifier}.product_attribute WHERE rounded)
        OR (was.product_id != 0 AND was.currency != own.currency)
    ) AS rebuild,
    if(rebuild, -1, series_day),
    if(rebuild, [], tail.units),
    if(rebuild, [], tail.gmv),
    if(rebuild, [], tail.price)
FROM
(
    SELECT product_id, min(day) AS first_day, max(has_gmv) AS gmv_seen, max(has_price) AS price_seen
    FROM
    (
        SELECT product_id, toInt32(toDate(observed_at)) AS day, isNotNull(total_sale_gmv_amt) AS has_gmv, isNotNull(price_cents) AS has_price
        FROM landing_product
        WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')})
          AND observed_at < {until:DateTime64(3, 'UTC')}
        UNION ALL
        -- By its sales, its currency turned out to be another.
        SELECT product_id, toInt32(0), 0, 0
        FROM {state:Identifier}.product_currency
        WHERE {base:UInt32} > 0 AND version = {version:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.sold_product)
          AND (product_id, currency) NOT IN (
              SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {base:UInt32})
    )
    GROUP BY product_id
) AS news
LEFT JOIN (SELECT * FROM {state:Identifier}.product_tail WHERE version = {base:UInt32}) AS tail USING (product_id)
LEFT JOIN (SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {base:UInt32}) AS was USING (product_id)
LEFT JOIN (SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS own USING (product_id)
SETTINGS optimize_aggregation_in_order = 1;
