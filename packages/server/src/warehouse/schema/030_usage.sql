-- Who used the server: a row a request, and what these add up to by hour and by day.
-- A batch of records comes under a token. The engine remembers the tokens of the last batches of each table, so that a
-- batch which comes again, after a failure that left open whether it was stored, is counted once, here and in the totals.

CREATE TABLE IF NOT EXISTS usage_record
(
    at DateTime64(3, 'UTC') COMMENT 'when the answer was done' CODEC(DoubleDelta, ZSTD(1)),
    key_id LowCardinality(String) COMMENT 'public id of the key; empty when no known key was presented',
    endpoint LowCardinality(String) COMMENT 'endpoint id; unknown for a path that nothing answers',
    status UInt16 COMMENT 'HTTP status of the answer' CODEC(T64, ZSTD(1)),
    credits UInt32 COMMENT 'credits charged' CODEC(T64, ZSTD(1)),
    latency_us UInt64 COMMENT 'from the request to the end of its answer, microseconds' CODEC(T64, ZSTD(1)),
    rows UInt32 COMMENT 'rows of the page' CODEC(T64, ZSTD(1)),
    bytes UInt64 COMMENT 'bytes of the body' CODEC(T64, ZSTD(1)),
    dataset_version UInt32 COMMENT 'dataset version that was read; 0 when none was' CODEC(T64, ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toDate(at)
ORDER BY (key_id, at)
TTL toDateTime(at) + INTERVAL 90 DAY DELETE
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 1000;

CREATE TABLE IF NOT EXISTS usage_total
(
    grain Enum8('hour' = 1, 'day' = 2) COMMENT 'length of the period',
    period DateTime('UTC') COMMENT 'start of the period' CODEC(DoubleDelta, ZSTD(1)),
    key_id LowCardinality(String) COMMENT 'as in usage_record, as the next two',
    endpoint LowCardinality(String) COMMENT 'endpoint id',
    status UInt16 COMMENT 'HTTP status',
    requests SimpleAggregateFunction(sum, UInt64) COMMENT 'requests' CODEC(T64, ZSTD(1)),
    credits SimpleAggregateFunction(sum, UInt64) COMMENT 'credits charged' CODEC(T64, ZSTD(1)),
    rows SimpleAggregateFunction(sum, UInt64) COMMENT 'rows of pages' CODEC(T64, ZSTD(1)),
    bytes SimpleAggregateFunction(sum, UInt64) COMMENT 'bytes of bodies' CODEC(T64, ZSTD(1)),
    latency_us_sum SimpleAggregateFunction(sum, UInt64) COMMENT 'all latencies together, microseconds' CODEC(T64, ZSTD(1)),
    latency_us_max SimpleAggregateFunction(max, UInt64) COMMENT 'longest latency, microseconds' CODEC(T64, ZSTD(1)),
    latency_us_quantiles AggregateFunction(quantilesTDigest(0.5, 0.95, 0.99), UInt64) COMMENT 'latencies, to estimate quantiles from' CODEC(ZSTD(1))
)
ENGINE = AggregatingMergeTree
PARTITION BY (grain, toYYYYMM(period))
ORDER BY (grain, key_id, period, endpoint, status)
TTL period + INTERVAL 2 YEAR DELETE WHERE grain = 'hour', period + INTERVAL 10 YEAR DELETE WHERE grain = 'day'
SETTINGS non_replicated_deduplication_window = 1000;

-- Adds each batch of records to the totals of its hours and days.
CREATE MATERIALIZED VIEW IF NOT EXISTS usage_total_feed TO usage_total AS
SELECT
    grain,
    if(grain = 'day', toStartOfDay(at), toStartOfHour(at)) AS period,
    key_id,
    endpoint,
    status,
    count() AS requests,
    sum(record.credits) AS credits,
    sum(record.rows) AS rows,
    sum(record.bytes) AS bytes,
    sum(latency_us) AS latency_us_sum,
    max(latency_us) AS latency_us_max,
    quantilesTDigestState(0.5, 0.95, 0.99)(latency_us) AS latency_us_quantiles
FROM usage_record AS record
ARRAY JOIN CAST(['hour', 'day'] AS Array(Enum8('hour' = 1, 'day' = 2))) AS grain
GROUP BY grain, period, key_id, endpoint, status;
