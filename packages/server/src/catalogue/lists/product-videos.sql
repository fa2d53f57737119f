-- Every video that promotes the product. What a video sold of a product is at most what the product sold.
WITH
    vitrineLimited(link.units, product.units_max, link.sure) AS sure
SELECT
    link.product_id AS product_id, link.source_id AS video_id, link.user_id AS user_id, creator.unique_id AS unique_id,
    video.region AS region, video.made_at AS create_time, video.duration AS duration, video.video_desc AS video_desc,
    video.hash_tag AS hash_tag, video.width AS width, video.height AS height, video.ratio AS ratio, video.data_size AS data_size,
    video.play_addr AS play_addr, video.reflow_cover AS reflow_cover, product.currency AS currency,
    link.views AS total_views_cnt, video.total_digg_cnt AS total_digg_cnt, video.total_comments_cnt AS total_comments_cnt,
    video.total_favorites_cnt AS total_favorites_cnt, video.total_shares_cnt AS total_shares_cnt,
    least(link.units, product.units_max) AS total_video_sale_cnt,
    vitrineLow(total_video_sale_cnt, sure, link.variance) AS total_video_sale_cnt_low, vitrineHigh(total_video_sale_cnt, sure, link.variance) AS total_video_sale_cnt_high,
    vitrineBasis(sure) AS total_video_sale_cnt_basis, vitrineKnownRate(sure) AS total_video_sale_cnt_known_rate,
    least(link.gmv, product.gmv_total) AS total_video_sale_gmv_amt
FROM (SELECT * FROM {state:Identifier}.link_current WHERE kind = 1) AS link
INNER JOIN {state:Identifier}.video_current AS video ON video.video_id = link.source_id
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = link.user_id
LEFT JOIN
(
    SELECT product_id, currency, units_max, gmv_total FROM {state:Identifier}.product_current
) AS product ON product.product_id = link.product_id;

-- The rows there must be.
SELECT product_id, source_id AS video_id FROM {state:Identifier}.link_current WHERE kind = 1;
