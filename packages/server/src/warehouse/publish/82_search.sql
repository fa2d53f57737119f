-- The index of search, made from rows that passed their checks (docs/decisions/0032-search-index.md).

INSERT INTO {state:Identifier}.search_sales (type, id, products, units, gmv, currency)
SELECT
    type, id, count() AS products, vitrineCapped(sum(sold)) AS units,
    vitrineCapped(arraySum((each, its) -> if(its = currency, toInt128(each * 100), 0), groupArray(amount), codes)) AS gmv,
    arraySort(each -> (-countEqual(codes, each), each), arrayDistinct(groupArray(toString(code)) AS codes))[1] AS currency
FROM
(
    SELECT 1 AS type, user_id AS id, toInt128(total_video_sale_cnt) + total_live_sale_cnt AS sold,
        total_video_sale_gmv_amt + total_live_sale_gmv_amt AS amount, currency AS code
    FROM serving_influencer_products WHERE version = {version:UInt32}
    UNION ALL
    SELECT 2, product_id, total_sale_cnt, total_sale_gmv_amt, currency FROM serving_product_list WHERE version = {version:UInt32}
    UNION ALL
    SELECT 3, seller_id, total_sale_cnt, total_sale_gmv_amt, currency FROM serving_product_list
    WHERE version = {version:UInt32} AND seller_id != 0
    UNION ALL
    SELECT 4, video_id, total_video_sale_cnt, total_video_sale_gmv_amt, currency FROM serving_product_videos
    WHERE version = {version:UInt32}
    UNION ALL
    SELECT 5, room_id, total_sale_cnt, total_sale_gmv_amt, currency FROM serving_product_livestreams
    WHERE version = {version:UInt32}
)
GROUP BY type, id;

-- Places are ranks over all types, so that an entity has one number.
INSERT INTO serving_search_id (version, type, id, place)
SELECT {version:UInt32}, type, id, toUInt32(rowNumberInAllBlocks())
FROM
(
    SELECT type, id, max(units) AS most
    FROM
    (
        SELECT type, id, units FROM {state:Identifier}.search_sales
        UNION ALL
        SELECT 1, user_id, 0 FROM {state:Identifier}.creator_current
        UNION ALL
        SELECT 3, seller_id, total_sale_cnt FROM {state:Identifier}.shop_current
        UNION ALL
        SELECT 4, video_id, 0 FROM {state:Identifier}.video_current
        UNION ALL
        SELECT 5, live_id, 0 FROM {state:Identifier}.live_current
    )
    GROUP BY type, id
    ORDER BY type, most DESC, id
);
