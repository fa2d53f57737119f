-- Every creator with a video or live that promotes the product. What a creator sold of a product is at most what the product sold.
WITH
    vitrineLimited(sale.units, product.units_max, sale.known) AS sure
SELECT
    sale.product_id AS product_id, sale.user_id AS user_id,
    creator.unique_id AS unique_id, creator.nick_name AS nick_name, creator.avatar AS avatar, creator.category AS category,
    creator.region AS region, product.currency AS currency,
    least(sale.units, product.units_max) AS per_product_ifl_sale_cnt,
    vitrineLow(per_product_ifl_sale_cnt, sure, sale.variance) AS per_product_ifl_sale_cnt_low, vitrineHigh(per_product_ifl_sale_cnt, sure, sale.variance) AS per_product_ifl_sale_cnt_high,
    vitrineBasis(sure) AS per_product_ifl_sale_cnt_basis, vitrineKnownRate(sure) AS per_product_ifl_sale_cnt_known_rate,
    least(sale.gmv, product.gmv_total) AS per_product_ifl_gmv_amt,
    creator.total_followers_cnt AS total_followers_cnt, creator.total_following_cnt AS total_following_cnt,
    creator.total_digg_cnt AS total_digg_cnt, creator.total_post_video_cnt AS total_post_video_cnt,
    creator.total_live_cnt AS total_live_cnt, creator.total_views_cnt AS total_views_cnt, creator.total_live_views_cnt AS total_live_views_cnt
FROM
(
    SELECT
        product_id, user_id, sum(units) AS units, sum(gmv) AS gmv,
        sumForEach(sure) AS known, sum(variance) AS variance
    FROM {state:Identifier}.link_current
    GROUP BY product_id, user_id
) AS sale
LEFT JOIN {state:Identifier}.creator_current AS creator ON creator.user_id = sale.user_id
LEFT JOIN
(
    SELECT product_id, currency, units_max, gmv_total FROM {state:Identifier}.product_current
) AS product ON product.product_id = sale.product_id;

-- The rows there must be.
SELECT DISTINCT product_id, user_id FROM {state:Identifier}.link_current;
