-- The keyed lists that show one product a row. Amounts are in the product's currency, or all in the reporting currency. What sources sold of a product is at
-- most what the product sold.

INSERT INTO serving_product_creator
(
    version, product_id, user_id, unique_id, nick_name, avatar, category, region, currency, per_product_ifl_sale_cnt, per_product_ifl_gmv_amt,
    total_followers_cnt, total_following_cnt, total_digg_cnt, total_post_video_cnt, total_live_cnt, total_views_cnt, total_live_views_cnt
)
SELECT
    {version:UInt32}, sale.product_id, sale.user_id, creator.unique_id, creator.nick_name, creator.avatar, creator.category, creator.region,
    product.currency, vitrineCapped(least(sale.units, product.units_max)), vitrineAmount(least(sale.gmv, product.gmv_total)),
    creator.total_followers_cnt, creator.total_following_cnt, creator.total_digg_cnt, creator.total_post_video_cnt,
    creator.total_live_cnt, creator.total_views_cnt, creator.total_live_views_cnt
FROM
(
    SELECT product_id, user_id, sum(units) AS units, sum(gmv) AS gmv FROM {state:Identifier}.link_now GROUP BY product_id, user_id
) AS sale
LEFT JOIN {state:Identifier}.creator_now AS creator ON creator.user_id = sale.user_id
LEFT JOIN
(
    SELECT product_id, currency, units_max, gmv_total FROM {state:Identifier}.product_now
) AS product ON product.product_id = sale.product_id;

INSERT INTO serving_creator_product
(
    version, user_id, product_id, unique_id, category_id, product_name, cover_url, currency, spu_avg_price, total_sale_cnt, total_sale_gmv_amt,
    total_video_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_live_cnt, total_live_sale_cnt, total_live_sale_gmv_amt
)
SELECT
    {version:UInt32}, sale.user_id, sale.product_id, creator.unique_id, product.category_id, product.product_name, product.cover_url,
    product.currency, vitrineAmount(product.price), vitrineCapped(product.units_total), vitrineAmount(product.gmv_total),
    sale.videos, vitrineCapped(least(sale.video_units, product.units_max)), vitrineAmount(least(sale.video_gmv, product.gmv_total)),
    sale.lives, vitrineCapped(least(sale.live_units, product.units_max)), vitrineAmount(least(sale.live_gmv, product.gmv_total))
FROM
(
    SELECT
        product_id, user_id,
        countIf(kind = 1) AS videos, sumIf(units, kind = 1) AS video_units, sumIf(gmv, kind = 1) AS video_gmv,
        countIf(kind = 2) AS lives, sumIf(units, kind = 2) AS live_units, sumIf(gmv, kind = 2) AS live_gmv
    FROM {state:Identifier}.link_now
    GROUP BY product_id, user_id
) AS sale
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_now) AS creator ON creator.user_id = sale.user_id
LEFT JOIN
(
    SELECT product_id, category_id, product_name, cover_url, currency, price, units_total, units_max, gmv_total FROM {state:Identifier}.product_now
) AS product ON product.product_id = sale.product_id;

INSERT INTO serving_product_video
(
    version, product_id, video_id, user_id, unique_id, region, create_time, duration, video_desc, hash_tag, width, height, ratio, data_size,
    play_addr, reflow_cover, currency, total_views_cnt, total_digg_cnt, total_comments_cnt, total_favorites_cnt, total_shares_cnt,
    total_video_sale_cnt, total_video_sale_gmv_amt
)
SELECT
    {version:UInt32}, link.product_id, link.source_id, link.user_id, creator.unique_id, video.region,
    ifNull(toString(video.made_at), ''), ifNull(video.duration, 0), video.video_desc, video.hash_tag,
    ifNull(toString(video.width), ''), ifNull(toString(video.height), ''), video.ratio, ifNull(toString(video.data_size), ''),
    video.play_addr, video.reflow_cover, product.currency, link.views, ifNull(video.total_digg_cnt, 0),
    ifNull(video.total_comments_cnt, 0), ifNull(video.total_favorites_cnt, 0), ifNull(video.total_shares_cnt, 0),
    vitrineCapped(least(link.units, product.units_max)), vitrineAmount(least(link.gmv, product.gmv_total))
FROM (SELECT * FROM {state:Identifier}.link_now WHERE kind = 1) AS link
INNER JOIN
(
    SELECT
        source_id,
        vitrineLetters(vitrineStamped(max(source_attribute.region))) AS region, vitrineStamped(max(source_attribute.made_at)) AS made_at, vitrineStamped(max(source_attribute.duration)) AS duration,
        vitrineStampedText(max(source_attribute.video_desc)) AS video_desc, vitrineStampedText(max(source_attribute.hash_tag)) AS hash_tag, vitrineStamped(max(source_attribute.width)) AS width,
        vitrineStamped(max(source_attribute.height)) AS height, vitrineStampedText(max(source_attribute.ratio)) AS ratio, vitrineStamped(max(source_attribute.data_size)) AS data_size,
        vitrineStampedText(max(source_attribute.play_addr)) AS play_addr, vitrineStampedText(max(source_attribute.reflow_cover)) AS reflow_cover, vitrineStamped(max(source_attribute.total_digg_cnt)) AS total_digg_cnt,
        vitrineStamped(max(source_attribute.total_comments_cnt)) AS total_comments_cnt, vitrineStamped(max(source_attribute.total_favorites_cnt)) AS total_favorites_cnt,
        vitrineStamped(max(source_attribute.total_shares_cnt)) AS total_shares_cnt
    FROM {state:Identifier}.source_attribute
    WHERE kind = 1
    GROUP BY source_id
) AS video ON video.source_id = link.source_id
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_now) AS creator ON creator.user_id = link.user_id
LEFT JOIN
(
    SELECT product_id, currency, units_max, gmv_total FROM {state:Identifier}.product_now
) AS product ON product.product_id = link.product_id
SETTINGS optimize_aggregation_in_order = 1;
