-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_video_list (version, avatar, create_time, created_by_ai, data_size, duration, height, is_ad, product_category_list, ratio, reflow_cover, region, sales_flag, total_comments_cnt, total_digg_1d_cnt, total_digg_30d_cnt, total_digg_7d_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_views_1d_cnt, total_views_30d_cnt, total_views_7d_cnt, total_views_cnt, unique_id, user_id, video_desc, video_id, video_products, width, currency, nick_name, category, first_crawl_dt, category_ids, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate)
SELECT
    {version:UInt32},
    ifNull(selected.avatar, '') AS avatar,
    ifNull(toString(selected.create_time), '') AS create_time,
    ifNull(selected.created_by_ai, '') AS created_by_ai,
    ifNull(toString(selected.data_size), '') AS data_size,
    vitrineCapped(ifNull(selected.duration, 0)) AS duration,
    ifNull(toString(selected.height), '') AS height,
    ifNull(selected.is_ad, 0) AS is_ad,
    ifNull(selected.product_category_list, '') AS product_category_list,
    ifNull(selected.ratio, '') AS ratio,
    ifNull(selected.reflow_cover, '') AS reflow_cover,
    ifNull(selected.region, '') AS region,
    ifNull(selected.sales_flag, 0) AS sales_flag,
    vitrineCapped(ifNull(selected.total_comments_cnt, 0)) AS total_comments_cnt,
    vitrineCapped(ifNull(selected.total_digg_Nd_cnt[1], 0)) AS total_digg_1d_cnt,
    vitrineCapped(ifNull(selected.total_digg_Nd_cnt[4], 0)) AS total_digg_30d_cnt,
    vitrineCapped(ifNull(selected.total_digg_Nd_cnt[2], 0)) AS total_digg_7d_cnt,
    vitrineCapped(ifNull(selected.total_digg_cnt, 0)) AS total_digg_cnt,
    vitrineCapped(ifNull(selected.total_favorites_cnt, 0)) AS total_favorites_cnt,
    vitrineCapped(ifNull(selected.total_shares_cnt, 0)) AS total_shares_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_cnt, 0)) AS total_video_sale_cnt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_amt, 0)) AS total_video_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[1], 0)) AS total_views_1d_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[4], 0)) AS total_views_30d_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[2], 0)) AS total_views_7d_cnt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.video_desc, '') AS video_desc,
    ifNull(selected.video_id, 0) AS video_id,
    ifNull(selected.video_products, '') AS video_products,
    ifNull(toString(selected.width), '') AS width,
    ifNull(selected.currency, '') AS currency,
    ifNull(selected.nick_name, '') AS nick_name,
    ifNull(selected.category, '') AS category,
    ifNull(selected.first_crawl_dt, 0) AS first_crawl_dt,
    ifNull(selected.category_ids, '') AS category_ids,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_low, 0)) AS total_video_sale_cnt_low,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_high, 0)) AS total_video_sale_cnt_high,
    ifNull(selected.total_video_sale_cnt_basis, '') AS total_video_sale_cnt_basis,
    ifNull(selected.total_video_sale_cnt_known_rate, 0) AS total_video_sale_cnt_known_rate
FROM
(
WITH
    (SELECT (groupArray(category_id), groupArray(name)) FROM {state:Identifier}.category_name) AS names
SELECT
    video.video_id AS video_id, video.user_id AS user_id, creator.unique_id AS unique_id, creator.avatar AS avatar,
    creator.nick_name AS nick_name, creator.category AS category,
    if(isNull(video.first_seen), 0, toYYYYMMDD(assumeNotNull(video.first_seen))) AS first_crawl_dt,
    video.region AS region, video.made_at AS create_time, video.duration AS duration, video.video_desc AS video_desc,
    video.width AS width, video.height AS height, video.ratio AS ratio, video.data_size AS data_size,
    video.reflow_cover AS reflow_cover, video.is_ad AS is_ad,
    multiIf(isNull(video.created_by_ai), '', video.created_by_ai = 1, 'true', 'false') AS created_by_ai,
    notEmpty(sold.products) AS sales_flag,
    concat('[', arrayStringConcat(arrayMap(product -> toString(product), sold.products), ','), ']') AS video_products,
    vitrineCategoryList(vitrineBySize(sold.categories, arrayMap(each -> 1, sold.categories)), names) AS product_category_list,
    vitrineIdList(sold.all_categories) AS category_ids,
    video.total_views_cnt AS total_views_cnt, video.total_digg_cnt AS total_digg_cnt, video.total_comments_cnt AS total_comments_cnt,
    video.total_favorites_cnt AS total_favorites_cnt, video.total_shares_cnt AS total_shares_cnt,
    seen.windows AS total_views_Nd_cnt, liked.windows AS total_digg_Nd_cnt,
    sold.worth.1 AS currency, sold.units AS total_video_sale_cnt,
    vitrineLow(total_video_sale_cnt, sold_sure.sure, sold_sure.variance) AS total_video_sale_cnt_low, vitrineHigh(total_video_sale_cnt, sold_sure.sure, sold_sure.variance) AS total_video_sale_cnt_high,
    vitrineBasis(sold_sure.sure) AS total_video_sale_cnt_basis, vitrineKnownRate(sold_sure.sure) AS total_video_sale_cnt_known_rate,
    sold.worth.2 AS total_video_sale_gmv_amt
FROM {state:Identifier}.video_current AS video
LEFT JOIN (SELECT user_id, unique_id, avatar, nick_name, category FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = video.user_id
LEFT JOIN
(
    SELECT source_id, windows FROM {state:Identifier}.source_growth WHERE kind = 1
) AS seen ON seen.source_id = video.video_id
LEFT JOIN
(
    SELECT source_id, windows FROM {state:Identifier}.source_growth WHERE kind = 3
) AS liked ON liked.source_id = video.video_id
LEFT JOIN
(
    SELECT
        video_id, arraySort(groupArray(product_id)) AS products, groupArray(category_id) AS categories,
        arrayFlatten(groupArray([category_id, category_l2_id, category_l3_id])) AS all_categories,
        sum(toInt128(total_video_sale_cnt)) AS units, vitrineInMainCurrency(currency, total_video_sale_gmv_amt * 100) AS worth
    FROM serving_product_videos AS sale
    INNER JOIN (SELECT product_id, category_id, category_l2_id, category_l3_id FROM {state:Identifier}.product_current) AS product USING (product_id)
    WHERE version = {version:UInt32}
    GROUP BY video_id
) AS sold ON sold.video_id = video.video_id
LEFT JOIN
(
    SELECT source_id, sumForEach(limited) AS sure, sumIf(variance_of, limited[6] > 0) AS variance
    FROM
    (
        SELECT source_id, vitrineLimited(link.units, product.units_max, link.sure) AS limited, link.variance AS variance_of
        FROM (SELECT product_id, source_id, units, sure, variance FROM {state:Identifier}.link_current WHERE kind = 1) AS link
        INNER JOIN (SELECT product_id, units_max FROM {state:Identifier}.product_current) AS product USING (product_id)
    )
    GROUP BY source_id
) AS sold_sure ON sold_sure.source_id = video.video_id
) AS selected;

-- name: saturated
SELECT 'video-list' AS name, count() AS rows
FROM serving_video_list
WHERE version = {version:UInt32} AND (greatest(duration, total_comments_cnt, total_digg_30d_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_views_30d_cnt, total_views_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high) >= vitrineLargest() OR greatest(total_video_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));
