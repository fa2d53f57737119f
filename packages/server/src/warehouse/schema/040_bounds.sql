-- Data directories that were made before prices had bounds: what is landed from now on has the price of today's rule.
ALTER TABLE landing_product MODIFY COLUMN price_cents SimpleAggregateFunction(max, Nullable(Int64)) MATERIALIZED vitrinePriceCents(spu_avg_price, skus, min_price, max_price);
