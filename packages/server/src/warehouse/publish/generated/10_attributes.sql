-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

-- where any: landing_product
INSERT INTO {state:Identifier}.product_detail
(
    product_id, seller_id, product_name, category_id, category_l2_id, category_l3_id, cover_url, desc_detail,
    discount, skus, sale_props, product_commission_rate, product_rating, review_count, free_shipping, is_s_shop,
    off_mark, from_flag, is_hot, shop_type, specification, ifl_seen, video_seen, live_seen, views_seen
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
    max(vitrineStamp(observed_at, is_hot)),
    max(vitrineStamp(observed_at, shop_type)),
    max(vitrineTextStamp(observed_at, specification)),
    max(vitrineStamp(observed_at, total_ifl_cnt)),
    max(vitrineStamp(observed_at, total_video_cnt)),
    max(vitrineStamp(observed_at, total_live_cnt)),
    max(vitrineStamp(observed_at, total_views_cnt))
FROM landing_product
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY product_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_creator
INSERT INTO {state:Identifier}.creator_attribute
(
    user_id, first_seen, unique_id, nick_name, avatar, region, category, total_followers_cnt, total_following_cnt,
    total_digg_cnt, total_post_video_cnt, total_live_cnt, total_views_cnt, total_live_views_cnt,
    total_comments_cnt, total_shares_cnt
)
SELECT
    user_id,
    min(observed_at),
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
    max(vitrineStamp(observed_at, total_live_views_cnt)),
    max(vitrineStamp(observed_at, total_comments_cnt)),
    max(vitrineStamp(observed_at, total_shares_cnt))
FROM landing_creator
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY user_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_creator
INSERT INTO {state:Identifier}.creator_attribute
(
    user_id, first_seen, language, gender, signature, contact_email, show_case_flag
)
SELECT
    user_id,
    min(observed_at),
    max(vitrineTextStamp(observed_at, language)),
    max(vitrineTextStamp(observed_at, gender)),
    max(vitrineTextStamp(observed_at, signature)),
    max(vitrineTextStamp(observed_at, contact_email)),
    max(vitrineStamp(observed_at, show_case_flag))
FROM landing_creator
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY user_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_shop
INSERT INTO {state:Identifier}.shop_attribute
(
    seller_id, region, shop_name, avatar, is_s_shop, from_flag, rating, total_sale_cnt, user_id
)
SELECT
    seller_id,
    max(vitrineStamp(observed_at, vitrineCode(region))),
    max(vitrineTextStamp(observed_at, shop_name)),
    max(vitrineTextStamp(observed_at, avatar)),
    max(vitrineStamp(observed_at, is_s_shop)),
    max(vitrineStamp(observed_at, from_flag)),
    max(vitrineStamp(observed_at, toInt64(toDecimal128(rating, 4) * 10000))),
    max(vitrineStamp(observed_at, total_sale_cnt)),
    max(vitrineStamp(observed_at, user_id))
FROM landing_shop
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY seller_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_video
INSERT INTO {state:Identifier}.source_attribute
(
    kind, source_id, first_seen, rounded, user_id, region, total_views_cnt, total_digg_cnt, total_comments_cnt,
    total_favorites_cnt, total_shares_cnt
)
SELECT
    1,
    video_id,
    minOrNullIf(observed_at, grade < 2),
    max(grade = 1),
    max(vitrineStamp(observed_at, user_id)),
    maxIf(vitrineStamp(observed_at, vitrineCode(region)), grade < 2),
    maxIf(vitrineStamp(observed_at, total_views_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, total_digg_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, total_comments_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, total_favorites_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, total_shares_cnt), grade < 2)
FROM landing_video
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY video_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_video
INSERT INTO {state:Identifier}.source_attribute
(
    kind, source_id, first_seen, rounded, made_at, duration, video_desc, hash_tag, width, height, ratio,
    data_size, play_addr, reflow_cover, is_ad, created_by_ai
)
SELECT
    1,
    video_id,
    minOrNullIf(observed_at, grade < 2),
    max(grade = 1),
    max(vitrineStamp(observed_at, create_time)),
    max(vitrineStamp(observed_at, duration)),
    max(vitrineTextStamp(observed_at, video_desc)),
    max(vitrineTextStamp(observed_at, hash_tag)),
    max(vitrineStamp(observed_at, width)),
    max(vitrineStamp(observed_at, height)),
    max(vitrineTextStamp(observed_at, ratio)),
    max(vitrineStamp(observed_at, data_size)),
    max(vitrineTextStamp(observed_at, play_addr)),
    max(vitrineTextStamp(observed_at, reflow_cover)),
    max(vitrineStamp(observed_at, is_ad)),
    max(vitrineStamp(observed_at, created_by_ai))
FROM landing_video
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
  AND has_detail
GROUP BY video_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_live
INSERT INTO {state:Identifier}.source_attribute
(
    kind, source_id, first_seen, rounded, user_id, region, title, cover_url, made_at, end_time, total_views_cnt,
    max_views_cnt, total_joins_cnt, total_digg_cnt, total_comments_cnt
)
SELECT
    2,
    live_id,
    minOrNullIf(observed_at, grade < 2),
    max(grade = 1),
    max(vitrineStamp(observed_at, user_id)),
    maxIf(vitrineStamp(observed_at, vitrineCode(region)), grade < 2),
    maxIf(vitrineTextStamp(observed_at, title), grade < 2),
    maxIf(vitrineTextStamp(observed_at, cover_url), grade < 2),
    maxIf(vitrineStamp(observed_at, start_time), grade < 2),
    maxIf(vitrineStamp(observed_at, end_time), grade < 2),
    maxIf(vitrineStamp(observed_at, total_views_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, max_views_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, total_joins_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, total_digg_cnt), grade < 2),
    maxIf(vitrineStamp(observed_at, total_comments_cnt), grade < 2)
FROM landing_live
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY live_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_review
INSERT INTO {state:Identifier}.review_attribute
(
    review_id, product_id, rating, display_text, review_timestamp, sku_id, sku_specification
)
SELECT
    review_id,
    max(vitrineStamp(observed_at, product_id)),
    max(vitrineStamp(observed_at, rating)),
    max(vitrineTextStamp(observed_at, display_text)),
    max(vitrineStamp(observed_at, review_timestamp)),
    max(vitrineStamp(observed_at, sku_id)),
    max(vitrineTextStamp(observed_at, sku_specification))
FROM landing_review
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}
GROUP BY review_id
SETTINGS optimize_on_insert = 0;

-- where any: landing_category
INSERT INTO {state:Identifier}.category_attribute
(
    category_id, language, category_level, category_name, parent_id
)
SELECT
    category_id,
    language,
    max(vitrineStamp(observed_at, category_level)),
    max(vitrineTextStamp(observed_at, category_name)),
    max(vitrineStamp(observed_at, parent_id))
FROM landing_category
WHERE out_of_bounds = '' AND batch >= {watermark:UInt32}
GROUP BY category_id, language
SETTINGS optimize_on_insert = 0;
