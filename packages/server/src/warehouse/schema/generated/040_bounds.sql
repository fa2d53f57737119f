-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

ALTER TABLE landing_product
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineBeyond('product_commission_rate', product_commission_rate, 1),
        vitrineBeyond('product_rating', product_rating, 5),
        vitrineBeyond('review_count', review_count, 900000000000),
        vitrineBeyond('off_mark', off_mark, 900000000000),
        vitrineBeyond('from_flag', from_flag, 2),
        vitrineBeyond('shop_type', shop_type, 255),
        vitrineBeyond('total_ifl_cnt', total_ifl_cnt, 900000000000),
        vitrineBeyond('total_video_cnt', total_video_cnt, 900000000000),
        vitrineBeyond('total_live_cnt', total_live_cnt, 900000000000),
        vitrineBeyond('total_views_cnt', total_views_cnt, 900000000000),
        vitrineBeyond('min_price', min_price, 1000000000000),
        vitrineBeyond('max_price', max_price, 1000000000000),
        vitrineBeyond('spu_avg_price', spu_avg_price, 1000000000000),
        vitrineBeyond('total_sale_cnt', total_sale_cnt, 1000000000),
        vitrineBeyond('total_sale_gmv_amt', total_sale_gmv_amt, 10000000000000),
        vitrineBeyond('rounded_to', rounded_to, 900000000000),
        vitrineBeyond('price_cents', price_cents, 100000000000000))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_shop
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineBeyond('from_flag', from_flag, 2),
        vitrineBeyond('rating', rating, 5),
        vitrineBeyond('total_sale_cnt', total_sale_cnt, 900000000000))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_creator
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineBeyond('total_followers_cnt', total_followers_cnt, 900000000000),
        vitrineBeyond('total_following_cnt', total_following_cnt, 900000000000),
        vitrineBeyond('total_digg_cnt', total_digg_cnt, 900000000000),
        vitrineBeyond('total_post_video_cnt', total_post_video_cnt, 900000000000),
        vitrineBeyond('total_live_cnt', total_live_cnt, 900000000000),
        vitrineBeyond('total_views_cnt', total_views_cnt, 900000000000),
        vitrineBeyond('total_live_views_cnt', total_live_views_cnt, 900000000000),
        vitrineBeyond('total_comments_cnt', total_comments_cnt, 900000000000),
        vitrineBeyond('total_shares_cnt', total_shares_cnt, 900000000000))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_video
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineBeyond('total_views_cnt', total_views_cnt, 900000000000),
        vitrineBeyond('total_digg_cnt', total_digg_cnt, 900000000000),
        vitrineBeyond('total_comments_cnt', total_comments_cnt, 900000000000),
        vitrineBeyond('total_favorites_cnt', total_favorites_cnt, 900000000000),
        vitrineBeyond('total_shares_cnt', total_shares_cnt, 900000000000),
        vitrineOutOfTime('create_time', create_time),
        vitrineBeyond('duration', duration, 900000000000),
        vitrineBeyond('width', width, 900000000000),
        vitrineBeyond('height', height, 900000000000),
        vitrineBeyond('data_size', data_size, 900000000000),
        arrayStringConcat(arrayMap(link -> concat(vitrineBeyond('total_video_sale_cnt', link.2, 1000000000), vitrineBeyond('total_video_sale_gmv_amt', link.3, 10000000000000)), products)),
        vitrineBeyond('rounded_to', rounded_to, 900000000000))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_live
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineOutOfTime('start_time', start_time),
        vitrineOutOfTime('end_time', end_time),
        vitrineBeyond('total_views_cnt', total_views_cnt, 900000000000),
        vitrineBeyond('max_views_cnt', max_views_cnt, 900000000000),
        vitrineBeyond('total_joins_cnt', total_joins_cnt, 900000000000),
        vitrineBeyond('total_digg_cnt', total_digg_cnt, 900000000000),
        vitrineBeyond('total_comments_cnt', total_comments_cnt, 900000000000),
        arrayStringConcat(arrayMap(link -> concat(vitrineBeyond('total_live_sale_cnt', link.2, 1000000000), vitrineBeyond('total_live_sale_gmv_amt', link.3, 10000000000000)), products)),
        vitrineBeyond('rounded_to', rounded_to, 900000000000))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_sale
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineBeyond('units', units, 1000000000),
        if(last_day BETWEEN first_day AND first_day + 365, '', concat('last_day is ', toString(last_day), '; ')),
        vitrineBeyond('gmv', gmv, 10000000000000))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_review
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineBeyond('rating', rating, 5),
        vitrineOutOfTime('review_timestamp', intDiv(review_timestamp, 1000)))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_category
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED concat(
        vitrineOutOfTime('observed_at', toInt64(observed_at)),
        vitrineBeyond('category_level', category_level, 3))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;

ALTER TABLE landing_fx
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED if(per_usd > 0, vitrineBeyond('per_usd', per_usd, 1000000000), concat('per_usd is ', toString(per_usd), '; '))
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;
