-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

-- Last-seen values of products, as stamps: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_detail
(
    product_id UInt64 COMMENT 'ID of the product',
    seller_id SimpleAggregateFunction(max, UInt128) COMMENT 'shop that sells the product',
    product_name SimpleAggregateFunction(max, String) COMMENT 'title as shown',
    category_id SimpleAggregateFunction(max, UInt128) COMMENT 'category, the broadest level',
    category_l2_id SimpleAggregateFunction(max, UInt128) COMMENT 'category, the second level',
    category_l3_id SimpleAggregateFunction(max, UInt128) COMMENT 'category, the third level',
    cover_url SimpleAggregateFunction(max, String) COMMENT 'pictures: [{"url": …, "index": 0}, …]',
    desc_detail SimpleAggregateFunction(max, String) COMMENT 'description',
    discount SimpleAggregateFunction(max, String) COMMENT 'discount as shown',
    skus SimpleAggregateFunction(max, String) COMMENT 'variants; the real_price.price_val of each, or its real_price.sale_price_decimal, is used for the price if it is a valid price',
    sale_props SimpleAggregateFunction(max, String) COMMENT 'properties of the variants',
    product_commission_rate SimpleAggregateFunction(max, UInt128) COMMENT 'commission; 0.05 is 5 %',
    product_rating SimpleAggregateFunction(max, UInt128) COMMENT 'rating',
    review_count SimpleAggregateFunction(max, UInt128) COMMENT 'reviews',
    free_shipping SimpleAggregateFunction(max, UInt128) COMMENT '1 ships free',
    is_s_shop SimpleAggregateFunction(max, UInt128) COMMENT '1 fully managed',
    off_mark SimpleAggregateFunction(max, UInt128) COMMENT 'below 2: on sale',
    from_flag SimpleAggregateFunction(max, UInt128) COMMENT '1 sold locally, 2 cross-border; 0 unknown',
    is_hot SimpleAggregateFunction(max, UInt128) COMMENT '1 marked as hot by your source',
    shop_type SimpleAggregateFunction(max, UInt128) COMMENT 'type of the shop, a number of your source; 0 unknown',
    specification SimpleAggregateFunction(max, String) COMMENT 'specification',
    ifl_seen SimpleAggregateFunction(max, UInt128) COMMENT 'creators, if your source reports them',
    video_seen SimpleAggregateFunction(max, UInt128) COMMENT 'videos, if your source reports them',
    live_seen SimpleAggregateFunction(max, UInt128) COMMENT 'lives, if your source reports them',
    views_seen SimpleAggregateFunction(max, UInt128) COMMENT 'video views, if your source reports them'
)
ENGINE = AggregatingMergeTree
ORDER BY (product_id);

-- Last-seen values of creators, as stamps: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.creator_attribute
(
    user_id UInt64 COMMENT 'ID of the creator; unique_id may stand in its place',
    first_seen SimpleAggregateFunction(min, Nullable(DateTime64(3, 'UTC'))) COMMENT 'first observation that is not derived',
    unique_id SimpleAggregateFunction(max, String) COMMENT 'handle',
    nick_name SimpleAggregateFunction(max, String) COMMENT 'display name',
    avatar SimpleAggregateFunction(max, String) COMMENT 'image URL',
    region SimpleAggregateFunction(max, UInt128) COMMENT 'country',
    category SimpleAggregateFunction(max, String) COMMENT 'category as given by your source',
    total_followers_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'followers',
    total_following_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'followed',
    total_digg_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'likes so far',
    total_post_video_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'videos',
    total_live_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'lives',
    total_views_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'video views so far',
    total_live_views_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'live views so far',
    total_comments_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'comments so far',
    total_shares_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'shares so far',
    language SimpleAggregateFunction(max, String) COMMENT 'language, such as en',
    gender SimpleAggregateFunction(max, String) COMMENT 'gender as given by your source',
    signature SimpleAggregateFunction(max, String) COMMENT 'what the profile says',
    contact_email SimpleAggregateFunction(max, String) COMMENT 'contact address',
    show_case_flag SimpleAggregateFunction(max, UInt128) COMMENT '1 has a showcase'
)
ENGINE = AggregatingMergeTree
ORDER BY (user_id);

-- Last-seen values of shops, as stamps: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.shop_attribute
(
    seller_id UInt64 COMMENT 'ID of the shop; shop_name may stand in its place',
    region SimpleAggregateFunction(max, UInt128) COMMENT 'the marketplace',
    shop_name SimpleAggregateFunction(max, String) COMMENT 'name as shown',
    avatar SimpleAggregateFunction(max, String) COMMENT 'image URL',
    is_s_shop SimpleAggregateFunction(max, UInt128) COMMENT '1 fully managed',
    from_flag SimpleAggregateFunction(max, UInt128) COMMENT '1 sells locally, 2 cross-border; 0 unknown',
    rating SimpleAggregateFunction(max, UInt128) COMMENT 'rating',
    total_sale_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'units sold so far',
    user_id SimpleAggregateFunction(max, UInt128) COMMENT 'creator account of the shop'
)
ENGINE = AggregatingMergeTree
ORDER BY (seller_id);

-- Last-seen values of videos and lives, as stamps: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.source_attribute
(
    kind UInt8 COMMENT '1 video, 2 live',
    source_id UInt64 COMMENT 'ID of the video or live',
    first_seen SimpleAggregateFunction(min, Nullable(DateTime64(3, 'UTC'))) COMMENT 'first observation that is not derived',
    rounded SimpleAggregateFunction(max, UInt8) COMMENT '1: some of its totals are rounded',
    user_id SimpleAggregateFunction(max, UInt128) COMMENT 'creator of the video; unique_id may stand in its place',
    region SimpleAggregateFunction(max, UInt128) COMMENT 'country',
    total_views_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'views so far',
    total_digg_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'likes so far',
    total_comments_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'comments so far',
    total_favorites_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'favorites so far',
    total_shares_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'shares so far',
    made_at SimpleAggregateFunction(max, UInt128) COMMENT 'posting time',
    duration SimpleAggregateFunction(max, UInt128) COMMENT 'seconds',
    video_desc SimpleAggregateFunction(max, String) COMMENT 'caption',
    hash_tag SimpleAggregateFunction(max, String) COMMENT 'hashtags',
    width SimpleAggregateFunction(max, UInt128) COMMENT 'pixels',
    height SimpleAggregateFunction(max, UInt128) COMMENT 'pixels',
    ratio SimpleAggregateFunction(max, String) COMMENT 'resolution, such as 540p',
    data_size SimpleAggregateFunction(max, UInt128) COMMENT 'bytes',
    play_addr SimpleAggregateFunction(max, String) COMMENT 'video URL',
    reflow_cover SimpleAggregateFunction(max, String) COMMENT 'cover URL',
    is_ad SimpleAggregateFunction(max, UInt128) COMMENT '1 an ad',
    created_by_ai SimpleAggregateFunction(max, UInt128) COMMENT '1 made with AI',
    title SimpleAggregateFunction(max, String) COMMENT 'title as shown',
    cover_url SimpleAggregateFunction(max, String) COMMENT 'cover URL',
    end_time SimpleAggregateFunction(max, UInt128) COMMENT 'end',
    max_views_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'peak viewers',
    total_joins_cnt SimpleAggregateFunction(max, UInt128) COMMENT 'viewers who joined so far'
)
ENGINE = AggregatingMergeTree
ORDER BY (kind, source_id);

-- Last-seen values of reviews, as stamps: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.review_attribute
(
    review_id UInt64 COMMENT 'ID of the review',
    product_id SimpleAggregateFunction(max, UInt128) COMMENT 'the product',
    rating SimpleAggregateFunction(max, UInt128) COMMENT 'stars',
    display_text SimpleAggregateFunction(max, String) COMMENT 'what it says',
    review_timestamp SimpleAggregateFunction(max, UInt128) COMMENT 'when it was written',
    sku_id SimpleAggregateFunction(max, UInt128) COMMENT 'the variant that was bought',
    sku_specification SimpleAggregateFunction(max, String) COMMENT 'the variant in words'
)
ENGINE = AggregatingMergeTree
ORDER BY (review_id);

-- Last-seen values of categorys, as stamps: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.category_attribute
(
    category_id UInt64 COMMENT 'ID of the category',
    language LowCardinality(String) COMMENT 'language of the name',
    category_level SimpleAggregateFunction(max, UInt128) COMMENT '1, 2 or 3',
    category_name SimpleAggregateFunction(max, String) COMMENT 'name in the language',
    parent_id SimpleAggregateFunction(max, UInt128) COMMENT 'the category above'
)
ENGINE = AggregatingMergeTree
ORDER BY (category_id, language);
