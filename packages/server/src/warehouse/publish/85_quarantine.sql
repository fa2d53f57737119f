-- What is kept out of this version, for its report: products that are set aside, and records with a value that none may have. The first
-- of them, and how many there are.

SELECT kind, id, day, why, served, countIf(day = '') OVER () AS products, countIf(day != '') OVER () AS records
FROM
(
    SELECT 'product' AS kind, toString(product_id) AS id, '' AS day, any(reason) AS why,
        if(uniqExact(round) = 1 AND product_id IN (SELECT product_id FROM serving_product WHERE version = {version:UInt32}),
           concat('as in version ', toString({served:UInt32})), 'not at all') AS served
    FROM {state:Identifier}.set_aside
    GROUP BY product_id
    UNION ALL
    SELECT kind, id, toString(toDate(observed_at)), trim(TRAILING '; ' FROM out_of_bounds), 'without the record'
    FROM
    (
        SELECT 'product' AS kind, toString(product_id) AS id, observed_at, out_of_bounds FROM landing_product WHERE out_of_bounds != ''
        UNION ALL
        SELECT 'shop', toString(seller_id), observed_at, out_of_bounds FROM landing_shop WHERE out_of_bounds != ''
        UNION ALL
        SELECT 'creator', toString(user_id), observed_at, out_of_bounds FROM landing_creator WHERE out_of_bounds != ''
        UNION ALL
        SELECT 'video', toString(video_id), observed_at, out_of_bounds FROM landing_video WHERE out_of_bounds != ''
        UNION ALL
        SELECT 'live', toString(live_id), observed_at, out_of_bounds FROM landing_live WHERE out_of_bounds != ''
        UNION ALL
        SELECT 'fx', currency, observed_at, out_of_bounds FROM landing_fx WHERE out_of_bounds != ''
    )
)
ORDER BY day, kind, id
LIMIT {listed:UInt32}
