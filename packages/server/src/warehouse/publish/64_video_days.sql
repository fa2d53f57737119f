-- What this publish changed of the days of videos, where trends are read. Only what takes back and writes anew has rows to add up:
-- elsewhere that would be most of the work.

INSERT INTO {state:Identifier}.video_trend (video_id, day, version, views)
SELECT source_id, day, {version:UInt32}, grown
FROM {state:Identifier}.source_day
WHERE kind = 1 AND version = {version:UInt32}
SETTINGS max_partitions_per_insert_block = 0, min_insert_block_size_rows = 8000000, optimize_on_insert = {is_continued:UInt8};

INSERT INTO {state:Identifier}.video_trend (video_id, day, version, digg)
SELECT source_id, day, {version:UInt32}, grown
FROM {state:Identifier}.like_day
WHERE version = {version:UInt32}
SETTINGS max_partitions_per_insert_block = 0, min_insert_block_size_rows = 8000000, optimize_on_insert = {is_continued:UInt8};

INSERT INTO {state:Identifier}.video_trend (video_id, day, currency, version, units, gmv)
SELECT source_id, day, if({reporting:String} = '', product.currency, {reporting:String}), {version:UInt32}, units, gmv
FROM {state:Identifier}.attribution AS attribution
LEFT JOIN (SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS product USING (product_id)
WHERE kind = 1 AND version = {version:UInt32} AND (units != 0 OR gmv != 0)
SETTINGS max_partitions_per_insert_block = 0, min_insert_block_size_rows = 8000000, optimize_on_insert = {is_continued:UInt8};

-- What was attributed before moves along.
-- where any: {state:Identifier}.moved_product WHERE was_currency != currency
INSERT INTO {state:Identifier}.video_trend (video_id, day, currency, version, units, gmv)
SELECT source_id, day, code.1, {version:UInt32}, toInt128(units) * code.2, toInt128(gmv) * code.2
FROM {state:Identifier}.attribution AS attribution
INNER JOIN
(
    SELECT product_id, arrayJoin([(was_currency, toInt128(-1)), (moved_product.currency, toInt128(1))]) AS code
    FROM {state:Identifier}.moved_product AS moved_product
    WHERE was_currency != moved_product.currency
) AS moved USING (product_id)
WHERE product_id IN (SELECT product_id FROM {state:Identifier}.moved_product WHERE was_currency != moved_product.currency)
  AND kind = 1 AND version < {version:UInt32}
SETTINGS max_partitions_per_insert_block = 0;
