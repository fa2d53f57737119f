-- The bounds of docs/observations.md, for records that came in past ingest or before there were bounds: publish leaves them out and
-- names them. In data directories made before, what is landed from now on has the price of today's rule.

CREATE OR REPLACE FUNCTION vitrineUnitsMax AS () -> 1000000000;
CREATE OR REPLACE FUNCTION vitrineCountMax AS () -> 900000000000;
CREATE OR REPLACE FUNCTION vitrineAmountMax AS () -> 10000000000000;
CREATE OR REPLACE FUNCTION vitrinePriceMax AS () -> 1000000000000;

-- What a record holds that none may have is in its column out_of_bounds, '' for a good one.
-- '' for a value from 0 to largest, and for one that was not seen; otherwise what is wrong.
CREATE OR REPLACE FUNCTION vitrineBeyond AS (name, value, largest) ->
    if(ifNull(value BETWEEN 0 AND largest, 1), '', concat(name, ' is ', toString(assumeNotNull(value)), ', not from 0 to ', toString(largest), '; '));

-- '' for a moment (epoch seconds) ingest may have taken in.
CREATE OR REPLACE FUNCTION vitrineOutOfTime AS (name, seconds) ->
    if(ifNull(seconds BETWEEN 946684800 AND 4294967295, 1), '', concat(name, ' is ', toString(assumeNotNull(seconds)), ' seconds since 1970-01-01; '));

ALTER TABLE landing_product MODIFY COLUMN price_cents SimpleAggregateFunction(max, Nullable(Int64)) MATERIALIZED vitrinePriceCents(spu_avg_price, skus, min_price, max_price);
ALTER TABLE landing_product ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineBeyond('min_price', min_price, vitrinePriceMax()),
    vitrineBeyond('max_price', max_price, vitrinePriceMax()),
    vitrineBeyond('spu_avg_price', spu_avg_price, vitrinePriceMax()),
    vitrineBeyond('price_cents', price_cents, 100 * vitrinePriceMax()),
    vitrineBeyond('product_commission_rate', product_commission_rate, 1),
    vitrineBeyond('product_rating', product_rating, 5),
    vitrineBeyond('review_count', review_count, vitrineCountMax()),
    vitrineBeyond('off_mark', off_mark, vitrineCountMax()),
    vitrineBeyond('total_sale_cnt', total_sale_cnt, vitrineUnitsMax()),
    vitrineBeyond('total_sale_gmv_amt', total_sale_gmv_amt, vitrineAmountMax()),
    vitrineBeyond('total_ifl_cnt', total_ifl_cnt, vitrineCountMax()),
    vitrineBeyond('total_video_cnt', total_video_cnt, vitrineCountMax()),
    vitrineBeyond('total_live_cnt', total_live_cnt, vitrineCountMax()),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()));
ALTER TABLE landing_product ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_shop ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineBeyond('rating', rating, 5),
    vitrineBeyond('total_sale_cnt', total_sale_cnt, vitrineCountMax()));
ALTER TABLE landing_shop ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_creator ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineBeyond('total_followers_cnt', total_followers_cnt, vitrineCountMax()),
    vitrineBeyond('total_following_cnt', total_following_cnt, vitrineCountMax()),
    vitrineBeyond('total_digg_cnt', total_digg_cnt, vitrineCountMax()),
    vitrineBeyond('total_post_video_cnt', total_post_video_cnt, vitrineCountMax()),
    vitrineBeyond('total_live_cnt', total_live_cnt, vitrineCountMax()),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()),
    vitrineBeyond('total_live_views_cnt', total_live_views_cnt, vitrineCountMax()));
ALTER TABLE landing_creator ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_video ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineOutOfTime('create_time', create_time),
    vitrineBeyond('duration', duration, vitrineCountMax()),
    vitrineBeyond('width', width, vitrineCountMax()),
    vitrineBeyond('height', height, vitrineCountMax()),
    vitrineBeyond('data_size', data_size, vitrineCountMax()),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()),
    vitrineBeyond('total_digg_cnt', total_digg_cnt, vitrineCountMax()),
    vitrineBeyond('total_comments_cnt', total_comments_cnt, vitrineCountMax()),
    vitrineBeyond('total_favorites_cnt', total_favorites_cnt, vitrineCountMax()),
    vitrineBeyond('total_shares_cnt', total_shares_cnt, vitrineCountMax()),
    arrayStringConcat(arrayMap(link -> concat(
        vitrineBeyond('total_video_sale_cnt', link.2, vitrineUnitsMax()),
        vitrineBeyond('total_video_sale_gmv_amt', link.3, vitrineAmountMax())), products)));
ALTER TABLE landing_video ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_live ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
    vitrineOutOfTime('observed_at', toInt64(observed_at)),
    vitrineOutOfTime('start_time', start_time),
    vitrineOutOfTime('end_time', end_time),
    vitrineBeyond('total_views_cnt', total_views_cnt, vitrineCountMax()),
    vitrineBeyond('max_views_cnt', max_views_cnt, vitrineCountMax()),
    arrayStringConcat(arrayMap(link -> concat(
        vitrineBeyond('total_live_sale_cnt', link.2, vitrineUnitsMax()),
        vitrineBeyond('total_live_sale_gmv_amt', link.3, vitrineAmountMax())), products)));
ALTER TABLE landing_live ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_fx ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED if(per_usd > 0, vitrineBeyond('per_usd', per_usd, 1000000000), concat('per_usd is ', toString(per_usd), '; '));
ALTER TABLE landing_fx ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;
