-- How the price of the touched products changed from day to day: taken back after their tails, then written anew.

-- where any: system.one WHERE {base:UInt32} > 0 AND {reporting:String} = ''
INSERT INTO {state:Identifier}.product_trend (product_id, day, version, price)
SELECT product_id, day, {version:UInt32}, -sum(product_trend.price)
FROM {state:Identifier}.product_trend AS product_trend
INNER JOIN
(
    SELECT product_id, if(empty(price), -1, price[1].1) AS from_day
    FROM {state:Identifier}.touched_product
    WHERE rebuild = {rebuild:UInt8}
) AS touched USING (product_id)
WHERE day > toDate({rewrite_after:Int32}) AND toInt32(day) > from_day
GROUP BY product_id, day
HAVING sum(product_trend.price) != 0
SETTINGS max_partitions_per_insert_block = 0;

-- where any: system.one WHERE {reporting:String} = ''
INSERT INTO {state:Identifier}.product_trend (product_id, day, version, price)
SELECT product_id, toDate(step.1), {version:UInt32}, step.2
FROM
(
    SELECT
        product_id,
        arrayConcat(tail, vitrinePoints(price_seen)) AS points,
        arrayJoin(arrayFilter(step -> step.2 != 0, arrayMap(
            (a, b) -> (b.1, b.2 - a.2), arrayPopBack(points), arrayPopFront(points)))) AS step
    FROM
    (
        SELECT product_id, vitrineSightings(toUnixTimestamp64Milli(observed_at), assumeNotNull(price_cents), 1) AS price_seen
        FROM landing_product
        WHERE out_of_bounds = '' AND isNotNull(price_cents)
          AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {until:DateTime64(3, 'UTC')}
          AND (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency)
          AND product_id IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = {rebuild:UInt8})
          AND {reporting:String} = ''
        GROUP BY product_id
    ) AS seen
    INNER JOIN
    (
        SELECT product_id, touched_product.price AS tail FROM {state:Identifier}.touched_product WHERE rebuild = {rebuild:UInt8}
    ) AS touched USING (product_id)
)
SETTINGS optimize_aggregation_in_order = 1, max_partitions_per_insert_block = 0;
