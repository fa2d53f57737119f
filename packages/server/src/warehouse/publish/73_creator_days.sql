-- On which days a creator first promoted a product: as for the links of products, what is other than in the version before.

INSERT INTO {state:Identifier}.creator_trend (user_id, day, version, products)
SELECT user_id, day, {version:UInt32}, sum(begun.products) AS more_products
FROM
(
    SELECT user_id, toDate(min(made_day)) AS day, toInt64(1) AS products
    FROM {state:Identifier}.link_current
    WHERE user_id != 0
    GROUP BY user_id, product_id
    HAVING min(made_day) BETWEEN 1 AND {as_of_day:Int32}
    UNION ALL
    SELECT user_id, day, -known.products
    FROM {state:Identifier}.creator_trend AS known
    WHERE currency = '' AND known.products != 0
) AS begun
GROUP BY user_id, day
HAVING more_products != 0
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0;
