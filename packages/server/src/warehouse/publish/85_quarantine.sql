-- What is kept out of this version, for its report: products that are set aside, and records with a value that none may have. The first
-- of them, and how many there are. A record that several batches brought is one, with the larger of what is wrong, as where rows melt:
-- beyond_bounds is generated.

SELECT kind, id, day, why, served, countIf(day = '') OVER () AS products, countIf(day != '') OVER () AS records
FROM
(
    SELECT 'product' AS kind, toString(product_id) AS id, '' AS day, any(reason) AS why,
        if(uniqExact(round) = 1 AND product_id IN (SELECT product_id FROM serving_product_list WHERE version = {version:UInt32}),
           concat('as in version ', toString({fallback:UInt32})), 'not at all') AS served
    FROM {state:Identifier}.set_aside
    GROUP BY product_id
    UNION ALL
    SELECT kind, id, toString(toDate(observed_at)), trim(TRAILING '; ' FROM why), 'without the record'
    FROM beyond_bounds
)
ORDER BY day, kind, id
LIMIT {listed:UInt32}
