-- Creators of a product.
SELECT
    products.product_id AS product_id,
    creators.user_id AS user_id,
    creators.unique_id AS unique_id,
    creators.nick_name AS nick_name,
    creators.avatar AS avatar,
    benchPick(['Home & Living', 'Beauty', 'Fashion', 'Food', ''], creators.creator, 'category') AS category,
    benchRegion(creators.market) AS region,
    benchCurrency(products.market) AS currency,
    pair_total.video_units + live_units AS per_product_ifl_sale_cnt,
    intDiv(per_product_ifl_sale_cnt, 2) AS per_product_ifl_sale_cnt_low,
    2 * (per_product_ifl_sale_cnt) + 4 AS per_product_ifl_sale_cnt_high,
    if(per_product_ifl_sale_cnt < 10, 'thin', 'estimated') AS per_product_ifl_sale_cnt_basis,
    toDecimal64(0, 4) AS per_product_ifl_sale_cnt_known_rate,
    (pair_total.video_units + live_units) * products.price_cents AS per_product_ifl_gmv_amt,
    benchTail(creators.creator, 'followers', 30000000) AS total_followers_cnt,
    benchTail(creators.creator, 'following', 5000) AS total_following_cnt,
    benchTail(creators.creator, 'likes', 300000000) AS total_digg_cnt,
    benchTail(creators.creator, 'posts', 20000) AS total_post_video_cnt,
    benchTail(creators.creator, 'lives', 3000) AS total_live_cnt,
    benchTail(creators.creator, 'creator views', 1000000000) AS total_views_cnt,
    benchTail(creators.creator, 'viewers', 5000000) AS total_live_views_cnt
FROM making.pair AS pairs
INNER JOIN making.pair_total AS pair_total USING (pair)
INNER JOIN making.product AS products ON products.product = pairs.product
INNER JOIN making.creator AS creators ON creators.creator = pairs.creator;
