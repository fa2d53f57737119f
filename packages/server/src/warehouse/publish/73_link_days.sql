-- On which days the links of each product begin: what is other than in the version before. All links are looked at, so that nothing
-- has to be remembered of how they were; it is the one state that a step after 70 writes.

INSERT INTO {state:Identifier}.product_trend (product_id, day, version, videos, lives, creators)
SELECT product_id, day, {version:UInt32}, sum(begun.videos) AS more_videos, sum(begun.lives) AS more_lives, sum(begun.creators) AS more_creators
FROM
(
    SELECT product_id, toDate(made_day) AS day, toInt64(kind = 1) AS videos, toInt64(kind = 2) AS lives, toInt64(0) AS creators
    FROM {state:Identifier}.link_current
    WHERE made_day BETWEEN 1 AND {as_of_day:Int32}
    UNION ALL
    SELECT product_id, toDate(min(made_day)), 0, 0, 1
    FROM {state:Identifier}.link_current
    GROUP BY product_id, user_id
    HAVING min(made_day) BETWEEN 1 AND {as_of_day:Int32}
    UNION ALL
    SELECT product_id, day, -known.videos, -known.lives, -known.creators
    FROM {state:Identifier}.product_trend AS known
    WHERE known.videos != 0 OR known.lives != 0 OR known.creators != 0
) AS begun
GROUP BY product_id, day
HAVING more_videos != 0 OR more_lives != 0 OR more_creators != 0
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0;

-- The same changes where rankings are read.
INSERT INTO {state:Identifier}.link_day (product_id, day, version, videos, lives, creators)
SELECT product_id, day, {version:UInt32}, sum(product_trend.videos), sum(product_trend.lives), sum(product_trend.creators)
FROM {state:Identifier}.product_trend AS product_trend
WHERE version = {version:UInt32} AND (product_trend.videos != 0 OR product_trend.lives != 0 OR product_trend.creators != 0)
GROUP BY product_id, day
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0;
