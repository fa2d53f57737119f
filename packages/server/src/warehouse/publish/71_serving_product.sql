-- The product list: one row a product, every window beside its total.
-- A window is the running sum of the sums between one window's edge and the next ({window_of_age} tells them apart).

INSERT INTO serving_product
(
    version, product_id, region, seller_id, category_id, category_l2_id, category_l3_id, product_name, cover_url, desc_detail, discount,
    skus, sale_props, currency, min_price, max_price, spu_avg_price, product_commission_rate, product_rating, review_count, free_shipping,
    is_s_shop, off_mark, first_crawl_dt, sales_flag, sales_trend_flag, total_sale_cnt, total_sale_gmv_amt,
    total_video_sale_cnt, total_video_sale_gmv_amt, total_live_sale_cnt, total_live_sale_gmv_amt,
    total_ifl_cnt, total_video_cnt, total_live_cnt, total_views_cnt,
    total_sale_1d_cnt, total_sale_7d_cnt, total_sale_15d_cnt, total_sale_30d_cnt, total_sale_60d_cnt, total_sale_90d_cnt,
    total_sale_gmv_1d_amt, total_sale_gmv_7d_amt, total_sale_gmv_15d_amt, total_sale_gmv_30d_amt, total_sale_gmv_60d_amt, total_sale_gmv_90d_amt,
    total_video_sale_1d_cnt, total_video_sale_7d_cnt, total_video_sale_15d_cnt, total_video_sale_30d_cnt, total_video_sale_60d_cnt, total_video_sale_90d_cnt,
    total_video_sale_gmv_1d_amt, total_video_sale_gmv_7d_amt, total_video_sale_gmv_15d_amt, total_video_sale_gmv_30d_amt, total_video_sale_gmv_60d_amt, total_video_sale_gmv_90d_amt,
    total_live_sale_1d_cnt, total_live_sale_7d_cnt, total_live_sale_15d_cnt, total_live_sale_30d_cnt, total_live_sale_60d_cnt, total_live_sale_90d_cnt,
    total_live_sale_gmv_1d_amt, total_live_sale_gmv_7d_amt, total_live_sale_gmv_15d_amt, total_live_sale_gmv_30d_amt, total_live_sale_gmv_60d_amt, total_live_sale_gmv_90d_amt,
    total_views_1d_cnt, total_views_7d_cnt, total_views_15d_cnt, total_views_30d_cnt, total_views_60d_cnt, total_views_90d_cnt,
    total_video_1d_cnt, total_video_7d_cnt, total_video_15d_cnt, total_video_30d_cnt, total_video_60d_cnt, total_video_90d_cnt,
    total_live_1d_cnt, total_live_7d_cnt, total_live_15d_cnt, total_live_30d_cnt, total_live_60d_cnt, total_live_90d_cnt,
    total_ifl_video_1d_cnt, total_ifl_video_7d_cnt, total_ifl_video_15d_cnt, total_ifl_video_30d_cnt, total_ifl_video_60d_cnt, total_ifl_video_90d_cnt,
    total_ifl_live_1d_cnt, total_ifl_live_7d_cnt, total_ifl_live_15d_cnt, total_ifl_live_30d_cnt, total_ifl_live_60d_cnt, total_ifl_live_90d_cnt
)
WITH
    -- No total of its sources exceeds the product's own.
    least(traffic.video_gmv, product.gmv_total) AS video_gmv,
    least(traffic.live_gmv, product.gmv_total) AS live_gmv
SELECT
    {version:UInt32}, product_id, product.region, product.seller_id, product.category_id, product.category_l2_id, product.category_l3_id,
    product.product_name, product.cover_url, product.desc_detail, product.discount, product.skus, product.sale_props, product.currency,
    vitrineAmount(product.min_price), vitrineAmount(product.max_price), vitrineAmount(product.price),
    product.product_commission_rate, product.product_rating, product.review_count, product.free_shipping, product.is_s_shop, product.off_mark,
    if(product.first_day < 0, 0, toYYYYMMDD(toDate(product.first_day))),
    multiIf(video_gmv >= live_gmv AND video_gmv > 0, 1, live_gmv > 0, 2, 0),
    multiIf(product.first_day < 0 OR {as_of_day:Int32} - product.first_day < 14, 0,
            10 * sale.last_week > 11 * sale.week_before, 1, 10 * sale.last_week < 9 * sale.week_before, 2, 0),
    vitrineCapped(product.units_total), vitrineAmount(product.gmv_total),
    vitrineCapped(least(traffic.video_units, product.units_max)), vitrineAmount(video_gmv),
    vitrineCapped(least(traffic.live_units, product.units_max)), vitrineAmount(live_gmv),
    greatest(creators.creators, product.ifl_seen), greatest(traffic.videos, product.video_seen),
    greatest(traffic.lives, product.live_seen), vitrineCapped(greatest(traffic.views, product.views_seen)),
    sale.units[1], sale.units[2], sale.units[3], sale.units[4], sale.units[5], sale.units[6],
    vitrineAmount(sale.gmv[1]), vitrineAmount(sale.gmv[2]), vitrineAmount(sale.gmv[3]), vitrineAmount(sale.gmv[4]), vitrineAmount(sale.gmv[5]), vitrineAmount(sale.gmv[6]),
    split.video_units[1], split.video_units[2], split.video_units[3], split.video_units[4], split.video_units[5], split.video_units[6],
    vitrineAmount(split.video_gmv[1]), vitrineAmount(split.video_gmv[2]), vitrineAmount(split.video_gmv[3]), vitrineAmount(split.video_gmv[4]), vitrineAmount(split.video_gmv[5]), vitrineAmount(split.video_gmv[6]),
    split.live_units[1], split.live_units[2], split.live_units[3], split.live_units[4], split.live_units[5], split.live_units[6],
    vitrineAmount(split.live_gmv[1]), vitrineAmount(split.live_gmv[2]), vitrineAmount(split.live_gmv[3]), vitrineAmount(split.live_gmv[4]), vitrineAmount(split.live_gmv[5]), vitrineAmount(split.live_gmv[6]),
    vitrineCapped(traffic.views_windows[1]), vitrineCapped(traffic.views_windows[2]), vitrineCapped(traffic.views_windows[3]), vitrineCapped(traffic.views_windows[4]), vitrineCapped(traffic.views_windows[5]), vitrineCapped(traffic.views_windows[6]),
    traffic.video_windows[1], traffic.video_windows[2], traffic.video_windows[3], traffic.video_windows[4], traffic.video_windows[5], traffic.video_windows[6],
    traffic.live_windows[1], traffic.live_windows[2], traffic.live_windows[3], traffic.live_windows[4], traffic.live_windows[5], traffic.live_windows[6],
    creators.video_windows[1], creators.video_windows[2], creators.video_windows[3], creators.video_windows[4], creators.video_windows[5], creators.video_windows[6],
    creators.live_windows[1], creators.live_windows[2], creators.live_windows[3], creators.live_windows[4], creators.live_windows[5], creators.live_windows[6]
FROM {state:Identifier}.product_now AS product
LEFT JOIN
(
    SELECT
        product_id,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(units, vitrineWindow(day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS units,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(gmv, vitrineWindow(day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS gmv,
        sumIf(product_day.units, day > toDate({as_of_day:Int32} - 7)) AS last_week,
        sumIf(product_day.units, day <= toDate({as_of_day:Int32} - 7) AND day > toDate({as_of_day:Int32} - 14)) AS week_before
    FROM {state:Identifier}.product_day AS product_day
    WHERE day > toDate({as_of_day:Int32} - {longest:Int32})
    GROUP BY product_id
) AS sale USING (product_id)
LEFT JOIN
(
    SELECT
        product_id,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(video_units, vitrineWindow(day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS video_units,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(video_gmv, vitrineWindow(day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS video_gmv,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(live_units, vitrineWindow(day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS live_units,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(live_gmv, vitrineWindow(day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS live_gmv
    FROM {state:Identifier}.split_day
    WHERE day > toDate({as_of_day:Int32} - {longest:Int32})
    GROUP BY product_id
) AS split USING (product_id)
LEFT JOIN
(
    SELECT
        product_id,
        countIf(kind = 1) AS videos,
        countIf(kind = 2) AS lives,
        sumIf(units, kind = 1) AS video_units,
        sumIf(gmv, kind = 1) AS video_gmv,
        sumIf(units, kind = 2) AS live_units,
        sumIf(gmv, kind = 2) AS live_gmv,
        sumIf(toInt128(link_now.views), kind = 1) AS views,
        sumForEachIf(CAST(link_now.views_windows, 'Array(Int128)'), kind = 1) AS views_windows,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(toInt64(kind = 1), vitrineWindow(made_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS video_windows,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(toInt64(kind = 2), vitrineWindow(made_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}))) AS live_windows
    FROM {state:Identifier}.link_now AS link_now
    GROUP BY product_id
) AS traffic USING (product_id)
LEFT JOIN
(
    SELECT
        product_id,
        toInt64(count()) AS creators,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(toInt64(1), video_window)) AS video_windows,
        arrayCumSum(sumResample(1, {windows:UInt8} + 1, 1)(toInt64(1), live_window)) AS live_windows
    FROM
    (
        SELECT
            product_id,
            user_id,
            minIf(made_day, kind = 1) AS first_video_day,
            minIf(made_day, kind = 2) AS first_live_day,
            if(countIf(kind = 1) = 0, 0, vitrineWindow(first_video_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)})) AS video_window,
            if(countIf(kind = 2) = 0, 0, vitrineWindow(first_live_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)})) AS live_window
        FROM {state:Identifier}.link_now
        GROUP BY product_id, user_id
    )
    GROUP BY product_id
) AS creators USING (product_id);
