-- Which videos or lives have news, and from which day on one of their series is written again; as for products. A source whose day of
-- making turned out different is rebuilt too: its start from 0 may move. So is one with stated sales, where amounts are converted, of a
-- product whose currency turned out to be another.

-- where any: {landing:Identifier}
INSERT INTO {state:Identifier}.touched_source (kind, source_id, rebuild, from_day, made_day, points)
WITH
    tail.source_id != 0 AS was_known,
    if(empty(tail.points), -1, tail.points[1].1) AS points_day
SELECT
    {kind:UInt8},
    source_id,
    {base:UInt32} > 0 AND (
        news.first_day <= {settled_before:Int32}
        OR (was_known AND NOT (tail.made_day <=> made.made_day))
        OR (points_day >= 0 AND points_day <= {rewrite_after:Int32})
        OR tail.open OR stated.open
        OR source_id IN (SELECT source_id FROM {state:Identifier}.source_attribute WHERE kind = {of:UInt8} AND rounded)
        OR (stated.source_id != 0 AND stated.oldest_day <= {rewrite_after:Int32})
    ) AS rebuild,
    if(rebuild, -1, points_day),
    made.made_day,
    if(rebuild, [], tail.points)
FROM
(
    SELECT source_id, min(first_day) AS first_day
    FROM
    (
        SELECT {id:Identifier} AS source_id, min(toInt32(toDate(observed_at))) AS first_day
        FROM {landing:Identifier}
        WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')})
          AND observed_at < {until:DateTime64(3, 'UTC')}
        GROUP BY source_id
        UNION ALL
        SELECT source_id, toInt32(0)
        FROM {state:Identifier}.stated_sales
        WHERE kind = {kind:UInt8} AND {reporting:String} != '' AND {base:UInt32} > 0
          AND product_id IN (
              SELECT product_id FROM {state:Identifier}.product_currency WHERE version = {version:UInt32} AND currency != ''
                AND (product_id, currency) NOT IN (
                    SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {base:UInt32}))
    )
    GROUP BY source_id
) AS news
LEFT JOIN
(
    SELECT source_id, toInt32(intDiv(vitrineStamped(max(made_at)), 86400)) AS made_day
    FROM {state:Identifier}.source_attribute
    WHERE kind = {of:UInt8}
    GROUP BY source_id
) AS made USING (source_id)
LEFT JOIN
(
    SELECT source_id, made_day, points, open FROM {state:Identifier}.source_tail WHERE version = {base:UInt32} AND kind = {kind:UInt8}
) AS tail USING (source_id)
LEFT JOIN
(
    SELECT source_id, min(arrayMin(arrayMap(point -> point.1, arrayConcat(units, gmv)))) AS oldest_day, max(stated_tail.open) AS open
    FROM {state:Identifier}.stated_tail
    WHERE version = {base:UInt32} AND kind = {kind:UInt8} AND (notEmpty(arrayConcat(units, gmv)) OR stated_tail.open)
    GROUP BY source_id
) AS stated USING (source_id)
SETTINGS optimize_aggregation_in_order = 1;
