-- Current values: folds the new observations of each entity into what was known. The same rows again change nothing.
-- Most records carry counts and prices only, so those are folded apart from the details.

INSERT INTO {state:Identifier}.product_attribute
    (product_id, first_seen, first_units, first_gmv, first_price, region, currency_least, currency_most,
    total_sale_cnt, total_sale_gmv_amt, min_price, max_price, price_cents)
SELECT
    product_id,
    min(observed_at),
    min(vitrineFirstStamp(observed_at, total_sale_cnt)),
    min(vitrineFirstStamp(observed_at, vitrineCents(total_sale_gmv_amt))),
    min(vitrineFirstStamp(observed_at, price_cents)),
    max(vitrineStamp(observed_at, vitrineCode(region))),
    min(vitrineCode(currency)),
    max(vitrineCode(currency)),
    max(vitrineStamp(observed_at, total_sale_cnt)),
    max(vitrineStamp(observed_at, vitrineCents(total_sale_gmv_amt))),
    max(vitrineStamp(observed_at, vitrineCents(min_price))),
    max(vitrineStamp(observed_at, vitrineCents(max_price))),
    max(vitrineStamp(observed_at, price_cents))
FROM landing_product
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY product_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.product_attribute
    (product_id, first_seen, seller_id, category_id, category_l2_id, category_l3_id, product_commission_rate,
    product_rating, review_count, free_shipping, is_s_shop, off_mark, total_ifl_cnt, total_video_cnt, total_live_cnt,
    total_views_cnt, product_name, cover_url, desc_detail, discount, skus, sale_props)
SELECT
    product_id,
    min(observed_at),
    max(vitrineStamp(observed_at, seller_id)),
    max(vitrineStamp(observed_at, category_id)),
    max(vitrineStamp(observed_at, category_l2_id)),
    max(vitrineStamp(observed_at, category_l3_id)),
    max(vitrineStamp(observed_at, toInt64(toDecimal128(product_commission_rate, 4) * 10000))),
    max(vitrineStamp(observed_at, toInt64(toDecimal128(product_rating, 4) * 10000))),
    max(vitrineStamp(observed_at, review_count)),
    max(vitrineStamp(observed_at, free_shipping)),
    max(vitrineStamp(observed_at, is_s_shop)),
    max(vitrineStamp(observed_at, off_mark)),
    max(vitrineStamp(observed_at, total_ifl_cnt)),
    max(vitrineStamp(observed_at, total_video_cnt)),
    max(vitrineStamp(observed_at, total_live_cnt)),
    max(vitrineStamp(observed_at, total_views_cnt)),
    max(vitrineTextStamp(observed_at, product_name)),
    max(vitrineTextStamp(observed_at, cover_url)),
    max(vitrineTextStamp(observed_at, desc_detail)),
    max(vitrineTextStamp(observed_at, discount)),
    max(vitrineTextStamp(observed_at, skus)),
    max(vitrineTextStamp(observed_at, sale_props))
FROM landing_product
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY product_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.creator_attribute
    (user_id, region, total_followers_cnt, total_following_cnt, total_digg_cnt, total_post_video_cnt, total_live_cnt,
    total_views_cnt, total_live_views_cnt, unique_id, nick_name, avatar, category)
SELECT
    user_id,
    max(vitrineStamp(observed_at, vitrineCode(region))),
    max(vitrineStamp(observed_at, total_followers_cnt)),
    max(vitrineStamp(observed_at, total_following_cnt)),
    max(vitrineStamp(observed_at, total_digg_cnt)),
    max(vitrineStamp(observed_at, total_post_video_cnt)),
    max(vitrineStamp(observed_at, total_live_cnt)),
    max(vitrineStamp(observed_at, total_views_cnt)),
    max(vitrineStamp(observed_at, total_live_views_cnt)),
    max(vitrineTextStamp(observed_at, unique_id)),
    max(vitrineTextStamp(observed_at, nick_name)),
    max(vitrineTextStamp(observed_at, avatar)),
    max(vitrineTextStamp(observed_at, category))
FROM landing_creator
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY user_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.source_attribute
    (kind, source_id, first_seen, user_id, region, total_views_cnt, total_digg_cnt, total_comments_cnt,
    total_favorites_cnt, total_shares_cnt)
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
    (kind, source_id, first_seen, made_at, duration, width, height, data_size, video_desc, hash_tag, ratio, play_addr,
    reflow_cover)
SELECT
    1,
    video_id,
    min(observed_at),
    max(vitrineStamp(observed_at, create_time)),
    max(vitrineStamp(observed_at, duration)),
    max(vitrineStamp(observed_at, width)),
    max(vitrineStamp(observed_at, height)),
    max(vitrineStamp(observed_at, data_size)),
    max(vitrineTextStamp(observed_at, video_desc)),
    max(vitrineTextStamp(observed_at, hash_tag)),
    max(vitrineTextStamp(observed_at, ratio)),
    max(vitrineTextStamp(observed_at, play_addr)),
    max(vitrineTextStamp(observed_at, reflow_cover))
FROM landing_video
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY video_id
SETTINGS optimize_on_insert = 0;

INSERT INTO {state:Identifier}.source_attribute
    (kind, source_id, first_seen, user_id, region, total_views_cnt, made_at)
SELECT
    2,
    live_id,
    min(observed_at),
    max(vitrineStamp(observed_at, user_id)),
    max(vitrineStamp(observed_at, vitrineCode(region))),
    max(vitrineStamp(observed_at, total_views_cnt)),
    max(vitrineStamp(observed_at, start_time))
FROM landing_live
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY live_id
SETTINGS optimize_on_insert = 0;
