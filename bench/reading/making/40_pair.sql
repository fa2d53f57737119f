-- Who promotes what. Products are numbered by how many creators they have: the first has tens of thousands, most have a few, the last three
-- tenths have none. Creators likewise. A product's pairs are neighbours, and none has a creator twice, because their numbers ascend.
CREATE TABLE making.pair
(
    pair UInt64 COMMENT 'number from 0',
    product UInt64 COMMENT 'number of the product',
    creator UInt64 COMMENT 'number of the creator',
    earlier UInt64 COMMENT 'the pair of the same creator before this one; this one where there is none',
    lives Int64 COMMENT 'lives of the creator with the product',
    live_units Int64 COMMENT 'units sold through them'
)
ENGINE = MergeTree
ORDER BY pair;

INSERT INTO making.pair
SELECT
    pair, product, creator,
    lagInFrame(pair, 1, pair) OVER (PARTITION BY creator ORDER BY pair ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
    if(benchDraw(pair, 'live') < 0.8, toInt64(0), 1 + benchTail(pair, 'lives', 40)) AS lives,
    if(lives = 0, toInt64(0), benchTail(pair, 'live units', 2000))
FROM
(
    SELECT
        pair, product,
        pair - first + toUInt64(floor(
            ({creators:UInt64} - creators_of_it) * pow((pair - first + benchDraw(pair, 'creator')) / creators_of_it, 2.5))) AS creator
    FROM (SELECT number AS pair, toUInt64(floor({linked:UInt64} * pow(number / {pairs:UInt64}, 2.7))) AS product FROM numbers({pairs:UInt64})) AS placed
    INNER JOIN
    (
        SELECT toUInt64(floor({linked:UInt64} * pow(number / {pairs:UInt64}, 2.7))) AS product, min(number) AS first, count() AS creators_of_it
        FROM numbers({pairs:UInt64})
        GROUP BY product
    ) AS span USING (product)
);
