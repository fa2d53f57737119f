-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

INSERT INTO {state:Identifier}.product_detail
(
    product_id, seller_id, product_name, category_id, category_l2_id, category_l3_id, cover_url, desc_detail,
    discount, skus, sale_props, product_commission_rate, product_rating, review_count, free_shipping, is_s_shop,
    off_mark, from_flag, ifl_seen, video_seen, live_seen, views_seen
)
SELECT
    product_id,
    max(vitrineStamp(observed_at, seller_id)),
    max(vitrineTextStamp(observed_at, product_name)),
    max(vitrineStamp(observed_at, category_id)),
    max(vitrineStamp(observed_at, category_l2_id)),
    max(vitrineStamp(observed_at, category_l3_id)),
    max(vitrineTextStamp(observed_at, cover_url)),
    max(vitrineTextStamp(observed_at, desc_detail)),
    max(vitrineTextStamp(observed_at, discount)),
    max(vitrineTextStamp(observed_at, skus)),
    max(vitrineTextStamp(observed_at, sale_props)),
    max(vitrineStamp(observed_at, toInt64(toDecimal128(product_commission_rate, 4) * 10000))),
    max(vitrineStamp(observed_at, toInt64(toDecimal128(product_rating, 4) * 10000))),
    max(vitrineStamp(observed_at, review_count)),
    max(vitrineStamp(observed_at, free_shipping)),
    max(vitrineStamp(observed_at, is_s_shop)),
    max(vitrineStamp(observed_at, off_mark)),
    max(vitrineStamp(observed_at, from_flag)),
    max(vitrineStamp(observed_at, total_ifl_cnt)),
    max(vitrineStamp(observed_at, total_video_cnt)),
    max(vitrineStamp(observed_at, total_live_cnt)),
    max(vitrineStamp(observed_at, total_views_cnt))
FROM landing_product
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY product_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.creator_attribute
(
    user_id, unique_id, nick_name, avatar, region, category, total_followers_cnt, total_following_cnt,
    total_digg_cnt, total_post_video_cnt, total_live_cnt, total_views_cnt, total_live_views_cnt
)
SELECT
    user_id,
    max(vitrineTextStamp(observed_at, unique_id)),
    max(vitrineTextStamp(observed_at, nick_name)),
    max(vitrineTextStamp(observed_at, avatar)),
    max(vitrineStamp(observed_at, vitrineCode(region))),
    max(vitrineTextStamp(observed_at, category)),
    max(vitrineStamp(observed_at, total_followers_cnt)),
    max(vitrineStamp(observed_at, total_following_cnt)),
    max(vitrineStamp(observed_at, total_digg_cnt)),
    max(vitrineStamp(observed_at, total_post_video_cnt)),
    max(vitrineStamp(observed_at, total_live_cnt)),
    max(vitrineStamp(observed_at, total_views_cnt)),
    max(vitrineStamp(observed_at, total_live_views_cnt))
FROM landing_creator
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY user_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.source_attribute
(
    kind, source_id, first_seen, user_id, region, total_views_cnt, total_digg_cnt, total_comments_cnt,
    total_favorites_cnt, total_shares_cnt
)
SELECT
    1,
    video_id,
    min(observed_at),
    max(vitrineStamp(observed_at, user_id)),
    max(vitrineStamp(observed_at, vitrineCode(region))),
    max(vitrineStamp(observed_at, total_views_cnt)),
    max(vitrineStamp(observed_at, total_digg_cnt)),
    max(vitrineStamp(observed_at, total_comments_cnt)),
    max(vitrineStamp(observed_at, total_favorites_cnt)),
    max(vitrineStamp(observed_at, total_shares_cnt))
FROM landing_video
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY video_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.source_attribute
(
    kind, source_id, first_seen, made_at, duration, video_desc, hash_tag, width, height, ratio, data_size,
    play_addr, reflow_cover
)
SELECT
    1,
    video_id,
    min(observed_at),
    max(vitrineStamp(observed_at, create_time)),
    max(vitrineStamp(observed_at, duration)),
    max(vitrineTextStamp(observed_at, video_desc)),
    max(vitrineTextStamp(observed_at, hash_tag)),
    max(vitrineStamp(observed_at, width)),
    max(vitrineStamp(observed_at, height)),
    max(vitrineTextStamp(observed_at, ratio)),
    max(vitrineStamp(observed_at, data_size)),
    max(vitrineTextStamp(observed_at, play_addr)),
    max(vitrineTextStamp(observed_at, reflow_cover))
FROM landing_video
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY video_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.source_attribute
(
    kind, source_id, first_seen, user_id, region, made_at, total_views_cnt
)
SELECT
    2,
    live_id,
    min(observed_at),
    max(vitrineStamp(observed_at, user_id)),
    max(vitrineStamp(observed_at, vitrineCode(region))),
    max(vitrineStamp(observed_at, start_time)),
    max(vitrineStamp(observed_at, total_views_cnt))
FROM landing_live
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY live_id
SETTINGS optimize_on_insert = 0;
