-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_product_reviews (version, display_text, product_id, rating, review_id, review_timestamp, sku_id, sku_specification)
SELECT
    {version:UInt32},
    ifNull(selected.display_text, '') AS display_text,
    ifNull(selected.product_id, 0) AS product_id,
    vitrineCapped(ifNull(selected.rating, 0)) AS rating,
    ifNull(selected.review_id, 0) AS review_id,
    vitrineCapped(ifNull(selected.review_timestamp, 0)) AS review_timestamp,
    ifNull(selected.sku_id, 0) AS sku_id,
    ifNull(selected.sku_specification, '') AS sku_specification
FROM
(
SELECT review_id, product_id, rating, display_text, review_timestamp, sku_id, sku_specification
FROM {state:Identifier}.review_current
) AS selected;

-- name: saturated
SELECT 'product-reviews' AS name, count() AS rows
FROM serving_product_reviews
WHERE version = {version:UInt32} AND (greatest(rating, review_timestamp) >= vitrineLargest());

-- name: check
SELECT 'product-reviews' AS list, served != expected AS fails
FROM (SELECT (count(), sum(cityHash64(product_id, review_id))) AS served FROM serving_product_reviews WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS found
CROSS JOIN (SELECT (count(), sum(cityHash64(product_id, review_id))) AS expected FROM (SELECT product_id, review_id FROM {state:Identifier}.review_current) WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS wanted;

-- name: miscounted
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT DISTINCT product_id, {round:UInt8}, 'unexpected number of rows in: product-reviews'
FROM
(
    SELECT product_id, review_id, sum(wanted) AS rows_wanted, sum(found) AS rows_found
    FROM
    (
        SELECT product_id, review_id, 1 AS wanted, 0 AS found FROM (SELECT product_id, review_id FROM {state:Identifier}.review_current)
        UNION ALL
        SELECT product_id, review_id, 0, 1 FROM serving_product_reviews WHERE version = {version:UInt32}
    )
    GROUP BY product_id, review_id
)
WHERE rows_wanted != rows_found AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside);

-- name: broken
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('in product-reviews: ', any(cause))
FROM
(
    WITH
        '' AS other_cause
    SELECT product_id, multiIf(
        least(rating, review_timestamp) < 0, 'a count is negative',
        other_cause) AS cause
    FROM serving_product_reviews
    WHERE version = {version:UInt32} AND cause != ''
)
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8})
GROUP BY product_id;
