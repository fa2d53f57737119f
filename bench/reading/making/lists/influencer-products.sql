-- Products of a creator.
SELECT
    creators.user_id AS user_id,
    products.product_id AS product_id,
    creators.unique_id AS unique_id,
    products.category_id AS category_id,
    products.product_name AS product_name,
    products.cover_url AS cover_url,
    benchCurrency(products.market) AS currency,
    products.price_cents AS spu_avg_price,
    total.units AS total_sale_cnt,
    total.units * products.price_cents AS total_sale_gmv_amt,
    pair_total.videos AS total_video_cnt,
    pair_total.video_units AS total_video_sale_cnt,
    intDiv(total_video_sale_cnt, 2) AS total_video_sale_cnt_low,
    2 * (total_video_sale_cnt) + 4 AS total_video_sale_cnt_high,
    if(total_video_sale_cnt < 10, 'thin', 'estimated') AS total_video_sale_cnt_basis,
    toDecimal64(0, 4) AS total_video_sale_cnt_known_rate,
    pair_total.video_units * products.price_cents AS total_video_sale_gmv_amt,
    lives AS total_live_cnt,
    live_units AS total_live_sale_cnt,
    intDiv(total_live_sale_cnt, 2) AS total_live_sale_cnt_low,
    2 * (total_live_sale_cnt) + 4 AS total_live_sale_cnt_high,
    if(total_live_sale_cnt < 10, 'thin', 'estimated') AS total_live_sale_cnt_basis,
    toDecimal64(0, 4) AS total_live_sale_cnt_known_rate,
    live_units * products.price_cents AS total_live_sale_gmv_amt,
    0 AS sold_cnt, 0 AS sold_gmv_amt, 0 AS video_sold_30d_cnt, 0 AS video_sold_gmv_30d_amt, 0 AS live_sold_30d_cnt,
    0 AS live_sold_gmv_30d_amt, 0 AS is_new_30d, 0 AS is_new_in_videos_30d
FROM making.pair AS pairs
INNER JOIN making.pair_total AS pair_total USING (pair)
INNER JOIN (SELECT product, units FROM making.product_total) AS total ON total.product = pairs.product
INNER JOIN making.product AS products ON products.product = pairs.product
INNER JOIN (SELECT creator, user_id, unique_id FROM making.creator) AS creators ON creators.creator = pairs.creator;
