-- Made after the load. A list's key and row id are its primary key, and each field it can be sorted by has an index in the order of the
-- answer. Ascending orders of keyed lists read it backwards and sort only what ties; the lists of a market, where tens of thousands of rows tie at
-- zero, have indexes for both directions. Of their filters, those that can be selective have one. Tried and left out, for nothing came of it:
-- indexes that cover all filters, a larger statistics target (planning took longer), and planning every statement anew.

ALTER TABLE serving_product_list ADD PRIMARY KEY (region, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_cnt DESC, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_gmv_amt DESC, product_id);
CREATE INDEX ON serving_product_list (region, spu_avg_price DESC, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_7d_cnt DESC, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_30d_cnt DESC, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_gmv_7d_amt DESC, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_gmv_30d_amt DESC, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_cnt, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_gmv_amt, product_id);
CREATE INDEX ON serving_product_list (region, spu_avg_price, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_7d_cnt, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_30d_cnt, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_gmv_7d_amt, product_id);
CREATE INDEX ON serving_product_list (region, total_sale_gmv_30d_amt, product_id);
CREATE INDEX ON serving_product_list (region, category_id);
CREATE INDEX ON serving_product_list (region, category_l2_id);
CREATE INDEX ON serving_product_list (region, category_l3_id);
CREATE INDEX ON serving_product_list (region, total_ifl_cnt);
CREATE INDEX ON serving_product_list (region, total_video_cnt);
CREATE INDEX ON serving_product_list (region, total_views_cnt);
CREATE INDEX ON serving_product_list (region, review_count);
CREATE INDEX ON serving_product_list (region, first_crawl_dt);
CREATE INDEX ON serving_product_list (region, product_commission_rate);
CREATE INDEX ON serving_product_list (region, product_rating);
-- A category of a lower level implies those above it, and links come with links: without these the planner multiplies.
CREATE STATISTICS serving_product_categories ON category_id, category_l2_id, category_l3_id FROM serving_product_list;
CREATE STATISTICS serving_product_links (dependencies) ON total_ifl_cnt, total_video_cnt, total_views_cnt FROM serving_product_list;

ALTER TABLE serving_product_creators ADD PRIMARY KEY (product_id, user_id);
CREATE INDEX ON serving_product_creators (product_id, total_followers_cnt DESC, user_id);
CREATE INDEX ON serving_product_creators (product_id, total_digg_cnt DESC, user_id);
CREATE INDEX ON serving_product_creators (product_id, per_product_ifl_sale_cnt DESC, user_id);
CREATE INDEX ON serving_product_creators (product_id, per_product_ifl_gmv_amt DESC, user_id);
CREATE INDEX ON serving_product_creators (product_id, total_post_video_cnt DESC, user_id);
CREATE INDEX ON serving_product_creators (product_id, total_views_cnt DESC, user_id);
CREATE INDEX ON serving_product_creators (product_id, total_live_views_cnt DESC, user_id);

ALTER TABLE serving_product_videos ADD PRIMARY KEY (product_id, video_id);
CREATE INDEX ON serving_product_videos (product_id, total_views_cnt DESC, video_id);
CREATE INDEX ON serving_product_videos (product_id, total_digg_cnt DESC, video_id);
CREATE INDEX ON serving_product_videos (product_id, total_shares_cnt DESC, video_id);
CREATE INDEX ON serving_product_videos (product_id, total_video_sale_cnt DESC, video_id);
CREATE INDEX ON serving_product_videos (product_id, total_video_sale_gmv_amt DESC, video_id);
CREATE INDEX ON serving_product_videos (product_id, create_time DESC, video_id);

ALTER TABLE serving_influencer_products ADD PRIMARY KEY (user_id, product_id);
CREATE INDEX ON serving_influencer_products (user_id, total_sale_cnt DESC, product_id);
CREATE INDEX ON serving_influencer_products (user_id, total_sale_gmv_amt DESC, product_id);
CREATE INDEX ON serving_influencer_products (user_id, spu_avg_price DESC, product_id);
CREATE INDEX ON serving_influencer_products (user_id, total_video_sale_cnt DESC, product_id);
CREATE INDEX ON serving_influencer_products (user_id, total_video_sale_gmv_amt DESC, product_id);

ALTER TABLE serving_shop_videos ADD PRIMARY KEY (seller_id, video_id);
CREATE INDEX ON serving_shop_videos (seller_id, total_views_cnt DESC, video_id);
CREATE INDEX ON serving_shop_videos (seller_id, total_video_sale_cnt DESC, video_id);
CREATE INDEX ON serving_shop_videos (seller_id, total_video_sale_gmv_amt DESC, video_id);

ALTER TABLE serving_influencer_list ADD PRIMARY KEY (region, user_id);
CREATE INDEX ON serving_influencer_list (region, total_followers_cnt DESC, user_id);
CREATE INDEX ON serving_influencer_list (region, total_followers_30d_cnt DESC, user_id);
CREATE INDEX ON serving_influencer_list (region, total_post_video_cnt DESC, user_id);
CREATE INDEX ON serving_influencer_list (region, per_views_avg_cnt DESC, user_id);
CREATE INDEX ON serving_influencer_list (region, interaction_rate DESC, user_id);
CREATE INDEX ON serving_influencer_list (region, total_product_cnt DESC, user_id);
CREATE INDEX ON serving_influencer_list (region, total_followers_cnt, user_id);
CREATE INDEX ON serving_influencer_list (region, total_followers_30d_cnt, user_id);
CREATE INDEX ON serving_influencer_list (region, total_post_video_cnt, user_id);
CREATE INDEX ON serving_influencer_list (region, per_views_avg_cnt, user_id);
CREATE INDEX ON serving_influencer_list (region, interaction_rate, user_id);
CREATE INDEX ON serving_influencer_list (region, total_product_cnt, user_id);
CREATE INDEX ON serving_influencer_list (region, total_digg_cnt);
CREATE INDEX ON serving_influencer_list (region, total_views_cnt);
CREATE INDEX ON serving_influencer_list (region, total_views_7d_cnt);
CREATE INDEX ON serving_influencer_list (region, per_video_product_views_avg_cnt);
CREATE INDEX ON serving_influencer_list (region, per_video_product_views_avg_7d_cnt);
-- A creator who grew in a week had views on videos with products too.
CREATE STATISTICS serving_creator_growth (dependencies) ON total_views_7d_cnt, per_video_product_views_avg_7d_cnt FROM serving_influencer_list;

ALTER TABLE serving_shop_list ADD PRIMARY KEY (region, seller_id);
CREATE INDEX ON serving_shop_list (region, total_sale_cnt DESC, seller_id);
CREATE INDEX ON serving_shop_list (region, total_sale_gmv_amt DESC, seller_id);
CREATE INDEX ON serving_shop_list (region, spu_avg_price DESC, seller_id);
CREATE INDEX ON serving_shop_list (region, total_sale_cnt, seller_id);
CREATE INDEX ON serving_shop_list (region, total_sale_gmv_amt, seller_id);
CREATE INDEX ON serving_shop_list (region, spu_avg_price, seller_id);
CREATE INDEX ON serving_shop_list (region, category_id);
CREATE INDEX ON serving_shop_list (region, category_l2_id);
CREATE INDEX ON serving_shop_list (region, category_l3_id);
CREATE STATISTICS serving_shop_categories ON category_id, category_l2_id, category_l3_id FROM serving_shop_list;

ALTER TABLE serving_video_list ADD PRIMARY KEY (region, video_id);
CREATE INDEX ON serving_video_list (region, total_digg_cnt DESC, video_id);
CREATE INDEX ON serving_video_list (region, create_time DESC, video_id);
CREATE INDEX ON serving_video_list (region, total_views_cnt DESC, video_id);
CREATE INDEX ON serving_video_list (region, total_digg_cnt, video_id);
CREATE INDEX ON serving_video_list (region, create_time, video_id);
CREATE INDEX ON serving_video_list (region, total_views_cnt, video_id);
CREATE INDEX ON serving_video_list (region, duration);
-- Likes are a part of views.
CREATE STATISTICS serving_video_reach (dependencies) ON total_views_cnt, total_digg_cnt FROM serving_video_list;
