-- The observations of an entity, with the batch that each came in. {ids} has the id and those of ours that became it; the origin of a row
-- is its batch and its grade (0 exact, 1 rounded, 2 derived).

-- name: sightings
SELECT
    toString(moment) AS at, batch, grade, value, beyond,
    count() OVER () AS sightings
FROM
(
    SELECT
        toUnixTimestamp64Milli(observed_at) AS moment,
        origin % 1073741824 AS batch,
        intDiv(origin, 1073741824) AS grade,
        substringUTF8(toString(max({column:Identifier})), 1, 200) AS value,
        max(out_of_bounds) AS beyond
    FROM {database:Identifier}.{table:Identifier}
    WHERE {key:Identifier} IN {ids:Array(UInt64)} AND isNotNull({column:Identifier}) AND observed_at >= {from:DateTime64(3, 'UTC')}
    GROUP BY observed_at, origin
)
ORDER BY moment DESC, batch DESC, grade
LIMIT {limit:UInt32};

-- name: points
-- The points of a running total that count, and the last value of each day, of those that it was seen exactly on.
SELECT vitrineCounted(observed, notEmpty(exact), others) AS points, observed AS days
FROM
(
    SELECT exact, others, arrayConcat(if({made_day:Int32} < 0, [], vitrineOrigin(exact, others, toNullable({made_day:Int32}))), exact) AS observed
    FROM
    (
        WITH
            toUnixTimestamp64Milli(observed_at) AS at,
            intDiv(origin, 1073741824) AS grade,
            if({is_amount:UInt8}, vitrineCents(assumeNotNull({column:Identifier})), toInt64(assumeNotNull({column:Identifier}))) AS total
        SELECT
            vitrinePoints(vitrineSightings(at, total, grade = 0)) AS exact,
            groupArrayIf((at, total, toUInt8(grade)), grade > 0) AS others
        FROM {table:Identifier}
        WHERE {key:Identifier} IN {ids:Array(UInt64)} AND isNotNull({column:Identifier}) AND out_of_bounds = ''
          AND origin % 1073741824 < {watermark:UInt32} AND observed_at < {until:DateTime64(3, 'UTC')}
          AND NOT has({elsewhere:Array(Int64)}, toUnixTimestamp64Milli(observed_at))
    )
);

-- name: other-currency
-- Moments at which a product was seen in another currency than its own.
SELECT toString(toUnixTimestamp64Milli(observed_at)) AS at
FROM landing_product
WHERE product_id IN {ids:Array(UInt64)} AND isNotNull(currency) AND out_of_bounds = ''
GROUP BY observed_at
HAVING max(toString(assumeNotNull(landing_product.currency))) != {currency:String};

-- name: own-sales
SELECT
    toString(moment) AS at, batch, grade, product_id, units, gmv, beyond,
    count() OVER () AS sightings
FROM
(
    SELECT
        toUnixTimestamp64Milli(observed_at) AS moment,
        origin % 1073741824 AS batch,
        intDiv(origin, 1073741824) AS grade,
        toString(sale.1) AS product_id,
        ifNull(toString(max(sale.2)), '') AS units,
        ifNull(toString(max(sale.3)), '') AS gmv,
        max(out_of_bounds) AS beyond
    FROM {database:Identifier}.{table:Identifier}
    ARRAY JOIN products AS sale
    WHERE {key:Identifier} IN {ids:Array(UInt64)} AND observed_at >= {from:DateTime64(3, 'UTC')} AND (isNotNull(sale.2) OR isNotNull(sale.3))
    GROUP BY observed_at, origin, sale.1
)
ORDER BY moment DESC, batch DESC, product_id
LIMIT {limit:UInt32};

-- name: sales
-- Records of sales; of the statements of one sale the last one counts.
SELECT
    toString(moment) AS at, batch, sold AS units, amount AS gmv, code AS currency, since AS first_day, until AS last_day, how AS basis, video, live,
    beyond, is_last,
    count() OVER () AS sightings
FROM
(
    SELECT
        toUnixTimestamp64Milli(record.observed_at) AS moment,
        record.origin % 1073741824 AS batch,
        toString(record.units) AS sold,
        ifNull(toString(record.gmv), '') AS amount,
        ifNull(toString(record.currency), '') AS code,
        toString(record.first_day) AS since,
        toString(record.last_day) AS until,
        ifNull(toString(record.basis), '') AS how,
        ifNull(toString(record.video_id), '') AS video,
        ifNull(toString(record.live_id), '') AS live,
        record.out_of_bounds AS beyond,
        record.observed_at = max(record.observed_at) OVER (PARTITION BY record.sale) AS is_last
    FROM {database:Identifier}.landing_sale AS record
    WHERE (ifNull({key:Identifier}, 0) IN {ids:Array(UInt64)}
        OR (isNull(record.product_id) AND ifNull(record.sku_id, 0) IN (SELECT sku_id FROM {state:Identifier}.sku WHERE product_id IN {products:Array(UInt64)})))
      AND record.observed_at >= {from:DateTime64(3, 'UTC')}
)
ORDER BY moment DESC, batch DESC, since DESC, sold
LIMIT {limit:UInt32};

-- name: first
-- The first observation of an entity that is not derived.
SELECT
    toString(toUnixTimestamp64Milli(observed_at)) AS at,
    origin % 1073741824 AS batch,
    intDiv(origin, 1073741824) AS grade,
    toString(toDate(observed_at)) AS value,
    out_of_bounds AS beyond
FROM {table:Identifier}
WHERE {key:Identifier} IN {ids:Array(UInt64)} AND intDiv(origin, 1073741824) < 2 AND out_of_bounds = ''
  AND origin % 1073741824 < {watermark:UInt32}
ORDER BY observed_at, origin
LIMIT 1;
