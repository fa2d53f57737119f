-- Shops, of which each has a product or more.
CREATE TABLE making.shop
(
    seller_id UInt64 COMMENT 'id',
    shop_name String COMMENT 'name',
    owner UInt64 COMMENT 'number of the creator whose account it has; none has the largest number',
    cover_url String COMMENT 'URL of the picture',
    rating Decimal(9, 2) COMMENT 'stars',
    from_flag UInt8 COMMENT '1 sells locally, 2 cross-border, 0 unknown'
)
ENGINE = MergeTree
ORDER BY seller_id;

INSERT INTO making.shop
WITH ['lu', 'mar', 'ta', 'kin', 'so', 'bel', 'ora', 've', 'ni', 'ro', 'zu', 'fen'] AS syllables
SELECT
    seller_id,
    concat(
        initcap(concat(benchPick(syllables, seller_id, 'first'), benchPick(syllables, seller_id, 'second'), benchPick(syllables, seller_id, 'third'))), ' ',
        initcap(concat(benchPick(syllables, seller_id, 'fourth'), benchPick(syllables, seller_id, 'fifth'))), ' ',
        benchPick(['Official Store', 'Home', 'Beauty', 'Shop', 'ร้านค้า', 'Toko'], seller_id, 'kind')),
    if(benchDraw(seller_id, 'has account') < 0.3, cityHash64(seller_id, 'owner') % {creators:UInt64}, 18446744073709551615),
    concat('https://images.example/shops/', toString(seller_id), '~c5_300x300.webp?lk=', lower(hex(cityHash64(seller_id, 'cover')))),
    toDecimal32(5 - round(2 * pow(benchDraw(seller_id, 'rating'), 2), 1), 2),
    benchPick([0, 1, 1, 1, 2], seller_id, 'from')
FROM making.product
GROUP BY seller_id;
