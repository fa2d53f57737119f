-- Shops of a market, added up from their products.
SELECT
    shops.seller_id AS seller_id,
    shop_name AS seller_name,
    '' AS seller_link,
    owners.user_id AS user_id,
    owners.unique_id AS unique_id,
    shelf.region AS region,
    cover_url,
    rating,
    from_flag,
    shelf.path.1 AS category_id,
    shelf.path.2 AS category_l2_id,
    shelf.path.3 AS category_l3_id,
    benchCategories([shelf.path.1]) AS most_product_category_list,
    benchCategories(shelf.categories) AS product_category_list,
    shelf.first_day AS first_crawl_dt,
    vitrineSalesFlag(shelf.video_cents, shelf.live_cents) AS sales_flag,
    benchPick([0, 0, 1, 1, 2], seller_id, 'trend') AS sales_trend_flag,
    vitrineMean(shelf.prices, shelf.products) AS spu_avg_price,
    shelf.products AS total_product_cnt,
    shelf.on_sale AS total_crawl_product_cnt,
    shelf.creators AS total_ifl_cnt,
    shelf.videos AS total_video_cnt,
    shelf.lives AS total_live_cnt,
    intDiv(shelf.creators * 4, 5) AS total_video_ifl_cnt,
    intDiv(shelf.creators, 4) AS total_live_ifl_cnt,
    shelf.units[1] AS total_sale_cnt,
    arraySlice(shelf.units, 2) AS total_sale_Nd_cnt,
    shelf.cents[1] AS total_sale_gmv_amt,
    arraySlice(shelf.cents, 2) AS total_sale_gmv_Nd_amt,
    shelf.currency AS currency
FROM making.shop AS shops
INNER JOIN
(
    SELECT
        seller_id, any(toString(region)) AS region, any(toString(currency)) AS currency, toInt64(count()) AS products, toInt64(countIf(off_mark < 2)) AS on_sale,
        argMin((category_id, category_l2_id, category_l3_id), product_id) AS path, arraySort(groupUniqArray(category_id)) AS categories,
        min(first_crawl_dt) AS first_day, toInt64(sum(spu_avg_price * 100)) AS prices,
        sum(total_ifl_cnt) AS creators, sum(total_video_cnt) AS videos, sum(total_live_cnt) AS lives,
        toInt64(sum(total_video_sale_gmv_amt * 100)) AS video_cents, toInt64(sum(total_live_sale_gmv_amt * 100)) AS live_cents,
        sumForEach([
            total_sale_cnt, total_sale_1d_cnt, total_sale_7d_cnt, total_sale_15d_cnt, total_sale_30d_cnt, total_sale_60d_cnt, total_sale_90d_cnt]) AS units,
        sumForEach(arrayMap(amount -> toInt64(amount * 100), [
            total_sale_gmv_amt, total_sale_gmv_1d_amt, total_sale_gmv_7d_amt, total_sale_gmv_15d_amt, total_sale_gmv_30d_amt, total_sale_gmv_60d_amt,
            total_sale_gmv_90d_amt])) AS cents
    FROM serving_product_list
    WHERE version = {version:UInt32}
    GROUP BY seller_id
) AS shelf ON shelf.seller_id = shops.seller_id
LEFT JOIN (SELECT creator, user_id, unique_id FROM making.creator) AS owners ON owners.creator = shops.owner;
