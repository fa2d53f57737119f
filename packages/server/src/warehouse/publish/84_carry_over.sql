-- Products in quarantine are served as they were in an earlier version, {fallback}; where that is 0 there is none. A product that breaks a
-- check again with those rows, in a further round, is left out.

INSERT INTO {table:Identifier}
SELECT {version:UInt32}, * EXCEPT (version)
FROM {table:Identifier}
WHERE version = {fallback:UInt32} AND product_id IN (SELECT product_id FROM {state:Identifier}.set_aside GROUP BY product_id HAVING uniqExact(round) = 1);
