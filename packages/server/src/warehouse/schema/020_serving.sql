-- What the endpoints read: one table an endpoint, holding the row as it is served, ordered for its key. A publish
-- writes one partition of each, and a reader names the version it reads, so that it never sees half a publish.
-- Granules are small because a request reads few rows, and wide ones.

-- A row a product, for the product list.
CREATE TABLE IF NOT EXISTS serving_product
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    product_id UInt64 COMMENT 'product',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the market; empty for a product known only from a link',
    seller_id UInt64 COMMENT 'shop that sells the product; 0 when unknown',
    category_id UInt64 COMMENT 'first-level category; 0 when unset',
    category_l2_id UInt64 COMMENT 'second-level category; 0 when unset',
    category_l3_id UInt64 COMMENT 'third-level category; 0 when unset',
    product_name String COMMENT 'title',
    cover_url String COMMENT 'JSON array of {url, index}, sorted by index; valid JSON or empty',
    desc_detail String COMMENT 'JSON array of description blocks; valid JSON or empty',
    discount String COMMENT 'discount as the source words it',
    skus String COMMENT 'JSON array of SKUs with their prices; valid JSON or empty',
    sale_props String COMMENT 'JSON array of properties a buyer chooses by; valid JSON or empty',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    min_price Decimal(24, 2) COMMENT 'lowest SKU price, in currency',
    max_price Decimal(24, 2) COMMENT 'highest SKU price, in currency',
    spu_avg_price Decimal(24, 2) COMMENT 'price of the last record with a price, in currency',
    product_commission_rate Decimal(9, 4) COMMENT 'commission as a fraction: 0.05 is 5 %',
    product_rating Decimal(9, 2) COMMENT 'mean review rating, 0 to 5',
    review_count Int64 COMMENT 'reviews',
    free_shipping UInt8 COMMENT '1 free shipping, 0 not',
    is_s_shop UInt8 COMMENT '1 the shop is fully managed by the platform, 0 not',
    off_mark Int64 COMMENT 'below 2: on sale; 2 and above: taken down',
    first_crawl_dt UInt32 COMMENT 'UTC day of the first observation, yyyyMMdd; 0 for a product known only from a link',
    sales_flag UInt8 COMMENT '1 sells mainly by video, 2 mainly by live, 0 by neither',
    sales_trend_flag UInt8 COMMENT 'units of the last 7 days against the 7 before: 0 stable, 1 up, 2 down',
    total_sale_cnt Int64 COMMENT 'units sold, running total',
    total_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV, running total, in currency',
    total_video_sale_cnt Int64 COMMENT 'units attributed to videos',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to videos, in currency',
    total_live_sale_cnt Int64 COMMENT 'units attributed to lives',
    total_live_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to lives, in currency',
    total_ifl_cnt Int64 COMMENT 'creators with a linked video or live',
    total_video_cnt Int64 COMMENT 'linked videos',
    total_live_cnt Int64 COMMENT 'linked lives',
    total_views_cnt Int64 COMMENT 'views of the linked videos',
    total_sale_1d_cnt Int64 COMMENT 'units sold in the last day',
    total_sale_7d_cnt Int64 COMMENT 'units sold in the last 7 days',
    total_sale_15d_cnt Int64 COMMENT 'units sold in the last 15 days',
    total_sale_30d_cnt Int64 COMMENT 'units sold in the last 30 days',
    total_sale_60d_cnt Int64 COMMENT 'units sold in the last 60 days',
    total_sale_90d_cnt Int64 COMMENT 'units sold in the last 90 days',
    total_sale_gmv_1d_amt Decimal(24, 2) COMMENT 'GMV of the last day, in currency',
    total_sale_gmv_7d_amt Decimal(24, 2) COMMENT 'GMV of the last 7 days, in currency',
    total_sale_gmv_15d_amt Decimal(24, 2) COMMENT 'GMV of the last 15 days, in currency',
    total_sale_gmv_30d_amt Decimal(24, 2) COMMENT 'GMV of the last 30 days, in currency',
    total_sale_gmv_60d_amt Decimal(24, 2) COMMENT 'GMV of the last 60 days, in currency',
    total_sale_gmv_90d_amt Decimal(24, 2) COMMENT 'GMV of the last 90 days, in currency',
    total_video_sale_1d_cnt Int64 COMMENT 'units attributed to videos in the last day',
    total_video_sale_7d_cnt Int64 COMMENT 'units attributed to videos in the last 7 days',
    total_video_sale_15d_cnt Int64 COMMENT 'units attributed to videos in the last 15 days',
    total_video_sale_30d_cnt Int64 COMMENT 'units attributed to videos in the last 30 days',
    total_video_sale_60d_cnt Int64 COMMENT 'units attributed to videos in the last 60 days',
    total_video_sale_90d_cnt Int64 COMMENT 'units attributed to videos in the last 90 days',
    total_video_sale_gmv_1d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last day, in currency',
    total_video_sale_gmv_7d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 7 days, in currency',
    total_video_sale_gmv_15d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 15 days, in currency',
    total_video_sale_gmv_30d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 30 days, in currency',
    total_video_sale_gmv_60d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 60 days, in currency',
    total_video_sale_gmv_90d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 90 days, in currency',
    total_live_sale_1d_cnt Int64 COMMENT 'units attributed to lives in the last day',
    total_live_sale_7d_cnt Int64 COMMENT 'units attributed to lives in the last 7 days',
    total_live_sale_15d_cnt Int64 COMMENT 'units attributed to lives in the last 15 days',
    total_live_sale_30d_cnt Int64 COMMENT 'units attributed to lives in the last 30 days',
    total_live_sale_60d_cnt Int64 COMMENT 'units attributed to lives in the last 60 days',
    total_live_sale_90d_cnt Int64 COMMENT 'units attributed to lives in the last 90 days',
    total_live_sale_gmv_1d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last day, in currency',
    total_live_sale_gmv_7d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 7 days, in currency',
    total_live_sale_gmv_15d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 15 days, in currency',
    total_live_sale_gmv_30d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 30 days, in currency',
    total_live_sale_gmv_60d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 60 days, in currency',
    total_live_sale_gmv_90d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 90 days, in currency',
    total_views_1d_cnt Int64 COMMENT 'views the linked videos gained in the last day',
    total_views_7d_cnt Int64 COMMENT 'views the linked videos gained in the last 7 days',
    total_views_15d_cnt Int64 COMMENT 'views the linked videos gained in the last 15 days',
    total_views_30d_cnt Int64 COMMENT 'views the linked videos gained in the last 30 days',
    total_views_60d_cnt Int64 COMMENT 'views the linked videos gained in the last 60 days',
    total_views_90d_cnt Int64 COMMENT 'views the linked videos gained in the last 90 days',
    total_video_1d_cnt Int64 COMMENT 'linked videos made in the last day',
    total_video_7d_cnt Int64 COMMENT 'linked videos made in the last 7 days',
    total_video_15d_cnt Int64 COMMENT 'linked videos made in the last 15 days',
    total_video_30d_cnt Int64 COMMENT 'linked videos made in the last 30 days',
    total_video_60d_cnt Int64 COMMENT 'linked videos made in the last 60 days',
    total_video_90d_cnt Int64 COMMENT 'linked videos made in the last 90 days',
    total_live_1d_cnt Int64 COMMENT 'linked lives made in the last day',
    total_live_7d_cnt Int64 COMMENT 'linked lives made in the last 7 days',
    total_live_15d_cnt Int64 COMMENT 'linked lives made in the last 15 days',
    total_live_30d_cnt Int64 COMMENT 'linked lives made in the last 30 days',
    total_live_60d_cnt Int64 COMMENT 'linked lives made in the last 60 days',
    total_live_90d_cnt Int64 COMMENT 'linked lives made in the last 90 days',
    total_ifl_video_1d_cnt Int64 COMMENT 'creators whose first linked video was made in the last day',
    total_ifl_video_7d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 7 days',
    total_ifl_video_15d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 15 days',
    total_ifl_video_30d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 30 days',
    total_ifl_video_60d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 60 days',
    total_ifl_video_90d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 90 days',
    total_ifl_live_1d_cnt Int64 COMMENT 'creators whose first linked live was made in the last day',
    total_ifl_live_7d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 7 days',
    total_ifl_live_15d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 15 days',
    total_ifl_live_30d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 30 days',
    total_ifl_live_60d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 60 days',
    total_ifl_live_90d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 90 days'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, region, product_id)
SETTINGS index_granularity = 1024;

-- A row a product and creator who promotes it.
CREATE TABLE IF NOT EXISTS serving_product_creator
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    product_id UInt64 COMMENT 'product promoted',
    user_id UInt64 COMMENT 'creator with a linked video or live',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    nick_name String COMMENT 'display name of the creator',
    avatar String COMMENT 'URL of the profile picture',
    category String COMMENT 'what the creator posts about, as the source words it',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the creator; empty when unknown',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    per_product_ifl_sale_cnt Int64 COMMENT 'units of the product attributed to the creator',
    per_product_ifl_gmv_amt Decimal(24, 2) COMMENT 'GMV of the product attributed to the creator, in currency',
    total_followers_cnt Int64 COMMENT 'followers of the creator',
    total_following_cnt Int64 COMMENT 'accounts the creator follows',
    total_digg_cnt Int64 COMMENT 'likes of the creator',
    total_post_video_cnt Int64 COMMENT 'videos the creator posted',
    total_live_cnt Int64 COMMENT 'lives the creator held',
    total_views_cnt Int64 COMMENT 'views of the creator’s videos',
    total_live_views_cnt Int64 COMMENT 'viewers of the creator’s lives'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, product_id, user_id)
SETTINGS index_granularity = 1024;

-- A row a product and video that promotes it.
CREATE TABLE IF NOT EXISTS serving_product_video
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    product_id UInt64 COMMENT 'product promoted',
    video_id UInt64 COMMENT 'video that promotes it',
    user_id UInt64 COMMENT 'creator of the video; 0 when unknown',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the video; empty when unknown',
    create_time String COMMENT 'when the video was posted, epoch seconds in digits; empty when unknown',
    duration Int64 COMMENT 'length, seconds',
    video_desc String COMMENT 'caption',
    hash_tag String COMMENT 'hash tags of the caption',
    width String COMMENT 'pixels in digits; empty when unknown',
    height String COMMENT 'pixels in digits; empty when unknown',
    ratio String COMMENT 'resolution as the source words it, such as 540p',
    data_size String COMMENT 'bytes in digits; empty when unknown',
    play_addr String COMMENT 'URL of the video file as last seen; sources let it expire',
    reflow_cover String COMMENT 'URL of the cover image',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    total_views_cnt Int64 COMMENT 'views',
    total_digg_cnt Int64 COMMENT 'likes',
    total_comments_cnt Int64 COMMENT 'comments',
    total_favorites_cnt Int64 COMMENT 'times saved',
    total_shares_cnt Int64 COMMENT 'shares',
    total_video_sale_cnt Int64 COMMENT 'units of the product attributed to the video',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV of the product attributed to the video, in currency'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, product_id, video_id)
SETTINGS index_granularity = 1024;

-- A row a creator and product the creator promotes.
CREATE TABLE IF NOT EXISTS serving_creator_product
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    user_id UInt64 COMMENT 'creator',
    product_id UInt64 COMMENT 'product the creator has a video or live of',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    category_id UInt64 COMMENT 'first-level category of the product; 0 when unset',
    product_name String COMMENT 'title of the product',
    cover_url String COMMENT 'JSON array of {url, index}, sorted by index; valid JSON or empty',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    spu_avg_price Decimal(24, 2) COMMENT 'price of the product’s last record with a price, in currency',
    total_sale_cnt Int64 COMMENT 'units of the whole product, running total',
    total_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV of the whole product, running total, in currency',
    total_video_cnt Int64 COMMENT 'videos of the creator that promote the product',
    total_video_sale_cnt Int64 COMMENT 'units attributed to the creator’s videos',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to the creator’s videos, in currency',
    total_live_cnt Int64 COMMENT 'lives of the creator that promote the product',
    total_live_sale_cnt Int64 COMMENT 'units attributed to the creator’s lives',
    total_live_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to the creator’s lives, in currency'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, user_id, product_id)
SETTINGS index_granularity = 1024;

-- A row a shop and video that promotes a product of it.
CREATE TABLE IF NOT EXISTS serving_shop_video
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    seller_id UInt64 COMMENT 'shop with a product in the video',
    video_id UInt64 COMMENT 'video that promotes it',
    user_id UInt64 COMMENT 'creator of the video; 0 when unknown',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    nick_name String COMMENT 'display name of the creator',
    avatar String COMMENT 'URL of the creator’s profile picture',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the video; empty when unknown',
    create_time String COMMENT 'when the video was posted, epoch seconds in digits; empty when unknown',
    video_desc String COMMENT 'caption',
    reflow_cover String COMMENT 'URL of the cover image',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    total_views_cnt Int64 COMMENT 'views',
    total_digg_cnt Int64 COMMENT 'likes',
    total_comments_cnt Int64 COMMENT 'comments',
    total_shares_cnt Int64 COMMENT 'shares',
    total_video_sale_cnt Int64 COMMENT 'units of the shop’s products attributed to the video',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV of the shop’s products attributed to the video, in currency'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, seller_id, video_id)
SETTINGS index_granularity = 1024;

-- A row an image that other rows show. Only these are fetched for callers.
CREATE TABLE IF NOT EXISTS serving_image
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    name FixedString(16) COMMENT 'first half of the SHA-256 of its address'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY name
SETTINGS index_granularity = 1024;
