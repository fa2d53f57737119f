-- What fitted constants are made of: the sums of a bucket of products. A product that sells much says less than its units do, since its
-- rate is its own: it weighs 1/(1 + 0.1·units a day). Sources of which it is known what they sold are left out.

-- name: rows
SELECT toFloat64(count()) AS rows FROM {state:Identifier}.source_day;

-- name: sums
WITH
    -- The days on which it is known what it sold: after the first one observed, or from the first one with sales.
    product AS
    (
        SELECT
            sold.product_id AS product_id,
            if(span.last_day > span.first_day, least(span.first_day, first_sold - 1), first_sold - 1) AS after_day,
            greatest(span.last_day, last_sold) AS until_day,
            1 / (1 + 0.1 * units / (until_day - after_day)) AS weight
        FROM
        (
            SELECT
                product_id, toInt32(min(day)) AS first_sold, toInt32(max(day)) AS last_sold,
                toFloat64(sum(product_day.units + known_units)) AS units
            FROM {state:Identifier}.product_day AS product_day
            WHERE product_id % {buckets:UInt32} = {bucket:UInt32} AND product_day.units + known_units > 0
            GROUP BY product_id
        ) AS sold
        LEFT JOIN (SELECT product_id, first_day, last_day FROM {state:Identifier}.unit_span) AS span ON span.product_id = sold.product_id
    ),
    traffic AS
    (
        SELECT
            link.product_id AS product_id, link.kind AS kind, link.source_id AS source_id,
            toFloat64(sum(moved.grown)) * if(kind = 2, {live_weight:Float64}, {video_weight:Float64}) AS exposure
        FROM {state:Identifier}.source_day AS moved
        INNER JOIN
        (
            SELECT product_id, kind, source_id, after_day, until_day
            FROM {state:Identifier}.link
            INNER JOIN product USING (product_id)
            WHERE (product_id, kind, source_id) NOT IN
            (
                SELECT product_id, kind, source_id FROM {state:Identifier}.stated_day WHERE known > 0 OR sale_known > 0
            )
        ) AS link ON link.kind = moved.kind AND link.source_id = moved.source_id
        WHERE toInt32(moved.day) > link.after_day AND toInt32(moved.day) <= link.until_day
        GROUP BY product_id, kind, source_id
    ),
    estimated AS
    (
        SELECT product_id, kind, source_id, toFloat64(sum(attribution.units)) / 1000 AS units
        FROM {state:Identifier}.attribution AS attribution
        WHERE product_id % {buckets:UInt32} = {bucket:UInt32}
        GROUP BY product_id, kind, source_id
    ),
    by_product AS
    (
        SELECT
            traffic.product_id AS product_id,
            sum(estimated.units) AS all_units, sum(traffic.exposure) AS all_exposure,
            sumIf(estimated.units, traffic.kind = 2) AS live_units, sumIf(traffic.exposure, traffic.kind = 2) AS live_exposure
        FROM traffic
        LEFT JOIN estimated
            ON estimated.product_id = traffic.product_id AND estimated.kind = traffic.kind AND estimated.source_id = traffic.source_id
        GROUP BY product_id
        HAVING all_exposure > 0
    )
SELECT
    toFloat64(count()) AS products,
    sum(weight * all_units) AS units,
    sum(weight * all_exposure) AS exposure,
    sum(weight * live_units) AS live_units_seen,
    sum(weight * live_exposure * all_units / all_exposure) AS live_units_expected
FROM by_product
INNER JOIN product USING (product_id);
