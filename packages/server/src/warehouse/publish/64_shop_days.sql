-- What this publish changed of the sales of shops, where trends are read.

-- where any: {state:Identifier}.product_seller WHERE version = {version:UInt32}
INSERT INTO {state:Identifier}.shop_trend (seller_id, day, currency, version, units, gmv)
SELECT seller_id, day, code, {version:UInt32}, sum(toInt128(units + known_units)) AS more_units, sum(toInt128(gmv + known_gmv)) AS more_gmv
FROM
(
    SELECT place.seller_id AS seller_id, day, if({reporting:String} = '', place.currency, {reporting:String}) AS code, units, gmv, known_units, known_gmv
    FROM {state:Identifier}.product_day AS product_day
    INNER JOIN
    (
        SELECT product_id, seller.seller_id AS seller_id, own.currency AS currency
        FROM {state:Identifier}.product_seller AS seller
        LEFT JOIN (SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}) AS own USING (product_id)
        WHERE seller.version = {version:UInt32}
    ) AS place USING (product_id)
    WHERE version = {version:UInt32}
)
GROUP BY seller_id, day, code
HAVING more_units != 0 OR more_gmv != 0
SETTINGS max_partitions_per_insert_block = 0, min_insert_block_size_rows = 8000000, optimize_on_insert = 0;

-- What was sold before moves along.
-- where any: {state:Identifier}.moved_product
INSERT INTO {state:Identifier}.shop_trend (seller_id, day, currency, version, units, gmv)
SELECT place.1, day, place.2, {version:UInt32}, toInt128(sold.units) * place.3, toInt128(sold.gmv) * place.3
FROM {state:Identifier}.product_trend AS sold
INNER JOIN
(
    SELECT
        product_id,
        arrayJoin(arrayFilter(place -> place.1 != 0, [(was_seller, was_currency, toInt128(-1)), (seller, currency, toInt128(1))])) AS place
    FROM {state:Identifier}.moved_product
) AS moved USING (product_id)
WHERE product_id IN (SELECT product_id FROM {state:Identifier}.moved_product)
  AND version < {version:UInt32} AND (sold.units != 0 OR sold.gmv != 0)
SETTINGS max_partitions_per_insert_block = 0;
