-- Use of the server in days {from} to {to}, both included: a row an hour or day, key and endpoint. An empty text asks for all.
SELECT
    formatDateTime(total.period, '%Y-%m-%dT%H:%i:%SZ') AS period,
    total.key_id AS key_id,
    total.endpoint AS endpoint,
    sum(total.requests) AS requests,
    sum(total.credits) AS credits,
    sumMap([toString(total.status)], [total.requests]) AS statuses,
    sum(total.rows) AS rows,
    sum(total.bytes) AS bytes,
    sum(total.latency_us_sum) / sum(total.requests) AS latency_us_mean,
    quantilesTDigestMerge(0.5, 0.95, 0.99)(total.latency_us_quantiles) AS latency_us_quantiles,
    max(total.latency_us_max) AS latency_us_max
FROM usage_total AS total
WHERE total.grain = {grain:String}
    AND total.period >= toDateTime({from:Date}, 'UTC')
    AND total.period < toDateTime({to:Date} + 1, 'UTC')
    AND ({key_id:String} = '' OR total.key_id = {key_id:String})
    AND ({endpoint:String} = '' OR total.endpoint = {endpoint:String})
GROUP BY total.period, total.key_id, total.endpoint
ORDER BY total.period, total.key_id, total.endpoint
LIMIT {rows_max:UInt32}
SETTINGS max_execution_time = 10;
