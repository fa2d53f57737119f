-- What creators promote and sell, of those who do. Amounts are in the currency of the market that most of their products are of.
CREATE TABLE making.creator_total
(
    creator UInt64 COMMENT 'number',
    products Int64 COMMENT 'products that the creator promotes',
    videos Int64 COMMENT 'videos that promote them',
    views Int64 COMMENT 'views of these videos',
    video_units Int64 COMMENT 'units sold through them',
    live_units Int64 COMMENT 'units sold through lives',
    sold_in UInt8 COMMENT 'number of the market whose currency amounts are in',
    video_cents Int64,
    live_cents Int64,
    paths Array(Tuple(UInt64, UInt64, UInt64)) COMMENT 'categories of the products, first to third level; twenty at most',
    a_video UInt64 COMMENT 'id of one of the videos'
)
ENGINE = MergeTree
ORDER BY creator;

INSERT INTO making.creator_total
WITH
    [countIf(market = 1), countIf(market = 2), countIf(market = 3)] AS of_markets,
    total.video_units * price_cents AS worth,
    live_units * price_cents AS live_worth
SELECT
    creator, count(), sum(total.videos), sum(total.views), sum(total.video_units), sum(live_units),
    indexOf(of_markets, arrayMax(of_markets)) AS main,
    [sumIf(worth, market = 1), sumIf(worth, market = 2), sumIf(worth, market = 3)][main],
    [sumIf(live_worth, market = 1), sumIf(live_worth, market = 2), sumIf(live_worth, market = 3)][main],
    arraySlice(arraySort(groupUniqArray((category_id, category_l2_id, category_l3_id))), 1, 20),
    benchId(7400000000000000000, min(pair) * 32)
FROM making.pair AS pairs
INNER JOIN making.pair_total AS total USING (pair)
INNER JOIN
(
    SELECT product, market, category_id, category_l2_id, category_l3_id, price_cents FROM making.product
) AS products ON products.product = pairs.product
GROUP BY creator
SETTINGS max_bytes_before_external_group_by = 1500000000;

-- When each creator grew lately: two in five did, a tenth of them on every day.
CREATE TABLE making.creator_growth
(
    creator UInt64 COMMENT 'number',
    first Int64 COMMENT 'days from the first of the days on which the creator grew to the last day',
    active Int64 COMMENT 'on how many days the creator grew',
    recent Float64 COMMENT 'part of all that was reached and sold that was won on them; 0 for most'
)
ENGINE = MergeTree
ORDER BY creator;

INSERT INTO making.creator_growth
SELECT
    number,
    active_days - 1 + toInt64(floor((91 - active_days) * benchDraw(number, 'begun'))),
    if(benchDraw(number, 'daily') < 0.1, toInt64(90), 1 + benchTail(number, 'active days', 60)) AS active_days,
    if(benchDraw(number, 'growing') < 0.4, 0.3 * benchDraw(number, 'recent'), 0.)
FROM numbers({creators:UInt64});
