-- What shops sold in a period, and what began to promote their products. Sales in other currencies than that of their row count as
-- units only.

SELECT
    seller_id,
    sum(units) AS total_sale_cnt,
    sumIf(gmv, sold.currency = toString(listed.currency)) AS total_sale_gmv_amt,
    sum(products) AS total_product_cnt,
    sum(creators) AS total_ifl_cnt,
    sum(videos) AS total_video_cnt,
    sum(lives) AS total_live_cnt
FROM
(
    SELECT
        seller_id, toString(shop_trend.currency) AS currency,
        sum(shop_trend.units) AS units, sum(shop_trend.gmv) AS gmv, sum(shop_trend.products) AS products,
        sum(shop_trend.creators) AS creators, sum(shop_trend.videos) AS videos, sum(shop_trend.lives) AS lives
    FROM {state:Identifier}.shop_trend AS shop_trend
    WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND version <= {version:UInt32}
      AND seller_id IN (SELECT seller_id FROM listed)
    GROUP BY seller_id, currency
) AS sold
INNER JOIN listed USING (seller_id)
GROUP BY seller_id;
