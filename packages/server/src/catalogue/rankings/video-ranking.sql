-- What videos won and sold in a period. Sales of their products in other currencies than that of their row count as units only.

SELECT
    video_id,
    sum(views) AS total_views_cnt,
    sum(digg) AS total_digg_cnt,
    sum(comments) AS total_comments_cnt,
    sum(favorites) AS total_favorites_cnt,
    sum(shares) AS total_shares_cnt,
    vitrineUnits(sum(units)) AS total_video_sale_cnt,
    sumIf(gmv, won.currency = toString(listed.currency)) AS total_video_sale_gmv_amt
FROM
(
    SELECT
        video_id, toString(video_trend.currency) AS currency,
        sum(video_trend.views) AS views, sum(video_trend.digg) AS digg, sum(video_trend.comments) AS comments,
        sum(video_trend.favorites) AS favorites, sum(video_trend.shares) AS shares,
        sum(video_trend.units) AS units, sum(video_trend.gmv) AS gmv
    FROM {state:Identifier}.video_trend AS video_trend
    WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND version <= {version:UInt32}
      AND video_id IN (SELECT video_id FROM listed)
    GROUP BY video_id, currency
) AS won
INNER JOIN listed USING (video_id)
GROUP BY video_id;
