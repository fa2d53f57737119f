-- What a creator won, and what the videos and lives sold.

SELECT
    user_id,
    toInt32(creator_trend.day) AS day,
    currency,
    followers AS total_followers_cnt,
    digg AS total_digg_cnt,
    views AS total_views_cnt,
    posts AS total_post_video_cnt,
    comments AS total_comments_cnt,
    shares AS total_shares_cnt,
    lives AS total_live_cnt,
    products AS total_product_cnt,
    units AS total_sale_cnt,
    gmv AS total_sale_gmv_amt
FROM {state:Identifier}.creator_trend AS creator_trend
WHERE version <= {version:UInt32}
  AND creator_trend.day BETWEEN toDate({from_day:Int32}) AND toDate({as_of_day:Int32});
