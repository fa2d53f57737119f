-- Products that are set aside are served as they were in the version before ({served}). A product that breaks a check again with
-- those rows, in a further round, is left out.

INSERT INTO serving_product
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_product
WHERE version = {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);

INSERT INTO serving_product_creator
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_product_creator
WHERE version = {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);

INSERT INTO serving_creator_product
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_creator_product
WHERE version = {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);

INSERT INTO serving_product_video
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_product_video
WHERE version = {served:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);
