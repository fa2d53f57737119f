-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_shop_list (version, category_id, category_l2_id, category_l3_id, cover_url, first_crawl_dt, from_flag, most_product_category_list, product_category_list, rating, region, sales_flag, sales_trend_flag, seller_id, seller_link, seller_name, spu_avg_price, total_crawl_product_cnt, total_ifl_cnt, total_live_cnt, total_product_cnt, total_sale_1d_cnt, total_sale_30d_cnt, total_sale_7d_cnt, total_sale_90d_cnt, total_sale_cnt, total_sale_gmv_1d_amt, total_sale_gmv_30d_amt, total_sale_gmv_7d_amt, total_sale_gmv_90d_amt, total_sale_gmv_amt, total_video_cnt, user_id, unique_id, total_video_ifl_cnt, total_live_ifl_cnt, currency)
SELECT
    {version:UInt32},
    ifNull(selected.category_id, 0) AS category_id,
    ifNull(selected.category_l2_id, 0) AS category_l2_id,
    ifNull(selected.category_l3_id, 0) AS category_l3_id,
    ifNull(selected.cover_url, '') AS cover_url,
    ifNull(selected.first_crawl_dt, 0) AS first_crawl_dt,
    ifNull(selected.from_flag, 0) AS from_flag,
    ifNull(selected.most_product_category_list, '') AS most_product_category_list,
    ifNull(selected.product_category_list, '') AS product_category_list,
    ifNull(selected.rating, 0) AS rating,
    ifNull(selected.region, '') AS region,
    ifNull(selected.sales_flag, 0) AS sales_flag,
    ifNull(selected.sales_trend_flag, 0) AS sales_trend_flag,
    ifNull(selected.seller_id, 0) AS seller_id,
    ifNull(selected.seller_link, '') AS seller_link,
    ifNull(selected.seller_name, '') AS seller_name,
    vitrineAmount(ifNull(selected.spu_avg_price, 0)) AS spu_avg_price,
    vitrineCapped(ifNull(selected.total_crawl_product_cnt, 0)) AS total_crawl_product_cnt,
    vitrineCapped(ifNull(selected.total_ifl_cnt, 0)) AS total_ifl_cnt,
    vitrineCapped(ifNull(selected.total_live_cnt, 0)) AS total_live_cnt,
    vitrineCapped(ifNull(selected.total_product_cnt, 0)) AS total_product_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[1], 0)) AS total_sale_1d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[4], 0)) AS total_sale_30d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[2], 0)) AS total_sale_7d_cnt,
    vitrineCapped(ifNull(selected.total_sale_Nd_cnt[6], 0)) AS total_sale_90d_cnt,
    vitrineCapped(ifNull(selected.total_sale_cnt, 0)) AS total_sale_cnt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[1], 0)) AS total_sale_gmv_1d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[4], 0)) AS total_sale_gmv_30d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[2], 0)) AS total_sale_gmv_7d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_Nd_amt[6], 0)) AS total_sale_gmv_90d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_amt, 0)) AS total_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_video_cnt, 0)) AS total_video_cnt,
    ifNull(selected.user_id, 0) AS user_id,
    ifNull(selected.unique_id, '') AS unique_id,
    vitrineCapped(ifNull(selected.total_video_ifl_cnt, 0)) AS total_video_ifl_cnt,
    vitrineCapped(ifNull(selected.total_live_ifl_cnt, 0)) AS total_live_ifl_cnt,
    ifNull(selected.currency, '') AS currency
FROM
(
WITH
    vitrineBySize(shelf.paths.2, shelf.paths.5) AS firsts,
    arrayFilter(path -> path.2 = firsts[1] AND path.2 != 0, shelf.paths) AS of_first,
    vitrineBySize(of_first.3, of_first.5)[1] AS second,
    arrayFilter(path -> path.3 = second AND path.3 != 0, of_first) AS of_second,
    sold.main.3 AS gmv,
    (SELECT (groupArray(category_id), groupArray(name)) FROM {state:Identifier}.category_name) AS names
SELECT
    listed.seller_id AS seller_id, shop.shop_name AS seller_name, '' AS seller_link, shop.user_id AS user_id, creator.unique_id AS unique_id,
    if(shop.region != '', shop.region, vitrineBySize(shelf.paths.1, shelf.paths.5)[1]) AS region,
    shop.avatar AS cover_url, shop.rating AS rating, shop.from_flag AS from_flag,
    firsts[1] AS category_id, second AS category_l2_id, vitrineBySize(of_second.4, of_second.5)[1] AS category_l3_id,
    vitrineCategoryList(arraySlice(firsts, 1, 1), names) AS most_product_category_list,
    vitrineCategoryList(firsts, names) AS product_category_list,
    shelf.first_day AS first_crawl_dt, vitrineSalesFlag(gmv[2], gmv[3]) AS sales_flag,
    vitrineTrendFlag(weeks.last_week, weeks.week_before, weeks.first_day, {as_of_day:Int32}) AS sales_trend_flag,
    vitrineMean(sold.main.4, sold.main.5) AS spu_avg_price, sold.main.2 AS currency,
    shelf.products AS total_product_cnt, shelf.on_sale AS total_crawl_product_cnt,
    greatest(creators.size, shelf.creators) AS total_ifl_cnt, greatest(videos.size, shelf.videos) AS total_video_cnt,
    greatest(lives.size, shelf.lives) AS total_live_cnt, videos.creators AS total_video_ifl_cnt, lives.creators AS total_live_ifl_cnt,
    greatest(sold.units[1], shop.total_sale_cnt) AS total_sale_cnt, arraySlice(sold.units, 2) AS total_sale_Nd_cnt,
    gmv[1] AS total_sale_gmv_amt, arraySlice(gmv, 4) AS total_sale_gmv_Nd_amt
FROM
(
    SELECT seller_id FROM {state:Identifier}.shop_current
    UNION DISTINCT
    SELECT seller_id FROM serving_product_list WHERE version = {version:UInt32} AND seller_id != 0
) AS listed
LEFT JOIN {state:Identifier}.shop_current AS shop ON shop.seller_id = listed.seller_id
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = shop.user_id
LEFT JOIN
(
    SELECT seller_id, sumForEach(units_of) AS units, arraySort(groupArray((-toInt64(products), code, gmv_of, prices, priced)))[1] AS main
    FROM
    (
        SELECT
            seller_id, toString(currency) AS code, count() AS products,
            sum(toInt128(spu_avg_price * 100)) AS prices, countIf(spu_avg_price > 0) AS priced,
            sumForEach(CAST([
                total_sale_cnt, total_sale_1d_cnt, total_sale_7d_cnt, total_sale_15d_cnt, total_sale_30d_cnt, total_sale_60d_cnt,
                total_sale_90d_cnt], 'Array(Int128)')) AS units_of,
            sumForEach(arrayMap(amount -> toInt128(amount * 100), [
                total_sale_gmv_amt, total_video_sale_gmv_amt, total_live_sale_gmv_amt,
                total_sale_gmv_1d_amt, total_sale_gmv_7d_amt, total_sale_gmv_15d_amt, total_sale_gmv_30d_amt, total_sale_gmv_60d_amt,
                total_sale_gmv_90d_amt])) AS gmv_of
        FROM serving_product_list
        WHERE version = {version:UInt32} AND seller_id != 0
        GROUP BY seller_id, code
    )
    GROUP BY seller_id
) AS sold ON sold.seller_id = listed.seller_id
LEFT JOIN
(
    SELECT
        seller_id, sum(size) AS products, sum(sold) AS on_sale, minIf(first, first != 0) AS first_day,
        max(ifl) AS creators, max(video) AS videos, max(live) AS lives,
        groupArray((place, category_id, category_l2_id, category_l3_id, size)) AS paths
    FROM
    (
        SELECT
            seller_id, toString(region) AS place, category_id, category_l2_id, category_l3_id,
            toInt64(count()) AS size, toInt64(countIf(off_mark < 2)) AS sold, minIf(first_crawl_dt, first_crawl_dt != 0) AS first,
            max(total_ifl_cnt) AS ifl, max(total_video_cnt) AS video, max(total_live_cnt) AS live
        FROM serving_product_list
        WHERE version = {version:UInt32} AND seller_id != 0
        GROUP BY seller_id, place, category_id, category_l2_id, category_l3_id
    )
    GROUP BY seller_id
) AS shelf ON shelf.seller_id = listed.seller_id
LEFT JOIN
(
    SELECT
        seller_id, sum(toInt128(sales.last_week)) AS last_week, sum(toInt128(sales.week_before)) AS week_before,
        min(if(first_day < 0, {as_of_day:Int32}, first_day)) AS first_day
    FROM (SELECT product_id, seller_id, first_day FROM {state:Identifier}.product_current WHERE seller_id != 0) AS product
    LEFT JOIN (SELECT product_id, last_week, week_before FROM {state:Identifier}.product_sales) AS sales USING (product_id)
    GROUP BY seller_id
) AS weeks ON weeks.seller_id = listed.seller_id
LEFT JOIN
(
    SELECT seller_id, toInt64(count()) AS size FROM serving_shop_creators WHERE version = {version:UInt32} GROUP BY seller_id
) AS creators ON creators.seller_id = listed.seller_id
LEFT JOIN
(
    SELECT seller_id, toInt64(count()) AS size, toInt64(uniqExact(user_id)) AS creators FROM serving_shop_videos WHERE version = {version:UInt32} GROUP BY seller_id
) AS videos ON videos.seller_id = listed.seller_id
LEFT JOIN
(
    SELECT seller_id, toInt64(count()) AS size, toInt64(uniqExact(user_id)) AS creators FROM serving_shop_livestreams WHERE version = {version:UInt32} GROUP BY seller_id
) AS lives ON lives.seller_id = listed.seller_id
) AS selected;

-- name: saturated
SELECT 'shop-list' AS name, count() AS rows
FROM serving_shop_list
WHERE version = {version:UInt32} AND (greatest(total_crawl_product_cnt, total_ifl_cnt, total_live_cnt, total_product_cnt, total_sale_90d_cnt, total_sale_cnt, total_video_cnt, total_video_ifl_cnt, total_live_ifl_cnt) >= vitrineLargest() OR greatest(spu_avg_price, total_sale_gmv_90d_amt, total_sale_gmv_amt) >= vitrineAmount(vitrineLargest()));
