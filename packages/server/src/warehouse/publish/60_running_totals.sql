-- Sums over all days: those of the base version plus what this publish changed. Old days are not read again.

INSERT INTO {state:Identifier}.product_total (version, product_id, units, gmv, left_units)
SELECT {version:UInt32}, product_id, sum(toInt128(units)), sum(toInt128(gmv)), sum(left_units)
FROM
(
    SELECT product_id, units, gmv, left_units FROM {state:Identifier}.product_total WHERE version = {base:UInt32}
    UNION ALL
    SELECT product_id, units + known_units, gmv + known_gmv, 0 FROM {state:Identifier}.product_day WHERE version = {version:UInt32}
    UNION ALL
    SELECT product_id, 0, 0, left_units FROM {state:Identifier}.split_day WHERE version = {version:UInt32} AND left_units != 0
)
GROUP BY product_id;

-- The same changes where trends are read.
INSERT INTO {state:Identifier}.product_trend (product_id, day, version, units, gmv)
SELECT product_id, day, {version:UInt32}, sum(product_day.units + known_units) AS more_units, sum(product_day.gmv + known_gmv) AS more_gmv
FROM {state:Identifier}.product_day AS product_day
WHERE version = {version:UInt32}
GROUP BY product_id, day
HAVING more_units != 0 OR more_gmv != 0
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0;

INSERT INTO {state:Identifier}.link_total (version, product_id, kind, source_id, user_id, units, gmv, observed, stated, left_units)
SELECT
    {version:UInt32}, product_id, kind, source_id, if(became.id = 0, made.user_id, became.id),
    total.units, total.gmv, total.observed, total.stated, total.left_units
FROM
(
    SELECT
        product_id, kind, source_id, sum(toInt128(each.units)) AS units, sum(toInt128(each.gmv)) AS gmv,
        sum(each.observed) AS observed, sum(each.stated) AS stated, sum(each.left_units) AS left_units
    FROM
    (
        SELECT product_id, kind, source_id, units, gmv, observed, stated, left_units
        FROM {state:Identifier}.link_total
        WHERE version = {base:UInt32}
        UNION ALL
        SELECT product_id, kind, source_id, units, gmv, observed, stated, left_units
        FROM {state:Identifier}.attribution
        WHERE version = {version:UInt32}
    ) AS each
    GROUP BY product_id, kind, source_id
) AS total
LEFT JOIN
(
    SELECT kind, source_id, ifNull(vitrineStamped(max(source_attribute.user_id)), 0) AS user_id
    FROM {state:Identifier}.source_attribute
    GROUP BY kind, source_id
) AS made USING (kind, source_id)
LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1) AS became ON became.own_id = made.user_id
SETTINGS optimize_aggregation_in_order = 1;
