-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_shop_creators (version, avatar, nick_name, region, seller_id, total_digg_cnt, total_followers_cnt, total_following_cnt, total_sale_cnt, total_sale_gmv_amt, unique_id, user_id, currency)
SELECT
    {version:UInt32},
    ifNull(selected.avatar, '') AS avatar,
    ifNull(selected.nick_name, '') AS nick_name,
    ifNull(selected.region, '') AS region,
    ifNull(selected.seller_id, 0) AS seller_id,
    vitrineCapped(ifNull(selected.total_digg_cnt, 0)) AS total_digg_cnt,
    vitrineCapped(ifNull(selected.total_followers_cnt, 0)) AS total_followers_cnt,
    vitrineCapped(ifNull(selected.total_following_cnt, 0)) AS total_following_cnt,
    vitrineCapped(ifNull(selected.total_sale_cnt, 0)) AS total_sale_cnt,
    vitrineAmount(ifNull(selected.total_sale_gmv_amt, 0)) AS total_sale_gmv_amt,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.currency, '') AS currency
FROM
(
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
) AS creator ON creator.user_id = sale.user_id
) AS selected;

-- name: saturated
SELECT 'shop-creators' AS name, count() AS rows
FROM serving_shop_creators
WHERE version = {version:UInt32} AND (greatest(total_digg_cnt, total_followers_cnt, total_following_cnt, total_sale_cnt) >= vitrineLargest() OR greatest(total_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));
