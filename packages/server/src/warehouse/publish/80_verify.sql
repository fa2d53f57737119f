-- What must hold before anybody reads the new version: each row says a check and whether it fails. As many rows with the same sum of
-- hashes are the same rows: one too many does not make up for one that lacks. Products that are set aside have the rows of an earlier
-- version, or none, and are not counted.

SELECT 'every product has one row' AS broken, served != expected AS fails
FROM
(
    SELECT (count(), sum(cityHash64(product_id))) AS served FROM serving_product
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT (count(), sum(cityHash64(product_id))) AS expected FROM {state:Identifier}.product_now
    WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS b
UNION ALL
SELECT 'every product and creator has one row', served != expected
FROM
(
    SELECT (count(), sum(cityHash64(product_id, user_id))) AS served FROM serving_product_creator
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT (count(), sum(cityHash64(product_id, user_id))) AS expected
    FROM (SELECT product_id, user_id FROM {state:Identifier}.link_now WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside) GROUP BY product_id, user_id)
) AS b
UNION ALL
SELECT 'every creator and product has one row', served != expected
FROM
(
    SELECT (count(), sum(cityHash64(product_id, user_id))) AS served FROM serving_creator_product
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT (count(), sum(cityHash64(product_id, user_id))) AS expected
    FROM (SELECT product_id, user_id FROM {state:Identifier}.link_now WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside) GROUP BY product_id, user_id)
) AS b
UNION ALL
SELECT 'every linked video has one row per product', served != expected
FROM
(
    SELECT (count(), sum(cityHash64(product_id, video_id))) AS served FROM serving_product_video
    WHERE version = {version:UInt32} AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS a
CROSS JOIN
(
    SELECT (count(), sum(cityHash64(product_id, source_id))) AS expected FROM {state:Identifier}.link_now
    WHERE kind = 1 AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
) AS b;
