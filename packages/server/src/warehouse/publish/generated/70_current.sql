-- Made from ingest/kinds/ by scripts/generate-observations.ts ("npm run generate"): edits are lost.

INSERT INTO {state:Identifier}.creator_current
(
    user_id, first_seen, unique_id, nick_name, avatar, region, category, total_followers_cnt, total_following_cnt,
    total_digg_cnt, total_post_video_cnt, total_live_cnt, total_views_cnt, total_live_views_cnt,
    total_comments_cnt, total_shares_cnt, language, gender, signature, contact_email, show_case_flag
)
SELECT
    user_id,
    min(creator_attribute.first_seen) AS first_seen,
    vitrineStampedText(max(creator_attribute.unique_id)) AS unique_id,
    vitrineStampedText(max(creator_attribute.nick_name)) AS nick_name,
    vitrineStampedText(max(creator_attribute.avatar)) AS avatar,
    vitrineLetters(vitrineStamped(max(creator_attribute.region))) AS region,
    vitrineStampedText(max(creator_attribute.category)) AS category,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_followers_cnt)), 0)) AS total_followers_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_following_cnt)), 0)) AS total_following_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_digg_cnt)), 0)) AS total_digg_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_post_video_cnt)), 0)) AS total_post_video_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_live_cnt)), 0)) AS total_live_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_views_cnt)), 0)) AS total_views_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_live_views_cnt)), 0)) AS total_live_views_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_comments_cnt)), 0)) AS total_comments_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_shares_cnt)), 0)) AS total_shares_cnt,
    vitrineStampedText(max(creator_attribute.language)) AS language,
    vitrineStampedText(max(creator_attribute.gender)) AS gender,
    vitrineStampedText(max(creator_attribute.signature)) AS signature,
    vitrineStampedText(max(creator_attribute.contact_email)) AS contact_email,
    toUInt8(ifNull(vitrineStamped(max(creator_attribute.show_case_flag)), 0)) AS show_case_flag
FROM {state:Identifier}.creator_attribute
WHERE user_id NOT IN (SELECT own_id FROM {state:Identifier}.identity_current WHERE kind = 1) AND user_id NOT IN (SELECT id FROM {state:Identifier}.identity_current WHERE kind = 1)
GROUP BY user_id
SETTINGS optimize_aggregation_in_order = 1;

-- where any: {state:Identifier}.identity_current WHERE kind = 1
INSERT INTO {state:Identifier}.creator_current
(
    user_id, first_seen, unique_id, nick_name, avatar, region, category, total_followers_cnt, total_following_cnt,
    total_digg_cnt, total_post_video_cnt, total_live_cnt, total_views_cnt, total_live_views_cnt,
    total_comments_cnt, total_shares_cnt, language, gender, signature, contact_email, show_case_flag
)
SELECT
    user_id,
    min(creator_attribute.first_seen) AS first_seen,
    vitrineStampedText(max(creator_attribute.unique_id)) AS unique_id,
    vitrineStampedText(max(creator_attribute.nick_name)) AS nick_name,
    vitrineStampedText(max(creator_attribute.avatar)) AS avatar,
    vitrineLetters(vitrineStamped(max(creator_attribute.region))) AS region,
    vitrineStampedText(max(creator_attribute.category)) AS category,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_followers_cnt)), 0)) AS total_followers_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_following_cnt)), 0)) AS total_following_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_digg_cnt)), 0)) AS total_digg_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_post_video_cnt)), 0)) AS total_post_video_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_live_cnt)), 0)) AS total_live_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_views_cnt)), 0)) AS total_views_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_live_views_cnt)), 0)) AS total_live_views_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_comments_cnt)), 0)) AS total_comments_cnt,
    toInt64(ifNull(vitrineStamped(max(creator_attribute.total_shares_cnt)), 0)) AS total_shares_cnt,
    vitrineStampedText(max(creator_attribute.language)) AS language,
    vitrineStampedText(max(creator_attribute.gender)) AS gender,
    vitrineStampedText(max(creator_attribute.signature)) AS signature,
    vitrineStampedText(max(creator_attribute.contact_email)) AS contact_email,
    toUInt8(ifNull(vitrineStamped(max(creator_attribute.show_case_flag)), 0)) AS show_case_flag
FROM (
    SELECT became.id AS user_id, seen.* EXCEPT (user_id)
    FROM {state:Identifier}.creator_attribute AS seen
    INNER JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1 UNION ALL SELECT DISTINCT id, id FROM {state:Identifier}.identity_current WHERE kind = 1) AS became ON became.own_id = seen.user_id
) AS creator_attribute
GROUP BY user_id
SETTINGS optimize_aggregation_in_order = 1;

INSERT INTO {state:Identifier}.shop_current
(
    seller_id, region, shop_name, avatar, is_s_shop, from_flag, rating, total_sale_cnt, user_id
)
SELECT
    seller_id,
    vitrineLetters(vitrineStamped(max(shop_attribute.region))) AS region,
    vitrineStampedText(max(shop_attribute.shop_name)) AS shop_name,
    vitrineStampedText(max(shop_attribute.avatar)) AS avatar,
    toUInt8(ifNull(vitrineStamped(max(shop_attribute.is_s_shop)), 0)) AS is_s_shop,
    toUInt8(ifNull(vitrineStamped(max(shop_attribute.from_flag)), 0)) AS from_flag,
    toDecimal64(toInt64(ifNull(vitrineStamped(max(shop_attribute.rating)), 0)), 4) / 10000 AS rating,
    toInt64(ifNull(vitrineStamped(max(shop_attribute.total_sale_cnt)), 0)) AS total_sale_cnt,
    ifNull(vitrineStamped(max(shop_attribute.user_id)), 0) AS user_id
FROM {state:Identifier}.shop_attribute
WHERE seller_id NOT IN (SELECT own_id FROM {state:Identifier}.identity_current WHERE kind = 2) AND seller_id NOT IN (SELECT id FROM {state:Identifier}.identity_current WHERE kind = 2)
GROUP BY seller_id
SETTINGS optimize_aggregation_in_order = 1;

-- where any: {state:Identifier}.identity_current WHERE kind = 2
INSERT INTO {state:Identifier}.shop_current
(
    seller_id, region, shop_name, avatar, is_s_shop, from_flag, rating, total_sale_cnt, user_id
)
SELECT
    seller_id,
    vitrineLetters(vitrineStamped(max(shop_attribute.region))) AS region,
    vitrineStampedText(max(shop_attribute.shop_name)) AS shop_name,
    vitrineStampedText(max(shop_attribute.avatar)) AS avatar,
    toUInt8(ifNull(vitrineStamped(max(shop_attribute.is_s_shop)), 0)) AS is_s_shop,
    toUInt8(ifNull(vitrineStamped(max(shop_attribute.from_flag)), 0)) AS from_flag,
    toDecimal64(toInt64(ifNull(vitrineStamped(max(shop_attribute.rating)), 0)), 4) / 10000 AS rating,
    toInt64(ifNull(vitrineStamped(max(shop_attribute.total_sale_cnt)), 0)) AS total_sale_cnt,
    ifNull(vitrineStamped(max(shop_attribute.user_id)), 0) AS user_id
FROM (
    SELECT became.id AS seller_id, seen.* EXCEPT (seller_id)
    FROM {state:Identifier}.shop_attribute AS seen
    INNER JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 2 UNION ALL SELECT DISTINCT id, id FROM {state:Identifier}.identity_current WHERE kind = 2) AS became ON became.own_id = seen.seller_id
) AS shop_attribute
GROUP BY seller_id
SETTINGS optimize_aggregation_in_order = 1;

-- where any: {state:Identifier}.source_attribute WHERE kind = 1
INSERT INTO {state:Identifier}.video_current
(
    video_id, first_seen, user_id, region, total_views_cnt, total_digg_cnt, total_comments_cnt,
    total_favorites_cnt, total_shares_cnt, made_at, duration, video_desc, hash_tag, width, height, ratio,
    data_size, play_addr, reflow_cover, is_ad, created_by_ai
)
SELECT
    seen.video_id,
    seen.first_seen,
    if(became.id = 0, seen.user_id, became.id),
    seen.region,
    seen.total_views_cnt,
    seen.total_digg_cnt,
    seen.total_comments_cnt,
    seen.total_favorites_cnt,
    seen.total_shares_cnt,
    seen.made_at,
    seen.duration,
    seen.video_desc,
    seen.hash_tag,
    seen.width,
    seen.height,
    seen.ratio,
    seen.data_size,
    seen.play_addr,
    seen.reflow_cover,
    seen.is_ad,
    seen.created_by_ai
FROM
(
    SELECT
        source_id AS video_id,
        min(source_attribute.first_seen) AS first_seen,
        ifNull(vitrineStamped(max(source_attribute.user_id)), 0) AS user_id,
        vitrineLetters(vitrineStamped(max(source_attribute.region))) AS region,
        if(max(source_attribute.total_views_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_views_cnt)), 0))) AS total_views_cnt,
        if(max(source_attribute.total_digg_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_digg_cnt)), 0))) AS total_digg_cnt,
        if(max(source_attribute.total_comments_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_comments_cnt)), 0))) AS total_comments_cnt,
        if(max(source_attribute.total_favorites_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_favorites_cnt)), 0))) AS total_favorites_cnt,
        if(max(source_attribute.total_shares_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_shares_cnt)), 0))) AS total_shares_cnt,
        if(max(source_attribute.made_at) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.made_at)), 0))) AS made_at,
        if(max(source_attribute.duration) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.duration)), 0))) AS duration,
        vitrineStampedText(max(source_attribute.video_desc)) AS video_desc,
        vitrineStampedText(max(source_attribute.hash_tag)) AS hash_tag,
        if(max(source_attribute.width) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.width)), 0))) AS width,
        if(max(source_attribute.height) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.height)), 0))) AS height,
        vitrineStampedText(max(source_attribute.ratio)) AS ratio,
        if(max(source_attribute.data_size) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.data_size)), 0))) AS data_size,
        vitrineStampedText(max(source_attribute.play_addr)) AS play_addr,
        vitrineStampedText(max(source_attribute.reflow_cover)) AS reflow_cover,
        if(max(source_attribute.is_ad) = 0, NULL, toUInt8(ifNull(vitrineStamped(max(source_attribute.is_ad)), 0))) AS is_ad,
        if(max(source_attribute.created_by_ai) = 0, NULL, toUInt8(ifNull(vitrineStamped(max(source_attribute.created_by_ai)), 0))) AS created_by_ai
    FROM {state:Identifier}.source_attribute
    WHERE kind = 1
    GROUP BY kind, source_id
) AS seen
LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1) AS became ON became.own_id = seen.user_id
SETTINGS optimize_aggregation_in_order = 1;

-- where any: {state:Identifier}.source_attribute WHERE kind = 2
INSERT INTO {state:Identifier}.live_current
(
    live_id, first_seen, user_id, region, title, cover_url, made_at, end_time, total_views_cnt, max_views_cnt,
    total_joins_cnt, total_digg_cnt, total_comments_cnt
)
SELECT
    seen.live_id,
    seen.first_seen,
    if(became.id = 0, seen.user_id, became.id),
    seen.region,
    seen.title,
    seen.cover_url,
    seen.made_at,
    seen.end_time,
    seen.total_views_cnt,
    seen.max_views_cnt,
    seen.total_joins_cnt,
    seen.total_digg_cnt,
    seen.total_comments_cnt
FROM
(
    SELECT
        source_id AS live_id,
        min(source_attribute.first_seen) AS first_seen,
        ifNull(vitrineStamped(max(source_attribute.user_id)), 0) AS user_id,
        vitrineLetters(vitrineStamped(max(source_attribute.region))) AS region,
        vitrineStampedText(max(source_attribute.title)) AS title,
        vitrineStampedText(max(source_attribute.cover_url)) AS cover_url,
        if(max(source_attribute.made_at) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.made_at)), 0))) AS made_at,
        if(max(source_attribute.end_time) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.end_time)), 0))) AS end_time,
        if(max(source_attribute.total_views_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_views_cnt)), 0))) AS total_views_cnt,
        if(max(source_attribute.max_views_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.max_views_cnt)), 0))) AS max_views_cnt,
        if(max(source_attribute.total_joins_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_joins_cnt)), 0))) AS total_joins_cnt,
        if(max(source_attribute.total_digg_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_digg_cnt)), 0))) AS total_digg_cnt,
        if(max(source_attribute.total_comments_cnt) = 0, NULL, toInt64(ifNull(vitrineStamped(max(source_attribute.total_comments_cnt)), 0))) AS total_comments_cnt
    FROM {state:Identifier}.source_attribute
    WHERE kind = 2
    GROUP BY kind, source_id
) AS seen
LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1) AS became ON became.own_id = seen.user_id
SETTINGS optimize_aggregation_in_order = 1;

-- where any: {state:Identifier}.review_attribute
INSERT INTO {state:Identifier}.review_current
(
    review_id, product_id, rating, display_text, review_timestamp, sku_id, sku_specification
)
SELECT
    review_id,
    ifNull(vitrineStamped(max(review_attribute.product_id)), 0) AS product_id,
    toUInt8(ifNull(vitrineStamped(max(review_attribute.rating)), 0)) AS rating,
    vitrineStampedText(max(review_attribute.display_text)) AS display_text,
    toInt64(ifNull(vitrineStamped(max(review_attribute.review_timestamp)), 0)) AS review_timestamp,
    ifNull(vitrineStamped(max(review_attribute.sku_id)), 0) AS sku_id,
    vitrineStampedText(max(review_attribute.sku_specification)) AS sku_specification
FROM {state:Identifier}.review_attribute
GROUP BY review_id
SETTINGS optimize_aggregation_in_order = 1;

-- where any: {state:Identifier}.category_attribute
INSERT INTO {state:Identifier}.category_current
(
    category_id, language, category_level, category_name, parent_id
)
SELECT
    category_id,
    language,
    toUInt8(ifNull(vitrineStamped(max(category_attribute.category_level)), 0)) AS category_level,
    vitrineStampedText(max(category_attribute.category_name)) AS category_name,
    ifNull(vitrineStamped(max(category_attribute.parent_id)), 0) AS parent_id
FROM {state:Identifier}.category_attribute
GROUP BY category_id, language
SETTINGS optimize_aggregation_in_order = 1;
