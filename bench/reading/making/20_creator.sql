-- Creators, whatever they promote.
CREATE TABLE making.creator
(
    creator UInt64 COMMENT 'number from 0; those with small ones promote most',
    user_id UInt64 COMMENT 'id',
    market UInt8 COMMENT 'number of the home market',
    unique_id String COMMENT 'handle',
    nick_name String COMMENT 'display name',
    avatar String COMMENT 'URL of the profile picture'
)
ENGINE = MergeTree
ORDER BY creator;

INSERT INTO making.creator
SELECT
    number,
    benchId(7100000000000000000, number),
    benchMarket(number, 'home') AS market,
    concat(benchPick(['mara', 'theo', 'sari', 'budi', 'fah', 'pang', 'ruby', 'ayu'], number, 'name'), '.', lower(hex(toUInt32(cityHash64(number, 'handle'))))),
    concat(benchPick(['Mara', 'Theo', 'Sari', 'Budi', 'ฟ้าใส', 'น้ำหวาน', 'Ruby', '新井'], number, 'name'), ' ', benchThing(market, number, 'fond of'), benchSign(number, 'nick sign')),
    concat('https://images.example/creators/', toString(benchId(7100000000000000000, number)), '~c5_300x300.webp?lk=', lower(hex(cityHash64(number, 'avatar'))))
FROM numbers({creators:UInt64});
