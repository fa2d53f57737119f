-- Sets aside the products of which a row holds what cannot be: a number below 0, a window that is smaller than a shorter one, or
-- shares of more than the product sold. Amounts are cut to the largest that is served, and so is what they are compared with.

INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
WITH
    [total_sale_1d_cnt, total_sale_7d_cnt, total_sale_15d_cnt, total_sale_30d_cnt, total_sale_60d_cnt, total_sale_90d_cnt] AS sale,
    [total_video_sale_1d_cnt, total_video_sale_7d_cnt, total_video_sale_15d_cnt, total_video_sale_30d_cnt, total_video_sale_60d_cnt, total_video_sale_90d_cnt] AS video,
    [total_live_sale_1d_cnt, total_live_sale_7d_cnt, total_live_sale_15d_cnt, total_live_sale_30d_cnt, total_live_sale_60d_cnt, total_live_sale_90d_cnt] AS live,
    [total_sale_gmv_1d_amt, total_sale_gmv_7d_amt, total_sale_gmv_15d_amt, total_sale_gmv_30d_amt, total_sale_gmv_60d_amt, total_sale_gmv_90d_amt] AS sale_gmv,
    [total_video_sale_gmv_1d_amt, total_video_sale_gmv_7d_amt, total_video_sale_gmv_15d_amt, total_video_sale_gmv_30d_amt, total_video_sale_gmv_60d_amt, total_video_sale_gmv_90d_amt] AS video_gmv,
    [total_live_sale_gmv_1d_amt, total_live_sale_gmv_7d_amt, total_live_sale_gmv_15d_amt, total_live_sale_gmv_30d_amt, total_live_sale_gmv_60d_amt, total_live_sale_gmv_90d_amt] AS live_gmv,
    [total_views_1d_cnt, total_views_7d_cnt, total_views_15d_cnt, total_views_30d_cnt, total_views_60d_cnt, total_views_90d_cnt] AS views
SELECT
    product_id,
    {round:UInt8},
    multiIf(
        least(review_count, off_mark, total_sale_cnt, total_video_sale_cnt, total_live_sale_cnt, total_ifl_cnt, total_video_cnt, total_live_cnt,
              total_views_cnt, sale[1], video[1], live[1], views[1]) < 0, 'a count is negative',
        least(min_price, max_price, spu_avg_price, total_sale_gmv_amt, total_video_sale_gmv_amt, total_live_sale_gmv_amt,
              sale_gmv[1], video_gmv[1], live_gmv[1]) < 0, 'an amount is negative',
        arraySort(sale) != sale OR arraySort(video) != video OR arraySort(live) != live OR arraySort(views) != views,
            'units or views of a window are below those of a shorter window',
        arraySort(sale_gmv) != sale_gmv OR arraySort(video_gmv) != video_gmv OR arraySort(live_gmv) != live_gmv,
            'the GMV of a window is below that of a shorter window',
        arrayExists((all, by_video, by_live) -> by_video + by_live > all, sale, video, live), 'units of videos and lives exceed the units of the product',
        arrayExists((all, by_video, by_live) -> least(by_video + by_live, vitrineAmount(vitrineLargest())) > all, sale_gmv, video_gmv, live_gmv),
            'the GMV of videos and lives exceeds the GMV of the product',
        '') AS broken
FROM serving_product
WHERE version = {version:UInt32} AND broken != '';

INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, 'a creator, video or live of the product has a negative number'
FROM
(
    SELECT product_id
    FROM serving_product_creator
    WHERE version = {version:UInt32}
      AND (least(per_product_ifl_sale_cnt, total_followers_cnt, total_following_cnt, total_digg_cnt, total_post_video_cnt, total_live_cnt,
                 total_views_cnt, total_live_views_cnt) < 0 OR per_product_ifl_gmv_amt < 0)
    UNION DISTINCT
    SELECT product_id
    FROM serving_creator_product
    WHERE version = {version:UInt32}
      AND (least(total_video_sale_cnt, total_live_sale_cnt) < 0 OR least(total_video_sale_gmv_amt, total_live_sale_gmv_amt) < 0)
    UNION DISTINCT
    SELECT product_id
    FROM serving_product_video
    WHERE version = {version:UInt32}
      AND (least(duration, total_views_cnt, total_digg_cnt, total_comments_cnt, total_favorites_cnt, total_shares_cnt, total_video_sale_cnt) < 0
        OR total_video_sale_gmv_amt < 0)
)
-- What is set aside for its own row is not set aside twice.
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8});
