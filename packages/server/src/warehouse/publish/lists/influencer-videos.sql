-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_influencer_videos (version, avatar, create_time, created_by_ai, data_size, duration, height, is_ad, product_category_list, ratio, reflow_cover, region, sales_flag, total_comments_cnt, total_digg_1d_cnt, total_digg_30d_cnt, total_digg_7d_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_views_1d_cnt, total_views_30d_cnt, total_views_7d_cnt, total_views_cnt, unique_id, user_id, video_desc, video_id, video_products, width, currency, nick_name, category, first_crawl_dt, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate)
SELECT version, avatar, create_time, created_by_ai, data_size, duration, height, is_ad, product_category_list, ratio, reflow_cover, region, sales_flag, total_comments_cnt, total_digg_1d_cnt, total_digg_30d_cnt, total_digg_7d_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_views_1d_cnt, total_views_30d_cnt, total_views_7d_cnt, total_views_cnt, unique_id, user_id, video_desc, video_id, video_products, width, currency, nick_name, category, first_crawl_dt, total_video_sale_cnt_low, total_video_sale_cnt_high, total_video_sale_cnt_basis, total_video_sale_cnt_known_rate
FROM serving_video_list
WHERE version = {version:UInt32} AND user_id != 0;

-- name: saturated
SELECT 'influencer-videos' AS name, count() AS rows
FROM serving_influencer_videos
WHERE version = {version:UInt32} AND (greatest(duration, total_comments_cnt, total_digg_30d_cnt, total_digg_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt, total_views_30d_cnt, total_views_cnt, total_video_sale_cnt_low, total_video_sale_cnt_high) >= vitrineLargest() OR greatest(total_video_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));
