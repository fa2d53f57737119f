-- Every live of a known creator, with what all its products sold in it.
SELECT
    live.user_id AS user_id, live.live_id AS room_id, creator.unique_id AS unique_id, creator.nick_name AS nick_name,
    live.region AS region, live.title AS title, live.cover_url AS cover_url,
    live.made_at AS create_time, live.end_time AS finish_time, greatest(live.end_time - live.made_at, 0) AS duration,
    live.total_views_cnt AS total_views_cnt, live.max_views_cnt AS max_views_cnt, live.total_joins_cnt AS total_joins_cnt,
    live.total_digg_cnt AS total_digg_cnt, live.total_comments_cnt AS total_comments_cnt,
    creator.total_followers_cnt AS total_followers_cnt, whole.products AS total_product_cnt,
    sale.worth.1 AS currency, sale.units AS total_sale_cnt, sale.worth.2 AS total_sale_gmv_amt
FROM (SELECT * FROM {state:Identifier}.live_current WHERE user_id != 0) AS live
LEFT JOIN {state:Identifier}.live_products AS whole ON whole.live_id = live.live_id
LEFT JOIN
(
    SELECT
        room_id,
        sum(toInt128(total_sale_cnt)) AS units,
        vitrineInMainCurrency(currency, total_sale_gmv_amt * 100) AS worth
    FROM serving_product_livestreams
    WHERE version = {version:UInt32}
    GROUP BY room_id
) AS sale ON sale.room_id = live.live_id
LEFT JOIN
(
    SELECT user_id, unique_id, nick_name, total_followers_cnt FROM {state:Identifier}.creator_current
) AS creator ON creator.user_id = live.user_id;
