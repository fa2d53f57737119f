-- Every observed product, and every product known from a link (docs/estimates.md section 8). What videos and lives sold of a product is at
-- most what the product sold.
WITH
    least(traffic.video_gmv, product.gmv_total) AS video_gmv,
    least(traffic.live_gmv, product.gmv_total) AS live_gmv,
    (SELECT (groupArray(category_id), groupArray(name)) FROM {state:Identifier}.category_name) AS names
SELECT
    product_id, product.region AS region, product.seller_id AS seller_id,
    product.category_id AS category_id, product.category_l2_id AS category_l2_id, product.category_l3_id AS category_l3_id,
    arrayFirst(
        name -> name != '',
        arrayMap(id -> vitrineCategoryName(id, names), [product.category_l3_id, product.category_l2_id, product.category_id])) AS category_name,
    product.product_name AS product_name, product.cover_url AS cover_url, product.desc_detail AS desc_detail, product.discount AS discount,
    product.skus AS skus, product.sale_props AS sale_props, product.currency AS currency,
    product.min_price AS min_price, product.max_price AS max_price, product.price AS spu_avg_price,
    product.product_commission_rate AS product_commission_rate, product.product_rating AS product_rating,
    product.review_count AS review_count, product.free_shipping AS free_shipping, product.is_s_shop AS is_s_shop, product.off_mark AS off_mark,
    product.from_flag AS from_flag, product.is_hot AS is_hot, product.shop_type AS shop_type, product.specification AS specification,
    if(product.first_day < 0, 0, toYYYYMMDD(toDate(product.first_day))) AS first_crawl_dt,
    vitrineSalesFlag(video_gmv, live_gmv) AS sales_flag,
    vitrineTrendFlag(
        sold.last_week, sold.week_before, if(product.first_day < 0, {as_of_day:Int32}, product.first_day), {as_of_day:Int32}) AS sales_trend_flag,
    product.units_total AS total_sale_cnt, sold.units AS total_sale_Nd_cnt,
    product.gmv_total AS total_sale_gmv_amt, sold.gmv AS total_sale_gmv_Nd_amt,
    least(traffic.video_units, product.units_max) AS total_video_sale_cnt, split.video_units AS total_video_sale_Nd_cnt,
    video_gmv AS total_video_sale_gmv_amt, split.video_gmv AS total_video_sale_gmv_Nd_amt,
    least(traffic.live_units, product.units_max) AS total_live_sale_cnt, split.live_units AS total_live_sale_Nd_cnt,
    live_gmv AS total_live_sale_gmv_amt, split.live_gmv AS total_live_sale_gmv_Nd_amt,
    greatest(creators.creators, product.ifl_seen) AS total_ifl_cnt,
    creators.first_videos AS total_ifl_video_Nd_cnt, creators.first_lives AS total_ifl_live_Nd_cnt,
    greatest(traffic.videos, product.video_seen) AS total_video_cnt, traffic.videos_made AS total_video_Nd_cnt,
    greatest(traffic.lives, product.live_seen) AS total_live_cnt, traffic.lives_held AS total_live_Nd_cnt,
    greatest(traffic.views, product.views_seen) AS total_views_cnt, traffic.views_gained AS total_views_Nd_cnt
FROM {state:Identifier}.product_current AS product
LEFT JOIN {state:Identifier}.product_sales AS sold USING (product_id)
LEFT JOIN {state:Identifier}.product_split AS split USING (product_id)
LEFT JOIN {state:Identifier}.product_traffic AS traffic USING (product_id)
LEFT JOIN {state:Identifier}.product_creators AS creators USING (product_id);

-- The rows there must be.
SELECT region, product_id FROM {state:Identifier}.product_current;

-- What breaks a row besides negative numbers and windows that shrink.
multiIf(
    arrayExists((sold, by_video, by_live) -> by_video + by_live > sold, total_sale_Nd_cnt, total_video_sale_Nd_cnt, total_live_sale_Nd_cnt),
        'units of videos and lives exceed the units of the product',
    arrayExists((sold, by_video, by_live) -> least(by_video + by_live, vitrineAmount(vitrineLargest())) > sold,
                total_sale_gmv_Nd_amt, total_video_sale_gmv_Nd_amt, total_live_sale_gmv_Nd_amt),
        'the GMV of videos and lives exceeds the GMV of the product',
    '');
