-- What a creator won in each window, and lost of followers.

INSERT INTO {state:Identifier}.creator_growth (user_id, followers, digg, views, posts)
SELECT
    user_id,
    vitrineWindowSums(creator_day.followers, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    vitrineWindowSums(creator_day.digg, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    vitrineWindowSums(creator_day.views, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8}),
    vitrineWindowSums(creator_day.posts, day, {as_of_day:Int32}, {window_of_age:Array(UInt8)}, {windows:UInt8})
FROM {state:Identifier}.creator_day AS creator_day
WHERE day > toDate({as_of_day:Int32} - {longest:Int32})
GROUP BY user_id
SETTINGS optimize_aggregation_in_order = 1;
