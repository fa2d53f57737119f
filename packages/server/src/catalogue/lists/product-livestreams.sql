-- Every live that promotes the product. What a live sold of a product is at most what the product sold.
WITH
    vitrineLimited(link.units, product.units_max, link.sure) AS sure
SELECT
    link.product_id AS product_id, link.source_id AS room_id, link.user_id AS user_id, creator.unique_id AS unique_id,
    live.region AS region, live.title AS title, live.cover_url AS cover_url, live.made_at AS create_time,
    whole.category_id AS category_id, whole.products AS total_product_cnt,
    live.total_views_cnt AS total_views_cnt, live.max_views_cnt AS max_views_cnt,
    product.product_name AS product_name, product.seller_id AS seller_id, product.price AS spu_avg_price, product.currency AS currency,
    least(link.units, product.units_max) AS total_sale_cnt,
    vitrineLow(total_sale_cnt, sure, link.variance) AS total_sale_cnt_low, vitrineHigh(total_sale_cnt, sure, link.variance) AS total_sale_cnt_high,
    vitrineBasis(sure) AS total_sale_cnt_basis, vitrineKnownRate(sure) AS total_sale_cnt_known_rate,
    least(link.gmv, product.gmv_total) AS total_sale_gmv_amt
FROM (SELECT * FROM {state:Identifier}.link_current WHERE kind = 2) AS link
INNER JOIN {state:Identifier}.live_current AS live ON live.live_id = link.source_id
LEFT JOIN {state:Identifier}.live_products AS whole ON whole.live_id = link.source_id
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = link.user_id
LEFT JOIN
(
    SELECT product_id, product_name, seller_id, currency, price, units_max, gmv_total FROM {state:Identifier}.product_current
) AS product ON product.product_id = link.product_id;

-- The rows there must be.
SELECT product_id, source_id AS room_id FROM {state:Identifier}.link_current WHERE kind = 2;
