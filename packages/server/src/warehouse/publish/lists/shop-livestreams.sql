-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_shop_livestreams (version, avatar, cover_url, create_time, duration, finish_time, max_views_cnt, nick_name, region, room_id, seller_id, title, total_joins_cnt, total_sale_cnt, total_sale_gmv_amt, total_views_cnt, user_id, unique_id, currency)
SELECT
    {version:UInt32},
    ifNull(selected.avatar, '') AS avatar,
    ifNull(selected.cover_url, '') AS cover_url,
    vitrineCapped(ifNull(selected.create_time, 0)) AS create_time,
    vitrineCapped(ifNull(selected.duration, 0)) AS duration,
    vitrineCapped(ifNull(selected.finish_time, 0)) AS finish_time,
    vitrineCapped(ifNull(selected.max_views_cnt, 0)) AS max_views_cnt,
    ifNull(selected.nick_name, '') AS nick_name,
    ifNull(selected.region, '') AS region,
    ifNull(selected.room_id, 0) AS room_id,
    ifNull(selected.seller_id, 0) AS seller_id,
    ifNull(selected.title, '') AS title,
    vitrineCapped(ifNull(selected.total_joins_cnt, 0)) AS total_joins_cnt,
    vitrineCapped(ifNull(selected.total_sale_cnt, 0)) AS total_sale_cnt,
    vitrineAmount(ifNull(selected.total_sale_gmv_amt, 0)) AS total_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.currency, '') AS currency
FROM
(
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
LEFT JOIN (SELECT user_id, unique_id, nick_name, avatar FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = live.user_id
) AS selected;

-- name: saturated
SELECT 'shop-livestreams' AS name, count() AS rows
FROM serving_shop_livestreams
WHERE version = {version:UInt32} AND (greatest(create_time, duration, finish_time, max_views_cnt, total_joins_cnt, total_sale_cnt, total_views_cnt) >= vitrineLargest() OR greatest(total_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));
