-- The state a lineage of publishes keeps from one to the next, in a database of its own: what was worked out so far, so that
-- the next publish reads only what is new. Day tables hold signed changes by version: a value is the sum of its rows, and a
-- correction is one more row. Everything here can be worked out again from the landing tables.

CREATE DATABASE IF NOT EXISTS {state:Identifier};

-- What is kept of every record of a product, as it folds: sending a row again changes nothing. Values are stamps (vitrineStamp).
-- Stamps of its other fields, of creators and of sources are in generated/00_state.sql.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_attribute
(
    product_id              UInt64,
    first_seen              SimpleAggregateFunction(min, DateTime64(3, 'UTC')) COMMENT 'first observation',
    first_units             SimpleAggregateFunction(min, Nullable(UInt128)) COMMENT 'as of the first day it was seen (vitrineFirstStamp)',
    first_gmv               SimpleAggregateFunction(min, Nullable(UInt128)) COMMENT 'as of the first day it was seen (vitrineFirstStamp), cents',
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

CREATE TABLE IF NOT EXISTS {state:Identifier}.stated_day
(
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    day        Date COMMENT 'UTC day',
    version    UInt32 COMMENT 'publish that wrote the change',
    known      Int64 COMMENT '1 when the stated units of the day are known',
    units      Int64 COMMENT 'change of the stated units of the day',
    gmv_known  Int64 COMMENT '1 when the stated GMV of the day is known',
    gmv        Int64 COMMENT 'change of the stated GMV of the day, cents',
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

-- Running sums over all days, whole for each version. They are wider than Int64: what is served is cut, never wrapped.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_total
(
    version    UInt32,
    product_id UInt64,
    units      Int64 COMMENT 'units of all days',
    gmv        Int128 COMMENT 'GMV of all days, cents'
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
    units      Int128 COMMENT 'attributed units of all days',
    gmv        Int128 COMMENT 'attributed GMV of all days, cents'
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

-- Tails: the last point of each series on or before the settled day, whole for each version. A point is (day, total);
-- the array is empty where there is none. The next publish goes on from here, unless a total fell before that day and may still be made
-- good (a dip): one point does not tell what the days before it become.
CREATE TABLE IF NOT EXISTS {state:Identifier}.product_tail
(
    version    UInt32,
    product_id UInt64,
    units      Array(Tuple(Int32, Int64)),
    gmv        Array(Tuple(Int32, Int64)) COMMENT 'cents',
    price      Array(Tuple(Int32, Int64)) COMMENT 'cents',
    dip        UInt8 COMMENT '1: units or GMV may turn out to be in a dip'
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
    views     Array(Tuple(Int32, Int64)),
    dip       UInt8 COMMENT '1: views may turn out to be in a dip'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (kind, source_id);

CREATE TABLE IF NOT EXISTS {state:Identifier}.stated_tail
(
    version    UInt32,
    kind       UInt8,
    source_id  UInt64,
    product_id UInt64,
    units      Array(Tuple(Int32, Int64)),
    gmv        Array(Tuple(Int32, Int64)) COMMENT 'cents',
    dip        UInt8 COMMENT '1: units or GMV may turn out to be in a dip'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (kind, source_id, product_id);
