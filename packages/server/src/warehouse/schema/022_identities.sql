-- A row an id of ours that became one of the marketplace: who asks for it is answered of what it became.
CREATE TABLE IF NOT EXISTS serving_identity
(
    version UInt32 COMMENT 'dataset version: the publish this row belongs to',
    field LowCardinality(String) COMMENT 'what it is an id of: user_id or seller_id',
    own_id UInt64 COMMENT 'id of ours, of a handle or of the name of a shop',
    id UInt64 COMMENT 'id of the marketplace'
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (field, own_id);
