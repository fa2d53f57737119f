-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

CREATE TABLE IF NOT EXISTS landing_product
(
    product_id UInt64 COMMENT 'ID of the product',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (product_id, observed_at);

ALTER TABLE landing_product
    COMMENT COLUMN product_id 'ID of the product',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS region SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN region 'the marketplace',
    ADD COLUMN IF NOT EXISTS seller_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN seller_id 'shop that sells the product',
    ADD COLUMN IF NOT EXISTS product_name SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN product_name 'title as shown',
    ADD COLUMN IF NOT EXISTS category_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN category_id 'category, the broadest level',
    ADD COLUMN IF NOT EXISTS category_l2_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN category_l2_id 'category, the second level',
    ADD COLUMN IF NOT EXISTS category_l3_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN category_l3_id 'category, the third level',
    ADD COLUMN IF NOT EXISTS cover_url SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN cover_url 'pictures: [{"url": …, "index": 0}, …]',
    ADD COLUMN IF NOT EXISTS desc_detail SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN desc_detail 'description',
    ADD COLUMN IF NOT EXISTS discount SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN discount 'discount as shown',
    ADD COLUMN IF NOT EXISTS skus SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN skus 'variants; the real_price.price_val of each is used for the price if it is a valid price',
    ADD COLUMN IF NOT EXISTS sale_props SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN sale_props 'properties of the variants',
    ADD COLUMN IF NOT EXISTS product_commission_rate SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN product_commission_rate 'commission; 0.05 is 5 %',
    ADD COLUMN IF NOT EXISTS product_rating SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN product_rating 'rating',
    ADD COLUMN IF NOT EXISTS review_count SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN review_count 'reviews',
    ADD COLUMN IF NOT EXISTS free_shipping SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN free_shipping '1 ships free',
    ADD COLUMN IF NOT EXISTS is_s_shop SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN is_s_shop '1 fully managed',
    ADD COLUMN IF NOT EXISTS off_mark SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN off_mark 'below 2: on sale',
    ADD COLUMN IF NOT EXISTS from_flag SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN from_flag '1 sold locally, 2 cross-border; 0 unknown',
    ADD COLUMN IF NOT EXISTS total_ifl_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_ifl_cnt 'creators, if your source reports them',
    ADD COLUMN IF NOT EXISTS total_video_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_video_cnt 'videos, if your source reports them',
    ADD COLUMN IF NOT EXISTS total_live_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_live_cnt 'lives, if your source reports them',
    ADD COLUMN IF NOT EXISTS total_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_views_cnt 'video views, if your source reports them',
    ADD COLUMN IF NOT EXISTS currency SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN currency 'currency of all amounts in the record',
    ADD COLUMN IF NOT EXISTS min_price SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN min_price 'lowest price of the variants',
    ADD COLUMN IF NOT EXISTS max_price SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN max_price 'highest price of the variants',
    ADD COLUMN IF NOT EXISTS spu_avg_price SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN spu_avg_price 'average price of the variants',
    ADD COLUMN IF NOT EXISTS total_sale_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_sale_cnt 'units sold so far',
    ADD COLUMN IF NOT EXISTS total_sale_gmv_amt SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN total_sale_gmv_amt 'GMV so far',
    ADD COLUMN IF NOT EXISTS has_detail SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN has_detail SimpleAggregateFunction(max, UInt8) MATERIALIZED
        isNotNull(seller_id)
        OR isNotNull(product_name)
        OR isNotNull(category_id)
        OR isNotNull(category_l2_id)
        OR isNotNull(category_l3_id)
        OR isNotNull(cover_url)
        OR isNotNull(desc_detail)
        OR isNotNull(discount)
        OR isNotNull(skus)
        OR isNotNull(sale_props)
        OR isNotNull(product_commission_rate)
        OR isNotNull(product_rating)
        OR isNotNull(review_count)
        OR isNotNull(free_shipping)
        OR isNotNull(is_s_shop)
        OR isNotNull(off_mark)
        OR isNotNull(from_flag)
        OR isNotNull(total_ifl_cnt)
        OR isNotNull(total_video_cnt)
        OR isNotNull(total_live_cnt)
        OR isNotNull(total_views_cnt)
        COMMENT '1: carries details, which most records do not',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_shop
(
    seller_id UInt64 COMMENT 'ID of the shop',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (seller_id, observed_at);

ALTER TABLE landing_shop
    COMMENT COLUMN seller_id 'ID of the shop',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS region SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN region 'the marketplace',
    ADD COLUMN IF NOT EXISTS shop_name SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN shop_name 'name as shown',
    ADD COLUMN IF NOT EXISTS avatar SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN avatar 'image URL',
    ADD COLUMN IF NOT EXISTS is_s_shop SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN is_s_shop '1 fully managed',
    ADD COLUMN IF NOT EXISTS rating SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN rating 'rating',
    ADD COLUMN IF NOT EXISTS total_sale_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_sale_cnt 'units sold so far',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_creator
(
    user_id UInt64 COMMENT 'ID of the creator',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (user_id, observed_at);

ALTER TABLE landing_creator
    COMMENT COLUMN user_id 'ID of the creator',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS unique_id SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN unique_id 'handle',
    ADD COLUMN IF NOT EXISTS nick_name SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN nick_name 'display name',
    ADD COLUMN IF NOT EXISTS avatar SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN avatar 'image URL',
    ADD COLUMN IF NOT EXISTS region SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN region 'country',
    ADD COLUMN IF NOT EXISTS category SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN category 'category as given by your source',
    ADD COLUMN IF NOT EXISTS total_followers_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_followers_cnt 'followers',
    ADD COLUMN IF NOT EXISTS total_following_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_following_cnt 'followed',
    ADD COLUMN IF NOT EXISTS total_digg_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_digg_cnt 'likes so far',
    ADD COLUMN IF NOT EXISTS total_post_video_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_post_video_cnt 'videos',
    ADD COLUMN IF NOT EXISTS total_live_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_live_cnt 'lives',
    ADD COLUMN IF NOT EXISTS total_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_views_cnt 'video views so far',
    ADD COLUMN IF NOT EXISTS total_live_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_live_views_cnt 'live views so far',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_video
(
    video_id UInt64 COMMENT 'ID of the video',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (video_id, observed_at);

ALTER TABLE landing_video
    COMMENT COLUMN video_id 'ID of the video',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS user_id SimpleAggregateFunction(max, UInt64), COMMENT COLUMN user_id 'creator of the video',
    ADD COLUMN IF NOT EXISTS region SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN region 'country',
    ADD COLUMN IF NOT EXISTS total_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_views_cnt 'views so far',
    ADD COLUMN IF NOT EXISTS total_digg_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_digg_cnt 'likes so far',
    ADD COLUMN IF NOT EXISTS total_comments_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_comments_cnt 'comments so far',
    ADD COLUMN IF NOT EXISTS total_favorites_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_favorites_cnt 'favorites so far',
    ADD COLUMN IF NOT EXISTS total_shares_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_shares_cnt 'shares so far',
    ADD COLUMN IF NOT EXISTS create_time SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN create_time 'posting time',
    ADD COLUMN IF NOT EXISTS duration SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN duration 'seconds',
    ADD COLUMN IF NOT EXISTS video_desc SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN video_desc 'caption',
    ADD COLUMN IF NOT EXISTS hash_tag SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN hash_tag 'hashtags',
    ADD COLUMN IF NOT EXISTS width SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN width 'pixels',
    ADD COLUMN IF NOT EXISTS height SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN height 'pixels',
    ADD COLUMN IF NOT EXISTS ratio SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN ratio 'resolution, such as 540p',
    ADD COLUMN IF NOT EXISTS data_size SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN data_size 'bytes',
    ADD COLUMN IF NOT EXISTS play_addr SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN play_addr 'video URL',
    ADD COLUMN IF NOT EXISTS reflow_cover SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN reflow_cover 'cover URL',
    ADD COLUMN IF NOT EXISTS products SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(product_id UInt64, total_video_sale_cnt Nullable(Int64), total_video_sale_gmv_amt Nullable(Decimal(18, 4))))), COMMENT COLUMN products 'the products it promotes, each with its product_id and, if your source reports them, total_video_sale_cnt (units), the units of the product sold through this video so far, and total_video_sale_gmv_amt (amount), their GMV',
    ADD COLUMN IF NOT EXISTS has_detail SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN has_detail SimpleAggregateFunction(max, UInt8) MATERIALIZED
        isNotNull(create_time)
        OR isNotNull(duration)
        OR isNotNull(video_desc)
        OR isNotNull(hash_tag)
        OR isNotNull(width)
        OR isNotNull(height)
        OR isNotNull(ratio)
        OR isNotNull(data_size)
        OR isNotNull(play_addr)
        OR isNotNull(reflow_cover)
        COMMENT '1: carries details, which most records do not',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_live
(
    live_id UInt64 COMMENT 'ID of the live',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (live_id, observed_at);

ALTER TABLE landing_live
    COMMENT COLUMN live_id 'ID of the live',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS user_id SimpleAggregateFunction(max, UInt64), COMMENT COLUMN user_id 'creator of the live',
    ADD COLUMN IF NOT EXISTS region SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN region 'country',
    ADD COLUMN IF NOT EXISTS start_time SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN start_time 'start',
    ADD COLUMN IF NOT EXISTS total_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_views_cnt 'viewers so far',
    ADD COLUMN IF NOT EXISTS title SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN title 'title as shown',
    ADD COLUMN IF NOT EXISTS end_time SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN end_time 'end',
    ADD COLUMN IF NOT EXISTS max_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN max_views_cnt 'peak viewers',
    ADD COLUMN IF NOT EXISTS products SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(product_id UInt64, total_live_sale_cnt Nullable(Int64), total_live_sale_gmv_amt Nullable(Decimal(18, 4))))), COMMENT COLUMN products 'the products it promotes, each with its product_id and, if your source reports them, total_live_sale_cnt (units), the units of the product sold through this live so far, and total_live_sale_gmv_amt (amount), their GMV',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_fx
(
    currency LowCardinality(String) COMMENT 'the currency',
    date Date COMMENT 'UTC day from which the rate applies',
    observed_at DateTime64(3, 'UTC') DEFAULT toDateTime64(date, 3, 'UTC') COMMENT 'time of the observation; default: midnight of the date',
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
ORDER BY (currency, date, observed_at);

ALTER TABLE landing_fx
    COMMENT COLUMN currency 'the currency',
    COMMENT COLUMN date 'UTC day from which the rate applies',
    COMMENT COLUMN observed_at 'time of the observation; default: midnight of the date',
    ADD COLUMN IF NOT EXISTS per_usd SimpleAggregateFunction(max, Decimal(18, 6)), COMMENT COLUMN per_usd 'units of the currency per US dollar',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;
