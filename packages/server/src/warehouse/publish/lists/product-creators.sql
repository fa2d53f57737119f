-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_product_creators (version, avatar, category, nick_name, per_product_ifl_gmv_amt, per_product_ifl_sale_cnt, product_id, region, total_digg_cnt, total_followers_cnt, total_following_cnt, total_live_cnt, total_live_views_cnt, total_post_video_cnt, total_views_cnt, user_id, unique_id, currency, per_product_ifl_sale_cnt_low, per_product_ifl_sale_cnt_high, per_product_ifl_sale_cnt_basis, per_product_ifl_sale_cnt_known_rate)
SELECT
    {version:UInt32},
    ifNull(selected.avatar, '') AS avatar,
    ifNull(selected.category, '') AS category,
    ifNull(selected.nick_name, '') AS nick_name,
    vitrineAmount(ifNull(selected.per_product_ifl_gmv_amt, 0)) AS per_product_ifl_gmv_amt,
    vitrineCapped(ifNull(selected.per_product_ifl_sale_cnt, 0)) AS per_product_ifl_sale_cnt,
    ifNull(selected.product_id, 0) AS product_id,
    ifNull(selected.region, '') AS region,
    vitrineCapped(ifNull(selected.total_digg_cnt, 0)) AS total_digg_cnt,
    vitrineCapped(ifNull(selected.total_followers_cnt, 0)) AS total_followers_cnt,
    vitrineCapped(ifNull(selected.total_following_cnt, 0)) AS total_following_cnt,
    vitrineCapped(ifNull(selected.total_live_cnt, 0)) AS total_live_cnt,
    vitrineCapped(ifNull(selected.total_live_views_cnt, 0)) AS total_live_views_cnt,
    vitrineCapped(ifNull(selected.total_post_video_cnt, 0)) AS total_post_video_cnt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.currency, '') AS currency,
    vitrineCapped(ifNull(selected.per_product_ifl_sale_cnt_low, 0)) AS per_product_ifl_sale_cnt_low,
    vitrineCapped(ifNull(selected.per_product_ifl_sale_cnt_high, 0)) AS per_product_ifl_sale_cnt_high,
    ifNull(selected.per_product_ifl_sale_cnt_basis, '') AS per_product_ifl_sale_cnt_basis,
    ifNull(selected.per_product_ifl_sale_cnt_known_rate, 0) AS per_product_ifl_sale_cnt_known_rate
FROM
(
WITH
    vitrineLimited(sale.units, product.units_max, sale.known) AS sure
SELECT
    sale.product_id AS product_id, sale.user_id AS user_id,
    creator.unique_id AS unique_id, creator.nick_name AS nick_name, creator.avatar AS avatar, creator.category AS category,
    creator.region AS region, product.currency AS currency,
    least(sale.units, product.units_max) AS per_product_ifl_sale_cnt,
    vitrineLow(per_product_ifl_sale_cnt, sure, sale.variance) AS per_product_ifl_sale_cnt_low, vitrineHigh(per_product_ifl_sale_cnt, sure, sale.variance) AS per_product_ifl_sale_cnt_high,
    vitrineBasis(sure) AS per_product_ifl_sale_cnt_basis, vitrineKnownRate(sure) AS per_product_ifl_sale_cnt_known_rate,
    least(sale.gmv, product.gmv_total) AS per_product_ifl_gmv_amt,
    creator.total_followers_cnt AS total_followers_cnt, creator.total_following_cnt AS total_following_cnt,
    creator.total_digg_cnt AS total_digg_cnt, creator.total_post_video_cnt AS total_post_video_cnt,
    creator.total_live_cnt AS total_live_cnt, creator.total_views_cnt AS total_views_cnt, creator.total_live_views_cnt AS total_live_views_cnt
FROM
(
    SELECT
        product_id, user_id, sum(units) AS units, sum(gmv) AS gmv,
        sumForEach(sure) AS known, sum(variance) AS variance
    FROM {state:Identifier}.link_current
    GROUP BY product_id, user_id
) AS sale
LEFT JOIN {state:Identifier}.creator_current AS creator ON creator.user_id = sale.user_id
LEFT JOIN
(
    SELECT product_id, currency, units_max, gmv_total FROM {state:Identifier}.product_current
) AS product ON product.product_id = sale.product_id
) AS selected;

-- name: saturated
SELECT 'product-creators' AS name, count() AS rows
FROM serving_product_creators
WHERE version = {version:UInt32} AND (greatest(per_product_ifl_sale_cnt, total_digg_cnt, total_followers_cnt, total_following_cnt, total_live_cnt, total_live_views_cnt, total_post_video_cnt, total_views_cnt, per_product_ifl_sale_cnt_low, per_product_ifl_sale_cnt_high) >= vitrineLargest() OR greatest(per_product_ifl_gmv_amt) >= vitrineAmount(vitrineLargest()));

-- name: check
SELECT 'product-creators' AS list, served != expected AS fails
FROM (SELECT (count(), sum(cityHash64(product_id, user_id))) AS served FROM serving_product_creators WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS found
CROSS JOIN (SELECT (count(), sum(cityHash64(product_id, user_id))) AS expected FROM (SELECT DISTINCT product_id, user_id FROM {state:Identifier}.link_current) WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS wanted;

-- name: miscounted
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT DISTINCT product_id, {round:UInt8}, 'unexpected number of rows in: product-creators'
FROM
(
    SELECT product_id, user_id, sum(wanted) AS rows_wanted, sum(found) AS rows_found
    FROM
    (
        SELECT product_id, user_id, 1 AS wanted, 0 AS found FROM (SELECT DISTINCT product_id, user_id FROM {state:Identifier}.link_current)
        UNION ALL
        SELECT product_id, user_id, 0, 1 FROM serving_product_creators WHERE version = {version:UInt32}
    )
    GROUP BY product_id, user_id
)
WHERE rows_wanted != rows_found AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside);

-- name: broken
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('in product-creators: ', any(cause))
FROM
(
    WITH
        '' AS other_cause
    SELECT product_id, multiIf(
        least(per_product_ifl_sale_cnt, total_digg_cnt, total_followers_cnt, total_following_cnt, total_live_cnt, total_live_views_cnt, total_post_video_cnt, total_views_cnt, per_product_ifl_sale_cnt_low, per_product_ifl_sale_cnt_high) < 0, 'a count is negative',
        least(per_product_ifl_gmv_amt) < 0, 'an amount is negative',
        other_cause) AS cause
    FROM serving_product_creators
    WHERE version = {version:UInt32} AND cause != ''
)
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8})
GROUP BY product_id;
