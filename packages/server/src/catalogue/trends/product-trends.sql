-- What a product sold, by how much its price rose, and what began to promote it. The reader adds up the changes of a day: a query is
-- quicker without.

SELECT
    product_id,
    toInt32(product_trend.day) AS day,
    units AS total_sale_cnt,
    gmv AS total_sale_gmv_amt,
    price AS spu_avg_price,
    creators AS total_ifl_cnt,
    videos AS total_video_cnt,
    lives AS total_live_cnt
FROM {state:Identifier}.product_trend AS product_trend
WHERE version <= {version:UInt32}
  AND product_trend.day BETWEEN toDate({from_day:Int32}) AND toDate({as_of_day:Int32});
