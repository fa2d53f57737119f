-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_product_livestreams (version, category_id, cover_url, create_time, max_views_cnt, product_id, region, room_id, spu_avg_price, total_product_cnt, total_sale_cnt, total_sale_gmv_amt, total_views_cnt, user_id, unique_id, title, product_name, seller_id, currency, total_sale_cnt_low, total_sale_cnt_high, total_sale_cnt_basis, total_sale_cnt_known_rate)
SELECT
    {version:UInt32},
    ifNull(selected.category_id, 0) AS category_id,
    ifNull(selected.cover_url, '') AS cover_url,
    vitrineCapped(ifNull(selected.create_time, 0)) AS create_time,
    vitrineCapped(ifNull(selected.max_views_cnt, 0)) AS max_views_cnt,
    ifNull(selected.product_id, 0) AS product_id,
    ifNull(selected.region, '') AS region,
    ifNull(selected.room_id, 0) AS room_id,
    vitrineAmount(ifNull(selected.spu_avg_price, 0)) AS spu_avg_price,
    vitrineCapped(ifNull(selected.total_product_cnt, 0)) AS total_product_cnt,
    vitrineCapped(ifNull(selected.total_sale_cnt, 0)) AS total_sale_cnt,
    vitrineAmount(ifNull(selected.total_sale_gmv_amt, 0)) AS total_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.title, '') AS title,
    ifNull(selected.product_name, '') AS product_name,
    ifNull(selected.seller_id, 0) AS seller_id,
    ifNull(selected.currency, '') AS currency,
    vitrineCapped(ifNull(selected.total_sale_cnt_low, 0)) AS total_sale_cnt_low,
    vitrineCapped(ifNull(selected.total_sale_cnt_high, 0)) AS total_sale_cnt_high,
    ifNull(selected.total_sale_cnt_basis, '') AS total_sale_cnt_basis,
    ifNull(selected.total_sale_cnt_known_rate, 0) AS total_sale_cnt_known_rate
FROM
(
WITH
    vitrineLimited(link.units, product.units_max, link.sure) AS sure
SELECT
    link.product_id AS product_id, link.source_id AS room_id, link.user_id AS user_id, creator.unique_id AS unique_id,
    live.region AS region, live.title AS title, live.cover_url AS cover_url, live.made_at AS create_time,
    whole.category_id AS category_id, whole.products AS total_product_cnt,
    live.total_views_cnt AS total_views_cnt, live.max_views_cnt AS max_views_cnt,
    product.product_name AS product_name, product.seller_id AS seller_id, product.price AS spu_avg_price, product.currency AS currency,
    least(link.units, product.units_max) AS total_sale_cnt,
    vitrineLow(total_sale_cnt, sure, link.variance) AS total_sale_cnt_low, vitrineHigh(total_sale_cnt, sure, link.variance) AS total_sale_cnt_high,
    vitrineBasis(sure) AS total_sale_cnt_basis, vitrineKnownRate(sure) AS total_sale_cnt_known_rate,
    least(link.gmv, product.gmv_total) AS total_sale_gmv_amt
FROM (SELECT * FROM {state:Identifier}.link_current WHERE kind = 2) AS link
INNER JOIN {state:Identifier}.live_current AS live ON live.live_id = link.source_id
LEFT JOIN {state:Identifier}.live_products AS whole ON whole.live_id = link.source_id
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = link.user_id
LEFT JOIN
(
    SELECT product_id, product_name, seller_id, currency, price, units_max, gmv_total FROM {state:Identifier}.product_current
) AS product ON product.product_id = link.product_id
) AS selected;

-- name: saturated
SELECT 'product-livestreams' AS name, count() AS rows
FROM serving_product_livestreams
WHERE version = {version:UInt32} AND (greatest(create_time, max_views_cnt, total_product_cnt, total_sale_cnt, total_views_cnt, total_sale_cnt_low, total_sale_cnt_high) >= vitrineLargest() OR greatest(spu_avg_price, total_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));

-- name: check
SELECT 'product-livestreams' AS list, served != expected AS fails
FROM (SELECT (count(), sum(cityHash64(product_id, room_id))) AS served FROM serving_product_livestreams WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS found
CROSS JOIN (SELECT (count(), sum(cityHash64(product_id, room_id))) AS expected FROM (SELECT product_id, source_id AS room_id FROM {state:Identifier}.link_current WHERE kind = 2) WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS wanted;

-- name: miscounted
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT DISTINCT product_id, {round:UInt8}, 'unexpected number of rows in: product-livestreams'
FROM
(
    SELECT product_id, room_id, sum(wanted) AS rows_wanted, sum(found) AS rows_found
    FROM
    (
        SELECT product_id, room_id, 1 AS wanted, 0 AS found FROM (SELECT product_id, source_id AS room_id FROM {state:Identifier}.link_current WHERE kind = 2)
        UNION ALL
        SELECT product_id, room_id, 0, 1 FROM serving_product_livestreams WHERE version = {version:UInt32}
    )
    GROUP BY product_id, room_id
)
WHERE rows_wanted != rows_found AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside);

-- name: broken
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('in product-livestreams: ', any(cause))
FROM
(
    WITH
        '' AS other_cause
    SELECT product_id, multiIf(
        least(create_time, max_views_cnt, total_product_cnt, total_sale_cnt, total_views_cnt, total_sale_cnt_low, total_sale_cnt_high) < 0, 'a count is negative',
        least(spu_avg_price, total_sale_gmv_amt) < 0, 'an amount is negative',
        other_cause) AS cause
    FROM serving_product_livestreams
    WHERE version = {version:UInt32} AND cause != ''
)
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8})
GROUP BY product_id;
