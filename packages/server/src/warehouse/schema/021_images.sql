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
