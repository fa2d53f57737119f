-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_influencer_products (version, category_id, cover_url, product_id, product_name, spu_avg_price, total_live_cnt, total_live_sale_cnt, total_live_sale_gmv_amt, total_sale_cnt, total_sale_gmv_amt, total_video_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, user_id, unique_id, currency, sold_cnt, sold_gmv_amt, video_sold_30d_cnt, video_sold_gmv_30d_amt, live_sold_30d_cnt, live_sold_gmv_30d_amt, is_new_30d, is_new_in_videos_30d, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate, total_live_sale_cnt_low, total_live_sale_cnt_high, total_live_sale_cnt_basis, total_live_sale_cnt_known_rate)
SELECT
    {version:UInt32},
    ifNull(selected.category_id, 0) AS category_id,
    ifNull(selected.cover_url, '') AS cover_url,
    ifNull(selected.product_id, 0) AS product_id,
    ifNull(selected.product_name, '') AS product_name,
    vitrineAmount(ifNull(selected.spu_avg_price, 0)) AS spu_avg_price,
    vitrineCapped(ifNull(selected.total_live_cnt, 0)) AS total_live_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_cnt, 0)) AS total_live_sale_cnt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_amt, 0)) AS total_live_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_sale_cnt, 0)) AS total_sale_cnt,
    vitrineAmount(ifNull(selected.total_sale_gmv_amt, 0)) AS total_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_video_cnt, 0)) AS total_video_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_cnt, 0)) AS total_video_sale_cnt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_amt, 0)) AS total_video_sale_gmv_amt,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.currency, '') AS currency,
    vitrineCapped(ifNull(selected.sold_cnt, 0)) AS sold_cnt,
    vitrineAmount(ifNull(selected.sold_gmv_amt, 0)) AS sold_gmv_amt,
    vitrineCapped(ifNull(selected.video_sold_30d_cnt, 0)) AS video_sold_30d_cnt,
    vitrineAmount(ifNull(selected.video_sold_gmv_30d_amt, 0)) AS video_sold_gmv_30d_amt,
    vitrineCapped(ifNull(selected.live_sold_30d_cnt, 0)) AS live_sold_30d_cnt,
    vitrineAmount(ifNull(selected.live_sold_gmv_30d_amt, 0)) AS live_sold_gmv_30d_amt,
    ifNull(selected.is_new_30d, 0) AS is_new_30d,
    ifNull(selected.is_new_in_videos_30d, 0) AS is_new_in_videos_30d,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_low, 0)) AS total_video_sale_cnt_low,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_high, 0)) AS total_video_sale_cnt_high,
    ifNull(selected.total_video_sale_cnt_basis, '') AS total_video_sale_cnt_basis,
    ifNull(selected.total_video_sale_cnt_known_rate, 0) AS total_video_sale_cnt_known_rate,
    vitrineCapped(ifNull(selected.total_live_sale_cnt_low, 0)) AS total_live_sale_cnt_low,
    vitrineCapped(ifNull(selected.total_live_sale_cnt_high, 0)) AS total_live_sale_cnt_high,
    ifNull(selected.total_live_sale_cnt_basis, '') AS total_live_sale_cnt_basis,
    ifNull(selected.total_live_sale_cnt_known_rate, 0) AS total_live_sale_cnt_known_rate
FROM
(
WITH
    vitrineLimited(sale.video_units, product.units_max, sale.video_known) AS video_sure,
    vitrineLimited(sale.live_units, product.units_max, sale.live_known) AS live_sure
SELECT
    sale.user_id AS user_id, sale.product_id AS product_id, creator.unique_id AS unique_id,
    product.category_id AS category_id, product.product_name AS product_name, product.cover_url AS cover_url, product.currency AS currency,
    product.price AS spu_avg_price, product.units_total AS total_sale_cnt, product.gmv_total AS total_sale_gmv_amt,
    sale.videos AS total_video_cnt, least(sale.video_units, product.units_max) AS total_video_sale_cnt,
    vitrineLow(total_video_sale_cnt, video_sure, sale.video_variance) AS total_video_sale_cnt_low, vitrineHigh(total_video_sale_cnt, video_sure, sale.video_variance) AS total_video_sale_cnt_high,
    vitrineBasis(video_sure) AS total_video_sale_cnt_basis, vitrineKnownRate(video_sure) AS total_video_sale_cnt_known_rate,
    least(sale.video_gmv, product.gmv_total) AS total_video_sale_gmv_amt,
    sale.lives AS total_live_cnt, least(sale.live_units, product.units_max) AS total_live_sale_cnt,
    vitrineLow(total_live_sale_cnt, live_sure, sale.live_variance) AS total_live_sale_cnt_low, vitrineHigh(total_live_sale_cnt, live_sure, sale.live_variance) AS total_live_sale_cnt_high,
    vitrineBasis(live_sure) AS total_live_sale_cnt_basis, vitrineKnownRate(live_sure) AS total_live_sale_cnt_known_rate,
    least(sale.live_gmv, product.gmv_total) AS total_live_sale_gmv_amt,
    least(sale.video_units + sale.live_units, product.units_max) AS sold_cnt,
    least(sale.video_gmv + sale.live_gmv, product.gmv_total) AS sold_gmv_amt,
    sale.video_recent_units AS video_sold_30d_cnt, sale.video_recent_gmv AS video_sold_gmv_30d_amt,
    sale.live_recent_units AS live_sold_30d_cnt, sale.live_recent_gmv AS live_sold_gmv_30d_amt,
    sale.first_day BETWEEN {as_of_day:Int32} - 29 AND {as_of_day:Int32} AS is_new_30d,
    sale.videos > 0 AND sale.first_video_day BETWEEN {as_of_day:Int32} - 29 AND {as_of_day:Int32} AS is_new_in_videos_30d
FROM
(
    SELECT
        product_id, user_id,
        countIf(kind = 1) AS videos, sumIf(units, kind = 1) AS video_units, sumIf(gmv, kind = 1) AS video_gmv,
        countIf(kind = 2) AS lives, sumIf(units, kind = 2) AS live_units, sumIf(gmv, kind = 2) AS live_gmv,
        sumIf(recent_units, kind = 1) AS video_recent_units, sumIf(recent_gmv, kind = 1) AS video_recent_gmv,
        sumIf(recent_units, kind = 2) AS live_recent_units, sumIf(recent_gmv, kind = 2) AS live_recent_gmv,
        sumForEachIf(sure, kind = 1) AS video_known, sumIf(variance, kind = 1) AS video_variance,
        sumForEachIf(sure, kind = 2) AS live_known, sumIf(variance, kind = 2) AS live_variance,
        min(made_day) AS first_day, minIf(made_day, kind = 1) AS first_video_day
    FROM {state:Identifier}.link_current
    GROUP BY product_id, user_id
) AS sale
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = sale.user_id
LEFT JOIN
(
    SELECT product_id, category_id, product_name, cover_url, currency, price, units_total, units_max, gmv_total FROM {state:Identifier}.product_current
) AS product ON product.product_id = sale.product_id
) AS selected;

-- name: saturated
SELECT 'influencer-products' AS name, count() AS rows
FROM serving_influencer_products
WHERE version = {version:UInt32} AND (greatest(total_live_cnt, total_live_sale_cnt, total_sale_cnt, total_video_cnt, total_video_sale_cnt, sold_cnt, video_sold_30d_cnt, live_sold_30d_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high, total_live_sale_cnt_low, total_live_sale_cnt_high) >= vitrineLargest() OR greatest(spu_avg_price, total_live_sale_gmv_amt, total_sale_gmv_amt, total_video_sale_gmv_amt, sold_gmv_amt, video_sold_gmv_30d_amt, live_sold_gmv_30d_amt) >= vitrineAmount(vitrineLargest()));

-- name: check
SELECT 'influencer-products' AS list, served != expected AS fails
FROM (SELECT (count(), sum(cityHash64(user_id, product_id))) AS served FROM serving_influencer_products WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS found
CROSS JOIN (SELECT (count(), sum(cityHash64(user_id, product_id))) AS expected FROM (SELECT DISTINCT user_id, product_id FROM {state:Identifier}.link_current) WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS wanted;

-- name: miscounted
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT DISTINCT product_id, {round:UInt8}, 'unexpected number of rows in: influencer-products'
FROM
(
    SELECT user_id, product_id, sum(wanted) AS rows_wanted, sum(found) AS rows_found
    FROM
    (
        SELECT user_id, product_id, 1 AS wanted, 0 AS found FROM (SELECT DISTINCT user_id, product_id FROM {state:Identifier}.link_current)
        UNION ALL
        SELECT user_id, product_id, 0, 1 FROM serving_influencer_products WHERE version = {version:UInt32}
    )
    GROUP BY user_id, product_id
)
WHERE rows_wanted != rows_found AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside);

-- name: broken
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('in influencer-products: ', any(cause))
FROM
(
    WITH
        '' AS other_cause
    SELECT product_id, multiIf(
        least(total_live_cnt, total_live_sale_cnt, total_sale_cnt, total_video_cnt, total_video_sale_cnt, sold_cnt, video_sold_30d_cnt, live_sold_30d_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high, total_live_sale_cnt_low, total_live_sale_cnt_high) < 0, 'a count is negative',
        least(spu_avg_price, total_live_sale_gmv_amt, total_sale_gmv_amt, total_video_sale_gmv_amt, sold_gmv_amt, video_sold_gmv_30d_amt, live_sold_gmv_30d_amt) < 0, 'an amount is negative',
        other_cause) AS cause
    FROM serving_influencer_products
    WHERE version = {version:UInt32} AND cause != ''
)
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8})
GROUP BY product_id;
