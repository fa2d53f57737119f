-- Followers, likes, views and posted videos of each day of the touched creators, and by how much comments, shares and lives rose, as they were
-- last seen on each: taken back after their tails, then written anew.

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.creator_trend (user_id, day, version, followers, digg, views, posts, comments, shares, lives)
SELECT
    user_id, day, {version:UInt32},
    -sumIf(creator_trend.followers, toInt32(day) > from_days[1]) AS followers_back,
    -sumIf(creator_trend.digg, toInt32(day) > from_days[2]) AS digg_back,
    -sumIf(creator_trend.views, toInt32(day) > from_days[3]) AS views_back,
    -sumIf(creator_trend.posts, toInt32(day) > from_days[4]) AS posts_back,
    -sumIf(creator_trend.comments, toInt32(day) > from_days[5]) AS comments_back,
    -sumIf(creator_trend.shares, toInt32(day) > from_days[6]) AS shares_back,
    -sumIf(creator_trend.lives, toInt32(day) > from_days[7]) AS lives_back
FROM {state:Identifier}.creator_trend AS creator_trend
INNER JOIN
(
    SELECT user_id, arrayMap(points -> if(empty(points), -1, points[1].1), tails) AS from_days
    FROM {state:Identifier}.touched_creator
    WHERE rebuild = {rebuild:UInt8}
) AS touched USING (user_id)
WHERE day > toDate({rewrite_after:Int32})
GROUP BY user_id, day
HAVING
    followers_back != 0 OR digg_back != 0 OR views_back != 0 OR posts_back != 0
    OR comments_back != 0 OR shares_back != 0 OR lives_back != 0
SETTINGS max_partitions_per_insert_block = 0;

INSERT INTO {state:Identifier}.creator_trend (user_id, day, version, followers, digg, views, posts, comments, shares, lives)
WITH
    seen AS
    (
        WITH toUnixTimestamp64Milli(observed_at) AS at
        SELECT
            user_id,
            vitrineSightings(at, assumeNotNull(total_followers_cnt), isNotNull(total_followers_cnt)) AS followers,
            vitrineSightings(at, assumeNotNull(total_digg_cnt), isNotNull(total_digg_cnt)) AS digg,
            vitrineSightings(at, assumeNotNull(total_views_cnt), isNotNull(total_views_cnt)) AS views,
            vitrineSightings(at, assumeNotNull(total_post_video_cnt), isNotNull(total_post_video_cnt)) AS posts,
            vitrineSightings(at, assumeNotNull(total_comments_cnt), isNotNull(total_comments_cnt)) AS comments,
            vitrineSightings(at, assumeNotNull(total_shares_cnt), isNotNull(total_shares_cnt)) AS shares,
            vitrineSightings(at, assumeNotNull(total_live_cnt), isNotNull(total_live_cnt)) AS lives
        FROM landing_creator
        WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {until:DateTime64(3, 'UTC')}
          AND user_id IN (
              SELECT user_id FROM {state:Identifier}.touched_creator WHERE rebuild = {rebuild:UInt8}
              UNION ALL
              SELECT own_id FROM {state:Identifier}.identity_current
              WHERE kind = 1 AND id IN (SELECT user_id FROM {state:Identifier}.touched_creator WHERE rebuild = {rebuild:UInt8}))
        GROUP BY user_id
    ),
    named AS
    (
        SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1
        UNION ALL
        SELECT DISTINCT id, id FROM {state:Identifier}.identity_current WHERE kind = 1
    )
SELECT
    user_id, toDate(cell.2), {version:UInt32},
    if(cell.1 = 1, cell.3, 0), if(cell.1 = 2, cell.3, 0), if(cell.1 = 3, cell.3, 0), if(cell.1 = 4, cell.3, 0),
    if(cell.1 = 5, cell.3, 0), if(cell.1 = 6, cell.3, 0), if(cell.1 = 7, cell.3, 0)
FROM
(
    SELECT
        user_id,
        arrayJoin(arrayFilter(cell -> cell.3 != 0, arrayFlatten(arrayConcat(
            arrayMap(
                (place, first_day, growth) -> arrayMap((i, grown) -> (place, first_day + toInt32(i), grown), arrayEnumerate(growth), growth),
                [1, 2, 3, 4],
                arrayMap(points -> points[1].1, series),
                [vitrineSignedGrowth(series[1]), vitrineGrowth(series[2]), vitrineGrowth(series[3]), vitrineGrowth(series[4])]),
            arrayMap(
                (place, points) -> arrayMap((a, b) -> (place, b.1, b.2 - a.2), arrayPopBack(points), arrayPopFront(points)),
                [5, 6, 7],
                last_seen))))) AS cell
    FROM
    (
        SELECT
            user_id,
            arrayMap((tail, points) -> vitrineWithoutDips(arrayConcat(tail, points)), arraySlice(tails, 1, 4),
                [vitrinePoints(followers), vitrinePoints(digg), vitrinePoints(views), vitrinePoints(posts)]) AS series,
            arrayMap((tail, points) -> arrayConcat(tail, points), arraySlice(tails, 5),
                [vitrinePoints(comments), vitrinePoints(shares), vitrinePoints(lives)]) AS last_seen
        FROM
        (
            SELECT user_id, followers, digg, views, posts, comments, shares, lives FROM seen WHERE user_id NOT IN (SELECT own_id FROM named)
            UNION ALL
            SELECT named.id, groupArrayArray(followers), groupArrayArray(digg), groupArrayArray(views), groupArrayArray(posts),
                groupArrayArray(comments), groupArrayArray(shares), groupArrayArray(lives)
            FROM seen
            INNER JOIN named ON named.own_id = seen.user_id
            GROUP BY named.id
        ) AS sighted
        INNER JOIN
        (
            SELECT user_id, tails FROM {state:Identifier}.touched_creator WHERE rebuild = {rebuild:UInt8}
        ) AS touched USING (user_id)
    )
)
SETTINGS optimize_aggregation_in_order = 1, max_partitions_per_insert_block = 0, min_insert_block_size_rows = 8000000;
