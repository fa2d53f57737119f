-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

SELECT 'product' AS kind, toString(product_id) AS id, observed_at, max(out_of_bounds) AS why FROM landing_product
WHERE out_of_bounds != '' GROUP BY product_id, observed_at
UNION ALL
SELECT 'shop' AS kind, toString(seller_id) AS id, observed_at, max(out_of_bounds) AS why FROM landing_shop
WHERE out_of_bounds != '' GROUP BY seller_id, observed_at
UNION ALL
SELECT 'creator' AS kind, toString(user_id) AS id, observed_at, max(out_of_bounds) AS why FROM landing_creator
WHERE out_of_bounds != '' GROUP BY user_id, observed_at
UNION ALL
SELECT 'video' AS kind, toString(video_id) AS id, observed_at, max(out_of_bounds) AS why FROM landing_video
WHERE out_of_bounds != '' GROUP BY video_id, observed_at
UNION ALL
SELECT 'live' AS kind, toString(live_id) AS id, observed_at, max(out_of_bounds) AS why FROM landing_live
WHERE out_of_bounds != '' GROUP BY live_id, observed_at
UNION ALL
SELECT 'sale' AS kind, toString(sale) AS id, observed_at, max(out_of_bounds) AS why FROM landing_sale
WHERE out_of_bounds != '' GROUP BY sale, statement, observed_at
UNION ALL
SELECT 'review' AS kind, toString(review_id) AS id, observed_at, max(out_of_bounds) AS why FROM landing_review
WHERE out_of_bounds != '' GROUP BY review_id, observed_at
UNION ALL
SELECT 'category' AS kind, toString(category_id) AS id, observed_at, max(out_of_bounds) AS why FROM landing_category
WHERE out_of_bounds != '' GROUP BY category_id, language, observed_at
UNION ALL
SELECT 'fx' AS kind, toString(currency) AS id, observed_at, max(out_of_bounds) AS why FROM landing_fx
WHERE out_of_bounds != '' GROUP BY currency, date, observed_at;
