-- Current values: folds the new observations of each entity into what was known. The same rows again change nothing.
-- Most records carry counts and prices only, so those are folded apart from the rest.

INSERT INTO {state:Identifier}.product_attribute
    (product_id, first_seen, first_units_day, first_gmv_day, first_units, first_gmv, first_price, region, currency,
    min_price, max_price, total_sale_cnt, total_sale_gmv_amt, price_cents)
SELECT
    product_id,
    min(observed_at),
    minIf(toNullable(toDate(observed_at)), isNotNull(total_sale_cnt)),
    minIf(toNullable(toDate(observed_at)), isNotNull(total_sale_gmv_amt)),
    argMinState(total_sale_cnt, (toDate(observed_at), -toUnixTimestamp64Milli(observed_at), -total_sale_cnt)),
    argMinState(total_sale_gmv_amt, (toDate(observed_at), -toUnixTimestamp64Milli(observed_at), -total_sale_gmv_amt)),
    argMinState(price_cents, (toDate(observed_at), -toUnixTimestamp64Milli(observed_at), -price_cents)),
    argMaxState(CAST(region, 'Nullable(String)'), (observed_at, CAST(region, 'Nullable(String)'))),
    argMaxState(CAST(currency, 'Nullable(String)'), (observed_at, CAST(currency, 'Nullable(String)'))),
    argMaxState(min_price, (observed_at, min_price)),
    argMaxState(max_price, (observed_at, max_price)),
    argMaxState(total_sale_cnt, (observed_at, total_sale_cnt)),
    argMaxState(total_sale_gmv_amt, (observed_at, total_sale_gmv_amt)),
    argMaxState(price_cents, (observed_at, price_cents))
FROM landing_product
WHERE (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY product_id
SETTINGS optimize_aggregation_in_order = 1;

INSERT INTO {state:Identifier}.product_attribute
    (product_id, first_seen, seller_id, product_name, category_id, category_l2_id, category_l3_id, cover_url,
    desc_detail, discount, skus, sale_props, product_commission_rate, product_rating, review_count, free_shipping,
    is_s_shop, off_mark, total_ifl_cnt, total_video_cnt, total_live_cnt, total_views_cnt)
SELECT
    product_id,
    min(observed_at),
    argMaxState(seller_id, (observed_at, seller_id)),
    argMaxState(product_name, (observed_at, product_name)),
    argMaxState(category_id, (observed_at, category_id)),
    argMaxState(category_l2_id, (observed_at, category_l2_id)),
    argMaxState(category_l3_id, (observed_at, category_l3_id)),
    argMaxState(cover_url, (observed_at, cover_url)),
    argMaxState(desc_detail, (observed_at, desc_detail)),
    argMaxState(discount, (observed_at, discount)),
    argMaxState(skus, (observed_at, skus)),
    argMaxState(sale_props, (observed_at, sale_props)),
    argMaxState(product_commission_rate, (observed_at, product_commission_rate)),
    argMaxState(product_rating, (observed_at, product_rating)),
    argMaxState(review_count, (observed_at, review_count)),
    argMaxState(free_shipping, (observed_at, free_shipping)),
    argMaxState(is_s_shop, (observed_at, is_s_shop)),
    argMaxState(off_mark, (observed_at, off_mark)),
    argMaxState(total_ifl_cnt, (observed_at, total_ifl_cnt)),
    argMaxState(total_video_cnt, (observed_at, total_video_cnt)),
    argMaxState(total_live_cnt, (observed_at, total_live_cnt)),
    argMaxState(total_views_cnt, (observed_at, total_views_cnt))
FROM landing_product
WHERE (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY product_id
SETTINGS optimize_aggregation_in_order = 1;

INSERT INTO {state:Identifier}.creator_attribute
    (user_id, unique_id, nick_name, avatar, region, category, total_followers_cnt, total_following_cnt, total_digg_cnt,
    total_post_video_cnt, total_live_cnt, total_views_cnt, total_live_views_cnt)
SELECT
    user_id,
    argMaxState(unique_id, (observed_at, unique_id)),
    argMaxState(nick_name, (observed_at, nick_name)),
    argMaxState(avatar, (observed_at, avatar)),
    argMaxState(CAST(region, 'Nullable(String)'), (observed_at, CAST(region, 'Nullable(String)'))),
    argMaxState(category, (observed_at, category)),
    argMaxState(total_followers_cnt, (observed_at, total_followers_cnt)),
    argMaxState(total_following_cnt, (observed_at, total_following_cnt)),
    argMaxState(total_digg_cnt, (observed_at, total_digg_cnt)),
    argMaxState(total_post_video_cnt, (observed_at, total_post_video_cnt)),
    argMaxState(total_live_cnt, (observed_at, total_live_cnt)),
    argMaxState(total_views_cnt, (observed_at, total_views_cnt)),
    argMaxState(total_live_views_cnt, (observed_at, total_live_views_cnt))
FROM landing_creator
WHERE (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY user_id
SETTINGS optimize_aggregation_in_order = 1;

INSERT INTO {state:Identifier}.source_attribute
    (kind, source_id, first_seen, user_id, region, total_views_cnt, total_digg_cnt, total_comments_cnt,
    total_favorites_cnt, total_shares_cnt)
SELECT
    1,
    video_id,
    min(observed_at),
    argMaxState(toNullable(user_id), (observed_at, toNullable(user_id))),
    argMaxState(CAST(region, 'Nullable(String)'), (observed_at, CAST(region, 'Nullable(String)'))),
    argMaxState(total_views_cnt, (observed_at, total_views_cnt)),
    argMaxState(total_digg_cnt, (observed_at, total_digg_cnt)),
    argMaxState(total_comments_cnt, (observed_at, total_comments_cnt)),
    argMaxState(total_favorites_cnt, (observed_at, total_favorites_cnt)),
    argMaxState(total_shares_cnt, (observed_at, total_shares_cnt))
FROM landing_video
WHERE (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY video_id
SETTINGS optimize_aggregation_in_order = 1;

INSERT INTO {state:Identifier}.source_attribute
    (kind, source_id, first_seen, made_at, duration, video_desc, hash_tag, width, height, ratio, data_size, play_addr,
    reflow_cover)
SELECT
    1,
    video_id,
    min(observed_at),
    argMaxState(create_time, (observed_at, create_time)),
    argMaxState(duration, (observed_at, duration)),
    argMaxState(video_desc, (observed_at, video_desc)),
    argMaxState(hash_tag, (observed_at, hash_tag)),
    argMaxState(width, (observed_at, width)),
    argMaxState(height, (observed_at, height)),
    argMaxState(ratio, (observed_at, ratio)),
    argMaxState(data_size, (observed_at, data_size)),
    argMaxState(play_addr, (observed_at, play_addr)),
    argMaxState(reflow_cover, (observed_at, reflow_cover))
FROM landing_video
WHERE (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY video_id
SETTINGS optimize_aggregation_in_order = 1;

INSERT INTO {state:Identifier}.source_attribute
    (kind, source_id, first_seen, user_id, region, made_at, total_views_cnt)
SELECT
    2,
    live_id,
    min(observed_at),
    argMaxState(toNullable(user_id), (observed_at, toNullable(user_id))),
    argMaxState(CAST(region, 'Nullable(String)'), (observed_at, CAST(region, 'Nullable(String)'))),
    argMaxState(start_time, (observed_at, start_time)),
    argMaxState(total_views_cnt, (observed_at, total_views_cnt))
FROM landing_live
WHERE (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY live_id
SETTINGS optimize_aggregation_in_order = 1;
