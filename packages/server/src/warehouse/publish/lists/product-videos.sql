-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_product_videos (version, create_time, data_size, duration, hash_tag, height, play_addr, product_id, ratio, reflow_cover, region, total_comments_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_views_cnt, user_id, video_desc, video_id, width, unique_id, currency, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate)
SELECT
    {version:UInt32},
    ifNull(toString(selected.create_time), '') AS create_time,
    ifNull(toString(selected.data_size), '') AS data_size,
    vitrineCapped(ifNull(selected.duration, 0)) AS duration,
    ifNull(selected.hash_tag, '') AS hash_tag,
    ifNull(toString(selected.height), '') AS height,
    ifNull(selected.play_addr, '') AS play_addr,
    ifNull(selected.product_id, 0) AS product_id,
    ifNull(selected.ratio, '') AS ratio,
    ifNull(selected.reflow_cover, '') AS reflow_cover,
    ifNull(selected.region, '') AS region,
    vitrineCapped(ifNull(selected.total_comments_cnt, 0)) AS total_comments_cnt,
    vitrineCapped(ifNull(selected.total_digg_cnt, 0)) AS total_digg_cnt,
    vitrineCapped(ifNull(selected.total_favorites_cnt, 0)) AS total_favorites_cnt,
    vitrineCapped(ifNull(selected.total_shares_cnt, 0)) AS total_shares_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_cnt, 0)) AS total_video_sale_cnt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_amt, 0)) AS total_video_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.video_desc, '') AS video_desc,
    ifNull(selected.video_id, 0) AS video_id,
    ifNull(toString(selected.width), '') AS width,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.currency, '') AS currency,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_low, 0)) AS total_video_sale_cnt_low,
    vitrineCapped(ifNull(selected.total_video_sale_cnt_high, 0)) AS total_video_sale_cnt_high,
    ifNull(selected.total_video_sale_cnt_basis, '') AS total_video_sale_cnt_basis,
    ifNull(selected.total_video_sale_cnt_known_rate, 0) AS total_video_sale_cnt_known_rate
FROM
(
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
) AS product ON product.product_id = link.product_id
) AS selected;

-- name: saturated
SELECT 'product-videos' AS name, count() AS rows
FROM serving_product_videos
WHERE version = {version:UInt32} AND (greatest(duration, total_comments_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_views_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high) >= vitrineLargest() OR greatest(total_video_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));

-- name: check
SELECT 'product-videos' AS list, served != expected AS fails
FROM (SELECT (count(), sum(cityHash64(product_id, video_id))) AS served FROM serving_product_videos WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS found
CROSS JOIN (SELECT (count(), sum(cityHash64(product_id, video_id))) AS expected FROM (SELECT product_id, source_id AS video_id FROM {state:Identifier}.link_current WHERE kind = 1) WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)) AS wanted;

-- name: miscounted
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT DISTINCT product_id, {round:UInt8}, 'unexpected number of rows in: product-videos'
FROM
(
    SELECT product_id, video_id, sum(wanted) AS rows_wanted, sum(found) AS rows_found
    FROM
    (
        SELECT product_id, video_id, 1 AS wanted, 0 AS found FROM (SELECT product_id, source_id AS video_id FROM {state:Identifier}.link_current WHERE kind = 1)
        UNION ALL
        SELECT product_id, video_id, 0, 1 FROM serving_product_videos WHERE version = {version:UInt32}
    )
    GROUP BY product_id, video_id
)
WHERE rows_wanted != rows_found AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside);

-- name: broken
INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('in product-videos: ', any(cause))
FROM
(
    WITH
        '' AS other_cause
    SELECT product_id, multiIf(
        least(duration, total_comments_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_views_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high) < 0, 'a count is negative',
        least(total_video_sale_gmv_amt) < 0, 'an amount is negative',
        other_cause) AS cause
    FROM serving_product_videos
    WHERE version = {version:UInt32} AND cause != ''
)
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8})
GROUP BY product_id;
