-- Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

-- name: insert
INSERT INTO serving_influencer_list (version, avatar, avg_30d_price, category, contact_email, ec_score, first_crawl_dt, gender, influencer_video_duration_level, influencer_video_publish_hour, influencer_video_publish_week, interaction_rate, language, most_category_product, most_views_video, nick_name, off_mark, per_video_product_views_avg_7d_cnt, region, sales_flag, seller_id, show_case_flag, signature, total_comments_cnt, total_digg_1d_cnt, total_digg_30d_cnt, total_digg_7d_cnt, total_digg_90d_cnt, total_digg_cnt, total_followers_1d_cnt, total_followers_30d_cnt, total_followers_7d_cnt, total_followers_90d_cnt, total_followers_cnt, total_following_cnt, total_live_cnt, total_live_sale_gmv_30d_amt, total_post_video_cnt, total_product_30d_cnt, total_product_cnt, total_sale_cnt, total_sale_gmv_30d_amt, total_sale_gmv_amt, total_shares_cnt, total_video_product_30d_cnt, total_video_sale_30d_cnt, total_video_sale_gmv_30d_amt, total_views_cnt, unique_id, user_id, total_likes_cnt, per_video_product_views_avg_30d_cnt, per_views_avg_30d_cnt, product_category_list, most_category_id, most_category_l2_id, most_category_l3_id, per_views_avg_cnt, per_video_product_views_avg_cnt, total_views_7d_cnt, currency, category_ids, total_sale_cnt_low, total_sale_cnt_high, total_sale_cnt_basis, total_sale_cnt_known_rate)
SELECT
    {version:UInt32},
    ifNull(selected.avatar, '') AS avatar,
    vitrineAmount(ifNull(selected.avg_30d_price, 0)) AS avg_30d_price,
    ifNull(selected.category, '') AS category,
    ifNull(selected.contact_email, '') AS contact_email,
    ifNull(selected.ec_score, 0) AS ec_score,
    ifNull(selected.first_crawl_dt, 0) AS first_crawl_dt,
    ifNull(selected.gender, '') AS gender,
    ifNull(selected.influencer_video_duration_level, '') AS influencer_video_duration_level,
    ifNull(selected.influencer_video_publish_hour, '') AS influencer_video_publish_hour,
    ifNull(selected.influencer_video_publish_week, '') AS influencer_video_publish_week,
    ifNull(selected.interaction_rate, 0) AS interaction_rate,
    ifNull(selected.language, '') AS language,
    ifNull(selected.most_category_product, '') AS most_category_product,
    ifNull(selected.most_views_video, 0) AS most_views_video,
    ifNull(selected.nick_name, '') AS nick_name,
    ifNull(selected.off_mark, 0) AS off_mark,
    vitrineCapped(ifNull(selected.per_video_product_views_avg_7d_cnt, 0)) AS per_video_product_views_avg_7d_cnt,
    ifNull(selected.region, '') AS region,
    ifNull(selected.sales_flag, 0) AS sales_flag,
    ifNull(selected.seller_id, 0) AS seller_id,
    ifNull(selected.show_case_flag, 0) AS show_case_flag,
    ifNull(selected.signature, '') AS signature,
    vitrineCapped(ifNull(selected.total_comments_cnt, 0)) AS total_comments_cnt,
    vitrineCapped(ifNull(selected.total_digg_Nd_cnt[1], 0)) AS total_digg_1d_cnt,
    vitrineCapped(ifNull(selected.total_digg_Nd_cnt[4], 0)) AS total_digg_30d_cnt,
    vitrineCapped(ifNull(selected.total_digg_Nd_cnt[2], 0)) AS total_digg_7d_cnt,
    vitrineCapped(ifNull(selected.total_digg_Nd_cnt[6], 0)) AS total_digg_90d_cnt,
    vitrineCapped(ifNull(selected.total_digg_cnt, 0)) AS total_digg_cnt,
    vitrineCapped(ifNull(selected.total_followers_Nd_cnt[1], 0)) AS total_followers_1d_cnt,
    vitrineCapped(ifNull(selected.total_followers_Nd_cnt[4], 0)) AS total_followers_30d_cnt,
    vitrineCapped(ifNull(selected.total_followers_Nd_cnt[2], 0)) AS total_followers_7d_cnt,
    vitrineCapped(ifNull(selected.total_followers_Nd_cnt[6], 0)) AS total_followers_90d_cnt,
    vitrineCapped(ifNull(selected.total_followers_cnt, 0)) AS total_followers_cnt,
    vitrineCapped(ifNull(selected.total_following_cnt, 0)) AS total_following_cnt,
    vitrineCapped(ifNull(selected.total_live_cnt, 0)) AS total_live_cnt,
    vitrineAmount(ifNull(selected.total_live_sale_gmv_30d_amt, 0)) AS total_live_sale_gmv_30d_amt,
    vitrineCapped(ifNull(selected.total_post_video_cnt, 0)) AS total_post_video_cnt,
    vitrineCapped(ifNull(selected.total_product_30d_cnt, 0)) AS total_product_30d_cnt,
    vitrineCapped(ifNull(selected.total_product_cnt, 0)) AS total_product_cnt,
    vitrineCapped(ifNull(selected.total_sale_cnt, 0)) AS total_sale_cnt,
    vitrineAmount(ifNull(selected.total_sale_gmv_30d_amt, 0)) AS total_sale_gmv_30d_amt,
    vitrineAmount(ifNull(selected.total_sale_gmv_amt, 0)) AS total_sale_gmv_amt,
    vitrineCapped(ifNull(selected.total_shares_cnt, 0)) AS total_shares_cnt,
    vitrineCapped(ifNull(selected.total_video_product_30d_cnt, 0)) AS total_video_product_30d_cnt,
    vitrineCapped(ifNull(selected.total_video_sale_30d_cnt, 0)) AS total_video_sale_30d_cnt,
    vitrineAmount(ifNull(selected.total_video_sale_gmv_30d_amt, 0)) AS total_video_sale_gmv_30d_amt,
    vitrineCapped(ifNull(selected.total_views_cnt, 0)) AS total_views_cnt,
    ifNull(selected.unique_id, '') AS unique_id,
    ifNull(selected.user_id, 0) AS user_id,
    vitrineCapped(ifNull(selected.total_likes_cnt, 0)) AS total_likes_cnt,
    vitrineCapped(ifNull(selected.per_video_product_views_avg_30d_cnt, 0)) AS per_video_product_views_avg_30d_cnt,
    vitrineCapped(ifNull(selected.per_views_avg_30d_cnt, 0)) AS per_views_avg_30d_cnt,
    ifNull(selected.product_category_list, '') AS product_category_list,
    ifNull(selected.most_category_id, 0) AS most_category_id,
    ifNull(selected.most_category_l2_id, 0) AS most_category_l2_id,
    ifNull(selected.most_category_l3_id, 0) AS most_category_l3_id,
    vitrineCapped(ifNull(selected.per_views_avg_cnt, 0)) AS per_views_avg_cnt,
    vitrineCapped(ifNull(selected.per_video_product_views_avg_cnt, 0)) AS per_video_product_views_avg_cnt,
    vitrineCapped(ifNull(selected.total_views_Nd_cnt[2], 0)) AS total_views_7d_cnt,
    ifNull(selected.currency, '') AS currency,
    ifNull(selected.category_ids, '') AS category_ids,
    vitrineCapped(ifNull(selected.total_sale_cnt_low, 0)) AS total_sale_cnt_low,
    vitrineCapped(ifNull(selected.total_sale_cnt_high, 0)) AS total_sale_cnt_high,
    ifNull(selected.total_sale_cnt_basis, '') AS total_sale_cnt_basis,
    ifNull(selected.total_sale_cnt_known_rate, 0) AS total_sale_cnt_known_rate
FROM
(
WITH
    (SELECT (groupArray(category_id), groupArray(name)) FROM {state:Identifier}.category_name) AS names,
    arraySort(path -> (-path.4, path.1, path.2, path.3), arrayFilter(path -> path.1 != 0, shelf.paths)) AS paths
SELECT
    listed.user_id AS user_id, creator.unique_id AS unique_id, creator.nick_name AS nick_name, creator.avatar AS avatar,
    creator.category AS category, creator.contact_email AS contact_email, creator.gender AS gender, creator.language AS language,
    creator.signature AS signature, creator.show_case_flag AS show_case_flag, shop.seller_id AS seller_id,
    if(creator.region != '', creator.region, vitrineBySize(homes.regions.1, homes.regions.2)[1]) AS region,
    toDecimal64(0, 2) AS ec_score, 0 AS off_mark, toYYYYMMDD(toDate(listed.first_seen)) AS first_crawl_dt,
    creator.total_followers_cnt AS total_followers_cnt, growth.followers AS total_followers_Nd_cnt,
    creator.total_following_cnt AS total_following_cnt, creator.total_digg_cnt AS total_digg_cnt, creator.total_digg_cnt AS total_likes_cnt,
    growth.digg AS total_digg_Nd_cnt, creator.total_comments_cnt AS total_comments_cnt, creator.total_shares_cnt AS total_shares_cnt,
    creator.total_views_cnt AS total_views_cnt, growth.views AS total_views_Nd_cnt,
    creator.total_post_video_cnt AS total_post_video_cnt, creator.total_live_cnt AS total_live_cnt,
    vitrineMean(toInt128(creator.total_views_cnt), toInt128(creator.total_post_video_cnt)) AS per_views_avg_cnt,
    vitrineMean(toInt128(growth.views[4]), toInt128(creator.total_post_video_cnt)) AS per_views_avg_30d_cnt,
    vitrineRate(
        toInt128(creator.total_digg_cnt) + creator.total_comments_cnt + creator.total_shares_cnt, creator.total_views_cnt) AS interaction_rate,
    vitrineMean(made.views[1], made.promoting) AS per_video_product_views_avg_cnt,
    vitrineMean(made.views[2], made.promoting) AS per_video_product_views_avg_7d_cnt,
    vitrineMean(made.views[3], made.promoting) AS per_video_product_views_avg_30d_cnt,
    made.most_views AS most_views_video,
    vitrineCounts(['15s', '15s-30s', '30s-60s', '1m-2m', '2m'], made.lengths) AS influencer_video_duration_level,
    vitrineCounts(arrayMap(hour -> leftPad(toString(hour), 2, '0'), range(24)), made.hours) AS influencer_video_publish_hour,
    vitrineCounts(arrayMap(day -> toString(day), range(1, 8)), made.days) AS influencer_video_publish_week,
    sold.products AS total_product_cnt, sold.new_products AS total_product_30d_cnt, sold.new_in_videos AS total_video_product_30d_cnt,
    multiIf(
        sold.video_units > 0 AND sold.live_units > 0, 3, sold.video_units > 0, 1, sold.live_units > 0, 2,
        creator.show_case_flag = 1, 4, 0) AS sales_flag,
    sold.units AS total_sale_cnt,
    vitrineLow(total_sale_cnt, sold_sure.sure, sold_sure.variance) AS total_sale_cnt_low, vitrineHigh(total_sale_cnt, sold_sure.sure, sold_sure.variance) AS total_sale_cnt_high,
    vitrineBasis(sold_sure.sure) AS total_sale_cnt_basis, vitrineKnownRate(sold_sure.sure) AS total_sale_cnt_known_rate,
    sold.video_recent_units AS total_video_sale_30d_cnt, sold.main.2 AS currency,
    sold.main.3 AS total_sale_gmv_amt, sold.main.4 + sold.main.5 AS total_sale_gmv_30d_amt,
    sold.main.4 AS total_video_sale_gmv_30d_amt, sold.main.5 AS total_live_sale_gmv_30d_amt,
    vitrineMean(sold.main.4 + sold.main.5, sold.main.6) AS avg_30d_price,
    vitrineCategoryList(arrayFilter(category -> category != 0, [shelf.most_sold]), names) AS most_category_product,
    arrayStringConcat(arrayMap(
        (path, place) -> concat(toString(path.1), '-', toString(path.2), '-', toString(path.3), ':', toString(place)),
        paths, arrayEnumerate(paths)), ',') AS product_category_list,
    paths[1].1 AS most_category_id, paths[1].2 AS most_category_l2_id, paths[1].3 AS most_category_l3_id,
    vitrineIdList(arrayFlatten(arrayMap(path -> [path.1, path.2, path.3], shelf.paths))) AS category_ids
FROM
(
    SELECT user_id, min(first_seen) AS first_seen
    FROM
    (
        SELECT user_id, first_seen FROM {state:Identifier}.creator_current
        UNION ALL
        SELECT user_id, first_seen FROM {state:Identifier}.video_current
        UNION ALL
        SELECT user_id, first_seen FROM {state:Identifier}.live_current
    )
    WHERE user_id != 0
    GROUP BY user_id
) AS listed
LEFT JOIN {state:Identifier}.creator_current AS creator ON creator.user_id = listed.user_id
LEFT JOIN (SELECT user_id, followers, digg, views FROM {state:Identifier}.creator_growth) AS growth ON growth.user_id = listed.user_id
LEFT JOIN
(
    SELECT user_id, min(seller_id) AS seller_id FROM {state:Identifier}.shop_current WHERE user_id != 0 GROUP BY user_id
) AS shop ON shop.user_id = listed.user_id
LEFT JOIN
(
    SELECT user_id, (groupArray(place), groupArray(size)) AS regions
    FROM
    (
        SELECT user_id, toString(region) AS place, count() AS size
        FROM
        (
            SELECT user_id, region FROM serving_influencer_videos WHERE version = {version:UInt32}
            UNION ALL
            SELECT user_id, region FROM serving_influencer_livestreams WHERE version = {version:UInt32}
        )
        GROUP BY user_id, place
    )
    GROUP BY user_id
) AS homes ON homes.user_id = listed.user_id
LEFT JOIN
(
    WITH toUInt64OrZero(create_time) AS made_at
    SELECT
        user_id, argMax(video_id, (total_views_cnt, bitNot(video_id))) AS most_views, toInt128(countIf(sales_flag = 1)) AS promoting,
        sumForEachIf(CAST([total_views_cnt, total_views_7d_cnt, total_views_30d_cnt], 'Array(Int128)'), sales_flag = 1) AS views,
        [countIf(duration BETWEEN 1 AND 14), countIf(duration BETWEEN 15 AND 29), countIf(duration BETWEEN 30 AND 59),
         countIf(duration BETWEEN 60 AND 119), countIf(duration >= 120)] AS lengths,
        sumResample(0, 24, 1)(toUInt64(create_time != ''), intDiv(made_at % 86400, 3600)) AS hours,
        sumResample(1, 8, 1)(toUInt64(create_time != ''), (intDiv(made_at, 86400) + 3) % 7 + 1) AS days
    FROM serving_influencer_videos
    WHERE version = {version:UInt32}
    GROUP BY user_id
    SETTINGS optimize_aggregation_in_order = 1
) AS made ON made.user_id = listed.user_id
LEFT JOIN
(
    SELECT
        user_id, toInt64(sum(products_of)) AS products, sum(new_of) AS new_products, sum(new_in_videos_of) AS new_in_videos,
        sum(units_of[1]) AS units, sum(units_of[2]) AS video_units, sum(units_of[3]) AS live_units, sum(units_of[4]) AS video_recent_units,
        arraySort(groupArray((-toInt64(products_of), code, gmv_of[1], gmv_of[2], gmv_of[3], units_of[4] + units_of[5])))[1] AS main
    FROM
    (
        SELECT
            user_id, toString(currency) AS code, count() AS products_of, sum(is_new_30d) AS new_of, sum(is_new_in_videos_30d) AS new_in_videos_of,
            sumForEach(CAST([
                sold_cnt, total_video_sale_cnt, total_live_sale_cnt, video_sold_30d_cnt, live_sold_30d_cnt], 'Array(Int128)')) AS units_of,
            sumForEach(arrayMap(amount -> toInt128(amount * 100), [
                sold_gmv_amt, video_sold_gmv_30d_amt, live_sold_gmv_30d_amt])) AS gmv_of
        FROM serving_influencer_products
        WHERE version = {version:UInt32} AND user_id != 0
        GROUP BY user_id, code
        SETTINGS optimize_aggregation_in_order = 1
    )
    GROUP BY user_id
) AS sold ON sold.user_id = listed.user_id
LEFT JOIN
(
    SELECT user_id, sumForEach(limited) AS sure, sumIf(variance_of, limited[6] > 0) AS variance
    FROM
    (
        SELECT
            product_id, user_id, vitrineLimited(sum(link.units), any(product.units_max), sumForEach(link.sure)) AS limited,
            sum(link.variance) AS variance_of
        FROM (SELECT product_id, user_id, units, sure, variance FROM {state:Identifier}.link_current WHERE user_id != 0) AS link
        INNER JOIN (SELECT product_id, units_max FROM {state:Identifier}.product_current) AS product USING (product_id)
        GROUP BY product_id, user_id
    )
    GROUP BY user_id
) AS sold_sure ON sold_sure.user_id = listed.user_id
LEFT JOIN
(
    SELECT
        user_id, arrayFlatten(groupArray(paths_of)) AS paths,
        arraySort(groupArrayIf((-units_of, -products_of, category_id), category_id != 0))[1].3 AS most_sold
    FROM
    (
        SELECT
            user_id, category_id, groupArray((category_id, category_l2_id, category_l3_id, size)) AS paths_of,
            sum(size) AS products_of, sum(units) AS units_of
        FROM
        (
            SELECT
                user_id, product.category_id AS category_id, product.category_l2_id AS category_l2_id,
                product.category_l3_id AS category_l3_id, toInt64(count()) AS size, sum(toInt128(sold_cnt)) AS units
            FROM serving_influencer_products AS promoted
            INNER JOIN
            (
                SELECT product_id, category_id, category_l2_id, category_l3_id FROM {state:Identifier}.product_current
            ) AS product ON product.product_id = promoted.product_id
            WHERE version = {version:UInt32} AND user_id != 0
            GROUP BY user_id, category_id, category_l2_id, category_l3_id
        )
        GROUP BY user_id, category_id
    )
    GROUP BY user_id
) AS shelf ON shelf.user_id = listed.user_id
) AS selected;

-- name: saturated
SELECT 'influencer-list' AS name, count() AS rows
FROM serving_influencer_list
WHERE version = {version:UInt32} AND (greatest(per_video_product_views_avg_7d_cnt, total_comments_cnt, total_digg_90d_cnt, total_digg_cnt, total_followers_90d_cnt, total_followers_cnt, total_following_cnt, total_live_cnt, total_post_video_cnt, total_product_30d_cnt, total_product_cnt, total_sale_cnt, total_shares_cnt, total_video_product_30d_cnt, total_video_sale_30d_cnt, total_views_cnt, total_likes_cnt, per_video_product_views_avg_30d_cnt, per_views_avg_30d_cnt, per_views_avg_cnt, per_video_product_views_avg_cnt, total_views_7d_cnt, total_sale_cnt_low, total_sale_cnt_high) >= vitrineLargest() OR greatest(avg_30d_price, total_live_sale_gmv_30d_amt, total_sale_gmv_30d_amt, total_sale_gmv_amt, total_video_sale_gmv_30d_amt) >= vitrineAmount(vitrineLargest()));
