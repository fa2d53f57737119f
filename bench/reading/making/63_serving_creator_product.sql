-- Products of a creator.
INSERT INTO serving_creator_product
(
    version, user_id, product_id, unique_id, category_id, product_name, cover_url, currency, spu_avg_price, total_sale_cnt, total_sale_gmv_amt,
    total_video_cnt, total_video_sale_cnt, total_video_sale_gmv_amt, total_live_cnt, total_live_sale_cnt, total_live_sale_gmv_amt
)
SELECT
    {version:UInt32}, creators.user_id, products.product_id, creators.unique_id, products.category_id, products.product_name, products.cover_url,
    benchCurrency(products.market), vitrineAmount(products.price_cents), total.units, vitrineAmount(total.units * products.price_cents),
    pair_total.videos, pair_total.video_units, vitrineAmount(pair_total.video_units * products.price_cents),
    lives, live_units, vitrineAmount(live_units * products.price_cents)
FROM making.pair AS pairs
INNER JOIN making.pair_total AS pair_total USING (pair)
INNER JOIN (SELECT product, units FROM making.product_total) AS total ON total.product = pairs.product
INNER JOIN making.product AS products ON products.product = pairs.product
INNER JOIN (SELECT creator, user_id, unique_id FROM making.creator) AS creators ON creators.creator = pairs.creator;
