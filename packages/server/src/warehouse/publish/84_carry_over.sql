-- Products that are set aside are served as they were in an earlier version, {fallback}; where that is 0 there is none. A product that
-- breaks a check again with those rows, in a further round, is left out.

INSERT INTO serving_product
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_product
WHERE version = {fallback:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);

INSERT INTO serving_product_creator
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_product_creator
WHERE version = {fallback:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);

INSERT INTO serving_creator_product
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_creator_product
WHERE version = {fallback:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);

INSERT INTO serving_product_video
SELECT {version:UInt32}, * EXCEPT (version)
FROM serving_product_video
WHERE version = {fallback:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);
