-- The state a lineage of publishes keeps from one to the next, in a database of its own: what was worked out so far, so that
-- the next publish reads only what is new. Day tables hold signed changes by version: a value is the sum of its rows, and a
-- correction is one more row. Everything here can be worked out again from the landing tables.

CREATE DATABASE IF NOT EXISTS {state:Identifier};

-- What is kept of every record of a product, as it folds: sending a row again changes nothing. Values are stamps (vitrineStamp).
-- Stamps of its other fields, of creators and of sources are in generated/00_state.sql.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_attribute
(
    product_id              UInt64,
    first_seen              SimpleAggregateFunction(min, Nullable(DateTime64(3, 'UTC'))) COMMENT 'first observation that is not derived',
    rounded                 SimpleAggregateFunction(max, UInt8) COMMENT '1: some of its totals are rounded',
    derived                 SimpleAggregateFunction(max, UInt8) COMMENT '1: some of its totals are derived',
    first_units             SimpleAggregateFunction(min, Nullable(UInt128)) COMMENT 'as of the first day it is known (vitrineFirstStamp)',
    first_gmv               SimpleAggregateFunction(min, Nullable(UInt128)) COMMENT 'as of the first day it is known (vitrineFirstStamp), cents',
    firm_units              SimpleAggregateFunction(min, Nullable(UInt128)) COMMENT 'the first firm ones (vitrineFirmStamp)',
    firm_gmv                SimpleAggregateFunction(min, Nullable(UInt128)) COMMENT 'the first firm one (vitrineFirmStamp), cents',
    first_price             SimpleAggregateFunction(min, Nullable(UInt128)) COMMENT 'as of the first day it was seen (vitrineFirstStamp)',
    region                  SimpleAggregateFunction(max, UInt128) COMMENT 'letters as a number',
    currency_least          SimpleAggregateFunction(min, Nullable(UInt64)) COMMENT 'first in the alphabet of all it was seen in, letters as a number',
    currency_most           SimpleAggregateFunction(max, Nullable(UInt64)) COMMENT 'last in the alphabet of all it was seen in, letters as a number',
    total_sale_cnt          SimpleAggregateFunction(max, UInt128),
    total_sale_gmv_amt      SimpleAggregateFunction(max, UInt128) COMMENT 'cents',
    min_price               SimpleAggregateFunction(max, UInt128) COMMENT 'cents',
    max_price               SimpleAggregateFunction(max, UInt128) COMMENT 'cents',
    price_cents             SimpleAggregateFunction(max, UInt128)
)
ENGINE = AggregatingMergeTree
ORDER BY product_id;

-- What ids of ours stand for (docs/estimates.md section 5): a handle or the name of a shop was seen beside an id of the marketplace.
CREATE TABLE IF NOT EXISTS {state:Identifier}.identity
(
    kind    UInt8 COMMENT '1 creator, 2 shop',
    own_id  UInt64,
    id      SimpleAggregateFunction(max, UInt128) COMMENT 'stamp of the id of the marketplace',
    is_used SimpleAggregateFunction(max, UInt8) COMMENT '1: records came under the id of ours'
)
ENGINE = AggregatingMergeTree
ORDER BY (kind, own_id);

-- Running sales of a product that a source states itself, where the marketplace shows them.
CREATE TABLE IF NOT EXISTS {state:Identifier}.stated_sales
(
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    units      SimpleAggregateFunction(max, UInt128),
    gmv        SimpleAggregateFunction(max, UInt128) COMMENT 'cents'
)
ENGINE = AggregatingMergeTree
ORDER BY (product_id, kind, source_id);

-- Products that sales are of, also those that nothing else was seen of.
CREATE TABLE IF NOT EXISTS {state:Identifier}.sold_product
(
    product_id UInt64,
    currency   SimpleAggregateFunction(max, UInt128) COMMENT 'letters as a number'
)
ENGINE = AggregatingMergeTree
ORDER BY product_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.sku
(
    sku_id     UInt64,
    product_id UInt64,
    version    UInt32 COMMENT 'publish that saw it first'
)
ENGINE = MergeTree
ORDER BY (sku_id, product_id);

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
    product_id  UInt64,
    day         Date COMMENT 'UTC day',
    version     UInt32 COMMENT 'publish that wrote the change',
    units       Int64 COMMENT 'change of the units sold on the day, by the growth of the total',
    gmv         Int64 COMMENT 'change of the GMV of the day, cents',
    known_units Int64 COMMENT 'the same where the total does not stand, by what is known of the sales of the day',
    known_gmv   Int64 COMMENT 'cents',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (product_id, day, version);

-- The days of a product as its trend is read: all that changes in one place, in few parts, since a query pays for each part it opens.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_trend
(
    product_id UInt64,
    day        Date COMMENT 'UTC day',
    version    UInt32 COMMENT 'publish that wrote the change',
    units      Int64 COMMENT 'change of the units sold on the day',
    gmv        Int64 COMMENT 'change of the GMV of the day, cents',
    price      Int64 COMMENT 'change of what the price rose by on the day, cents; 0 where amounts are converted',
    videos     Int64 COMMENT 'change of the linked videos made on the day',
    lives      Int64 COMMENT 'change of the linked lives held on the day',
    creators   Int64 COMMENT 'change of the creators whose first video or live is of the day',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toYear(day)
ORDER BY (product_id, day, version)
SETTINGS index_granularity = 256;

-- The same of a video. Sums over its products may leave 64 bits. It is by far the largest of these, and smaller granules make writing
-- dearer, but reading no faster.
CREATE TABLE IF NOT EXISTS {state:Identifier}.video_trend
(
    video_id  UInt64,
    day       Date COMMENT 'UTC day',
    currency  LowCardinality(String) COMMENT 'of gmv; empty in rows without sales',
    version   UInt32 COMMENT 'publish that wrote the change',
    views     Int64 COMMENT 'change of the views of the day',
    digg      Int64 COMMENT 'change of the likes of the day',
    comments  Int64 COMMENT 'change of what the comments rose by on the day',
    favorites Int64 COMMENT 'change of what the times saved rose by on the day',
    shares    Int64 COMMENT 'change of what the shares rose by on the day',
    units     Int128 COMMENT 'change of what is attributed on the day, in thousandths of a unit',
    gmv       Int128 COMMENT 'change of the GMV attributed on the day, cents',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toYear(day)
ORDER BY (video_id, day, currency, version)
SETTINGS index_granularity = 2048;

-- What begins to promote products once more, where rankings read all products of a few days.
CREATE TABLE IF NOT EXISTS {state:Identifier}.link_day
(
    product_id UInt64,
    day        Date COMMENT 'UTC day',
    version    UInt32 COMMENT 'publish that wrote the change',
    videos     Int64 COMMENT 'change of the linked videos made on the day',
    lives      Int64 COMMENT 'change of the linked lives held on the day',
    creators   Int64 COMMENT 'change of the creators whose first video or live is of the day',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (product_id, day, version);

-- The same of a shop: what its products sold, and who promotes them.
CREATE TABLE IF NOT EXISTS {state:Identifier}.shop_trend
(
    seller_id      UInt64 COMMENT 'the id of the marketplace, where that is known',
    day            Date COMMENT 'UTC day',
    currency       LowCardinality(String) COMMENT 'of gmv; empty in rows without sales',
    version        UInt32 COMMENT 'publish that wrote the change',
    units          Int128 COMMENT 'change of the units sold on the day',
    gmv            Int128 COMMENT 'change of the GMV of the day, cents',
    products       Int64 COMMENT 'change of the products first observed on the day',
    on_sale        Int64 COMMENT 'of these, change of those that are on sale now',
    videos         Int64 COMMENT 'change of the videos made on the day',
    lives          Int64 COMMENT 'change of the lives held on the day',
    creators       Int64 COMMENT 'change of the creators whose first video or live is of the day',
    video_creators Int64 COMMENT 'change of the creators whose first video is of the day',
    live_creators  Int64 COMMENT 'change of the creators whose first live is of the day',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toYear(day)
ORDER BY (seller_id, day, currency, version)
SETTINGS index_granularity = 256;

-- The same of a creator: how the audience grew, and what the videos and lives sold.
CREATE TABLE IF NOT EXISTS {state:Identifier}.creator_trend
(
    user_id   UInt64 COMMENT 'the id of the marketplace, where that is known',
    day       Date COMMENT 'UTC day',
    currency  LowCardinality(String) COMMENT 'of gmv; empty in rows without sales',
    version   UInt32 COMMENT 'publish that wrote the change',
    followers Int64 COMMENT 'change of the followers won or lost on the day',
    digg      Int64 COMMENT 'change of the likes of the day',
    views     Int64 COMMENT 'change of the views of the day',
    posts     Int64 COMMENT 'change of the videos posted on the day',
    comments  Int64 COMMENT 'change of what the comments rose by on the day',
    shares    Int64 COMMENT 'change of what the shares rose by on the day',
    lives     Int64 COMMENT 'change of what the lives rose by on the day',
    products  Int64 COMMENT 'change of the products first promoted on the day',
    units     Int128 COMMENT 'change of what is attributed on the day, in thousandths of a unit',
    gmv       Int128 COMMENT 'change of the GMV attributed on the day, cents',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toYear(day)
ORDER BY (user_id, day, currency, version)
SETTINGS index_granularity = 256;

CREATE TABLE IF NOT EXISTS {state:Identifier}.source_day
(
    kind      UInt8 COMMENT '1 video, 2 live',
    source_id UInt64,
    day       Date COMMENT 'UTC day',
    version   UInt32 COMMENT 'publish that wrote the change',
    grown     Int64 COMMENT 'change of the views (viewers) of the day',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (kind, source_id, day, version);

-- The same for the likes of videos: kind 3.
CREATE TABLE IF NOT EXISTS {state:Identifier}.like_day
(
    kind      UInt8 COMMENT '3',
    source_id UInt64,
    day       Date COMMENT 'UTC day',
    version   UInt32 COMMENT 'publish that wrote the change',
    grown     Int64 COMMENT 'change of the likes of the day',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (kind, source_id, day, version);

-- Of each total of a creator its growth once more, where windows are read; what one loses in followers is negative.
CREATE TABLE IF NOT EXISTS {state:Identifier}.creator_day
(
    user_id   UInt64 COMMENT 'the id of the marketplace, where that is known',
    day       Date COMMENT 'UTC day',
    version   UInt32 COMMENT 'publish that wrote the change',
    followers Int64 COMMENT 'change of the followers won or lost on the day',
    digg      Int64 COMMENT 'change of the likes of the day',
    views     Int64 COMMENT 'change of the views of the day',
    posts     Int64 COMMENT 'change of the videos posted on the day',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (user_id, day, version);

CREATE TABLE IF NOT EXISTS {state:Identifier}.stated_day
(
    product_id UInt64,
    kind       UInt8 COMMENT '0 storefront, 1 video, 2 live',
    source_id  UInt64 COMMENT '0 of the storefront',
    day        Date COMMENT 'UTC day',
    version    UInt32 COMMENT 'publish that wrote the change',
    known      Int64 COMMENT '1 when the stated units of the day are known',
    units      Int64 COMMENT 'change of the stated units of the day',
    gmv_known  Int64 COMMENT '1 when the stated GMV of the day is known',
    gmv        Int64 COMMENT 'change of the stated GMV of the day, cents',
    sale_known Int64 COMMENT '1 when sales of the day are known by records of sales, which count instead',
    sale_units Int64 COMMENT 'change of the units of these records',
    sale_gmv   Int64 COMMENT 'change of the GMV of these records, cents',
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
    units      Int128 COMMENT 'change of what is attributed, in thousandths of a unit',
    gmv        Int64 COMMENT 'change of the GMV attributed, cents',
    observed   Int128 COMMENT 'of the units, change of those that its own total says',
    stated     Int128 COMMENT 'of the units, change of those that records of sales state',
    left_units Int128 COMMENT 'change of the units that are left to the others, where it is known what it sold on the day',
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
    video_units Int128 COMMENT 'thousandths of a unit',
    video_gmv   Int64 COMMENT 'cents',
    live_units  Int128 COMMENT 'thousandths of a unit',
    live_gmv    Int64 COMMENT 'cents',
    left_units  Int128 COMMENT 'units that nobody is known to have sold',
    INDEX version_range version TYPE minmax GRANULARITY 8
)
ENGINE = SummingMergeTree
PARTITION BY toMonday(day)
ORDER BY (product_id, day, version);

-- Running sums over all days, whole for each version. They are wider than Int64: what is served is cut, never wrapped.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_total
(
    version    UInt32,
    product_id UInt64,
    units      Int128 COMMENT 'units of all days',
    gmv        Int128 COMMENT 'GMV of all days, cents',
    left_units Int128 COMMENT 'units of all days that nobody is known to have sold'
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
    user_id    UInt64 COMMENT 'its creator as of the version, so that the next publish sees which went to another one; 0 when unknown',
    units      Int128 COMMENT 'attributed on all days, in thousandths of a unit',
    gmv        Int128 COMMENT 'attributed GMV of all days, cents',
    observed   Int128 COMMENT 'of the units, those that its own total says',
    stated     Int128 COMMENT 'of the units, those that records of sales state',
    left_units Int128 COMMENT 'units that are left to the others on days on which it is known what it sold'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (product_id, kind, source_id);

-- The currency of each product as of a version, whole for each version.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_currency
(
    version    UInt32,
    product_id UInt64,
    currency   String COMMENT 'empty when none was seen'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY product_id;

-- The shop of each product as of a version, whole for each version, so that the next publish sees which products went to another one.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_seller
(
    version    UInt32,
    product_id UInt64,
    seller_id  UInt64 COMMENT 'the id of the marketplace, where that is known'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY product_id;

-- Tails: the last point of each series on or before the settled day, whole for each version. A point is (day, total);
-- the array is empty where there is none. The next publish goes on from here, unless the days before it may become others: a total fell
-- and may still be made good (a dip), or derived totals after the point are still to be fitted to the next one. Such a tail is open.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_tail
(
    version    UInt32,
    product_id UInt64,
    units      Array(Tuple(Int32, Int64)),
    gmv        Array(Tuple(Int32, Int64)) COMMENT 'cents',
    price      Array(Tuple(Int32, Int64)) COMMENT 'cents',
    open       UInt8 COMMENT '1: one point does not tell how units or GMV go on'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY product_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.source_tail
(
    version   UInt32,
    kind      UInt8 COMMENT '1 views of a video, 2 viewers of a live, 3 likes of a video',
    source_id UInt64,
    made_day  Nullable(Int32) COMMENT 'day it was made, as known at that publish',
    points    Array(Tuple(Int32, Int64)),
    open      UInt8 COMMENT '1: one point does not tell how the total goes on'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (kind, source_id);

-- Of totals that are served as they were last seen there is no series, and so no open tail.
CREATE TABLE IF NOT EXISTS {state:Identifier}.video_tail
(
    version  UInt32,
    video_id UInt64,
    tails    Array(Array(Tuple(Int32, Int64))) COMMENT 'of comments, times saved and shares'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY video_id;

CREATE TABLE IF NOT EXISTS {state:Identifier}.stated_tail
(
    version    UInt32,
    kind       UInt8,
    source_id  UInt64,
    product_id UInt64,
    units      Array(Tuple(Int32, Int64)),
    gmv        Array(Tuple(Int32, Int64)) COMMENT 'cents',
    open       UInt8 COMMENT '1: one point does not tell how units or GMV go on'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (kind, source_id, product_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.creator_tail
(
    version UInt32,
    user_id UInt64,
    tails   Array(Array(Tuple(Int32, Int64))) COMMENT 'of followers, likes, views, posted videos, comments, shares and lives',
    open    UInt8 COMMENT '1: one point does not tell how one of the first four goes on'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY user_id;

-- What handles stood for as of a version, whole for each version, so that the next publish sees which creators became others.
CREATE TABLE IF NOT EXISTS {state:Identifier}.creator_identity
(
    version UInt32,
    own_id  UInt64,
    id      UInt64
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY own_id;

-- Between which days the running total of units of each product was observed, whole for each version. Empty where nothing is learned.
CREATE TABLE IF NOT EXISTS {state:Identifier}.unit_span
(
    version    UInt32,
    product_id UInt64,
    first_day  Int32,
    last_day   Int32
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY product_id;

-- What the weeks of a product taught (docs/estimates.md section 6), whole for each version: of each product the weeks that news usually
-- reach, and the last one before. Sums are as of the week; a later one reads them faded.
CREATE TABLE IF NOT EXISTS {state:Identifier}.learned
(
    version          UInt32,
    product_id       UInt64,
    week             Date COMMENT 'its Monday; a week without sales has no row',
    units            Float64 COMMENT 'sold by its sources',
    exposure         Float64 COMMENT 'their weighted traffic',
    storefront_units Float64,
    storefront_days  Float64,
    storefront       Float64 COMMENT 'weight of the storefront a day; 0 in rows from the version before',
    sources          Array(Tuple(UInt64, UInt8)) COMMENT 'id, and 1 video or 2 live, in the order of ties',
    link_units       Array(Float64) COMMENT 'sold by each',
    link_exposures   Array(Float64) COMMENT 'its weighted traffic',
    rates            Array(Float64) COMMENT 'units for its traffic in this week; empty in rows from the version before'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (product_id, week);
