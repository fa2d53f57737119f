-- Rows with a number that reached the largest one that is served (docs/estimates.md). Of windows, the longest holds the largest.

SELECT 'serving_product' AS name, count() AS rows
FROM serving_product
WHERE version = {version:UInt32}
  AND (greatest(total_video_sale_cnt, total_live_sale_cnt, total_views_cnt, total_views_90d_cnt) >= vitrineLargest()
    OR greatest(min_price, max_price, spu_avg_price, total_sale_gmv_amt, total_sale_gmv_90d_amt,
                total_video_sale_gmv_amt, total_live_sale_gmv_amt) >= vitrineAmount(vitrineLargest()))
UNION ALL
SELECT 'serving_product_creator', count()
FROM serving_product_creator
WHERE version = {version:UInt32}
  AND (per_product_ifl_sale_cnt >= vitrineLargest() OR per_product_ifl_gmv_amt >= vitrineAmount(vitrineLargest()))
UNION ALL
SELECT 'serving_creator_product', count()
FROM serving_creator_product
WHERE version = {version:UInt32}
  AND (greatest(total_video_sale_cnt, total_live_sale_cnt) >= vitrineLargest()
    OR greatest(spu_avg_price, total_sale_gmv_amt, total_video_sale_gmv_amt, total_live_sale_gmv_amt) >= vitrineAmount(vitrineLargest()))
UNION ALL
SELECT 'serving_product_video', count()
FROM serving_product_video
WHERE version = {version:UInt32}
  AND (total_video_sale_cnt >= vitrineLargest() OR total_video_sale_gmv_amt >= vitrineAmount(vitrineLargest()))
UNION ALL
SELECT 'serving_shop_video', count()
FROM serving_shop_video
WHERE version = {version:UInt32}
  AND (total_video_sale_cnt >= vitrineLargest() OR total_video_sale_gmv_amt >= vitrineAmount(vitrineLargest()))
