-- Every creator who promotes products of the shop, with what they sold of them.
SELECT
    sale.seller_id AS seller_id, sale.user_id AS user_id, creator.unique_id AS unique_id, creator.nick_name AS nick_name,
    creator.avatar AS avatar, creator.region AS region, creator.total_followers_cnt AS total_followers_cnt,
    creator.total_following_cnt AS total_following_cnt, creator.total_digg_cnt AS total_digg_cnt,
    sale.worth.1 AS currency, sale.units AS total_sale_cnt, sale.worth.2 AS total_sale_gmv_amt
FROM
(
    SELECT
        seller_id, user_id,
        sum(toInt128(per_product_ifl_sale_cnt)) AS units,
        vitrineInMainCurrency(currency, per_product_ifl_gmv_amt * 100) AS worth
    FROM serving_product_creators AS sold
    INNER JOIN (SELECT product_id, seller_id FROM {state:Identifier}.product_current WHERE seller_id != 0) AS product USING (product_id)
    WHERE version = {version:UInt32}
    GROUP BY seller_id, user_id
) AS sale
LEFT JOIN
(
    SELECT user_id, unique_id, nick_name, avatar, region, total_followers_cnt, total_following_cnt, total_digg_cnt
    FROM {state:Identifier}.creator_current
) AS creator ON creator.user_id = sale.user_id;
