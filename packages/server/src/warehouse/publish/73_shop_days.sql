-- On which days a shop had its products, and what promotes them began: as for the links of products, what is other than in the version before.

INSERT INTO {state:Identifier}.shop_trend (seller_id, day, version, products, on_sale, videos, lives, creators, video_creators, live_creators)
SELECT
    seller_id, day, {version:UInt32},
    sum(begun.counts[1]) AS more_products, sum(begun.counts[2]) AS more_on_sale, sum(begun.counts[3]) AS more_videos,
    sum(begun.counts[4]) AS more_lives, sum(begun.counts[5]) AS more_creators, sum(begun.counts[6]) AS more_video_creators,
    sum(begun.counts[7]) AS more_live_creators
FROM
(
    SELECT seller_id, toDate(first_day) AS day, [toInt64(1), off_mark < 2, 0, 0, 0, 0, 0] AS counts
    FROM {state:Identifier}.product_current
    WHERE seller_id != 0 AND first_day > 0
    UNION ALL
    SELECT seller_id, toDate(any(made_day)), [toInt64(0), 0, kind = 1, kind = 2, 0, 0, 0]
    FROM {state:Identifier}.link_current
    INNER JOIN (SELECT product_id, seller_id FROM {state:Identifier}.product_current WHERE seller_id != 0) AS sold USING (product_id)
    GROUP BY seller_id, kind, source_id
    HAVING any(made_day) BETWEEN 1 AND {as_of_day:Int32}
    UNION ALL
    SELECT seller_id, toDate(first.1), first.2
    FROM
    (
        SELECT
            seller_id,
            arrayJoin(arrayFilter(first -> first.1 BETWEEN 1 AND {as_of_day:Int32}, [
                (min(made_day), [toInt64(0), 0, 0, 0, 1, 0, 0]),
                (minIf(made_day, kind = 1), [toInt64(0), 0, 0, 0, 0, 1, 0]),
                (minIf(made_day, kind = 2), [toInt64(0), 0, 0, 0, 0, 0, 1])])) AS first
        FROM {state:Identifier}.link_current
        INNER JOIN (SELECT product_id, seller_id FROM {state:Identifier}.product_current WHERE seller_id != 0) AS sold USING (product_id)
        GROUP BY seller_id, user_id
    )
    UNION ALL
    SELECT seller_id, day, [-products, -on_sale, -videos, -lives, -creators, -video_creators, -live_creators]
    FROM {state:Identifier}.shop_trend
    WHERE currency = ''
) AS begun
GROUP BY seller_id, day
HAVING
    more_products != 0 OR more_on_sale != 0 OR more_videos != 0 OR more_lives != 0
    OR more_creators != 0 OR more_video_creators != 0 OR more_live_creators != 0
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0;
