-- The peer's tables: what a request fixes, sorts and filters by as columns, and the row as the JSON text that is sent, so that a page
-- costs no JSON. Whole numbers stand for money (cents), commission (hundredths of a percent) and ratings (hundredths): they compare faster
-- than numeric. All ids of the made rows fit a bigint.

CREATE TABLE serving_product_list
(
    product_id bigint NOT NULL,
    category_id bigint NOT NULL,
    category_l2_id bigint NOT NULL,
    category_l3_id bigint NOT NULL,
    total_sale_cnt bigint NOT NULL,
    total_sale_gmv_amt bigint NOT NULL,
    spu_avg_price bigint NOT NULL,
    total_sale_7d_cnt bigint NOT NULL,
    total_sale_30d_cnt bigint NOT NULL,
    total_sale_gmv_7d_amt bigint NOT NULL,
    total_sale_gmv_30d_amt bigint NOT NULL,
    total_ifl_cnt bigint NOT NULL,
    total_video_cnt bigint NOT NULL,
    total_views_cnt bigint NOT NULL,
    review_count bigint NOT NULL,
    first_crawl_dt integer NOT NULL,
    product_commission_rate integer NOT NULL,
    product_rating integer NOT NULL,
    sales_trend_flag smallint NOT NULL,
    is_s_shop smallint NOT NULL,
    free_shipping smallint NOT NULL,
    sales_flag smallint NOT NULL,
    region text COLLATE "C" NOT NULL,
    json text NOT NULL
);
-- Beside the table and as it is: a filter that reads many rows does not read their texts, and nothing is unpacked.
ALTER TABLE serving_product_list ALTER COLUMN json SET STORAGE EXTERNAL;

CREATE TABLE serving_product_creators
(
    product_id bigint NOT NULL,
    user_id bigint NOT NULL,
    total_followers_cnt bigint NOT NULL,
    total_digg_cnt bigint NOT NULL,
    per_product_ifl_sale_cnt bigint NOT NULL,
    per_product_ifl_gmv_amt bigint NOT NULL,
    total_post_video_cnt bigint NOT NULL,
    total_views_cnt bigint NOT NULL,
    total_live_views_cnt bigint NOT NULL,
    json text NOT NULL
);

CREATE TABLE serving_product_videos
(
    product_id bigint NOT NULL,
    video_id bigint NOT NULL,
    total_views_cnt bigint NOT NULL,
    total_digg_cnt bigint NOT NULL,
    total_shares_cnt bigint NOT NULL,
    total_video_sale_cnt bigint NOT NULL,
    total_video_sale_gmv_amt bigint NOT NULL,
    create_time bigint NOT NULL,
    json text NOT NULL
);

CREATE TABLE serving_influencer_products
(
    user_id bigint NOT NULL,
    product_id bigint NOT NULL,
    category_id bigint NOT NULL,
    total_sale_cnt bigint NOT NULL,
    total_sale_gmv_amt bigint NOT NULL,
    spu_avg_price bigint NOT NULL,
    total_video_sale_cnt bigint NOT NULL,
    total_video_sale_gmv_amt bigint NOT NULL,
    json text NOT NULL
);

CREATE TABLE serving_shop_videos
(
    seller_id bigint NOT NULL,
    video_id bigint NOT NULL,
    total_views_cnt bigint NOT NULL,
    total_video_sale_cnt bigint NOT NULL,
    total_video_sale_gmv_amt bigint NOT NULL,
    json text NOT NULL
);

-- The lists of creators, shops and videos. A row is shorter than what PostgreSQL would keep beside a table by itself.

CREATE TABLE serving_influencer_list
(
    user_id bigint NOT NULL,
    total_followers_cnt bigint NOT NULL,
    total_followers_30d_cnt bigint NOT NULL,
    total_post_video_cnt bigint NOT NULL,
    per_views_avg_cnt bigint NOT NULL,
    total_product_cnt bigint NOT NULL,
    total_digg_cnt bigint NOT NULL,
    total_views_cnt bigint NOT NULL,
    total_views_7d_cnt bigint NOT NULL,
    per_video_product_views_avg_cnt bigint NOT NULL,
    per_video_product_views_avg_7d_cnt bigint NOT NULL,
    interaction_rate integer NOT NULL,
    show_case_flag smallint NOT NULL,
    sales_flag smallint NOT NULL,
    region text COLLATE "C" NOT NULL,
    json text NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE serving_influencer_list ALTER COLUMN json SET STORAGE EXTERNAL;

CREATE TABLE serving_shop_list
(
    seller_id bigint NOT NULL,
    category_id bigint NOT NULL,
    category_l2_id bigint NOT NULL,
    category_l3_id bigint NOT NULL,
    total_sale_cnt bigint NOT NULL,
    total_sale_gmv_amt bigint NOT NULL,
    spu_avg_price bigint NOT NULL,
    from_flag smallint NOT NULL,
    sales_flag smallint NOT NULL,
    sales_trend_flag smallint NOT NULL,
    region text COLLATE "C" NOT NULL,
    json text NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE serving_shop_list ALTER COLUMN json SET STORAGE EXTERNAL;

CREATE TABLE serving_video_list
(
    video_id bigint NOT NULL,
    total_digg_cnt bigint NOT NULL,
    create_time bigint NOT NULL,
    total_views_cnt bigint NOT NULL,
    duration bigint NOT NULL,
    sales_flag smallint NOT NULL,
    is_ad smallint NOT NULL,
    region text COLLATE "C" NOT NULL,
    json text NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE serving_video_list ALTER COLUMN json SET STORAGE EXTERNAL;
