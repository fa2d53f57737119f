-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_shop_videos (version, avatar, create_time, nick_name, reflow_cover, region, seller_id, total_comments_cnt, total_digg_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_views_cnt, user_id, video_desc, video_id, unique_id, currency, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate)
SELECT
    {version:UInt32},
    ifNull(selected.avatar, '') AS avatar,
    ifNull(toString(selected.create_time), '') AS create_time,
    ifNull(selected.nick_name, '') AS nick_name,
    ifNull(selected.reflow_cover, '') AS reflow_cover,
    ifNull(selected.region, '') AS region,
    ifNull(selected.seller_id, 0) AS seller_id,
    vitrineCapped(ifNull(selected.total_comments_cnt, 0)) AS total_comments_cnt,
    vitrineCapped(ifNull(selected.total_digg_cnt, 0)) AS total_digg_cnt,
    vitrineCapped(ifNull(selected.total_shares_cnt, 0)) AS total_shares_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_cnt, 0)) AS total_video_sale_cnt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_amt, 0)) AS total_video_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.video_desc, '') AS video_desc,
    ifNull(selected.video_id, 0) AS video_id,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.currency, '') AS currency,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_low, 0)) AS total_video_sale_cnt_low,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_high, 0)) AS total_video_sale_cnt_high,
    ifNull(selected.total_video_sale_cnt_basis, '') AS total_video_sale_cnt_basis,
    ifNull(selected.total_video_sale_cnt_known_rate, 0) AS total_video_sale_cnt_known_rate
FROM
(
SELECT
    sale.seller_id AS seller_id, sale.video_id AS video_id, sale.user_id AS user_id, creator.unique_id AS unique_id,
    creator.nick_name AS nick_name, creator.avatar AS avatar, sale.region AS region, sale.create_time AS create_time,
    sale.video_desc AS video_desc, sale.reflow_cover AS reflow_cover, sale.worth.1 AS currency,
    sale.views AS total_views_cnt, sale.diggs AS total_digg_cnt, sale.comments AS total_comments_cnt, sale.shares AS total_shares_cnt,
    sale.units AS total_video_sale_cnt,
    vitrineLow(total_video_sale_cnt, sale.sure, sale.variance) AS total_video_sale_cnt_low, vitrineHigh(total_video_sale_cnt, sale.sure, sale.variance) AS total_video_sale_cnt_high,
    vitrineBasis(sale.sure) AS total_video_sale_cnt_basis, vitrineKnownRate(sale.sure) AS total_video_sale_cnt_known_rate,
    sale.worth.2 AS total_video_sale_gmv_amt
FROM
(
    SELECT
        seller_id, video_id,
        any(user_id) AS user_id, any(region) AS region, any(create_time) AS create_time, any(video_desc) AS video_desc,
        any(reflow_cover) AS reflow_cover, any(total_views_cnt) AS views, any(total_digg_cnt) AS diggs,
        any(total_comments_cnt) AS comments, any(total_shares_cnt) AS shares,
        sum(toInt128(total_video_sale_cnt)) AS units,
        sumForEach(link.limited) AS sure, sumIf(link.variance_of, link.limited[6] > 0) AS variance,
        vitrineInMainCurrency(currency, total_video_sale_gmv_amt * 100) AS worth
    FROM serving_product_videos AS video
    INNER JOIN (SELECT product_id, seller_id FROM {state:Identifier}.product_current WHERE seller_id != 0) AS product USING (product_id)
    LEFT JOIN
    (
        SELECT product_id, source_id AS video_id, vitrineLimited(units, product.units_max, sure) AS limited, variance AS variance_of
        FROM {state:Identifier}.link_current
        INNER JOIN (SELECT product_id, units_max FROM {state:Identifier}.product_current) AS product USING (product_id)
        WHERE kind = 1
    ) AS link USING (product_id, video_id)
    WHERE version = {version:UInt32}
    GROUP BY seller_id, video_id
) AS sale
LEFT JOIN (SELECT user_id, unique_id, nick_name, avatar FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = sale.user_id
) AS selected;

-- name: saturated
SELECT 'shop-videos' AS name, count() AS rows
FROM serving_shop_videos
WHERE version = {version:UInt32} AND (greatest(total_comments_cnt, total_digg_cnt, total_shares_cnt, total_video_sale_cnt, total_views_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high) >= vitrineLargest() OR greatest(total_video_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));
