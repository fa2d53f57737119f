-- Videos with all that they promote and sell. Amounts are in the currency of the market that most of their products are of.
CREATE TABLE making.video
(
    video UInt64 COMMENT 'number, as in making.link',
    video_id UInt64 COMMENT 'id',
    creator UInt64 COMMENT 'number of the creator',
    products Array(UInt64) COMMENT 'ids, ascending',
    categories Array(UInt64) COMMENT 'first-level categories of these products',
    all_categories Array(UInt64) COMMENT 'their categories of all levels',
    sold_in UInt8 COMMENT 'number of the market whose currency amounts are in',
    units Int64 COMMENT 'units sold through it',
    cents Int64 COMMENT 'their worth',
    made_age Int64 COMMENT 'days from its making to the last day',
    first Int64 COMMENT 'days from the first of the days on which it grew lately to the last day',
    active Int64 COMMENT 'on how many days it grew lately',
    recent Float64 COMMENT 'part of all it reached and sold that it won on them; 0 for most'
)
ENGINE = MergeTree
ORDER BY video;

-- Who was made in the last 90 days won everything in them, on a few days; one older video in twenty is found again.
INSERT INTO making.video
WITH
    20757 - toInt64(intDiv(toUInt32(benchMade(video)), 86400)) AS age,
    benchDraw(video, 'found again') < 0.05 AS is_found_again,
    arraySort(groupArray((product_id, market, category_id, category_l2_id, category_l3_id, links.units, links.units * price_cents))) AS sold,
    arrayMap(each -> toUInt8(countEqual(sold.2, each)), [1, 2, 3]) AS of_markets
SELECT
    video, benchId(7400000000000000000, video), any(links.creator), sold.1, arrayDistinct(arraySort(sold.3)),
    arrayDistinct(arraySort(arrayFilter(each -> each != 0, arrayConcat(sold.3, sold.4, sold.5)))),
    indexOf(of_markets, arrayMax(of_markets)) AS main,
    arraySum(sold.6), arraySum(arrayMap((market_of, cents) -> if(market_of = main, cents, 0), sold.2, sold.7)),
    age,
    multiIf(age < 90, age, is_found_again, toInt64(floor(90 * benchDraw(video, 'begun'))), toInt64(0)) AS first_age,
    least(first_age + 1, 1 + benchTail(video, 'active days', 30)),
    multiIf(age < 90, 1., is_found_again, 0.2 * benchDraw(video, 'recent'), 0.)
FROM making.link AS links
INNER JOIN
(
    SELECT product, product_id, market, category_id, category_l2_id, category_l3_id, price_cents FROM making.product
) AS products ON products.product = links.product
GROUP BY video
SETTINGS max_bytes_before_external_group_by = 1500000000;
