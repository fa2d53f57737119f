-- What a shop sold, and what began to promote its products.

SELECT
    seller_id,
    toInt32(shop_trend.day) AS day,
    currency,
    units AS total_sale_cnt,
    gmv AS total_sale_gmv_amt,
    products AS total_product_cnt,
    on_sale AS total_crawl_product_cnt,
    videos AS total_video_cnt,
    lives AS total_live_cnt,
    creators AS total_ifl_cnt,
    video_creators AS total_video_ifl_cnt,
    live_creators AS total_live_ifl_cnt
FROM {state:Identifier}.shop_trend AS shop_trend
WHERE version <= {version:UInt32}
  AND shop_trend.day BETWEEN toDate({from_day:Int32}) AND toDate({as_of_day:Int32});
