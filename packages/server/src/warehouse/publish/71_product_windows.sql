-- What several lists say of a product: its sales over the windows, how they split, its videos and lives, its creators.
-- A window is the running sum of the sums between one window's edge and the next ({window_of_age} tells them apart).

INSERT INTO {state:Identifier}.product_sales (product_id, units, gmv, last_week, week_before)
SELECT
    product_id,
    vitrineWindowSums(product_day.units + known_units, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    vitrineWindowSums(product_day.gmv + known_gmv, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    sumIf(product_day.units + known_units, day > toDate({as_of_day:Int32} - 7)),
    sumIf(product_day.units + known_units, day <= toDate({as_of_day:Int32} - 7) AND day > toDate({as_of_day:Int32} - 14))
FROM {state:Identifier}.product_day AS product_day
WHERE day > toDate({as_of_day:Int32} - {longest:Int32})
GROUP BY product_id;

INSERT INTO {state:Identifier}.product_split (product_id, video_units, video_gmv, live_units, live_gmv)
SELECT
    product_id,
    arrayMap(sold -> vitrineUnits(sold), vitrineWindowSums(split_day.video_units, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8})),
    vitrineWindowSums(split_day.video_gmv, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    arrayMap(sold -> vitrineLiveUnits(sold), vitrineWindowSums(split_day.live_units, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8})),
    vitrineWindowSums(split_day.live_gmv, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8})
FROM {state:Identifier}.split_day AS split_day
WHERE day > toDate({as_of_day:Int32} - {longest:Int32})
GROUP BY product_id;

INSERT INTO {state:Identifier}.product_traffic
    (product_id, videos, lives, video_units, video_gmv, live_units, live_gmv, views, views_gained, videos_made, lives_held)
SELECT
    product_id,
    countIf(kind = 1),
    countIf(kind = 2),
    sumIf(link_current.units, kind = 1),
    sumIf(link_current.gmv, kind = 1),
    sumIf(link_current.units, kind = 2),
    sumIf(link_current.gmv, kind = 2),
    sumIf(toInt128(link_current.views), kind = 1),
    sumForEachIf(CAST(link_current.views_windows, 'Array(Int128)'), kind = 1),
    vitrineWindowSums(toInt64(kind = 1), made_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    vitrineWindowSums(toInt64(kind = 2), made_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8})
FROM {state:Identifier}.link_current AS link_current
GROUP BY product_id;

INSERT INTO {state:Identifier}.product_creators (product_id, creators, first_videos, first_lives)
SELECT
    product_id,
    count(),
    vitrineWindowSums(toInt64(videos > 0), first_video_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    vitrineWindowSums(toInt64(lives > 0), first_live_day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8})
FROM
(
    SELECT
        product_id,
        user_id,
        countIf(kind = 1) AS videos,
        countIf(kind = 2) AS lives,
        minIf(made_day, kind = 1) AS first_video_day,
        minIf(made_day, kind = 2) AS first_live_day
    FROM {state:Identifier}.link_current
    GROUP BY product_id, user_id
)
GROUP BY product_id;

-- Of a live: its products, and the category of most of them.
INSERT INTO {state:Identifier}.live_products (live_id, products, category_id)
SELECT live_id, sum(size), argMaxIf(category, (size, bitNot(category)), category != 0)
FROM
(
    SELECT source_id AS live_id, product.category_id AS category, toInt64(count()) AS size
    FROM (SELECT source_id, product_id FROM {state:Identifier}.link_current WHERE kind = 2) AS link
    LEFT JOIN (SELECT product_id, category_id FROM {state:Identifier}.product_current) AS product USING (product_id)
    GROUP BY live_id, category
)
GROUP BY live_id;
