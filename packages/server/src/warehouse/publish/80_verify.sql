-- What must hold before anybody reads the new version: each row says a check and how many rows break it. Products that are set
-- aside have the rows of an earlier version, or none, and are not counted.

SELECT 'every product has one row' AS broken, abs(toInt64(served) - toInt64(expected)) AS failures
FROM
(
    SELECT count() AS served FROM serving_product
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT count() AS expected FROM {state:Identifier}.product_now
    WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS b
UNION ALL
SELECT 'every product and creator has one row', abs(toInt64(served) - toInt64(expected))
FROM
(
    SELECT count() AS served FROM serving_product_creator
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT uniqExact(product_id, user_id) AS expected FROM {state:Identifier}.link_now
    WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS b
UNION ALL
SELECT 'every creator and product has one row', abs(toInt64(served) - toInt64(expected))
FROM
(
    SELECT count() AS served FROM serving_creator_product
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT uniqExact(product_id, user_id) AS expected FROM {state:Identifier}.link_now
    WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS b
UNION ALL
SELECT 'every linked video has one row per product', abs(toInt64(served) - toInt64(expected))
FROM
(
    SELECT count() AS served FROM serving_product_video
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT countIf(kind = 1) AS expected FROM {state:Identifier}.link_now
    WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS b;
