-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_product_list (version, category_id, category_l2_id, category_l3_id, cover_url, desc_detail, discount, first_crawl_dt, free_shipping, is_s_shop, max_price, min_price, off_mark, product_commission_rate, product_id, product_name, product_rating, region, review_count, sale_props, sales_flag, sales_trend_flag, seller_id, skus, spu_avg_price, total_ifl_cnt, total_ifl_live_15d_cnt, total_ifl_live_1d_cnt, total_ifl_live_30d_cnt, total_ifl_live_60d_cnt, total_ifl_live_7d_cnt, total_ifl_live_90d_cnt, total_ifl_video_15d_cnt, total_ifl_video_1d_cnt, total_ifl_video_30d_cnt, total_ifl_video_60d_cnt, total_ifl_video_7d_cnt, total_ifl_video_90d_cnt, total_live_15d_cnt, total_live_1d_cnt, total_live_30d_cnt, total_live_60d_cnt, total_live_7d_cnt, total_live_90d_cnt, total_live_cnt, total_live_sale_15d_cnt, total_live_sale_1d_cnt, total_live_sale_30d_cnt, total_live_sale_60d_cnt, total_live_sale_7d_cnt, total_live_sale_90d_cnt, total_live_sale_cnt, total_live_sale_gmv_15d_amt, total_live_sale_gmv_1d_amt, total_live_sale_gmv_30d_amt, total_live_sale_gmv_60d_amt, total_live_sale_gmv_7d_amt, total_live_sale_gmv_90d_amt, total_live_sale_gmv_amt, total_sale_15d_cnt, total_sale_1d_cnt, total_sale_30d_cnt, total_sale_60d_cnt, total_sale_7d_cnt, total_sale_90d_cnt, total_sale_cnt, total_sale_gmv_15d_amt, total_sale_gmv_1d_amt, total_sale_gmv_30d_amt, total_sale_gmv_60d_amt, total_sale_gmv_7d_amt, total_sale_gmv_90d_amt, total_sale_gmv_amt, total_video_15d_cnt, total_video_1d_cnt, total_video_30d_cnt, total_video_60d_cnt, total_video_7d_cnt, total_video_90d_cnt, total_video_cnt, total_video_sale_15d_cnt, total_video_sale_1d_cnt, total_video_sale_30d_cnt, total_video_sale_60d_cnt, total_video_sale_7d_cnt, total_video_sale_90d_cnt, total_video_sale_cnt, total_video_sale_gmv_15d_amt, total_video_sale_gmv_1d_amt, total_video_sale_gmv_30d_amt, total_video_sale_gmv_60d_amt, total_video_sale_gmv_7d_amt, total_video_sale_gmv_90d_amt, total_video_sale_gmv_amt, total_views_15d_cnt, total_views_1d_cnt, total_views_30d_cnt, total_views_60d_cnt, total_views_7d_cnt, total_views_90d_cnt, total_views_cnt, from_flag, is_hot, shop_type, specification, category_name, currency)
SELECT
    {version:UInt32},
    ifNull(selected.category_id, 0) AS category_id,
    ifNull(selected.category_l2_id, 0) AS category_l2_id,
    ifNull(selected.category_l3_id, 0) AS category_l3_id,
    ifNull(selected.cover_url, '') AS cover_url,
    ifNull(selected.desc_detail, '') AS desc_detail,
    ifNull(selected.discount, '') AS discount,
    ifNull(selected.first_crawl_dt, 0) AS first_crawl_dt,
    ifNull(selected.free_shipping, 0) AS free_shipping,
    ifNull(selected.is_s_shop, 0) AS is_s_shop,
    vitrineAmount(ifNull(selected.max_price, 0)) AS max_price,
    vitrineAmount(ifNull(selected.min_price, 0)) AS min_price,
    vitrineCapped(ifNull(selected.off_mark, 0)) AS off_mark,
    ifNull(selected.product_commission_rate, 0) AS product_commission_rate,
    ifNull(selected.product_id, 0) AS product_id,
    ifNull(selected.product_name, '') AS product_name,
    ifNull(selected.product_rating, 0) AS product_rating,
    ifNull(selected.region, '') AS region,
    vitrineCapped(ifNull(selected.review_count, 0)) AS review_count,
    ifNull(selected.sale_props, '') AS sale_props,
    ifNull(selected.sales_flag, 0) AS sales_flag,
    ifNull(selected.sales_trend_flag, 0) AS sales_trend_flag,
    ifNull(selected.seller_id, 0) AS seller_id,
    ifNull(selected.skus, '') AS skus,
    vitrineAmount(ifNull(selected.spu_avg_price, 0)) AS spu_avg_price,
    vitrineCapped(ifNull(selected.total_ifl_cnt, 0)) AS total_ifl_cnt,
    vitrineCapped(ifNull(selected.total_ifl_live_Nd_cnt[3], 0)) AS total_ifl_live_15d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_live_Nd_cnt[1], 0)) AS total_ifl_live_1d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_live_Nd_cnt[4], 0)) AS total_ifl_live_30d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_live_Nd_cnt[5], 0)) AS total_ifl_live_60d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_live_Nd_cnt[2], 0)) AS total_ifl_live_7d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_live_Nd_cnt[6], 0)) AS total_ifl_live_90d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_video_Nd_cnt[3], 0)) AS total_ifl_video_15d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_video_Nd_cnt[1], 0)) AS total_ifl_video_1d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_video_Nd_cnt[4], 0)) AS total_ifl_video_30d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_video_Nd_cnt[5], 0)) AS total_ifl_video_60d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_video_Nd_cnt[2], 0)) AS total_ifl_video_7d_cnt,
    vitrineCapped(ifNull(selected.total_ifl_video_Nd_cnt[6], 0)) AS total_ifl_video_90d_cnt,
    vitrineCapped(ifNull(selected.total_live_Nd_cnt[3], 0)) AS total_live_15d_cnt,
    vitrineCapped(ifNull(selected.total_live_Nd_cnt[1], 0)) AS total_live_1d_cnt,
    vitrineCapped(ifNull(selected.total_live_Nd_cnt[4], 0)) AS total_live_30d_cnt,
    vitrineCapped(ifNull(selected.total_live_Nd_cnt[5], 0)) AS total_live_60d_cnt,
    vitrineCapped(ifNull(selected.total_live_Nd_cnt[2], 0)) AS total_live_7d_cnt,
    vitrineCapped(ifNull(selected.total_live_Nd_cnt[6], 0)) AS total_live_90d_cnt,
    vitrineCapped(ifNull(selected.total_live_cnt, 0)) AS total_live_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_Nd_cnt[3], 0)) AS total_live_sale_15d_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_Nd_cnt[1], 0)) AS total_live_sale_1d_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_Nd_cnt[4], 0)) AS total_live_sale_30d_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_Nd_cnt[5], 0)) AS total_live_sale_60d_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_Nd_cnt[2], 0)) AS total_live_sale_7d_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_Nd_cnt[6], 0)) AS total_live_sale_90d_cnt,
    vitrineCapped(ifNull(selected.total_live_sale_cnt, 0)) AS total_live_sale_cnt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_Nd_amt[3], 0)) AS total_live_sale_gmv_15d_amt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_Nd_amt[1], 0)) AS total_live_sale_gmv_1d_amt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_Nd_amt[4], 0)) AS total_live_sale_gmv_30d_amt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_Nd_amt[5], 0)) AS total_live_sale_gmv_60d_amt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_Nd_amt[2], 0)) AS total_live_sale_gmv_7d_amt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_Nd_amt[6], 0)) AS total_live_sale_gmv_90d_amt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_amt, 0)) AS total_live_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[3], 0)) AS total_sale_15d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[1], 0)) AS total_sale_1d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[4], 0)) AS total_sale_30d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[5], 0)) AS total_sale_60d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[2], 0)) AS total_sale_7d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[6], 0)) AS total_sale_90d_cnt,
    vitrineCapped(ifNull(selected.total_sale_cnt, 0)) AS total_sale_cnt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[3], 0)) AS total_sale_gmv_15d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[1], 0)) AS total_sale_gmv_1d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[4], 0)) AS total_sale_gmv_30d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[5], 0)) AS total_sale_gmv_60d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[2], 0)) AS total_sale_gmv_7d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[6], 0)) AS total_sale_gmv_90d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_amt, 0)) AS total_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_video_Nd_cnt[3], 0)) AS total_video_15d_cnt,
    vitrineCapped(ifNull(selected.total_video_Nd_cnt[1], 0)) AS total_video_1d_cnt,
    vitrineCapped(ifNull(selected.total_video_Nd_cnt[4], 0)) AS total_video_30d_cnt,
    vitrineCapped(ifNull(selected.total_video_Nd_cnt[5], 0)) AS total_video_60d_cnt,
    vitrineCapped(ifNull(selected.total_video_Nd_cnt[2], 0)) AS total_video_7d_cnt,
    vitrineCapped(ifNull(selected.total_video_Nd_cnt[6], 0)) AS total_video_90d_cnt,
    vitrineCapped(ifNull(selected.total_video_cnt, 0)) AS total_video_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_Nd_cnt[3], 0)) AS total_video_sale_15d_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_Nd_cnt[1], 0)) AS total_video_sale_1d_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_Nd_cnt[4], 0)) AS total_video_sale_30d_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_Nd_cnt[5], 0)) AS total_video_sale_60d_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_Nd_cnt[2], 0)) AS total_video_sale_7d_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_Nd_cnt[6], 0)) AS total_video_sale_90d_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_cnt, 0)) AS total_video_sale_cnt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_Nd_amt[3], 0)) AS total_video_sale_gmv_15d_amt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_Nd_amt[1], 0)) AS total_video_sale_gmv_1d_amt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_Nd_amt[4], 0)) AS total_video_sale_gmv_30d_amt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_Nd_amt[5], 0)) AS total_video_sale_gmv_60d_amt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_Nd_amt[2], 0)) AS total_video_sale_gmv_7d_amt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_Nd_amt[6], 0)) AS total_video_sale_gmv_90d_amt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_amt, 0)) AS total_video_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[3], 0)) AS total_views_15d_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[1], 0)) AS total_views_1d_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[4], 0)) AS total_views_30d_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[5], 0)) AS total_views_60d_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[2], 0)) AS total_views_7d_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[6], 0)) AS total_views_90d_cnt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.from_flag, 0) AS from_flag,
    ifNull(selected.is_hot, 0) AS is_hot,
    ifNull(selected.shop_type, 0) AS shop_type,
    ifNull(selected.specification, '') AS specification,
    ifNull(selected.category_name, '') AS category_name,
    ifNull(selected.currency, '') AS currency
FROM
(
WITH
    least(traffic.video_gmv, product.gmv_total) AS video_gmv,
    least(traffic.live_gmv, product.gmv_total) AS live_gmv,
    (SELECT (groupArray(category_id), groupArray(name)) FROM {state:Identifier}.category_name) AS names
SELECT
    product_id, product.region AS region, product.seller_id AS seller_id,
    product.category_id AS category_id, product.category_l2_id AS category_l2_id, product.category_l3_id AS category_l3_id,
    arrayFirst(
        name -> name != '',
        arrayMap(id -> vitrineCategoryName(id, names), [product.category_l3_id, product.category_l2_id, product.category_id])) AS category_name,
    product.product_name AS product_name, product.cover_url AS cover_url, product.desc_detail AS desc_detail, product.discount AS discount,
    product.skus AS skus, product.sale_props AS sale_props, product.currency AS currency,
    product.min_price AS min_price, product.max_price AS max_price, product.price AS spu_avg_price,
    product.product_commission_rate AS product_commission_rate, product.product_rating AS product_rating,
    product.review_count AS review_count, product.free_shipping AS free_shipping, product.is_s_shop AS is_s_shop, product.off_mark AS off_mark,
    product.from_flag AS from_flag, product.is_hot AS is_hot, product.shop_type AS shop_type, product.specification AS specification,
    if(product.first_day < 0, 0, toYYYYMMDD(toDate(product.first_day))) AS first_crawl_dt,
    vitrineSalesFlag(video_gmv, live_gmv) AS sales_flag,
    vitrineTrendFlag(
        sold.last_week, sold.week_before, if(product.first_day < 0, {as_of_day:Int32}, product.first_day), {as_of_day:Int32}) AS sales_trend_flag,
    product.units_total AS total_sale_cnt, sold.units AS total_sale_Nd_cnt,
    product.gmv_total AS total_sale_gmv_amt, sold.gmv AS total_sale_gmv_Nd_amt,
    least(traffic.video_units, product.units_max) AS total_video_sale_cnt, split.video_units AS total_video_sale_Nd_cnt,
    video_gmv AS total_video_sale_gmv_amt, split.video_gmv AS total_video_sale_gmv_Nd_amt,
    least(traffic.live_units, product.units_max) AS total_live_sale_cnt, split.live_units AS total_live_sale_Nd_cnt,
    live_gmv AS total_live_sale_gmv_amt, split.live_gmv AS total_live_sale_gmv_Nd_amt,
    greatest(creators.creators, product.ifl_seen) AS total_ifl_cnt,
    creators.first_videos AS total_ifl_video_Nd_cnt, creators.first_lives AS total_ifl_live_Nd_cnt,
    greatest(traffic.videos, product.video_seen) AS total_video_cnt, traffic.videos_made AS total_video_Nd_cnt,
    greatest(traffic.lives, product.live_seen) AS total_live_cnt, traffic.lives_held AS total_live_Nd_cnt,
    greatest(traffic.views, product.views_seen) AS total_views_cnt, traffic.views_gained AS total_views_Nd_cnt
FROM {state:Identifier}.product_current AS product
LEFT JOIN {state:Identifier}.product_sales AS sold USING (product_id)
LEFT JOIN {state:Identifier}.product_split AS split USING (product_id)
LEFT JOIN {state:Identifier}.product_traffic AS traffic USING (product_id)
LEFT JOIN {state:Identifier}.product_creators AS creators USING (product_id)
) AS selected;

-- name: saturated
SELECT 'product-list' AS name, count() AS rows
FROM serving_product_list
WHERE version = {version:UInt32} AND (greatest(off_mark, review_count, total_ifl_cnt, total_ifl_live_90d_cnt, total_ifl_video_90d_cnt, total_live_90d_cnt, total_live_cnt, total_live_sale_90d_cnt, total_live_sale_cnt, total_sale_90d_cnt, total_sale_cnt, total_video_90d_cnt, total_video_cnt, total_video_sale_90d_cnt, total_video_sale_cnt, total_views_90d_cnt, total_views_cnt) >= vitrineLargest() OR greatest(max_price, min_price, spu_avg_price, total_live_sale_gmv_90d_amt, total_live_sale_gmv_amt, total_sale_gmv_90d_amt, total_sale_gmv_amt, total_video_sale_gmv_90d_amt, total_video_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));

-- name: check
SELECT 'product-list' AS list, served != expected AS fails
FROM (SELECT (count(), sum(cityHash64(region, product_id))) AS served FROM serving_product_list WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS found
CROSS JOIN (SELECT (count(), sum(cityHash64(region, product_id))) AS expected FROM (SELECT region, product_id FROM {state:Identifier}.product_current) WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS wanted;

-- name: miscounted
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT DISTINCT product_id, {round:UInt8}, 'unexpected number of rows in: product-list'
FROM
(
    SELECT region, product_id, sum(wanted) AS rows_wanted, sum(found) AS rows_found
    FROM
    (
        SELECT region, product_id, 1 AS wanted, 0 AS found FROM (SELECT region, product_id FROM {state:Identifier}.product_current)
        UNION ALL
        SELECT region, product_id, 0, 1 FROM serving_product_list WHERE version = {version:UInt32}
    )
    GROUP BY region, product_id
)
WHERE rows_wanted != rows_found AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside);

-- name: broken
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('in product-list: ', any(cause))
FROM
(
    WITH
        [total_ifl_live_1d_cnt, total_ifl_live_7d_cnt, total_ifl_live_15d_cnt, total_ifl_live_30d_cnt, total_ifl_live_60d_cnt, total_ifl_live_90d_cnt] AS total_ifl_live_Nd_cnt,
        [total_ifl_video_1d_cnt, total_ifl_video_7d_cnt, total_ifl_video_15d_cnt, total_ifl_video_30d_cnt, total_ifl_video_60d_cnt, total_ifl_video_90d_cnt] AS total_ifl_video_Nd_cnt,
        [total_live_1d_cnt, total_live_7d_cnt, total_live_15d_cnt, total_live_30d_cnt, total_live_60d_cnt, total_live_90d_cnt] AS total_live_Nd_cnt,
        [total_live_sale_1d_cnt, total_live_sale_7d_cnt, total_live_sale_15d_cnt, total_live_sale_30d_cnt, total_live_sale_60d_cnt, total_live_sale_90d_cnt] AS total_live_sale_Nd_cnt,
        [total_live_sale_gmv_1d_amt, total_live_sale_gmv_7d_amt, total_live_sale_gmv_15d_amt, total_live_sale_gmv_30d_amt, total_live_sale_gmv_60d_amt, total_live_sale_gmv_90d_amt] AS total_live_sale_gmv_Nd_amt,
        [total_sale_1d_cnt, total_sale_7d_cnt, total_sale_15d_cnt, total_sale_30d_cnt, total_sale_60d_cnt, total_sale_90d_cnt] AS total_sale_Nd_cnt,
        [total_sale_gmv_1d_amt, total_sale_gmv_7d_amt, total_sale_gmv_15d_amt, total_sale_gmv_30d_amt, total_sale_gmv_60d_amt, total_sale_gmv_90d_amt] AS total_sale_gmv_Nd_amt,
        [total_video_1d_cnt, total_video_7d_cnt, total_video_15d_cnt, total_video_30d_cnt, total_video_60d_cnt, total_video_90d_cnt] AS total_video_Nd_cnt,
        [total_video_sale_1d_cnt, total_video_sale_7d_cnt, total_video_sale_15d_cnt, total_video_sale_30d_cnt, total_video_sale_60d_cnt, total_video_sale_90d_cnt] AS total_video_sale_Nd_cnt,
        [total_video_sale_gmv_1d_amt, total_video_sale_gmv_7d_amt, total_video_sale_gmv_15d_amt, total_video_sale_gmv_30d_amt, total_video_sale_gmv_60d_amt, total_video_sale_gmv_90d_amt] AS total_video_sale_gmv_Nd_amt,
        [total_views_1d_cnt, total_views_7d_cnt, total_views_15d_cnt, total_views_30d_cnt, total_views_60d_cnt, total_views_90d_cnt] AS total_views_Nd_cnt,
        multiIf(
    arrayExists((sold, by_video, by_live) -> by_video + by_live > sold, total_sale_Nd_cnt, total_video_sale_Nd_cnt, total_live_sale_Nd_cnt),
        'units of videos and lives exceed the units of the product',
    arrayExists((sold, by_video, by_live) -> least(by_video + by_live, vitrineAmount(vitrineLargest())) > sold,
                total_sale_gmv_Nd_amt, total_video_sale_gmv_Nd_amt, total_live_sale_gmv_Nd_amt),
        'the GMV of videos and lives exceeds the GMV of the product',
    '') AS other_cause
    SELECT product_id, multiIf(
        least(off_mark, review_count, total_ifl_cnt, total_ifl_live_1d_cnt, total_ifl_video_1d_cnt, total_live_1d_cnt, total_live_cnt, total_live_sale_1d_cnt, total_live_sale_cnt, total_sale_1d_cnt, total_sale_cnt, total_video_1d_cnt, total_video_cnt, total_video_sale_1d_cnt, total_video_sale_cnt, total_views_1d_cnt, total_views_cnt) < 0, 'a count is negative',
        least(max_price, min_price, spu_avg_price, total_live_sale_gmv_1d_amt, total_live_sale_gmv_amt, total_sale_gmv_1d_amt, total_sale_gmv_amt, total_video_sale_gmv_1d_amt, total_video_sale_gmv_amt) < 0, 'an amount is negative',
        arraySort(total_ifl_live_Nd_cnt) != total_ifl_live_Nd_cnt OR arraySort(total_ifl_video_Nd_cnt) != total_ifl_video_Nd_cnt OR arraySort(total_live_Nd_cnt) != total_live_Nd_cnt OR arraySort(total_live_sale_Nd_cnt) != total_live_sale_Nd_cnt OR arraySort(total_live_sale_gmv_Nd_amt) != total_live_sale_gmv_Nd_amt OR arraySort(total_sale_Nd_cnt) != total_sale_Nd_cnt OR arraySort(total_sale_gmv_Nd_amt) != total_sale_gmv_Nd_amt OR arraySort(total_video_Nd_cnt) != total_video_Nd_cnt OR arraySort(total_video_sale_Nd_cnt) != total_video_sale_Nd_cnt OR arraySort(total_video_sale_gmv_Nd_amt) != total_video_sale_gmv_Nd_amt OR arraySort(total_views_Nd_cnt) != total_views_Nd_cnt, 'a number of a window is below that of a shorter window',
        other_cause) AS cause
    FROM serving_product_list
    WHERE version = {version:UInt32} AND cause != ''
)
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8})
GROUP BY product_id;
