-- Every live that promotes products of the shop, with what they sold in it.
SELECT
    sale.seller_id AS seller_id, sale.room_id AS room_id, live.user_id AS user_id, creator.unique_id AS unique_id,
    creator.nick_name AS nick_name, creator.avatar AS avatar, live.region AS region, live.title AS title, live.cover_url AS cover_url,
    live.made_at AS create_time, live.end_time AS finish_time, greatest(live.end_time - live.made_at, 0) AS duration,
    live.total_views_cnt AS total_views_cnt, live.max_views_cnt AS max_views_cnt, live.total_joins_cnt AS total_joins_cnt,
    sale.worth.1 AS currency, sale.units AS total_sale_cnt, sale.worth.2 AS total_sale_gmv_amt
FROM
(
    SELECT
        seller_id, room_id,
        sum(toInt128(total_sale_cnt)) AS units,
        vitrineInMainCurrency(currency, total_sale_gmv_amt * 100) AS worth
    FROM serving_product_livestreams
    WHERE version = {version:UInt32} AND seller_id != 0
    GROUP BY seller_id, room_id
) AS sale
LEFT JOIN {state:Identifier}.live_current AS live ON live.live_id = sale.room_id
LEFT JOIN (SELECT user_id, unique_id, nick_name, avatar FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = live.user_id;
