-- The state a lineage of publishes keeps from one to the next, in a database of its own: what was worked out so far, so that
-- the next publish reads only what is new. Day tables hold signed changes by version: a value is the sum of its rows, and a
-- correction is one more row. Everything here can be worked out again from the landing tables.

CREATE DATABASE IF NOT EXISTS {state:Identifier};

-- Current values of a product, as they fold: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_attribute
(
    product_id              UInt64,
    first_seen              SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'first observation',
    first_units_day         SimpleAggregateFunction(min, Nullable(Date)) COMMENT 'first day with running units',
    first_gmv_day           SimpleAggregateFunction(min, Nullable(Date)) COMMENT 'first day with running GMV',
    first_units             AggregateFunction(argMin, Nullable(Int64), Tuple(Date, Int64, Nullable(Int64))) COMMENT 'last value of the first day it was seen',
    first_gmv               AggregateFunction(argMin, Nullable(Decimal(18, 4)), Tuple(Date, Int64, Nullable(Decimal(18, 4)))) COMMENT 'last value of the first day it was seen',
    first_price             AggregateFunction(argMin, Nullable(Int64), Tuple(Date, Int64, Nullable(Int64))) COMMENT 'last value of the first day it was seen',
    region                  AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    currency                AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    seller_id               AggregateFunction(argMax, Nullable(UInt64), Tuple(DateTime64(3, 'UTC'), Nullable(UInt64))),
    product_name            AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    category_id             AggregateFunction(argMax, Nullable(UInt64), Tuple(DateTime64(3, 'UTC'), Nullable(UInt64))),
    category_l2_id          AggregateFunction(argMax, Nullable(UInt64), Tuple(DateTime64(3, 'UTC'), Nullable(UInt64))),
    category_l3_id          AggregateFunction(argMax, Nullable(UInt64), Tuple(DateTime64(3, 'UTC'), Nullable(UInt64))),
    cover_url               AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    desc_detail             AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    discount                AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    skus                    AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    sale_props              AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    min_price               AggregateFunction(argMax, Nullable(Decimal(18, 4)), Tuple(DateTime64(3, 'UTC'), Nullable(Decimal(18, 4)))),
    max_price               AggregateFunction(argMax, Nullable(Decimal(18, 4)), Tuple(DateTime64(3, 'UTC'), Nullable(Decimal(18, 4)))),
    product_commission_rate AggregateFunction(argMax, Nullable(Decimal(18, 4)), Tuple(DateTime64(3, 'UTC'), Nullable(Decimal(18, 4)))),
    product_rating          AggregateFunction(argMax, Nullable(Decimal(18, 4)), Tuple(DateTime64(3, 'UTC'), Nullable(Decimal(18, 4)))),
    review_count            AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    free_shipping           AggregateFunction(argMax, Nullable(UInt8), Tuple(DateTime64(3, 'UTC'), Nullable(UInt8))),
    is_s_shop               AggregateFunction(argMax, Nullable(UInt8), Tuple(DateTime64(3, 'UTC'), Nullable(UInt8))),
    off_mark                AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_sale_cnt          AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_sale_gmv_amt      AggregateFunction(argMax, Nullable(Decimal(18, 4)), Tuple(DateTime64(3, 'UTC'), Nullable(Decimal(18, 4)))),
    total_ifl_cnt           AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_video_cnt         AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_live_cnt          AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_views_cnt         AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    price_cents             AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64)))
)
ENGINE = AggregatingMergeTree
ORDER BY product_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.creator_attribute
(
    user_id                 UInt64,
    unique_id               AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    nick_name               AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    avatar                  AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    region                  AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    category                AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    total_followers_cnt     AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_following_cnt     AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_digg_cnt          AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_post_video_cnt    AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_live_cnt          AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_views_cnt         AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_live_views_cnt    AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64)))
)
ENGINE = AggregatingMergeTree
ORDER BY user_id;

-- Videos (kind 1) and lives (kind 2): what sells a product is a source.
CREATE TABLE IF NOT EXISTS {state:Identifier}.source_attribute
(
    kind                    UInt8 COMMENT '1 video, 2 live',
    source_id               UInt64,
    first_seen              SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'first observation',
    user_id                 AggregateFunction(argMax, Nullable(UInt64), Tuple(DateTime64(3, 'UTC'), Nullable(UInt64))),
    region                  AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    made_at                 AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))) COMMENT 'create_time of a video, start_time of a live; epoch seconds',
    total_views_cnt         AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    duration                AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    video_desc              AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    hash_tag                AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    width                   AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    height                  AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    ratio                   AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    data_size               AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    play_addr               AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    reflow_cover            AggregateFunction(argMax, Nullable(String), Tuple(DateTime64(3, 'UTC'), Nullable(String))),
    total_digg_cnt          AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_comments_cnt      AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_favorites_cnt     AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    total_shares_cnt        AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64)))
)
ENGINE = AggregatingMergeTree
ORDER BY (kind, source_id);

-- A source's own running sales of a product, where the marketplace shows them.
CREATE TABLE IF NOT EXISTS {state:Identifier}.own_attribute
(
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    units      AggregateFunction(argMax, Nullable(Int64), Tuple(DateTime64(3, 'UTC'), Nullable(Int64))),
    gmv        AggregateFunction(argMax, Nullable(Decimal(18, 4)), Tuple(DateTime64(3, 'UTC'), Nullable(Decimal(18, 4))))
)
ENGINE = AggregatingMergeTree
ORDER BY (product_id, kind, source_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.link
(
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    version    UInt32 COMMENT 'publish that saw it first'
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.product_day
(
    product_id UInt64,
    day        Date COMMENT 'UTC day',
    version    UInt32 COMMENT 'publish that wrote the change',
    units      Int64 COMMENT 'change of the units sold on the day',
    gmv        Int64 COMMENT 'change of the GMV of the day, cents',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (product_id, day, version);

CREATE TABLE IF NOT EXISTS {state:Identifier}.source_day
(
    kind      UInt8 COMMENT '1 video, 2 live',
    source_id UInt64,
    day       Date COMMENT 'UTC day',
    version   UInt32 COMMENT 'publish that wrote the change',
    views     Int64 COMMENT 'change of the views (viewers) of the day',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (kind, source_id, day, version);

CREATE TABLE IF NOT EXISTS {state:Identifier}.own_day
(
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    day        Date COMMENT 'UTC day',
    version    UInt32 COMMENT 'publish that wrote the change',
    known      Int64 COMMENT '1 when the own units of the day are known',
    units      Int64 COMMENT 'change of the own units of the day',
    gmv_known  Int64 COMMENT '1 when the own GMV of the day is known',
    gmv        Int64 COMMENT 'change of the own GMV of the day, cents',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (product_id, kind, source_id, day, version);

CREATE TABLE IF NOT EXISTS {state:Identifier}.attribution
(
    product_id UInt64,
    day        Date COMMENT 'UTC day',
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    version    UInt32 COMMENT 'publish that wrote the change',
    units      Int64 COMMENT 'change of the units attributed',
    gmv        Int64 COMMENT 'change of the GMV attributed, cents',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (product_id, day, kind, source_id, version);

-- Attribution a product and day, for the windows; what is left of product_day is the storefront's.
CREATE TABLE IF NOT EXISTS {state:Identifier}.split_day
(
    product_id  UInt64,
    day         Date COMMENT 'UTC day',
    version     UInt32 COMMENT 'publish that wrote the change',
    video_units Int64,
    video_gmv   Int64 COMMENT 'cents',
    live_units  Int64,
    live_gmv    Int64 COMMENT 'cents',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (product_id, day, version);

-- Running sums over all days, whole for each version.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_total
(
    version    UInt32,
    product_id UInt64,
    gmv        Int64 COMMENT 'GMV of all days, cents'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY product_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.link_total
(
    version    UInt32,
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    units      Int64 COMMENT 'attributed units of all days',
    gmv        Int64 COMMENT 'attributed GMV of all days, cents'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (product_id, kind, source_id);

-- Tails: the last point of each series on or before the settled day, whole for each version. A point is (day, total);
-- the array is empty where there is none. The next publish goes on from here.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_tail
(
    version    UInt32,
    product_id UInt64,
    units      Array(Tuple(Int32, Int64)),
    gmv        Array(Tuple(Int32, Int64)) COMMENT 'cents',
    price      Array(Tuple(Int32, Int64)) COMMENT 'cents'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY product_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.source_tail
(
    version   UInt32,
    kind      UInt8,
    source_id UInt64,
    made_day  Nullable(Int32) COMMENT 'day it was made, as known at that publish',
    views     Array(Tuple(Int32, Int64))
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (kind, source_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.own_tail
(
    version    UInt32,
    kind       UInt8,
    source_id  UInt64,
    product_id UInt64,
    units      Array(Tuple(Int32, Int64)),
    gmv        Array(Tuple(Int32, Int64)) COMMENT 'cents'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (kind, source_id, product_id);

-- Scratch of the publish that runs: emptied at its start. The `now` tables hold what the serving rows are joined from.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_now
(
    product_id              UInt64,
    region                  String,
    currency                String COMMENT 'of every amount below',
    seller_id               UInt64,
    product_name            String,
    category_id             UInt64,
    category_l2_id          UInt64,
    category_l3_id          UInt64,
    cover_url               String COMMENT 'sorted by index',
    desc_detail             String,
    discount                String,
    skus                    String,
    sale_props              String,
    min_price               Int64 COMMENT 'cents',
    max_price               Int64 COMMENT 'cents',
    price                   Int64 COMMENT 'price at the as-of day, cents',
    product_commission_rate Decimal(18, 4),
    product_rating          Decimal(18, 4),
    review_count            Int64,
    free_shipping           UInt8,
    is_s_shop               UInt8,
    off_mark                Int64,
    first_day               Int32 COMMENT 'first observed; -1 when known only from a link',
    units_total             Int64,
    gmv_total               Int64 COMMENT 'cents',
    ifl_seen                Int64 COMMENT 'creators as the source counts them',
    video_seen              Int64,
    live_seen               Int64,
    views_seen              Int64,
    lacks_rate              UInt8 COMMENT '1 when an amount counts as 0 for want of an exchange rate'
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.creator_now
(
    user_id              UInt64,
    unique_id            String,
    nick_name            String,
    avatar               String,
    region               String,
    category             String,
    total_followers_cnt  Int64,
    total_following_cnt  Int64,
    total_digg_cnt       Int64,
    total_post_video_cnt Int64,
    total_live_cnt       Int64,
    total_views_cnt      Int64,
    total_live_views_cnt Int64
)
ENGINE = MergeTree
ORDER BY user_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.link_now
(
    product_id   UInt64,
    kind         UInt8 COMMENT '1 video, 2 live',
    source_id    UInt64,
    user_id      UInt64,
    made_day     Int32 COMMENT 'day it was made; first seen where that is unknown',
    units        Int64 COMMENT 'all days',
    gmv          Int64 COMMENT 'all days, cents',
    views        Int64 COMMENT 'current views of the source',
    views_windows Array(Int64) COMMENT 'view increments of the source over each window'
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.touched_product
(
    product_id UInt64,
    late       UInt8 COMMENT '1: worked out again from its first day',
    from_day   Int32 COMMENT 'days after this one are written again',
    units      Array(Tuple(Int32, Int64)) COMMENT 'tail to go on from',
    gmv        Array(Tuple(Int32, Int64)),
    price      Array(Tuple(Int32, Int64))
)
ENGINE = MergeTree
ORDER BY (late, product_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.touched_source
(
    kind      UInt8,
    source_id UInt64,
    late      UInt8 COMMENT '1: worked out again from its first day',
    from_day  Int32 COMMENT 'days after this one are written again',
    made_day  Nullable(Int32),
    views     Array(Tuple(Int32, Int64)) COMMENT 'tail to go on from'
)
ENGINE = MergeTree
ORDER BY (kind, late, source_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.touched_cell
(
    product_id UInt64,
    day        Date
)
ENGINE = MergeTree
ORDER BY (day, product_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.rate
(
    currency  String,
    first_day Int32 COMMENT 'day of the first element',
    own       Array(Int64) COMMENT 'millionths of the currency for a US dollar, a day each; 0 unknown',
    reporting Array(Int64) COMMENT 'the same of the reporting currency'
)
ENGINE = MergeTree
ORDER BY currency;
