-- What a video won and sold. Sales of its products in other currencies than that of its row count as units only.

SELECT
    toInt32(video_trend.day) AS day,
    views AS total_views_cnt,
    digg AS total_digg_cnt,
    comments AS total_comments_cnt,
    favorites AS total_favorites_cnt,
    shares AS total_shares_cnt,
    units AS total_video_sale_cnt,
    if(currency = {currency:String}, gmv, 0) AS total_video_sale_gmv_amt
FROM {state:Identifier}.video_trend AS video_trend
WHERE video_id = {id:UInt64} AND version <= {version:UInt32}
  AND video_trend.day BETWEEN toDate({from_day:Int32}) AND toDate({as_of_day:Int32})
SETTINGS max_threads = 1;
