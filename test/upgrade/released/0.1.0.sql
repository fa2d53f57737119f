-- The arithmetic of docs/estimates.md as SQL functions, so that every step shares one wording of each rule.
-- A point is (day as days since 1970-01-01, total); arrays of points are ascending by day.

-- Section 1: sightings (epoch milliseconds, total) in any order → one point a day, the last seen, the larger on a tie.
CREATE OR REPLACE FUNCTION vitrinePoints AS (sightings) ->
    arrayFilter(
        (point, next) -> point.1 != next.1,
        arrayMap(s -> (toInt32(intDiv(s.1, 86400000)), s.2), arraySort(sightings)),
        arrayShiftLeft(arrayMap(s -> (toInt32(intDiv(s.1, 86400000)), s.2), arraySort(sightings)), 1, (toInt32(1000000000), toInt64(0))));

-- Section 1 for values that are seen over and over: a stamp is the moment (milliseconds) above the value, so that the largest stamp
-- holds the last value seen, the larger one on a tie. 0 was never seen. Values are whole and not negative.
CREATE OR REPLACE FUNCTION vitrineStamp AS (at, value) ->
    if(isNull(value), toUInt128(0), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at)), 64) + toUInt128(assumeNotNull(value)));
CREATE OR REPLACE FUNCTION vitrineStamped AS (stamp) -> if(stamp = 0, NULL, toNullable(toUInt64(stamp)));

-- The stamp as a point: none where it was never seen.
CREATE OR REPLACE FUNCTION vitrineStampPoint AS (stamp) ->
    if(stamp = 0, [], [(toInt32(intDiv(toInt64(bitShiftRight(stamp, 64)), 86400000)), toInt64(toUInt64(stamp)))]);

-- The same for texts: thirteen digits of milliseconds before the text. '' was never seen.
CREATE OR REPLACE FUNCTION vitrineTextStamp AS (at, text) ->
    if(isNull(text), '', concat(leftPad(toString(toUnixTimestamp64Milli(at)), 13, '0'), assumeNotNull(text)));
CREATE OR REPLACE FUNCTION vitrineStampedText AS (stamp) -> substring(stamp, 14);

-- The same for the first day a value was seen: the smallest stamp holds the last value of that day.
CREATE OR REPLACE FUNCTION vitrineFirstStamp AS (at, value) ->
    if(isNull(value), NULL, toNullable(
        bitShiftLeft(toUInt128(toUInt16(toDate(at))), 96)
        + bitShiftLeft(toUInt128(86399999 - toUnixTimestamp64Milli(at) % 86400000), 64)
        + (toUInt128(18446744073709551615) - toUInt128(assumeNotNull(value)))));
CREATE OR REPLACE FUNCTION vitrineFirstDay AS (stamp) -> toInt32(bitShiftRight(stamp, 96));
CREATE OR REPLACE FUNCTION vitrineFirstStamped AS (stamp) -> toUInt64(18446744073709551615 - toUInt64(stamp));

-- Two or three letters as a number that sorts as they do, and back.
CREATE OR REPLACE FUNCTION vitrineCode AS (letters) ->
    if(isNull(letters), NULL, toNullable(reinterpretAsUInt64(reverse(assumeNotNull(toString(letters))))));
CREATE OR REPLACE FUNCTION vitrineLetters AS (code) -> reverse(trim(TRAILING '\\0' FROM reinterpretAsString(ifNull(code, 0))));

-- The largest number that is served, in units of its last digit, and a number cut to it.
CREATE OR REPLACE FUNCTION vitrineLargest AS () -> toInt64(9000000000000000);
CREATE OR REPLACE FUNCTION vitrineCapped AS (value) -> toInt64(if(value > vitrineLargest(), toInt128(vitrineLargest()), toInt128(value)));

-- Section 3: the value that is there most often, of several the one that comes first.
CREATE OR REPLACE FUNCTION vitrineCommonest AS (values) ->
    arraySort((value, place) -> (-toInt32(countEqual(values, value)), place), values, arrayEnumerate(values))[1];

-- Section 2: the falls to less than half, each as (place of the point before it, how many points after the fall it is made good; 0 is not).
CREATE OR REPLACE FUNCTION vitrineFalls AS (points) ->
    arrayMap(
        place -> (place, toUInt32(arrayFirstIndex(
            point -> 10 * point.2 >= 9 * points[place].2,
            arraySlice(points, place + 2, 7)))),
        arrayFilter(
            (place, a, b) -> 2 * b.2 < a.2,
            arrayEnumerate(arrayPopBack(points)), arrayPopBack(points), arrayPopFront(points)));

-- Section 2: points without those of dips. The falls are bound to a name by a list of one: written out in the inner lambda, they would be
-- looked for once for each point.
CREATE OR REPLACE FUNCTION vitrineWithoutDips AS (points) ->
    if(empty(vitrineFalls(points)), points, arrayMap(
        falls -> arrayFilter(
            (point, place) -> NOT arrayExists(fall -> place > fall.1 AND place <= fall.1 + fall.2, falls),
            points, arrayEnumerate(points)),
        [vitrineFalls(points)])[1]);

-- Section 2: whether points to come may make a fall good.
CREATE OR REPLACE FUNCTION vitrineMayBeDip AS (points) ->
    arrayExists(fall -> fall.2 = 0 AND length(points) - fall.1 < 8, vitrineFalls(points));

-- The same, at times without cause, of a tail and the largest total up to it: no fall that may be made good has left the total so high.
CREATE OR REPLACE FUNCTION vitrineMayHaveFallen AS (tail, most) -> notEmpty(tail) AND 10 * tail[1].2 < 9 * ifNull(most, 0);

-- Section 2: growth of each day after the first point, up to the last one. ⌊j·Δ/g⌋ is j·⌊Δ/g⌋ + ⌊j·(Δ mod g)/g⌋, which stays small.
CREATE OR REPLACE FUNCTION vitrineGrowth AS (points) ->
    arrayFlatten(arrayMap(
        (a, b) -> arrayMap(
            j -> intDiv(greatest(0, b.2 - a.2), b.1 - a.1)
                + intDiv(j * (greatest(0, b.2 - a.2) % (b.1 - a.1)), b.1 - a.1)
                - intDiv((j - 1) * (greatest(0, b.2 - a.2) % (b.1 - a.1)), b.1 - a.1),
            range(1, toUInt32(b.1 - a.1 + 1))),
        arrayPopBack(points), arrayPopFront(points)));

-- Section 2: the start from 0 of what was made at most seven days before it was first seen.
CREATE OR REPLACE FUNCTION vitrineOrigin AS (points, madeDay) ->
    if(notEmpty(points) AND isNotNull(madeDay) AND points[1].1 - assumeNotNull(madeDay) BETWEEN 0 AND 7,
       [(toInt32(assumeNotNull(madeDay) - 1), toInt64(0))], []);

-- Section 3: the value of each day from the first point to lastDay, carried forward.
CREATE OR REPLACE FUNCTION vitrineCarried AS (points, lastDay) ->
    arrayFlatten(arrayMap(
        (a, b) -> arrayWithConstant(toUInt32(b.1 - a.1), a.2),
        points, arrayShiftLeft(points, 1, (toInt32(lastDay + 1), toInt64(0)))));

-- The values of `days` days from firstDay on, of an array whose first element is that of valuesDay; filled where it has none.
-- (Looking elements up one by one in a lambda would copy the whole array for each.)
CREATE OR REPLACE FUNCTION vitrineAligned AS (values, valuesDay, firstDay, days, fill) ->
    arrayResize(
        arrayConcat(
            arrayWithConstant(toUInt32(greatest(0, least(valuesDay - firstDay, toInt32(days)))), toInt64(fill)),
            arraySlice(values, greatest(0, firstDay - valuesDay) + 1)),
        days, toInt64(fill));

-- Section 3: an amount with four decimals in cents, half up.
CREATE OR REPLACE FUNCTION vitrineCents AS (amount) -> intDiv(toInt64(toDecimal128(amount, 4) * 10000) * 2 + 100, 200);

-- Section 3: the SKU prices that are numbers a price may have, as decimals with four digits.
CREATE OR REPLACE FUNCTION vitrineSkuPrices AS (skus) ->
    arrayMap(price -> assumeNotNull(price), arrayFilter(price -> ifNull(price BETWEEN 0 AND 1000000000000, 0), arrayMap(
        sku -> toDecimal64OrNull(trim(BOTH '"' FROM JSONExtractRaw(sku, 'real_price', 'price_val')), 4),
        JSONExtractArrayRaw(ifNull(skus, '')))));

-- Section 3: the mean of amounts with four decimals in cents, half up; NULL of none. A record has room for more SKUs than Int64 for
-- the sum of their prices.
CREATE OR REPLACE FUNCTION vitrineMeanCents AS (amounts) ->
    if(empty(amounts), NULL, toNullable(toInt64(intDiv(
        2 * arraySum(amount -> toInt128(toDecimal128(amount, 4) * 10000), amounts) + 100 * toInt64(length(amounts)),
        200 * toInt64(greatest(length(amounts), 1))))));

-- Section 3: the price of a record in cents; NULL when it carries none.
CREATE OR REPLACE FUNCTION vitrinePriceCents AS (spuAvgPrice, skus, minPrice, maxPrice) ->
    coalesce(
        toNullable(vitrineCents(spuAvgPrice)),
        vitrineMeanCents(vitrineSkuPrices(skus)),
        vitrineMeanCents(arrayMap(price -> assumeNotNull(price), arrayFilter(price -> isNotNull(price), [minPrice, maxPrice]))));

-- Section 3: what units sell for at a price in cents.
CREATE OR REPLACE FUNCTION vitrineWorth AS (units, price) -> vitrineCapped(toInt128(units) * price);

-- Section 3: cents × rate of the reporting currency / rate of the own currency, half up. Rates are millionths for a US dollar.
CREATE OR REPLACE FUNCTION vitrineConverted AS (cents, reportingRate, ownRate) ->
    if(ownRate = 0 OR reportingRate = 0, toInt64(0),
       vitrineCapped(intDiv(toInt128(cents) * reportingRate * 2 + ownRate, greatest(toInt128(ownRate), 1) * 2)));

-- Section 6: what is left of each exact share when it is rounded down, in units of one over the sum of weights; and the same ranked:
-- larger remainders rank higher, and of equal ones the earlier.
CREATE OR REPLACE FUNCTION vitrineRemainders AS (total, weights) ->
    arrayMap(weight -> modulo(total * weight, greatest(arraySum(weights), 1)), weights);
CREATE OR REPLACE FUNCTION vitrineRanks AS (remainders) ->
    arrayMap((remainder, place) -> remainder * (length(remainders) + 1) + (length(remainders) - place), remainders, arrayEnumerate(remainders));

-- Section 6: total split by largest remainder; weights stand in the order of ties. All zero when the weights are.
-- The remainders sum to as many units as are still over; those go to the highest ranks.
CREATE OR REPLACE FUNCTION vitrineOver AS (remainders, weights) -> toUInt32(intDiv(arraySum(remainders), greatest(arraySum(weights), 1)));
CREATE OR REPLACE FUNCTION vitrineShares AS (total, weights) ->
    arrayMap(
        (weight, rank) -> toInt64(intDiv(total * weight, greatest(arraySum(weights), 1)))
            + (vitrineOver(vitrineRemainders(total, weights), weights) > 0
               AND rank >= arrayReverseSort(vitrineRanks(vitrineRemainders(total, weights)))[vitrineOver(vitrineRemainders(total, weights), weights)]),
        weights, vitrineRanks(vitrineRemainders(total, weights)));

-- Section 6: total split in proportion, by differences of rounded-down running sums. All zero when the weights are.
CREATE OR REPLACE FUNCTION vitrineProportions AS (total, weights) ->
    arrayMap(
        (upTo, weight) -> toInt64(intDiv(total * upTo, greatest(arraySum(weights), 1))
            - intDiv(total * (upTo - weight), greatest(arraySum(weights), 1))),
        arrayCumSum(weights), weights);

-- Cents as the amount that is served.
CREATE OR REPLACE FUNCTION vitrineAmount AS (cents) -> CAST(toDecimal128(vitrineCapped(cents), 2) / 100, 'Decimal(24, 2)');

-- Section 3: an amount in cents at a day's rates, given as arrays from first_day on; as it is without a reporting currency.
CREATE OR REPLACE FUNCTION vitrineReported AS (cents, reporting, day, firstDay, ownRates, reportingRates) ->
    if(reporting = '', cents, if(day < firstDay, toInt64(0),
        vitrineConverted(cents, reportingRates[greatest(day - firstDay, 0) + 1], ownRates[greatest(day - firstDay, 0) + 1])));

-- Section 4: which window a day falls in first, counted from 1; 0 when it is in none. placeOfAge has one element for each age in days.
CREATE OR REPLACE FUNCTION vitrineWindow AS (day, asOfDay, placeOfAge) ->
    if(toInt32(day) > asOfDay OR asOfDay - toInt32(day) >= length(placeOfAge), 0, placeOfAge[asOfDay - toInt32(day) + 1]);

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

-- What the endpoints read: one table an endpoint, holding the row as it is served, ordered for its key. A publish
-- writes one partition of each, and a reader names the version it reads, so that it never sees half a publish.
-- Granules are small because a request reads few rows, and wide ones.

-- A row a product, for the product list.
CREATE TABLE IF NOT EXISTS serving_product
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    product_id UInt64 COMMENT 'product',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the market; empty for a product known only from a link',
    seller_id UInt64 COMMENT 'shop that sells the product; 0 when unknown',
    category_id UInt64 COMMENT 'first-level category; 0 when unset',
    category_l2_id UInt64 COMMENT 'second-level category; 0 when unset',
    category_l3_id UInt64 COMMENT 'third-level category; 0 when unset',
    product_name String COMMENT 'title',
    cover_url String COMMENT 'JSON array of {url, index}, sorted by index; valid JSON or empty',
    desc_detail String COMMENT 'JSON array of description blocks; valid JSON or empty',
    discount String COMMENT 'discount as the source words it',
    skus String COMMENT 'JSON array of SKUs with their prices; valid JSON or empty',
    sale_props String COMMENT 'JSON array of properties a buyer chooses by; valid JSON or empty',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    min_price Decimal(24, 2) COMMENT 'lowest SKU price, in currency',
    max_price Decimal(24, 2) COMMENT 'highest SKU price, in currency',
    spu_avg_price Decimal(24, 2) COMMENT 'price of the last record with a price, in currency',
    product_commission_rate Decimal(9, 4) COMMENT 'commission as a fraction: 0.05 is 5 %',
    product_rating Decimal(9, 2) COMMENT 'mean review rating, 0 to 5',
    review_count Int64 COMMENT 'reviews',
    free_shipping UInt8 COMMENT '1 free shipping, 0 not',
    is_s_shop UInt8 COMMENT '1 the shop is fully managed by the platform, 0 not',
    off_mark Int64 COMMENT 'below 2: on sale; 2 and above: taken down',
    first_crawl_dt UInt32 COMMENT 'UTC day of the first observation, yyyyMMdd; 0 for a product known only from a link',
    sales_flag UInt8 COMMENT '1 sells mainly by video, 2 mainly by live, 0 by neither',
    sales_trend_flag UInt8 COMMENT 'units of the last 7 days against the 7 before: 0 stable, 1 up, 2 down',
    total_sale_cnt Int64 COMMENT 'units sold, running total',
    total_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV, running total, in currency',
    total_video_sale_cnt Int64 COMMENT 'units attributed to videos',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to videos, in currency',
    total_live_sale_cnt Int64 COMMENT 'units attributed to lives',
    total_live_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to lives, in currency',
    total_ifl_cnt Int64 COMMENT 'creators with a linked video or live',
    total_video_cnt Int64 COMMENT 'linked videos',
    total_live_cnt Int64 COMMENT 'linked lives',
    total_views_cnt Int64 COMMENT 'views of the linked videos',
    total_sale_1d_cnt Int64 COMMENT 'units sold in the last day',
    total_sale_7d_cnt Int64 COMMENT 'units sold in the last 7 days',
    total_sale_15d_cnt Int64 COMMENT 'units sold in the last 15 days',
    total_sale_30d_cnt Int64 COMMENT 'units sold in the last 30 days',
    total_sale_60d_cnt Int64 COMMENT 'units sold in the last 60 days',
    total_sale_90d_cnt Int64 COMMENT 'units sold in the last 90 days',
    total_sale_gmv_1d_amt Decimal(24, 2) COMMENT 'GMV of the last day, in currency',
    total_sale_gmv_7d_amt Decimal(24, 2) COMMENT 'GMV of the last 7 days, in currency',
    total_sale_gmv_15d_amt Decimal(24, 2) COMMENT 'GMV of the last 15 days, in currency',
    total_sale_gmv_30d_amt Decimal(24, 2) COMMENT 'GMV of the last 30 days, in currency',
    total_sale_gmv_60d_amt Decimal(24, 2) COMMENT 'GMV of the last 60 days, in currency',
    total_sale_gmv_90d_amt Decimal(24, 2) COMMENT 'GMV of the last 90 days, in currency',
    total_video_sale_1d_cnt Int64 COMMENT 'units attributed to videos in the last day',
    total_video_sale_7d_cnt Int64 COMMENT 'units attributed to videos in the last 7 days',
    total_video_sale_15d_cnt Int64 COMMENT 'units attributed to videos in the last 15 days',
    total_video_sale_30d_cnt Int64 COMMENT 'units attributed to videos in the last 30 days',
    total_video_sale_60d_cnt Int64 COMMENT 'units attributed to videos in the last 60 days',
    total_video_sale_90d_cnt Int64 COMMENT 'units attributed to videos in the last 90 days',
    total_video_sale_gmv_1d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last day, in currency',
    total_video_sale_gmv_7d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 7 days, in currency',
    total_video_sale_gmv_15d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 15 days, in currency',
    total_video_sale_gmv_30d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 30 days, in currency',
    total_video_sale_gmv_60d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 60 days, in currency',
    total_video_sale_gmv_90d_amt Decimal(24, 2) COMMENT 'GMV attributed to videos in the last 90 days, in currency',
    total_live_sale_1d_cnt Int64 COMMENT 'units attributed to lives in the last day',
    total_live_sale_7d_cnt Int64 COMMENT 'units attributed to lives in the last 7 days',
    total_live_sale_15d_cnt Int64 COMMENT 'units attributed to lives in the last 15 days',
    total_live_sale_30d_cnt Int64 COMMENT 'units attributed to lives in the last 30 days',
    total_live_sale_60d_cnt Int64 COMMENT 'units attributed to lives in the last 60 days',
    total_live_sale_90d_cnt Int64 COMMENT 'units attributed to lives in the last 90 days',
    total_live_sale_gmv_1d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last day, in currency',
    total_live_sale_gmv_7d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 7 days, in currency',
    total_live_sale_gmv_15d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 15 days, in currency',
    total_live_sale_gmv_30d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 30 days, in currency',
    total_live_sale_gmv_60d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 60 days, in currency',
    total_live_sale_gmv_90d_amt Decimal(24, 2) COMMENT 'GMV attributed to lives in the last 90 days, in currency',
    total_views_1d_cnt Int64 COMMENT 'views the linked videos gained in the last day',
    total_views_7d_cnt Int64 COMMENT 'views the linked videos gained in the last 7 days',
    total_views_15d_cnt Int64 COMMENT 'views the linked videos gained in the last 15 days',
    total_views_30d_cnt Int64 COMMENT 'views the linked videos gained in the last 30 days',
    total_views_60d_cnt Int64 COMMENT 'views the linked videos gained in the last 60 days',
    total_views_90d_cnt Int64 COMMENT 'views the linked videos gained in the last 90 days',
    total_video_1d_cnt Int64 COMMENT 'linked videos made in the last day',
    total_video_7d_cnt Int64 COMMENT 'linked videos made in the last 7 days',
    total_video_15d_cnt Int64 COMMENT 'linked videos made in the last 15 days',
    total_video_30d_cnt Int64 COMMENT 'linked videos made in the last 30 days',
    total_video_60d_cnt Int64 COMMENT 'linked videos made in the last 60 days',
    total_video_90d_cnt Int64 COMMENT 'linked videos made in the last 90 days',
    total_live_1d_cnt Int64 COMMENT 'linked lives made in the last day',
    total_live_7d_cnt Int64 COMMENT 'linked lives made in the last 7 days',
    total_live_15d_cnt Int64 COMMENT 'linked lives made in the last 15 days',
    total_live_30d_cnt Int64 COMMENT 'linked lives made in the last 30 days',
    total_live_60d_cnt Int64 COMMENT 'linked lives made in the last 60 days',
    total_live_90d_cnt Int64 COMMENT 'linked lives made in the last 90 days',
    total_ifl_video_1d_cnt Int64 COMMENT 'creators whose first linked video was made in the last day',
    total_ifl_video_7d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 7 days',
    total_ifl_video_15d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 15 days',
    total_ifl_video_30d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 30 days',
    total_ifl_video_60d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 60 days',
    total_ifl_video_90d_cnt Int64 COMMENT 'creators whose first linked video was made in the last 90 days',
    total_ifl_live_1d_cnt Int64 COMMENT 'creators whose first linked live was made in the last day',
    total_ifl_live_7d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 7 days',
    total_ifl_live_15d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 15 days',
    total_ifl_live_30d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 30 days',
    total_ifl_live_60d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 60 days',
    total_ifl_live_90d_cnt Int64 COMMENT 'creators whose first linked live was made in the last 90 days'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, region, product_id)
SETTINGS index_granularity = 1024;

-- A row a product and creator who promotes it.
CREATE TABLE IF NOT EXISTS serving_product_creator
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    product_id UInt64 COMMENT 'product promoted',
    user_id UInt64 COMMENT 'creator with a linked video or live',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    nick_name String COMMENT 'display name of the creator',
    avatar String COMMENT 'URL of the profile picture',
    category String COMMENT 'what the creator posts about, as the source words it',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the creator; empty when unknown',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    per_product_ifl_sale_cnt Int64 COMMENT 'units of the product attributed to the creator',
    per_product_ifl_gmv_amt Decimal(24, 2) COMMENT 'GMV of the product attributed to the creator, in currency',
    total_followers_cnt Int64 COMMENT 'followers of the creator',
    total_following_cnt Int64 COMMENT 'accounts the creator follows',
    total_digg_cnt Int64 COMMENT 'likes of the creator',
    total_post_video_cnt Int64 COMMENT 'videos the creator posted',
    total_live_cnt Int64 COMMENT 'lives the creator held',
    total_views_cnt Int64 COMMENT 'views of the creator’s videos',
    total_live_views_cnt Int64 COMMENT 'viewers of the creator’s lives'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, product_id, user_id)
SETTINGS index_granularity = 1024;

-- A row a product and video that promotes it.
CREATE TABLE IF NOT EXISTS serving_product_video
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    product_id UInt64 COMMENT 'product promoted',
    video_id UInt64 COMMENT 'video that promotes it',
    user_id UInt64 COMMENT 'creator of the video; 0 when unknown',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the video; empty when unknown',
    create_time String COMMENT 'when the video was posted, epoch seconds in digits; empty when unknown',
    duration Int64 COMMENT 'length, seconds',
    video_desc String COMMENT 'caption',
    hash_tag String COMMENT 'hash tags of the caption',
    width String COMMENT 'pixels in digits; empty when unknown',
    height String COMMENT 'pixels in digits; empty when unknown',
    ratio String COMMENT 'resolution as the source words it, such as 540p',
    data_size String COMMENT 'bytes in digits; empty when unknown',
    play_addr String COMMENT 'URL of the video file as last seen; sources let it expire',
    reflow_cover String COMMENT 'URL of the cover image',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    total_views_cnt Int64 COMMENT 'views',
    total_digg_cnt Int64 COMMENT 'likes',
    total_comments_cnt Int64 COMMENT 'comments',
    total_favorites_cnt Int64 COMMENT 'times saved',
    total_shares_cnt Int64 COMMENT 'shares',
    total_video_sale_cnt Int64 COMMENT 'units of the product attributed to the video',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV of the product attributed to the video, in currency'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, product_id, video_id)
SETTINGS index_granularity = 1024;

-- A row a creator and product the creator promotes.
CREATE TABLE IF NOT EXISTS serving_creator_product
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    user_id UInt64 COMMENT 'creator',
    product_id UInt64 COMMENT 'product the creator has a video or live of',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    category_id UInt64 COMMENT 'first-level category of the product; 0 when unset',
    product_name String COMMENT 'title of the product',
    cover_url String COMMENT 'JSON array of {url, index}, sorted by index; valid JSON or empty',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    spu_avg_price Decimal(24, 2) COMMENT 'price of the product’s last record with a price, in currency',
    total_sale_cnt Int64 COMMENT 'units of the whole product, running total',
    total_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV of the whole product, running total, in currency',
    total_video_cnt Int64 COMMENT 'videos of the creator that promote the product',
    total_video_sale_cnt Int64 COMMENT 'units attributed to the creator’s videos',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to the creator’s videos, in currency',
    total_live_cnt Int64 COMMENT 'lives of the creator that promote the product',
    total_live_sale_cnt Int64 COMMENT 'units attributed to the creator’s lives',
    total_live_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV attributed to the creator’s lives, in currency'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, user_id, product_id)
SETTINGS index_granularity = 1024;

-- A row a shop and video that promotes a product of it.
CREATE TABLE IF NOT EXISTS serving_shop_video
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    seller_id UInt64 COMMENT 'shop with a product in the video',
    video_id UInt64 COMMENT 'video that promotes it',
    user_id UInt64 COMMENT 'creator of the video; 0 when unknown',
    unique_id String COMMENT 'handle of the creator; empty when unknown',
    nick_name String COMMENT 'display name of the creator',
    avatar String COMMENT 'URL of the creator’s profile picture',
    region LowCardinality(String) COMMENT 'ISO 3166-1 alpha-2 code of the video; empty when unknown',
    create_time String COMMENT 'when the video was posted, epoch seconds in digits; empty when unknown',
    video_desc String COMMENT 'caption',
    reflow_cover String COMMENT 'URL of the cover image',
    currency LowCardinality(String) COMMENT 'ISO 4217 code of every amount and price of the row; empty when unknown',
    total_views_cnt Int64 COMMENT 'views',
    total_digg_cnt Int64 COMMENT 'likes',
    total_comments_cnt Int64 COMMENT 'comments',
    total_shares_cnt Int64 COMMENT 'shares',
    total_video_sale_cnt Int64 COMMENT 'units of the shop’s products attributed to the video',
    total_video_sale_gmv_amt Decimal(24, 2) COMMENT 'GMV of the shop’s products attributed to the video, in currency'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, seller_id, video_id)
SETTINGS index_granularity = 1024;

-- A row an image that other rows show. Only these are fetched for callers.
CREATE TABLE IF NOT EXISTS serving_image
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    name FixedString(16) COMMENT 'first half of the SHA-256 of its address'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY name
SETTINGS index_granularity = 1024;

-- Who used the server: a row a request, and what these add up to by hour and by day.
-- A batch of records comes under a token. The engine remembers the tokens of the last batches of each table, so that a
-- batch which comes again, after a failure that left open whether it was stored, is counted once, here and in the totals.

CREATE TABLE IF NOT EXISTS usage_record
(
    at DateTime64(3, 'UTC') COMMENT 'when the answer was done' CODEC(DoubleDelta, ZSTD(1)),
    key_id LowCardinality(String) COMMENT 'public id of the key; empty when no known key was presented',
    endpoint LowCardinality(String) COMMENT 'endpoint id; unknown for a path that nothing answers',
    status UInt16 COMMENT 'HTTP status of the answer' CODEC(T64, ZSTD(1)),
    credits UInt32 COMMENT 'credits charged' CODEC(T64, ZSTD(1)),
    latency_us UInt64 COMMENT 'from the request to the end of its answer, microseconds' CODEC(T64, ZSTD(1)),
    rows UInt32 COMMENT 'rows of the page' CODEC(T64, ZSTD(1)),
    bytes UInt64 COMMENT 'bytes of the body' CODEC(T64, ZSTD(1)),
    dataset_version UInt32 COMMENT 'dataset version that was read; 0 when none was' CODEC(T64, ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(at)
ORDER BY (key_id, at)
TTL toDateTime(at) + INTERVAL 90 DAY DELETE
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000;

CREATE TABLE IF NOT EXISTS usage_total
(
    grain Enum8('hour' = 1, 'day' = 2) COMMENT 'length of the period',
    period DateTime('UTC') COMMENT 'start of the period' CODEC(DoubleDelta, ZSTD(1)),
    key_id LowCardinality(String) COMMENT 'as in usage_record, as the next two',
    endpoint LowCardinality(String) COMMENT 'endpoint id',
    status UInt16 COMMENT 'HTTP status',
    requests SimpleAggregateFunction(sum, UInt64) COMMENT 'requests' CODEC(T64, ZSTD(1)),
    credits SimpleAggregateFunction(sum, UInt64) COMMENT 'credits charged' CODEC(T64, ZSTD(1)),
    rows SimpleAggregateFunction(sum, UInt64) COMMENT 'rows of pages' CODEC(T64, ZSTD(1)),
    bytes SimpleAggregateFunction(sum, UInt64) COMMENT 'bytes of bodies' CODEC(T64, ZSTD(1)),
    latency_us_sum SimpleAggregateFunction(sum, UInt64) COMMENT 'all latencies together, microseconds' CODEC(T64, ZSTD(1)),
    latency_us_max SimpleAggregateFunction(max, UInt64) COMMENT 'longest latency, microseconds' CODEC(T64, ZSTD(1)),
    latency_us_quantiles AggregateFunction(quantilesTDigest(0.5, 0.95, 0.99), UInt64) COMMENT 'latencies, to estimate quantiles from' CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY (grain, toYYYYMM(period))
ORDER BY (grain, key_id, period, endpoint, status)
TTL period + INTERVAL 2 YEAR DELETE WHERE grain = 'hour', period + INTERVAL 10 YEAR DELETE WHERE grain = 'day'
SETTINGS non_replicated_deduplication_window = 1000;

-- Adds each batch of records to the totals of its hours and days.
CREATE MATERIALIZED VIEW IF NOT EXISTS usage_total_feed TO usage_total AS
SELECT
    grain,
    if(grain = 'day', toStartOfDay(at), toStartOfHour(at)) AS period,
    key_id,
    endpoint,
    status,
    count() AS requests,
    sum(record.credits) AS credits,
    sum(record.rows) AS rows,
    sum(record.bytes) AS bytes,
    sum(latency_us) AS latency_us_sum,
    max(latency_us) AS latency_us_max,
    quantilesTDigestState(0.5, 0.95, 0.99)(latency_us) AS latency_us_quantiles
FROM usage_record AS record
ARRAY JOIN CAST(['hour', 'day'] AS Array(Enum8('hour' = 1, 'day' = 2))) AS grain
GROUP BY grain, period, key_id, endpoint, status;

-- The bounds of docs/observations.md, for records that came in past ingest or before there were bounds: publish leaves them out and
-- names them. In data directories made before, what is landed from now on has the price of today's rule.

CREATE OR REPLACE FUNCTION vitrineUnitsMax AS () -> 1000000000;
CREATE OR REPLACE FUNCTION vitrineCountMax AS () -> 900000000000;
CREATE OR REPLACE FUNCTION vitrineAmountMax AS () -> 10000000000000;
CREATE OR REPLACE FUNCTION vitrinePriceMax AS () -> 1000000000000;

-- What a record holds that none may have is in its column out_of_bounds, '' for a good one.
-- '' for a value from 0 to largest, and for one that was not seen; otherwise what is wrong.
CREATE OR REPLACE FUNCTION vitrineBeyond AS (name, value, largest) ->
    if(ifNull(value BETWEEN 0 AND largest, 1), '', concat(name, ' is ', toString(assumeNotNull(value)), ', not from 0 to ', toString(largest), '; '));

-- '' for a moment (epoch seconds) ingest may have taken in.
CREATE OR REPLACE FUNCTION vitrineOutOfTime AS (name, seconds) ->
    if(ifNull(seconds BETWEEN 946684800 AND 4294967295, 1), '', concat(name, ' is ', toString(assumeNotNull(seconds)), ' seconds since 1970-01-01; '));

ALTER TABLE landing_product MODIFY COLUMN price_cents SimpleAggregateFunction(max, Nullable(Int64)) MATERIALIZED vitrinePriceCents(spu_avg_price, skus, min_price, max_price);
ALTER TABLE landing_product ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineBeyond('min_price', min_price, vitrinePriceMax()),
    vitrineBeyond('max_price', max_price, vitrinePriceMax()),
    vitrineBeyond('spu_avg_price', spu_avg_price, vitrinePriceMax()),
    vitrineBeyond('price_cents', price_cents, 100 * vitrinePriceMax()),
    vitrineBeyond('product_commission_rate', product_commission_rate, 1),
    vitrineBeyond('product_rating', product_rating, 5),
    vitrineBeyond('review_count', review_count, vitrineCountMax()),
    vitrineBeyond('off_mark', off_mark, vitrineCountMax()),
    vitrineBeyond('total_sale_cnt', total_sale_cnt, vitrineUnitsMax()),
    vitrineBeyond('total_sale_gmv_amt', total_sale_gmv_amt, vitrineAmountMax()),
    vitrineBeyond('total_ifl_cnt', total_ifl_cnt, vitrineCountMax()),
    vitrineBeyond('total_video_cnt', total_video_cnt, vitrineCountMax()),
    vitrineBeyond('total_live_cnt', total_live_cnt, vitrineCountMax()),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()));
ALTER TABLE landing_product ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_shop ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineBeyond('rating', rating, 5),
    vitrineBeyond('total_sale_cnt', total_sale_cnt, vitrineCountMax()));
ALTER TABLE landing_shop ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_creator ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineBeyond('total_followers_cnt', total_followers_cnt, vitrineCountMax()),
    vitrineBeyond('total_following_cnt', total_following_cnt, vitrineCountMax()),
    vitrineBeyond('total_digg_cnt', total_digg_cnt, vitrineCountMax()),
    vitrineBeyond('total_post_video_cnt', total_post_video_cnt, vitrineCountMax()),
    vitrineBeyond('total_live_cnt', total_live_cnt, vitrineCountMax()),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()),
    vitrineBeyond('total_live_views_cnt', total_live_views_cnt, vitrineCountMax()));
ALTER TABLE landing_creator ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_video ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineOutOfTime('create_time', create_time),
    vitrineBeyond('duration', duration, vitrineCountMax()),
    vitrineBeyond('width', width, vitrineCountMax()),
    vitrineBeyond('height', height, vitrineCountMax()),
    vitrineBeyond('data_size', data_size, vitrineCountMax()),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()),
    vitrineBeyond('total_digg_cnt', total_digg_cnt, vitrineCountMax()),
    vitrineBeyond('total_comments_cnt', total_comments_cnt, vitrineCountMax()),
    vitrineBeyond('total_favorites_cnt', total_favorites_cnt, vitrineCountMax()),
    vitrineBeyond('total_shares_cnt', total_shares_cnt, vitrineCountMax()),
    arrayStringConcat(arrayMap(link -> concat(
        vitrineBeyond('total_video_sale_cnt', link.2, vitrineUnitsMax()),
        vitrineBeyond('total_video_sale_gmv_amt', link.3, vitrineAmountMax())), products)));
ALTER TABLE landing_video ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_live ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineOutOfTime('start_time', start_time),
    vitrineOutOfTime('end_time', end_time),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()),
    vitrineBeyond('max_views_cnt', max_views_cnt, vitrineCountMax()),
    arrayStringConcat(arrayMap(link -> concat(
        vitrineBeyond('total_live_sale_cnt', link.2, vitrineUnitsMax()),
        vitrineBeyond('total_live_sale_gmv_amt', link.3, vitrineAmountMax())), products)));
ALTER TABLE landing_live ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_fx ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED if(per_usd > 0, vitrineBeyond('per_usd', per_usd, 1000000000), concat('per_usd is ', toString(per_usd), '; '));
ALTER TABLE landing_fx ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

-- Rows of different batches stay apart, so that one batch can be taken out again. Rows of one batch melt as before, and readers
-- melt the rest: they fold rows of the same entity and millisecond whether the engine has merged them or not.
-- `batch` cannot become part of the key of a table that exists, a new column can; rows from before have what `batch` says.

ALTER TABLE landing_product
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (product_id, observed_at, origin);
ALTER TABLE landing_product MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_shop
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (seller_id, observed_at, origin);
ALTER TABLE landing_shop MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_creator
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (user_id, observed_at, origin);
ALTER TABLE landing_creator MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_video
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (video_id, observed_at, origin);
ALTER TABLE landing_video MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_live
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (live_id, observed_at, origin);
ALTER TABLE landing_live MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

ALTER TABLE landing_fx
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (currency, date, observed_at, origin);
ALTER TABLE landing_fx MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);

