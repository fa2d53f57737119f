-- What must hold before anybody reads the new version: each row says a check and how many rows break it.

SELECT 'every product has one row' AS broken, abs(toInt64(served) - toInt64(expected)) AS failures
FROM (SELECT count() AS served FROM serving_product WHERE version = {version:UInt32}) AS a
CROSS JOIN (SELECT count() AS expected FROM {state:Identifier}.product_now) AS b
UNION ALL
SELECT 'every product and creator has one row', abs(toInt64(served) - toInt64(expected))
FROM (SELECT count() AS served FROM serving_product_creator WHERE version = {version:UInt32}) AS a
CROSS JOIN (SELECT uniqExact(product_id, user_id) AS expected FROM {state:Identifier}.link_now) AS b
UNION ALL
SELECT 'every creator and product has one row', abs(toInt64(served) - toInt64(expected))
FROM (SELECT count() AS served FROM serving_creator_product WHERE version = {version:UInt32}) AS a
CROSS JOIN (SELECT uniqExact(product_id, user_id) AS expected FROM {state:Identifier}.link_now) AS b
UNION ALL
SELECT 'every linked video has one row a product', abs(toInt64(served) - toInt64(expected))
FROM (SELECT count() AS served FROM serving_product_video WHERE version = {version:UInt32}) AS a
CROSS JOIN (SELECT countIf(kind = 1) AS expected FROM {state:Identifier}.link_now) AS b
UNION ALL
SELECT 'what videos and lives sold is part of what the product sold', toInt64(count())
FROM serving_product
WHERE version = {version:UInt32}
  AND (total_video_sale_1d_cnt + total_live_sale_1d_cnt > total_sale_1d_cnt
    OR total_video_sale_90d_cnt + total_live_sale_90d_cnt > total_sale_90d_cnt
    OR least(total_video_sale_gmv_90d_amt + total_live_sale_gmv_90d_amt, vitrineAmount(vitrineLargest())) > total_sale_gmv_90d_amt
    OR least(total_sale_1d_cnt, total_video_sale_1d_cnt, total_live_sale_1d_cnt, total_video_sale_90d_cnt, total_live_sale_90d_cnt) < 0);
