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
    ADD COLUMN IF NOT EXISTS skus SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN skus 'variants; the real_price.price_val of each, or its real_price.sale_price_decimal, is used for the price if it is a valid price',
    ADD COLUMN IF NOT EXISTS sale_props SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN sale_props 'properties of the variants',
    ADD COLUMN IF NOT EXISTS product_commission_rate SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN product_commission_rate 'commission; 0.05 is 5 %',
    ADD COLUMN IF NOT EXISTS product_rating SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN product_rating 'rating',
    ADD COLUMN IF NOT EXISTS review_count SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN review_count 'reviews',
    ADD COLUMN IF NOT EXISTS free_shipping SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN free_shipping '1 ships free',
    ADD COLUMN IF NOT EXISTS is_s_shop SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN is_s_shop '1 fully managed',
    ADD COLUMN IF NOT EXISTS off_mark SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN off_mark 'below 2: on sale',
    ADD COLUMN IF NOT EXISTS from_flag SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN from_flag '1 sold locally, 2 cross-border; 0 unknown',
    ADD COLUMN IF NOT EXISTS is_hot SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN is_hot '1 marked as hot by your source',
    ADD COLUMN IF NOT EXISTS shop_type SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN shop_type 'type of the shop, a number of your source; 0 unknown',
    ADD COLUMN IF NOT EXISTS specification SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN specification 'specification',
    ADD COLUMN IF NOT EXISTS total_ifl_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_ifl_cnt 'creators, if your source reports them',
    ADD COLUMN IF NOT EXISTS total_video_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_video_cnt 'videos, if your source reports them',
    ADD COLUMN IF NOT EXISTS total_live_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_live_cnt 'lives, if your source reports them',
    ADD COLUMN IF NOT EXISTS total_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_views_cnt 'video views, if your source reports them',
    ADD COLUMN IF NOT EXISTS seller_name SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN seller_name 'name of the shop; may stand in place of seller_id',
    ADD COLUMN IF NOT EXISTS currency SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN currency 'currency of all amounts in the record',
    ADD COLUMN IF NOT EXISTS min_price SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN min_price 'lowest price of the variants',
    ADD COLUMN IF NOT EXISTS max_price SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN max_price 'highest price of the variants',
    ADD COLUMN IF NOT EXISTS spu_avg_price SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN spu_avg_price 'average price of the variants',
    ADD COLUMN IF NOT EXISTS total_sale_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_sale_cnt 'units sold so far',
    ADD COLUMN IF NOT EXISTS total_sale_gmv_amt SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN total_sale_gmv_amt 'GMV so far',
    ADD COLUMN IF NOT EXISTS derived SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN derived '1: its totals were not seen, but calculated from what a source says of windows',
    ADD COLUMN IF NOT EXISTS rounded_to SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN rounded_to 'step its running totals are rounded to: 100 for 4.6K. Absent, 0 or 1: they are exact',
    ADD COLUMN IF NOT EXISTS grade SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN grade SimpleAggregateFunction(max, UInt8) MATERIALIZED
        multiIf(ifNull(derived, 0) != 0, 2, ifNull(rounded_to, 0) > 1, 1, 0)
        COMMENT 'its totals are: 0 exact, 1 rounded, 2 derived',
    ADD COLUMN IF NOT EXISTS has_detail SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN has_detail SimpleAggregateFunction(max, UInt8) MATERIALIZED
        ifNull(derived, 0) = 0 AND (isNotNull(seller_id)
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
        OR isNotNull(is_hot)
        OR isNotNull(shop_type)
        OR isNotNull(specification)
        OR isNotNull(total_ifl_cnt)
        OR isNotNull(total_video_cnt)
        OR isNotNull(total_live_cnt)
        OR isNotNull(total_views_cnt))
        COMMENT '1: carries details, which most records do not',
    ADD COLUMN IF NOT EXISTS named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))),
    MODIFY COLUMN named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))) MATERIALIZED
        if(ifNull(seller_id, 0) = 0 OR vitrineShopName(ifNull(seller_name, '')) = '', CAST([], 'Array(Tuple(UInt64, String, UInt64))'),
           [(toUInt64(ifNull(seller_id, 0)), ifNull(seller_name, ''), vitrineShopNameId(ifNull(toString(region), ''), ifNull(seller_name, '')))])
        COMMENT 'its seller_id beside the name, and the id of ours that the name stands for',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_shop
(
    seller_id UInt64 COMMENT 'ID of the shop; shop_name may stand in its place',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (seller_id, observed_at);

ALTER TABLE landing_shop
    COMMENT COLUMN seller_id 'ID of the shop; shop_name may stand in its place',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS region SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN region 'the marketplace',
    ADD COLUMN IF NOT EXISTS shop_name SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN shop_name 'name as shown',
    ADD COLUMN IF NOT EXISTS avatar SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN avatar 'image URL',
    ADD COLUMN IF NOT EXISTS is_s_shop SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN is_s_shop '1 fully managed',
    ADD COLUMN IF NOT EXISTS from_flag SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN from_flag '1 sells locally, 2 cross-border; 0 unknown',
    ADD COLUMN IF NOT EXISTS rating SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN rating 'rating',
    ADD COLUMN IF NOT EXISTS total_sale_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_sale_cnt 'units sold so far',
    ADD COLUMN IF NOT EXISTS user_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN user_id 'creator account of the shop',
    ADD COLUMN IF NOT EXISTS named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))),
    MODIFY COLUMN named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))) MATERIALIZED
        if(ifNull(seller_id, 0) = 0 OR vitrineShopName(ifNull(shop_name, '')) = '', CAST([], 'Array(Tuple(UInt64, String, UInt64))'),
           [(toUInt64(ifNull(seller_id, 0)), ifNull(shop_name, ''), vitrineShopNameId(ifNull(toString(region), ''), ifNull(shop_name, '')))])
        COMMENT 'its seller_id beside the name, and the id of ours that the name stands for',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_creator
(
    user_id UInt64 COMMENT 'ID of the creator; unique_id may stand in its place',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (user_id, observed_at);

ALTER TABLE landing_creator
    COMMENT COLUMN user_id 'ID of the creator; unique_id may stand in its place',
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
    ADD COLUMN IF NOT EXISTS total_comments_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_comments_cnt 'comments so far',
    ADD COLUMN IF NOT EXISTS total_shares_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_shares_cnt 'shares so far',
    ADD COLUMN IF NOT EXISTS language SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN language 'language, such as en',
    ADD COLUMN IF NOT EXISTS gender SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN gender 'gender as given by your source',
    ADD COLUMN IF NOT EXISTS signature SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN signature 'what the profile says',
    ADD COLUMN IF NOT EXISTS contact_email SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN contact_email 'contact address',
    ADD COLUMN IF NOT EXISTS show_case_flag SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN show_case_flag '1 has a showcase',
    ADD COLUMN IF NOT EXISTS has_detail SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN has_detail SimpleAggregateFunction(max, UInt8) MATERIALIZED
        isNotNull(language)
        OR isNotNull(gender)
        OR isNotNull(signature)
        OR isNotNull(contact_email)
        OR isNotNull(show_case_flag)
        COMMENT '1: carries details, which most records do not',
    ADD COLUMN IF NOT EXISTS named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))),
    MODIFY COLUMN named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))) MATERIALIZED
        if(ifNull(user_id, 0) = 0 OR vitrineHandle(ifNull(unique_id, '')) = '', CAST([], 'Array(Tuple(UInt64, String, UInt64))'),
           [(toUInt64(ifNull(user_id, 0)), ifNull(unique_id, ''), vitrineHandleId(ifNull(unique_id, '')))])
        COMMENT 'its user_id beside the name, and the id of ours that the name stands for',
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
    ADD COLUMN IF NOT EXISTS user_id SimpleAggregateFunction(max, UInt64), COMMENT COLUMN user_id 'creator of the video; unique_id may stand in its place',
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
    ADD COLUMN IF NOT EXISTS is_ad SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN is_ad '1 an ad',
    ADD COLUMN IF NOT EXISTS created_by_ai SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN created_by_ai '1 made with AI',
    ADD COLUMN IF NOT EXISTS unique_id SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN unique_id 'handle of the creator; may stand in place of user_id',
    ADD COLUMN IF NOT EXISTS products SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(product_id UInt64, total_video_sale_cnt Nullable(Int64), total_video_sale_gmv_amt Nullable(Decimal(18, 4))))), COMMENT COLUMN products 'the products it promotes, each with its product_id and, if your source reports them, total_video_sale_cnt (units), the units of the product sold through this video so far, and total_video_sale_gmv_amt (amount), their GMV',
    ADD COLUMN IF NOT EXISTS derived SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN derived '1: its totals were not seen, but calculated from what a source says of windows',
    ADD COLUMN IF NOT EXISTS rounded_to SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN rounded_to 'step its running totals are rounded to: 100 for 4.6K. Absent, 0 or 1: they are exact',
    ADD COLUMN IF NOT EXISTS grade SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN grade SimpleAggregateFunction(max, UInt8) MATERIALIZED
        multiIf(ifNull(derived, 0) != 0, 2, ifNull(rounded_to, 0) > 1, 1, 0)
        COMMENT 'its totals are: 0 exact, 1 rounded, 2 derived',
    ADD COLUMN IF NOT EXISTS has_detail SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN has_detail SimpleAggregateFunction(max, UInt8) MATERIALIZED
        ifNull(derived, 0) = 0 AND (isNotNull(create_time)
        OR isNotNull(duration)
        OR isNotNull(video_desc)
        OR isNotNull(hash_tag)
        OR isNotNull(width)
        OR isNotNull(height)
        OR isNotNull(ratio)
        OR isNotNull(data_size)
        OR isNotNull(play_addr)
        OR isNotNull(reflow_cover)
        OR isNotNull(is_ad)
        OR isNotNull(created_by_ai))
        COMMENT '1: carries details, which most records do not',
    ADD COLUMN IF NOT EXISTS named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))),
    MODIFY COLUMN named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))) MATERIALIZED
        if(ifNull(user_id, 0) = 0 OR vitrineHandle(ifNull(unique_id, '')) = '', CAST([], 'Array(Tuple(UInt64, String, UInt64))'),
           [(toUInt64(ifNull(user_id, 0)), ifNull(unique_id, ''), vitrineHandleId(ifNull(unique_id, '')))])
        COMMENT 'its user_id beside the name, and the id of ours that the name stands for',
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
    ADD COLUMN IF NOT EXISTS user_id SimpleAggregateFunction(max, UInt64), COMMENT COLUMN user_id 'creator of the live; unique_id may stand in its place',
    ADD COLUMN IF NOT EXISTS region SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN region 'country',
    ADD COLUMN IF NOT EXISTS title SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN title 'title as shown',
    ADD COLUMN IF NOT EXISTS cover_url SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN cover_url 'cover URL',
    ADD COLUMN IF NOT EXISTS start_time SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN start_time 'start',
    ADD COLUMN IF NOT EXISTS end_time SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN end_time 'end',
    ADD COLUMN IF NOT EXISTS total_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_views_cnt 'viewers so far',
    ADD COLUMN IF NOT EXISTS max_views_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN max_views_cnt 'peak viewers',
    ADD COLUMN IF NOT EXISTS total_joins_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_joins_cnt 'viewers who joined so far',
    ADD COLUMN IF NOT EXISTS total_digg_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_digg_cnt 'likes so far',
    ADD COLUMN IF NOT EXISTS total_comments_cnt SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN total_comments_cnt 'comments so far',
    ADD COLUMN IF NOT EXISTS unique_id SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN unique_id 'handle of the creator; may stand in place of user_id',
    ADD COLUMN IF NOT EXISTS products SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(product_id UInt64, total_live_sale_cnt Nullable(Int64), total_live_sale_gmv_amt Nullable(Decimal(18, 4))))), COMMENT COLUMN products 'the products it promotes, each with its product_id and, if your source reports them, total_live_sale_cnt (units), the units of the product sold through this live so far, and total_live_sale_gmv_amt (amount), their GMV',
    ADD COLUMN IF NOT EXISTS derived SimpleAggregateFunction(max, Nullable(UInt8)), COMMENT COLUMN derived '1: its totals were not seen, but calculated from what a source says of windows',
    ADD COLUMN IF NOT EXISTS rounded_to SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN rounded_to 'step its running totals are rounded to: 100 for 4.6K. Absent, 0 or 1: they are exact',
    ADD COLUMN IF NOT EXISTS grade SimpleAggregateFunction(max, UInt8),
    MODIFY COLUMN grade SimpleAggregateFunction(max, UInt8) MATERIALIZED
        multiIf(ifNull(derived, 0) != 0, 2, ifNull(rounded_to, 0) > 1, 1, 0)
        COMMENT 'its totals are: 0 exact, 1 rounded, 2 derived',
    ADD COLUMN IF NOT EXISTS named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))),
    MODIFY COLUMN named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))) MATERIALIZED
        if(ifNull(user_id, 0) = 0 OR vitrineHandle(ifNull(unique_id, '')) = '', CAST([], 'Array(Tuple(UInt64, String, UInt64))'),
           [(toUInt64(ifNull(user_id, 0)), ifNull(unique_id, ''), vitrineHandleId(ifNull(unique_id, '')))])
        COMMENT 'its user_id beside the name, and the id of ours that the name stands for',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_sale
(
    sale UInt64 COMMENT 'hash of what makes it one sale',
    statement UInt64 COMMENT 'hash of all that is said of it',
    observed_at DateTime64(3, 'UTC') COMMENT 'when this was stated; of two statements of the same sale the later one counts' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (sale, statement, observed_at);

ALTER TABLE landing_sale
    COMMENT COLUMN sale 'hash of what makes it one sale',
    COMMENT COLUMN statement 'hash of all that is said of it',
    COMMENT COLUMN observed_at 'when this was stated; of two statements of the same sale the later one counts',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS units SimpleAggregateFunction(max, Int64), COMMENT COLUMN units 'units sold, less those returned or cancelled; a cancelled line has 0',
    ADD COLUMN IF NOT EXISTS basis SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN basis 'measured: counted by orders, of one day; stated: what a source shows for a range of days',
    ADD COLUMN IF NOT EXISTS first_day SimpleAggregateFunction(max, Date), COMMENT COLUMN first_day 'first day',
    ADD COLUMN IF NOT EXISTS last_day SimpleAggregateFunction(max, Date), COMMENT COLUMN last_day 'last day',
    ADD COLUMN IF NOT EXISTS product_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN product_id 'ID of the product; required unless sku_id is given',
    ADD COLUMN IF NOT EXISTS sku_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN sku_id 'ID of the variant; its product is found in the skus of products',
    ADD COLUMN IF NOT EXISTS gmv SimpleAggregateFunction(max, Nullable(Decimal(18, 4))), COMMENT COLUMN gmv 'what the units sold for',
    ADD COLUMN IF NOT EXISTS currency SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN currency 'currency of gmv; required with it',
    ADD COLUMN IF NOT EXISTS video_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN video_id 'video that sold it',
    ADD COLUMN IF NOT EXISTS live_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN live_id 'live that sold it',
    ADD COLUMN IF NOT EXISTS user_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN user_id 'creator of the video or live',
    ADD COLUMN IF NOT EXISTS unique_id SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN unique_id 'handle of that creator',
    ADD COLUMN IF NOT EXISTS channel SimpleAggregateFunction(max, LowCardinality(Nullable(String))), COMMENT COLUMN channel 'where it was sold; default: as video_id and live_id say',
    ADD COLUMN IF NOT EXISTS named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))),
    MODIFY COLUMN named SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64))) MATERIALIZED
        if(ifNull(user_id, 0) = 0 OR vitrineHandle(ifNull(unique_id, '')) = '', CAST([], 'Array(Tuple(UInt64, String, UInt64))'),
           [(toUInt64(ifNull(user_id, 0)), ifNull(unique_id, ''), vitrineHandleId(ifNull(unique_id, '')))])
        COMMENT 'its user_id beside the name, and the id of ours that the name stands for',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_review
(
    review_id UInt64 COMMENT 'ID of the review',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (review_id, observed_at);

ALTER TABLE landing_review
    COMMENT COLUMN review_id 'ID of the review',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS product_id SimpleAggregateFunction(max, UInt64), COMMENT COLUMN product_id 'the product',
    ADD COLUMN IF NOT EXISTS rating SimpleAggregateFunction(max, UInt8), COMMENT COLUMN rating 'stars',
    ADD COLUMN IF NOT EXISTS display_text SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN display_text 'what it says',
    ADD COLUMN IF NOT EXISTS review_timestamp SimpleAggregateFunction(max, Nullable(Int64)), COMMENT COLUMN review_timestamp 'when it was written',
    ADD COLUMN IF NOT EXISTS sku_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN sku_id 'the variant that was bought',
    ADD COLUMN IF NOT EXISTS sku_specification SimpleAggregateFunction(max, Nullable(String)), COMMENT COLUMN sku_specification 'the variant in words',
    ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8;

CREATE TABLE IF NOT EXISTS landing_category
(
    category_id UInt64 COMMENT 'ID of the category',
    language LowCardinality(String) COMMENT 'language of the name',
    observed_at DateTime64(3, 'UTC') COMMENT 'time of the observation' CODEC(DoubleDelta, LZ4),
    batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(observed_at)
ORDER BY (category_id, language, observed_at);

ALTER TABLE landing_category
    COMMENT COLUMN category_id 'ID of the category',
    COMMENT COLUMN language 'language of the name',
    COMMENT COLUMN observed_at 'time of the observation',
    MODIFY COLUMN observed_at CODEC(DoubleDelta, LZ4),
    ADD COLUMN IF NOT EXISTS category_level SimpleAggregateFunction(max, UInt8), COMMENT COLUMN category_level '1, 2 or 3',
    ADD COLUMN IF NOT EXISTS category_name SimpleAggregateFunction(max, String), COMMENT COLUMN category_name 'name in the language',
    ADD COLUMN IF NOT EXISTS parent_id SimpleAggregateFunction(max, Nullable(UInt64)), COMMENT COLUMN parent_id 'the category above',
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
