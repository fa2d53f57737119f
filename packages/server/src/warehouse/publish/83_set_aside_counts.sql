-- Sets aside the products that have too few rows in a list, or too many.

INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('unexpected number of rows in: ', arrayStringConcat(groupUniqArray(list), ', '))
FROM
(
    SELECT 'product list' AS list, product_id, sum(expected) AS expected_rows, sum(served) AS served_rows
    FROM
    (
        SELECT product_id, 1 AS expected, 0 AS served FROM {state:Identifier}.product_now
        UNION ALL
        SELECT product_id, 0, 1 FROM serving_product WHERE version = {version:UInt32}
    )
    GROUP BY product_id
    UNION ALL
    SELECT 'creators', product_id, sum(expected), sum(served)
    FROM
    (
        SELECT DISTINCT product_id, user_id, 1 AS expected, 0 AS served FROM {state:Identifier}.link_now
        UNION ALL
        SELECT product_id, user_id, 0, 1 FROM serving_product_creator WHERE version = {version:UInt32}
    )
    GROUP BY product_id, user_id
    UNION ALL
    SELECT 'products of creators', product_id, sum(expected), sum(served)
    FROM
    (
        SELECT DISTINCT product_id, user_id, 1 AS expected, 0 AS served FROM {state:Identifier}.link_now
        UNION ALL
        SELECT product_id, user_id, 0, 1 FROM serving_creator_product WHERE version = {version:UInt32}
    )
    GROUP BY product_id, user_id
    UNION ALL
    SELECT 'videos', product_id, sum(expected), sum(served)
    FROM
    (
        SELECT product_id, source_id, 1 AS expected, 0 AS served FROM {state:Identifier}.link_now WHERE kind = 1
        UNION ALL
        SELECT product_id, video_id, 0, 1 FROM serving_product_video WHERE version = {version:UInt32}
    )
    GROUP BY product_id, source_id
)
WHERE expected_rows != served_rows AND product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)
GROUP BY product_id;
