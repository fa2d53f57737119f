-- Products without what was sold of them.
CREATE TABLE making.product
(
    product UInt64 COMMENT 'number from 0; those with small ones are promoted most',
    product_id UInt64 COMMENT 'id',
    market UInt8 COMMENT 'number of the market',
    seller_id UInt64 COMMENT 'shop, of the same market',
    category_id UInt64 COMMENT 'first-level category',
    category_l2_id UInt64 COMMENT 'second-level category',
    category_l3_id UInt64 COMMENT 'third-level category; 0 for some',
    product_name String COMMENT 'title',
    cover_url String COMMENT 'JSON array of one to four pictures',
    price_cents Int64 COMMENT 'price, hundredths of the market’s currency'
)
ENGINE = MergeTree
ORDER BY product;

INSERT INTO making.product
SELECT
    number,
    benchId(1729400000000000000, number) AS product_id,
    benchMarket(number, 'market') AS market,
    benchId(7490000000000000000, 3 * toUInt64(floor({shops:UInt64} * pow(benchDraw(number, 'shop'), 2))) + market),
    600001 + toUInt64(floor(30 * pow(benchDraw(number, 'category'), 2))) AS category_id,
    800000 + (category_id - 600001) * 100 + toUInt64(floor(8 * pow(benchDraw(number, 'second'), 1.5))) AS category_l2_id,
    if(benchDraw(number, 'unset') < 0.1, 0, 900000 + (category_l2_id - 800000) * 10 + toUInt64(floor(6 * benchDraw(number, 'third')))),
    concat(
        benchPraise(market, number, 'praise'), ' ', benchThing(market, number, 'thing'), ', ', benchPraise(market, number, 'second praise'), ' ',
        toString(1 + cityHash64(number, 'pieces') % 12), ' × ', benchThing(market, number, 'second thing'), benchSign(number, 'sign')),
    concat('[', arrayStringConcat(arrayMap(
        picture -> concat('{"url":"https://images.example/products/', toString(product_id), '_', toString(picture), '.jpeg","index":', toString(picture), '}'),
        range(1 + cityHash64(number, 'pictures') % 4)), ','), ']'),
    [toInt64(100), 1000000, 3000][market] * toInt64(ceil(pow(150, benchDraw(number, 'price')))) - if(market = 2, 0, 1)
FROM numbers({products:UInt64});
