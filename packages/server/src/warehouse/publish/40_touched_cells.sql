-- Which products and days must be attributed again: their units, a source's traffic or stated sales, or their links changed.
-- A first publish attributes everything and needs no list.

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.touched_cell (product_id, day)
SELECT DISTINCT product_id, day
FROM
(
    SELECT product_id, day
    FROM {state:Identifier}.product_day
    WHERE version = {version:UInt32}
    GROUP BY product_id, day
    HAVING sum(units + known_units) != 0 OR sum(gmv + known_gmv) != 0
    UNION ALL
    SELECT link.product_id, moved.day
    FROM
    (
        SELECT kind, source_id, day
        FROM {state:Identifier}.source_day
        WHERE version = {version:UInt32}
        GROUP BY kind, source_id, day
        HAVING sum(grown) != 0
    ) AS moved
    INNER JOIN {state:Identifier}.link AS link USING (kind, source_id)
    UNION ALL
    SELECT product_id, day
    FROM {state:Identifier}.stated_day
    WHERE version = {version:UInt32}
    GROUP BY product_id, kind, source_id, day
    HAVING sum(known) != 0 OR sum(units) != 0 OR sum(gmv_known) != 0 OR sum(gmv) != 0
      OR sum(sale_known) != 0 OR sum(sale_units) != 0 OR sum(sale_gmv) != 0
    UNION ALL
    SELECT link.product_id, traffic.day
    FROM {state:Identifier}.source_day AS traffic
    INNER JOIN (SELECT * FROM {state:Identifier}.link WHERE version = {version:UInt32}) AS link USING (kind, source_id)
    WHERE (kind, source_id) IN (SELECT kind, source_id FROM {state:Identifier}.link WHERE version = {version:UInt32})
)
WHERE {base:UInt32} > 0;
