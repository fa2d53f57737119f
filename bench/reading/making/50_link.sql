-- Which videos promote what: one or more a pair, two on average. Some are of two products of their creator.
CREATE TABLE making.link
(
    pair UInt64 COMMENT 'number of the pair of product and creator',
    product UInt64 COMMENT 'number of the product',
    creator UInt64 COMMENT 'number of the creator',
    video UInt64 COMMENT 'number of the video: 32 times that of the pair it was made for, and its place there',
    units Int64 COMMENT 'units of the product sold through the video'
)
ENGINE = MergeTree
ORDER BY (pair, video);

INSERT INTO making.link
SELECT
    pair, product, creator,
    if(place > 0 AND place + 1 = videos AND earlier != pair AND benchDraw(pair, 'shared') < 0.3, earlier * 32, pair * 32 + place) AS video,
    if(benchDraw(cityHash64(pair, video), 'sells') < 0.5, toInt64(0), benchTail(cityHash64(pair, video), 'video units', 600))
FROM
(
    SELECT pair, product, creator, earlier, least(24, 1 + toUInt64(floor(-log2(1 - benchDraw(pair, 'videos'))))) AS videos, arrayJoin(range(videos)) AS place
    FROM making.pair
);

-- The same added up by pair.
CREATE TABLE making.pair_total
(
    pair UInt64 COMMENT 'number of the pair',
    videos Int64 COMMENT 'videos of the creator that promote the product',
    video_units Int64 COMMENT 'units sold through them',
    views Int64 COMMENT 'their views'
)
ENGINE = MergeTree
ORDER BY pair;

INSERT INTO making.pair_total
SELECT pair, count(), sum(units), sum(benchViews(video)) FROM making.link GROUP BY pair;

-- And by product.
CREATE TABLE making.product_total
(
    product UInt64 COMMENT 'number of the product',
    units Int64 COMMENT 'units sold, whatever through',
    video_units Int64 COMMENT 'units sold through videos',
    live_units Int64 COMMENT 'units sold through lives',
    creators Int64 COMMENT 'creators who promote it',
    videos Int64 COMMENT 'videos that promote it',
    lives Int64 COMMENT 'lives that promote it',
    views Int64 COMMENT 'views of these videos'
)
ENGINE = MergeTree
ORDER BY product;

INSERT INTO making.product_total
SELECT
    product,
    total.video_units + total.live_units + if(benchDraw(product, 'never sold') < 0.2, toInt64(0), benchTail(product, 'storefront', 300000)),
    total.video_units, total.live_units, total.creators, total.videos, total.lives, total.views
FROM making.product AS products
LEFT JOIN
(
    SELECT
        product, sum(pair_total.video_units) AS video_units, sum(live_units) AS live_units,
        toInt64(count()) AS creators, sum(pair_total.videos) AS videos, sum(lives) AS lives, sum(pair_total.views) AS views
    FROM making.pair AS pairs
    INNER JOIN making.pair_total AS pair_total USING (pair)
    GROUP BY product
) AS total USING (product);
