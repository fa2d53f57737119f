-- What a video won and sold.

SELECT
    video_id,
    toInt32(video_trend.day) AS day,
    currency,
    views AS total_views_cnt,
    digg AS total_digg_cnt,
    comments AS total_comments_cnt,
    favorites AS total_favorites_cnt,
    shares AS total_shares_cnt,
    units AS total_video_sale_cnt,
    gmv AS total_video_sale_gmv_amt
FROM {state:Identifier}.video_trend AS video_trend
WHERE version <= {version:UInt32}
  AND video_trend.day BETWEEN toDate({from_day:Int32}) AND toDate({as_of_day:Int32});
