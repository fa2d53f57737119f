-- Every product that a video or live of the creator promotes. What a creator sold of a product is at most what the product sold.
WITH
    vitrineLimited(sale.video_units, product.units_max, sale.video_known) AS video_sure,
    vitrineLimited(sale.live_units, product.units_max, sale.live_known) AS live_sure
SELECT
    sale.user_id AS user_id, sale.product_id AS product_id, creator.unique_id AS unique_id,
    product.category_id AS category_id, product.product_name AS product_name, product.cover_url AS cover_url, product.currency AS currency,
    product.price AS spu_avg_price, product.units_total AS total_sale_cnt, product.gmv_total AS total_sale_gmv_amt,
    sale.videos AS total_video_cnt, least(sale.video_units, product.units_max) AS total_video_sale_cnt,
    vitrineLow(total_video_sale_cnt, video_sure, sale.video_variance) AS total_video_sale_cnt_low, vitrineHigh(total_video_sale_cnt, video_sure, sale.video_variance) AS total_video_sale_cnt_high,
    vitrineBasis(video_sure) AS total_video_sale_cnt_basis, vitrineKnownRate(video_sure) AS total_video_sale_cnt_known_rate,
    least(sale.video_gmv, product.gmv_total) AS total_video_sale_gmv_amt,
    sale.lives AS total_live_cnt, least(sale.live_units, product.units_max) AS total_live_sale_cnt,
    vitrineLow(total_live_sale_cnt, live_sure, sale.live_variance) AS total_live_sale_cnt_low, vitrineHigh(total_live_sale_cnt, live_sure, sale.live_variance) AS total_live_sale_cnt_high,
    vitrineBasis(live_sure) AS total_live_sale_cnt_basis, vitrineKnownRate(live_sure) AS total_live_sale_cnt_known_rate,
    least(sale.live_gmv, product.gmv_total) AS total_live_sale_gmv_amt,
    least(sale.video_units + sale.live_units, product.units_max) AS sold_cnt,
    least(sale.video_gmv + sale.live_gmv, product.gmv_total) AS sold_gmv_amt,
    sale.video_recent_units AS video_sold_30d_cnt, sale.video_recent_gmv AS video_sold_gmv_30d_amt,
    sale.live_recent_units AS live_sold_30d_cnt, sale.live_recent_gmv AS live_sold_gmv_30d_amt,
    sale.first_day BETWEEN {as_of_day:Int32} - 29 AND {as_of_day:Int32} AS is_new_30d,
    sale.videos > 0 AND sale.first_video_day BETWEEN {as_of_day:Int32} - 29 AND {as_of_day:Int32} AS is_new_in_videos_30d
FROM
(
    SELECT
        product_id, user_id,
        countIf(kind = 1) AS videos, sumIf(units, kind = 1) AS video_units, sumIf(gmv, kind = 1) AS video_gmv,
        countIf(kind = 2) AS lives, sumIf(units, kind = 2) AS live_units, sumIf(gmv, kind = 2) AS live_gmv,
        sumIf(recent_units, kind = 1) AS video_recent_units, sumIf(recent_gmv, kind = 1) AS video_recent_gmv,
        sumIf(recent_units, kind = 2) AS live_recent_units, sumIf(recent_gmv, kind = 2) AS live_recent_gmv,
        sumForEachIf(sure, kind = 1) AS video_known, sumIf(variance, kind = 1) AS video_variance,
        sumForEachIf(sure, kind = 2) AS live_known, sumIf(variance, kind = 2) AS live_variance,
        min(made_day) AS first_day, minIf(made_day, kind = 1) AS first_video_day
    FROM {state:Identifier}.link_current
    GROUP BY product_id, user_id
) AS sale
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = sale.user_id
LEFT JOIN
(
    SELECT product_id, category_id, product_name, cover_url, currency, price, units_total, units_max, gmv_total FROM {state:Identifier}.product_current
) AS product ON product.product_id = sale.product_id;

-- The rows there must be.
SELECT DISTINCT user_id, product_id FROM {state:Identifier}.link_current;
