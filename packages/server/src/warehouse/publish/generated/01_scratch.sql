-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

-- Current values of products. The columns of product_amount come first.
CREATE TABLE {state:Identifier}.product_current ENGINE = MergeTree ORDER BY product_id
EMPTY AS SELECT * FROM {state:Identifier}.product_amount;
ALTER TABLE {state:Identifier}.product_current
    ADD COLUMN seller_id UInt64 COMMENT 'shop that sells the product',
    ADD COLUMN product_name String COMMENT 'title as shown',
    ADD COLUMN category_id UInt64 COMMENT 'category, the broadest level',
    ADD COLUMN category_l2_id UInt64 COMMENT 'category, the second level',
    ADD COLUMN category_l3_id UInt64 COMMENT 'category, the third level',
    ADD COLUMN cover_url String COMMENT 'pictures: [{"url": …, "index": 0}, …]',
    ADD COLUMN desc_detail String COMMENT 'description',
    ADD COLUMN discount String COMMENT 'discount as shown',
    ADD COLUMN skus String COMMENT 'variants; the real_price.price_val of each, or its real_price.sale_price_decimal, is used for the price if it is a valid price',
    ADD COLUMN sale_props String COMMENT 'properties of the variants',
    ADD COLUMN product_commission_rate Decimal(18, 4) COMMENT 'commission; 0.05 is 5 %',
    ADD COLUMN product_rating Decimal(18, 4) COMMENT 'rating',
    ADD COLUMN review_count Int64 COMMENT 'reviews',
    ADD COLUMN free_shipping UInt8 COMMENT '1 ships free',
    ADD COLUMN is_s_shop UInt8 COMMENT '1 fully managed',
    ADD COLUMN off_mark Int64 COMMENT 'below 2: on sale',
    ADD COLUMN from_flag UInt8 COMMENT '1 sold locally, 2 cross-border; 0 unknown',
    ADD COLUMN is_hot UInt8 COMMENT '1 marked as hot by your source',
    ADD COLUMN shop_type UInt8 COMMENT 'type of the shop, a number of your source; 0 unknown',
    ADD COLUMN specification String COMMENT 'specification',
    ADD COLUMN ifl_seen Int64 COMMENT 'creators, if your source reports them',
    ADD COLUMN video_seen Int64 COMMENT 'videos, if your source reports them',
    ADD COLUMN live_seen Int64 COMMENT 'lives, if your source reports them',
    ADD COLUMN views_seen Int64 COMMENT 'video views, if your source reports them';

-- Current values of creators.
CREATE TABLE {state:Identifier}.creator_current
(
    user_id UInt64,
    first_seen Nullable(DateTime64(3, 'UTC')),
    unique_id String COMMENT 'handle',
    nick_name String COMMENT 'display name',
    avatar String COMMENT 'image URL',
    region String COMMENT 'country',
    category String COMMENT 'category as given by your source',
    total_followers_cnt Int64 COMMENT 'followers',
    total_following_cnt Int64 COMMENT 'followed',
    total_digg_cnt Int64 COMMENT 'likes so far',
    total_post_video_cnt Int64 COMMENT 'videos',
    total_live_cnt Int64 COMMENT 'lives',
    total_views_cnt Int64 COMMENT 'video views so far',
    total_live_views_cnt Int64 COMMENT 'live views so far',
    total_comments_cnt Int64 COMMENT 'comments so far',
    total_shares_cnt Int64 COMMENT 'shares so far',
    language String COMMENT 'language, such as en',
    gender String COMMENT 'gender as given by your source',
    signature String COMMENT 'what the profile says',
    contact_email String COMMENT 'contact address',
    show_case_flag UInt8 COMMENT '1 has a showcase'
)
ENGINE = MergeTree
ORDER BY user_id;

-- Current values of shops.
CREATE TABLE {state:Identifier}.shop_current
(
    seller_id UInt64,
    region String COMMENT 'the marketplace',
    shop_name String COMMENT 'name as shown',
    avatar String COMMENT 'image URL',
    is_s_shop UInt8 COMMENT '1 fully managed',
    from_flag UInt8 COMMENT '1 sells locally, 2 cross-border; 0 unknown',
    rating Decimal(18, 4) COMMENT 'rating',
    total_sale_cnt Int64 COMMENT 'units sold so far',
    user_id UInt64 COMMENT 'creator account of the shop'
)
ENGINE = MergeTree
ORDER BY seller_id;

-- Current values of videos.
CREATE TABLE {state:Identifier}.video_current
(
    video_id UInt64,
    first_seen Nullable(DateTime64(3, 'UTC')),
    user_id UInt64 COMMENT 'creator of the video; unique_id may stand in its place',
    region String COMMENT 'country',
    total_views_cnt Nullable(Int64) COMMENT 'views so far',
    total_digg_cnt Nullable(Int64) COMMENT 'likes so far',
    total_comments_cnt Nullable(Int64) COMMENT 'comments so far',
    total_favorites_cnt Nullable(Int64) COMMENT 'favorites so far',
    total_shares_cnt Nullable(Int64) COMMENT 'shares so far',
    made_at Nullable(Int64) COMMENT 'posting time',
    duration Nullable(Int64) COMMENT 'seconds',
    video_desc String COMMENT 'caption',
    hash_tag String COMMENT 'hashtags',
    width Nullable(Int64) COMMENT 'pixels',
    height Nullable(Int64) COMMENT 'pixels',
    ratio String COMMENT 'resolution, such as 540p',
    data_size Nullable(Int64) COMMENT 'bytes',
    play_addr String COMMENT 'video URL',
    reflow_cover String COMMENT 'cover URL',
    is_ad Nullable(UInt8) COMMENT '1 an ad',
    created_by_ai Nullable(UInt8) COMMENT '1 made with AI'
)
ENGINE = MergeTree
ORDER BY video_id;

-- Current values of lives.
CREATE TABLE {state:Identifier}.live_current
(
    live_id UInt64,
    first_seen Nullable(DateTime64(3, 'UTC')),
    user_id UInt64 COMMENT 'creator of the live; unique_id may stand in its place',
    region String COMMENT 'country',
    title String COMMENT 'title as shown',
    cover_url String COMMENT 'cover URL',
    made_at Nullable(Int64) COMMENT 'start',
    end_time Nullable(Int64) COMMENT 'end',
    total_views_cnt Nullable(Int64) COMMENT 'viewers so far',
    max_views_cnt Nullable(Int64) COMMENT 'peak viewers',
    total_joins_cnt Nullable(Int64) COMMENT 'viewers who joined so far',
    total_digg_cnt Nullable(Int64) COMMENT 'likes so far',
    total_comments_cnt Nullable(Int64) COMMENT 'comments so far'
)
ENGINE = MergeTree
ORDER BY live_id;

-- Current values of reviews.
CREATE TABLE {state:Identifier}.review_current
(
    review_id UInt64,
    product_id UInt64 COMMENT 'the product',
    rating UInt8 COMMENT 'stars',
    display_text String COMMENT 'what it says',
    review_timestamp Int64 COMMENT 'when it was written',
    sku_id UInt64 COMMENT 'the variant that was bought',
    sku_specification String COMMENT 'the variant in words'
)
ENGINE = MergeTree
ORDER BY review_id;

-- Current values of categorys.
CREATE TABLE {state:Identifier}.category_current
(
    category_id UInt64,
    language LowCardinality(String),
    category_level UInt8 COMMENT '1, 2 or 3',
    category_name String COMMENT 'name in the language',
    parent_id UInt64 COMMENT 'the category above'
)
ENGINE = MergeTree
ORDER BY (category_id, language);
