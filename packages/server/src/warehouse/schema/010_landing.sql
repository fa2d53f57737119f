-- Observations as they came, one table a kind, append-only. A row is what one record saw; NULL means "not seen".
-- Rows of the same entity and millisecond melt together, field by field the larger value: the rule for ties
-- (docs/estimates.md section 1), and what makes sending a file twice the same as sending it once.

CREATE TABLE IF NOT EXISTS landing_product
(
    product_id              UInt64 COMMENT 'marketplace id of the product',
    observed_at             DateTime64(3, 'UTC') COMMENT 'moment of the observation' CODEC(DoubleDelta, LZ4),
    batch                   SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last',
    region                  SimpleAggregateFunction(max, LowCardinality(Nullable(String))) COMMENT 'ISO 3166 code of the marketplace',
    currency                SimpleAggregateFunction(max, LowCardinality(Nullable(String))) COMMENT 'ISO 4217 code of its amounts',
    seller_id               SimpleAggregateFunction(max, Nullable(UInt64)) COMMENT 'shop that sells it',
    product_name            SimpleAggregateFunction(max, Nullable(String)),
    category_id             SimpleAggregateFunction(max, Nullable(UInt64)) COMMENT 'first-level category',
    category_l2_id          SimpleAggregateFunction(max, Nullable(UInt64)) COMMENT 'second-level category; 0 unset',
    category_l3_id          SimpleAggregateFunction(max, Nullable(UInt64)) COMMENT 'third-level category; 0 unset',
    cover_url               SimpleAggregateFunction(max, Nullable(String)) COMMENT 'JSON: [{url, index}]',
    desc_detail             SimpleAggregateFunction(max, Nullable(String)) COMMENT 'JSON: description blocks',
    discount                SimpleAggregateFunction(max, Nullable(String)) COMMENT 'discount as shown',
    skus                    SimpleAggregateFunction(max, Nullable(String)) COMMENT 'JSON: variants with real_price',
    sale_props              SimpleAggregateFunction(max, Nullable(String)) COMMENT 'JSON: variant properties',
    min_price               SimpleAggregateFunction(max, Nullable(Decimal(18, 4))) COMMENT 'lowest SKU price, in currency',
    max_price               SimpleAggregateFunction(max, Nullable(Decimal(18, 4))) COMMENT 'highest SKU price, in currency',
    spu_avg_price           SimpleAggregateFunction(max, Nullable(Decimal(18, 4))) COMMENT 'mean SKU price where the source gives it',
    product_commission_rate SimpleAggregateFunction(max, Nullable(Decimal(18, 4))) COMMENT 'fraction: 0.05 is 5 %',
    product_rating          SimpleAggregateFunction(max, Nullable(Decimal(18, 4))) COMMENT '0 to 5',
    review_count            SimpleAggregateFunction(max, Nullable(Int64)),
    free_shipping           SimpleAggregateFunction(max, Nullable(UInt8)) COMMENT '0 or 1',
    is_s_shop               SimpleAggregateFunction(max, Nullable(UInt8)) COMMENT '1 fully managed',
    off_mark                SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'under 2: on sale',
    total_sale_cnt          SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'running units sold',
    total_sale_gmv_amt      SimpleAggregateFunction(max, Nullable(Decimal(18, 4))) COMMENT 'running GMV, in currency',
    total_ifl_cnt           SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'creators, as the source counts them',
    total_video_cnt         SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'videos, as the source counts them',
    total_live_cnt          SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'lives, as the source counts them',
    total_views_cnt         SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'video views, as the source counts them',
    has_detail              SimpleAggregateFunction(max, UInt8) MATERIALIZED
        isNotNull(seller_id) OR isNotNull(product_name) OR isNotNull(category_id) OR isNotNull(category_l2_id)
        OR isNotNull(category_l3_id) OR isNotNull(cover_url) OR isNotNull(desc_detail) OR isNotNull(discount)
        OR isNotNull(skus) OR isNotNull(sale_props) OR isNotNull(product_commission_rate) OR isNotNull(product_rating)
        OR isNotNull(review_count) OR isNotNull(free_shipping) OR isNotNull(is_s_shop) OR isNotNull(off_mark)
        OR isNotNull(total_ifl_cnt) OR isNotNull(total_video_cnt) OR isNotNull(total_live_cnt) OR isNotNull(total_views_cnt)
        COMMENT '1: carries more than prices and sales, which most records do not',
    price_cents             SimpleAggregateFunction(max, Nullable(Int64)) MATERIALIZED vitrinePriceCents(spu_avg_price, skus, min_price, max_price) COMMENT 'price of the record, in cents (docs/estimates.md section 3)',
    INDEX batch_range batch TYPE minmax GRANULARITY 8
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (product_id, observed_at);

CREATE TABLE IF NOT EXISTS landing_shop
(
    seller_id      UInt64 COMMENT 'marketplace id of the shop',
    observed_at    DateTime64(3, 'UTC') COMMENT 'moment of the observation',
    batch          SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last',
    region         SimpleAggregateFunction(max, LowCardinality(Nullable(String))) COMMENT 'ISO 3166 code of the marketplace',
    shop_name      SimpleAggregateFunction(max, Nullable(String)),
    avatar         SimpleAggregateFunction(max, Nullable(String)) COMMENT 'address of the picture',
    is_s_shop      SimpleAggregateFunction(max, Nullable(UInt8)) COMMENT '1 fully managed',
    rating         SimpleAggregateFunction(max, Nullable(Decimal(18, 4))) COMMENT '0 to 5',
    total_sale_cnt SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'running units sold'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (seller_id, observed_at);

CREATE TABLE IF NOT EXISTS landing_creator
(
    user_id               UInt64 COMMENT 'marketplace id of the creator',
    observed_at           DateTime64(3, 'UTC') COMMENT 'moment of the observation',
    batch                 SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last',
    unique_id             SimpleAggregateFunction(max, Nullable(String)) COMMENT 'the handle',
    nick_name             SimpleAggregateFunction(max, Nullable(String)),
    avatar                SimpleAggregateFunction(max, Nullable(String)) COMMENT 'address of the picture',
    region                SimpleAggregateFunction(max, LowCardinality(Nullable(String))) COMMENT 'ISO 3166 code',
    category              SimpleAggregateFunction(max, Nullable(String)) COMMENT 'category as the source names it',
    total_followers_cnt   SimpleAggregateFunction(max, Nullable(Int64)),
    total_following_cnt   SimpleAggregateFunction(max, Nullable(Int64)),
    total_digg_cnt        SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'likes',
    total_post_video_cnt  SimpleAggregateFunction(max, Nullable(Int64)),
    total_live_cnt        SimpleAggregateFunction(max, Nullable(Int64)),
    total_views_cnt       SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'video views',
    total_live_views_cnt  SimpleAggregateFunction(max, Nullable(Int64)),
    INDEX batch_range batch TYPE minmax GRANULARITY 8
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (user_id, observed_at);

CREATE TABLE IF NOT EXISTS landing_video
(
    video_id            UInt64 COMMENT 'marketplace id of the video',
    observed_at         DateTime64(3, 'UTC') COMMENT 'moment of the observation' CODEC(DoubleDelta, LZ4),
    batch               SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last',
    user_id             SimpleAggregateFunction(max, UInt64) COMMENT 'creator',
    region              SimpleAggregateFunction(max, LowCardinality(Nullable(String))) COMMENT 'ISO 3166 code',
    create_time         SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'epoch seconds',
    duration            SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'seconds',
    video_desc          SimpleAggregateFunction(max, Nullable(String)),
    hash_tag            SimpleAggregateFunction(max, Nullable(String)),
    width               SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'pixels',
    height              SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'pixels',
    ratio               SimpleAggregateFunction(max, Nullable(String)) COMMENT 'such as 540p',
    data_size           SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'bytes',
    play_addr           SimpleAggregateFunction(max, Nullable(String)) COMMENT 'playback address',
    reflow_cover        SimpleAggregateFunction(max, Nullable(String)) COMMENT 'address of the cover',
    total_views_cnt     SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'running views',
    total_digg_cnt      SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'running likes',
    total_comments_cnt  SimpleAggregateFunction(max, Nullable(Int64)),
    total_favorites_cnt SimpleAggregateFunction(max, Nullable(Int64)),
    total_shares_cnt    SimpleAggregateFunction(max, Nullable(Int64)),
    products            SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(
                            product_id UInt64,
                            total_video_sale_cnt Nullable(Int64),
                            total_video_sale_gmv_amt Nullable(Decimal(18, 4))))) COMMENT 'products it promotes, with its own running sales where known',
    has_detail          SimpleAggregateFunction(max, UInt8) MATERIALIZED
        isNotNull(create_time) OR isNotNull(duration) OR isNotNull(video_desc) OR isNotNull(hash_tag)
        OR isNotNull(width) OR isNotNull(height) OR isNotNull(ratio) OR isNotNull(data_size)
        OR isNotNull(play_addr) OR isNotNull(reflow_cover)
        COMMENT '1: carries more than counts, which most records do not',
    INDEX batch_range batch TYPE minmax GRANULARITY 8
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (video_id, observed_at);

CREATE TABLE IF NOT EXISTS landing_live
(
    live_id         UInt64 COMMENT 'marketplace id of the live stream',
    observed_at     DateTime64(3, 'UTC') COMMENT 'moment of the observation',
    batch           SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last',
    user_id         SimpleAggregateFunction(max, UInt64) COMMENT 'creator',
    region          SimpleAggregateFunction(max, LowCardinality(Nullable(String))) COMMENT 'ISO 3166 code',
    title           SimpleAggregateFunction(max, Nullable(String)),
    start_time      SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'epoch seconds',
    end_time        SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'epoch seconds',
    total_views_cnt SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'running viewers',
    max_views_cnt   SimpleAggregateFunction(max, Nullable(Int64)) COMMENT 'most viewers at once',
    products        SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(
                        product_id UInt64,
                        total_live_sale_cnt Nullable(Int64),
                        total_live_sale_gmv_amt Nullable(Decimal(18, 4))))) COMMENT 'products it promotes, with its own running sales where known',
    INDEX batch_range batch TYPE minmax GRANULARITY 8
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (live_id, observed_at);

CREATE TABLE IF NOT EXISTS landing_fx
(
    currency    LowCardinality(String) COMMENT 'ISO 4217 code',
    date        Date COMMENT 'UTC day the rate holds from',
    observed_at DateTime64(3, 'UTC') DEFAULT toDateTime64(date, 3, 'UTC') COMMENT 'moment of the observation; midnight of the date when not given',
    batch       SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last',
    per_usd     SimpleAggregateFunction(max, Decimal(18, 6)) COMMENT 'units of the currency for one US dollar'
)
ENGINE = AggregatingMergeTree
ORDER BY (currency, date, observed_at);
