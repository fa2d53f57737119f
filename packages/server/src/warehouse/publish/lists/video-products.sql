-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_video_products (version, create_time, data_size, duration, hash_tag, height, play_addr, product_id, ratio, reflow_cover, region, total_comments_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_views_cnt, user_id, video_desc, video_id, width, unique_id, currency, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate)
SELECT version, create_time, data_size, duration, hash_tag, height, play_addr, product_id, ratio, reflow_cover, region, total_comments_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_views_cnt, user_id, video_desc, video_id, width, unique_id, currency, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate
FROM serving_product_videos
WHERE version = {version:UInt32} AND 1;

-- name: saturated
SELECT 'video-products' AS name, count() AS rows
FROM serving_video_products
WHERE version = {version:UInt32} AND (greatest(duration, total_comments_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_views_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high) >= vitrineLargest() OR greatest(total_video_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));
