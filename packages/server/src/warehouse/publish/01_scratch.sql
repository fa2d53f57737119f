-- Scratch: what the steps of one publish hand on to each other. Each publish makes these tables anew, so no value of the state depends
-- on their shape, and a lineage goes on when it changes. They are emptied when the publish is done.

-- Serving rows are joined from the `*_current` tables. product_current (generated) has the columns of product_amount first.
CREATE TABLE {state:Identifier}.product_amount
(
    product_id  UInt64,
    region      String,
    currency    String COMMENT 'of every amount below',
    min_price   Int64 COMMENT 'cents',
    max_price   Int64 COMMENT 'cents',
    price       Int64 COMMENT 'price at the as-of day, cents',
    first_day   Int32 COMMENT 'first observed; -1 when known only from a link',
    units_total Int64,
    units_max   Int64 COMMENT 'units that its sources sold together at most: the larger of units_total and the units of all days',
    gmv_total   Int128 COMMENT 'cents; at most this much its sources sold together',
    lacks_rate  UInt8 COMMENT '1 when an amount counts as 0 for want of an exchange rate'
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE {state:Identifier}.link_current
(
    product_id   UInt64,
    kind         UInt8 COMMENT '1 video, 2 live',
    source_id    UInt64,
    user_id      UInt64,
    made_day     Int32 COMMENT 'day it was made; first seen where that is unknown',
    units        Int128 COMMENT 'all days',
    gmv          Int128 COMMENT 'all days, cents',
    views        Int64 COMMENT 'current views of the source',
    views_windows Array(Int64) COMMENT 'view increments of the source over each window'
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id);

-- Moments at which a product was seen in another currency than its own: their amounts do not count.
CREATE TABLE {state:Identifier}.other_currency
(
    product_id  UInt64,
    observed_at DateTime64(3, 'UTC'),
    currency    String COMMENT 'the one named'
)
ENGINE = MergeTree
ORDER BY (product_id, observed_at);

-- Current values of those products that have such moments, without them; as in product_attribute.
CREATE TABLE {state:Identifier}.counted_amount
(
    product_id         UInt64,
    first_gmv          Nullable(UInt128),
    first_price        Nullable(UInt128),
    total_sale_gmv_amt UInt128,
    min_price          UInt128,
    max_price          UInt128,
    price_cents        UInt128
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE {state:Identifier}.touched_product
(
    product_id UInt64,
    rebuild    UInt8 COMMENT '1: worked out again from its first day',
    from_day   Int32 COMMENT 'days after this one are written again',
    units      Array(Tuple(Int32, Int64)) COMMENT 'tail to go on from',
    gmv        Array(Tuple(Int32, Int64)),
    price      Array(Tuple(Int32, Int64))
)
ENGINE = MergeTree
ORDER BY (rebuild, product_id);

CREATE TABLE {state:Identifier}.touched_source
(
    kind      UInt8,
    source_id UInt64,
    rebuild   UInt8 COMMENT '1: worked out again from its first day',
    from_day  Int32 COMMENT 'days after this one are written again',
    made_day  Nullable(Int32),
    views     Array(Tuple(Int32, Int64)) COMMENT 'tail to go on from'
)
ENGINE = MergeTree
ORDER BY (kind, rebuild, source_id);

CREATE TABLE {state:Identifier}.touched_cell
(
    product_id UInt64,
    day        Date
)
ENGINE = MergeTree
ORDER BY (day, product_id);

-- Products that broke a check of this publish: they are served as in the version before, or not at all.
CREATE TABLE {state:Identifier}.set_aside
(
    product_id UInt64,
    round      UInt8 COMMENT 'which looking over found it',
    reason     String
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE {state:Identifier}.rate
(
    currency  String,
    first_day Int32 COMMENT 'day of the first element',
    product   Array(Int64) COMMENT 'millionths of the product''s currency for a US dollar, a day each; 0 unknown',
    reporting Array(Int64) COMMENT 'the same of the reporting currency'
)
ENGINE = MergeTree
ORDER BY currency;

-- What several lists say of a product. Windows are arrays, the shortest first.
CREATE TABLE {state:Identifier}.product_sales
(
    product_id  UInt64,
    units       Array(Int64) COMMENT 'units sold in each window',
    gmv         Array(Int64) COMMENT 'GMV of each window, cents',
    last_week   Int64 COMMENT 'units of the last seven days',
    week_before Int64 COMMENT 'units of the seven days before'
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE {state:Identifier}.product_split
(
    product_id  UInt64,
    video_units Array(Int64) COMMENT 'units of each window attributed to videos',
    video_gmv   Array(Int64) COMMENT 'cents',
    live_units  Array(Int64) COMMENT 'units of each window attributed to lives',
    live_gmv    Array(Int64) COMMENT 'cents'
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE {state:Identifier}.product_traffic
(
    product_id   UInt64,
    videos       Int64 COMMENT 'linked videos',
    lives        Int64 COMMENT 'linked lives',
    video_units  Int128 COMMENT 'units of all days attributed to videos',
    video_gmv    Int128 COMMENT 'cents',
    live_units   Int128 COMMENT 'units of all days attributed to lives',
    live_gmv     Int128 COMMENT 'cents',
    views        Int128 COMMENT 'current views of the videos',
    views_gained Array(Int128) COMMENT 'views the videos gained in each window',
    videos_made  Array(Int64) COMMENT 'videos made in each window',
    lives_held   Array(Int64) COMMENT 'lives held in each window'
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE {state:Identifier}.product_creators
(
    product_id   UInt64,
    creators     Int64 COMMENT 'creators with a linked video or live',
    first_videos Array(Int64) COMMENT 'creators whose first video was made in each window',
    first_lives  Array(Int64) COMMENT 'creators whose first live was held in each window'
)
ENGINE = MergeTree
ORDER BY product_id;
