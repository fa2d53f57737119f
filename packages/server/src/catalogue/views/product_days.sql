SELECT product_id, day,
    toInt64(sum(product_units)) AS units,
    vitrineAmount(sum(product_gmv)) AS gmv,
    vitrineInUnits(sum(by_video_units)) AS video_units,
    vitrineAmount(sum(by_video_gmv)) AS video_gmv,
    vitrineInUnits(sum(by_live_units)) AS live_units,
    vitrineAmount(sum(by_live_gmv)) AS live_gmv,
    toInt64(sum(made_videos)) AS new_videos,
    toInt64(sum(made_lives)) AS new_lives,
    toInt64(sum(first_creators)) AS new_creators
FROM
(
    SELECT product_id, day, units AS product_units, gmv AS product_gmv, 0 AS by_video_units, 0 AS by_video_gmv, 0 AS by_live_units,
        0 AS by_live_gmv, videos AS made_videos, lives AS made_lives, creators AS first_creators
    FROM {state:Identifier}.product_trend
    WHERE version <= {version:UInt32}
    UNION ALL
    SELECT product_id, day, 0, 0, video_units, video_gmv, live_units, live_gmv, 0, 0, 0
    FROM {state:Identifier}.split_day
    WHERE version <= {version:UInt32}
)
GROUP BY product_id, day
HAVING units != 0 OR gmv != 0 OR new_videos != 0 OR new_lives != 0 OR new_creators != 0;
