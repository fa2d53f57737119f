-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

-- Current values of products. The columns of product_amount come first.
CREATE TABLE {state:Identifier}.product_current ENGINE = MergeTree ORDER BY (product_id)
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
    ADD COLUMN skus String COMMENT 'variants; the real_price.price_val of each is used for the price if it is a valid price',
    ADD COLUMN sale_props String COMMENT 'properties of the variants',
    ADD COLUMN product_commission_rate Decimal(18, 4) COMMENT 'commission; 0.05 is 5 %',
    ADD COLUMN product_rating Decimal(18, 4) COMMENT 'rating',
    ADD COLUMN review_count Int64 COMMENT 'reviews',
    ADD COLUMN free_shipping UInt8 COMMENT '1 ships free',
    ADD COLUMN is_s_shop UInt8 COMMENT '1 fully managed',
    ADD COLUMN off_mark Int64 COMMENT 'below 2: on sale',
    ADD COLUMN from_flag UInt8 COMMENT '1 sold locally, 2 cross-border; 0 unknown',
    ADD COLUMN ifl_seen Int64 COMMENT 'creators, if your source reports them',
    ADD COLUMN video_seen Int64 COMMENT 'videos, if your source reports them',
    ADD COLUMN live_seen Int64 COMMENT 'lives, if your source reports them',
    ADD COLUMN views_seen Int64 COMMENT 'video views, if your source reports them';

-- Current values of creators.
CREATE TABLE {state:Identifier}.creator_current
(
    user_id UInt64,
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
    total_live_views_cnt Int64 COMMENT 'live views so far'
)
ENGINE = MergeTree
ORDER BY (user_id);
