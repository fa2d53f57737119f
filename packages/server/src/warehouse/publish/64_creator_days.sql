-- What this publish changed of the days of creators: their growth where windows are read, and their sales where trends are.

INSERT INTO {state:Identifier}.creator_day (user_id, day, version, followers, digg, views, posts)
SELECT user_id, day, {version:UInt32}, followers, digg, views, posts
FROM {state:Identifier}.creator_trend
WHERE version = {version:UInt32} AND (followers != 0 OR digg != 0 OR views != 0 OR posts != 0)
SETTINGS max_partitions_per_insert_block = 0, min_insert_block_size_rows = 8000000;

INSERT INTO {state:Identifier}.creator_trend (user_id, day, currency, version, units, gmv)
SELECT user_id, day, code, {version:UInt32}, sum(toInt128(sold.units)) AS more_units, sum(toInt128(sold.gmv)) AS more_gmv
FROM
(
    SELECT made.user_id AS user_id, day, if({reporting:String} = '', product.currency, {reporting:String}) AS code, units, gmv
    FROM {state:Identifier}.attribution AS attribution
    INNER JOIN
    (
        SELECT product_id, kind, source_id, user_id FROM {state:Identifier}.link_total WHERE version = {version:UInt32} AND user_id != 0
    ) AS made USING (product_id, kind, source_id)
    LEFT JOIN (SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS product USING (product_id)
    WHERE version = {version:UInt32}
) AS sold
GROUP BY user_id, day, code
HAVING more_units != 0 OR more_gmv != 0
SETTINGS max_partitions_per_insert_block = 0, min_insert_block_size_rows = 8000000, optimize_on_insert = 0;

-- What was attributed before moves along: with a video or live that is another creator's, or whose creator's handle became an id, and with a
-- product whose currency turned out to be another.
-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.moved_link (product_id, kind, source_id, was_user, was_currency, user_id, currency)
SELECT
    product_id, kind, source_id,
    link.was_user, if(moved.product_id = 0, product.code, moved.was_currency),
    link.now_user, if(moved.product_id = 0, product.code, moved.currency)
FROM
(
    SELECT
        product_id, kind, source_id,
        maxIf(link_total.user_id, version = {base:UInt32}) AS was_user, maxIf(link_total.user_id, version = {version:UInt32}) AS now_user
    FROM {state:Identifier}.link_total AS link_total
    WHERE version IN ({base:UInt32}, {version:UInt32})
    GROUP BY product_id, kind, source_id
    HAVING countIf(version = {base:UInt32}) > 0
       AND (was_user != now_user
         OR product_id IN (SELECT product_id FROM {state:Identifier}.moved_product WHERE was_currency != moved_product.currency))
) AS link
LEFT JOIN
(
    SELECT product_id, was_currency, currency FROM {state:Identifier}.moved_product WHERE was_currency != moved_product.currency
) AS moved USING (product_id)
LEFT JOIN
(
    SELECT product_id, if({reporting:String} = '', currency, {reporting:String}) AS code
    FROM {state:Identifier}.product_currency
    WHERE version = {version:UInt32}
) AS product USING (product_id)
SETTINGS optimize_aggregation_in_order = 1;

-- where any: {state:Identifier}.moved_link
INSERT INTO {state:Identifier}.creator_trend (user_id, day, currency, version, units, gmv)
SELECT place.1, day, place.2, {version:UInt32}, toInt128(units) * place.3, toInt128(gmv) * place.3
FROM {state:Identifier}.attribution AS attribution
INNER JOIN
(
    SELECT
        product_id, kind, source_id,
        arrayJoin(arrayFilter(place -> place.1 != 0, [(was_user, was_currency, toInt128(-1)), (user_id, currency, toInt128(1))])) AS place
    FROM {state:Identifier}.moved_link
) AS moved USING (product_id, kind, source_id)
WHERE product_id IN (SELECT product_id FROM {state:Identifier}.moved_link)
  AND version < {version:UInt32}
SETTINGS max_partitions_per_insert_block = 0;
