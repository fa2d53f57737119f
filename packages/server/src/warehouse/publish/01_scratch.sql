-- Scratch: what the steps of one publish hand on to each other. They are made anew where a release gives
-- them another shape, so no value of the state depends on it, and a lineage goes on when it changes. They are emptied when the publish is done.

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

-- Ids of ours under which records came, and the id of the marketplace that they became.
CREATE TABLE {state:Identifier}.identity_current
(
    kind   UInt8 COMMENT '1 creator, 2 shop',
    own_id UInt64,
    id     UInt64
)
ENGINE = MergeTree
ORDER BY (kind, own_id);

CREATE TABLE {state:Identifier}.link_current
(
    product_id   UInt64,
    kind         UInt8 COMMENT '1 video, 2 live',
    source_id    UInt64,
    user_id      UInt64,
    made_day     Int32 COMMENT 'day it was made; first seen where that is unknown',
    units        Int128 COMMENT 'all days',
    gmv          Int128 COMMENT 'all days, cents',
    beyond_units Int128 COMMENT 'of these, those beyond its shares of all days: it states a larger total itself',
    beyond_gmv   Int128 COMMENT 'cents',
    recent_units Int128 COMMENT 'shares of the last 30 days',
    recent_gmv   Int128 COMMENT 'cents',
    sure         Array(Int128) COMMENT 'what is known of the units of all days (vitrineSure)',
    variance     Float64 COMMENT 'of what is estimated of them; 0 where nothing is',
    views        Int64 COMMENT 'current views of the source',
    views_windows Array(Int64) COMMENT 'view increments of the source over each window'
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id);

-- Current running sales of a product by a video or live, as it states them itself.
CREATE TABLE {state:Identifier}.own_total
(
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    units      Int64,
    gmv        Int64 COMMENT 'cents',
    seen_day   Int32 COMMENT 'UTC day on which the units were last observed; -1 where they never were'
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id);

-- Of those that were not observed on the as-of day, what they sold on the days after it.
CREATE TABLE {state:Identifier}.sold_after
(
    product_id UInt64,
    kind       UInt8 COMMENT '1 video, 2 live',
    source_id  UInt64,
    units      Int128 COMMENT 'thousandths of a unit',
    most       Int128 COMMENT 'at most: what is known of it, and on other days all that nobody is known to have sold; thousandths'
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
    firm_gmv           Nullable(UInt128),
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
    kind      UInt8 COMMENT '1 views of a video, 2 viewers of a live, 3 likes of a video',
    source_id UInt64,
    rebuild   UInt8 COMMENT '1: worked out again from its first day',
    from_day  Int32 COMMENT 'days after this one are written again',
    made_day  Nullable(Int32),
    points    Array(Tuple(Int32, Int64)) COMMENT 'tail to go on from'
)
ENGINE = MergeTree
ORDER BY (kind, rebuild, source_id);

CREATE TABLE {state:Identifier}.touched_creator
(
    user_id UInt64,
    rebuild UInt8 COMMENT '1: worked out again from its first day',
    tails   Array(Array(Tuple(Int32, Int64))) COMMENT 'to go on from: of followers, likes, views, posted videos, comments, shares and lives'
)
ENGINE = MergeTree
ORDER BY (rebuild, user_id);

-- What was attributed in versions before, and is now another creator's or in another currency.
CREATE TABLE {state:Identifier}.moved_link
(
    product_id   UInt64,
    kind         UInt8 COMMENT '1 video, 2 live',
    source_id    UInt64,
    was_user     UInt64 COMMENT '0 when unknown',
    was_currency String,
    user_id      UInt64 COMMENT '0 when unknown',
    currency     String
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id);

-- Statements of sales that are new to this publish, a row for each product they may be of.
CREATE TABLE {state:Identifier}.new_statement
(
    sale        UInt64,
    product_id  UInt64 COMMENT '0 when no product was seen with its SKU',
    kind        UInt8 COMMENT '0 neither, 1 video, 2 live',
    source_id   UInt64,
    user_id     Nullable(UInt64),
    observed_at DateTime64(3, 'UTC'),
    last_day    Date,
    currency    LowCardinality(Nullable(String))
)
ENGINE = MergeTree
ORDER BY sale;

-- Products whose known sales are worked out again.
CREATE TABLE {state:Identifier}.touched_known
(
    product_id UInt64,
    from_day   Int32 COMMENT 'days after this one are written again',
    has_sales  UInt8 COMMENT '1: there are records of sales of it'
)
ENGINE = MergeTree
ORDER BY product_id;

-- First and last day on which the running totals of such a product were observed; 0 when never.
CREATE TABLE {state:Identifier}.coverage
(
    product_id  UInt64,
    units_first Int32,
    units_last  Int32,
    gmv_first   Int32,
    gmv_last    Int32
)
ENGINE = MergeTree
ORDER BY product_id;

-- Sales as they stand, in the product's currency.
CREATE TABLE {state:Identifier}.sale_line
(
    product_id  UInt64,
    kind        UInt8 COMMENT '0 storefront, 1 video, 2 live',
    source_id   UInt64,
    first_day   Date,
    last_day    Date,
    is_measured UInt8,
    is_whole    UInt8 COMMENT '1: of the product as a whole, whoever sold it',
    units       Int64,
    gmv         Int64 COMMENT 'cents; -1: at the price of the day'
)
ENGINE = MergeTree
ORDER BY product_id;

CREATE TABLE {state:Identifier}.raw_cell
(
    product_id UInt64,
    kind       UInt8 COMMENT '0 storefront, 1 video, 2 live',
    source_id  UInt64,
    day        Date,
    origin     UInt8 COMMENT '2 growth of its own total, 3 measured',
    units      Int64,
    gmv        Int64 COMMENT 'cents; -1: at the price of the day',
    is_served  UInt8 COMMENT '1: GMV is in the currency that is served'
)
ENGINE = MergeTree
ORDER BY (product_id, day);

CREATE TABLE {state:Identifier}.known_price
(
    product_id UInt64,
    day        Date COMMENT 'from this day on',
    price      Int64 COMMENT 'cents'
)
ENGINE = MergeTree
ORDER BY (product_id, day);

CREATE TABLE {state:Identifier}.known_rate
(
    product_id     UInt64,
    day            Date,
    product_rate   Int64 COMMENT 'as in rate',
    reporting_rate Int64
)
ENGINE = MergeTree
ORDER BY (product_id, day);

-- What each source is known to have sold on each day, in the currency that is served.
CREATE TABLE {state:Identifier}.known_cell
(
    product_id UInt64,
    kind       UInt8 COMMENT '0 storefront, 1 video, 2 live, 3 the product as a whole',
    source_id  UInt64,
    day        Date,
    origin     UInt8 COMMENT '1 part of a stated range, 2 growth of its own total, 3 measured',
    units      Int64,
    gmv        Int64 COMMENT 'cents'
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id, day);

-- The days of stated ranges, and what covers them.
CREATE TABLE {state:Identifier}.range_day
(
    product_id  UInt64,
    kind        UInt8 COMMENT '0 storefront, 1 video, 2 live, 3 the product as a whole',
    source_id   UInt64,
    day         Date,
    fixed_units Int64 COMMENT 'of a better source; -1: none covers the day',
    fixed_gmv   Int64,
    least_units Int64 COMMENT 'sold at least, where none covers the day',
    least_gmv   Int64
)
ENGINE = MergeTree
ORDER BY (product_id, kind, source_id, day);

-- Products of which something is learned anew, and the first week of it.
CREATE TABLE {state:Identifier}.relearned
(
    product_id UInt64,
    from_week  Date COMMENT '1970-01-01: from its first one on'
)
ENGINE = MergeTree
ORDER BY product_id;

-- The products of a week that is learned, and what was learned of them before.
CREATE TABLE {state:Identifier}.learning
(
    week             Date,
    product_id       UInt64,
    day_units        Array(Int64) COMMENT 'sold on each of the seven days',
    days             UInt8 COMMENT 'as bits from Monday on: the days on which it is known what was sold',
    units            Float64,
    exposure         Float64,
    storefront_units Float64,
    storefront_days  Float64,
    sources          Array(Tuple(UInt64, UInt8)),
    link_units       Array(Float64),
    link_exposures   Array(Float64)
)
ENGINE = MergeTree
PARTITION BY week
ORDER BY product_id;

-- The days of products that are split: what was sold, and the weight of the storefront where that is learned.
CREATE TABLE {state:Identifier}.splitting
(
    first_day  Int32 COMMENT 'of the span of days that are split together',
    product_id UInt64,
    day        Date,
    units      Int64,
    gmv        Int64 COMMENT 'cents',
    storefront Float64
)
ENGINE = MergeTree
PARTITION BY first_day
ORDER BY (product_id, day);

CREATE TABLE {state:Identifier}.touched_cell
(
    product_id UInt64,
    day        Date
)
ENGINE = MergeTree
ORDER BY (day, product_id);

-- Products that went to another shop or currency than in the version before; 0 and empty where there was none.
CREATE TABLE {state:Identifier}.moved_product
(
    product_id   UInt64,
    was_seller   UInt64,
    was_currency String COMMENT 'that its amounts were served in',
    seller       UInt64,
    currency     String
)
ENGINE = MergeTree
ORDER BY product_id;

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

-- What several lists say of a video, a live or a creator. Windows are arrays, the shortest first.
CREATE TABLE {state:Identifier}.source_growth
(
    kind      UInt8 COMMENT '1 views of a video, 2 viewers of a live, 3 likes of a video',
    source_id UInt64,
    windows   Array(Int64) COMMENT 'growth in each window'
)
ENGINE = MergeTree
ORDER BY (kind, source_id);

CREATE TABLE {state:Identifier}.creator_growth
(
    user_id   UInt64,
    followers Array(Int64) COMMENT 'followers won in each window; negative: lost',
    digg      Array(Int64) COMMENT 'likes of each window',
    views     Array(Int64) COMMENT 'views of each window',
    posts     Array(Int64) COMMENT 'videos posted in each window'
)
ENGINE = MergeTree
ORDER BY user_id;

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

CREATE TABLE {state:Identifier}.category_name
(
    category_id UInt64,
    name        String COMMENT 'in en-US, else in the first language there is'
)
ENGINE = MergeTree
ORDER BY category_id;

CREATE TABLE {state:Identifier}.live_products
(
    live_id     UInt64,
    products    Int64 COMMENT 'products that it promotes',
    category_id UInt64 COMMENT 'first-level category of most of them; 0 when none has one'
)
ENGINE = MergeTree
ORDER BY live_id;

-- What each entity that can be found has sold, added up over products: GMV in the currency of most of them, the first code on a tie.
CREATE TABLE {state:Identifier}.search_sales
(
    type     UInt8 COMMENT '1 creator, 2 product, 3 shop, 4 video, 5 live',
    id       UInt64,
    products Int64,
    units    Int64,
    gmv      Int64 COMMENT 'cents',
    currency String
)
ENGINE = MergeTree
ORDER BY (type, id);
