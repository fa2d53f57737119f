-- What creators won and sold in a period. Sales in other currencies than that of their row count as units only.

SELECT
    user_id,
    sum(followers) AS total_followers_cnt,
    sum(digg) AS total_digg_cnt,
    sum(posts) AS total_post_video_cnt,
    sum(lives) AS total_live_cnt,
    sum(products) AS total_product_cnt,
    vitrineUnits(sum(units)) AS total_sale_cnt,
    sumIf(gmv, won.currency = toString(listed.currency)) AS total_sale_gmv_amt
FROM
(
    SELECT
        user_id, toString(creator_trend.currency) AS currency,
        sum(creator_trend.followers) AS followers, sum(creator_trend.digg) AS digg, sum(creator_trend.posts) AS posts,
        sum(creator_trend.lives) AS lives, sum(creator_trend.products) AS products,
        sum(creator_trend.units) AS units, sum(creator_trend.gmv) AS gmv
    FROM {state:Identifier}.creator_trend AS creator_trend
    WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND version <= {version:UInt32}
      AND user_id IN (SELECT user_id FROM listed)
    GROUP BY user_id, currency
) AS won
INNER JOIN listed USING (user_id)
GROUP BY user_id;
