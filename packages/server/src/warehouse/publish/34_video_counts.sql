-- By how much comments, times saved and shares of the touched videos rose from day to day, as they were last seen on each: taken back after
-- their tails, then written anew. Touched are videos with news of any field, as for likes (kind 3).

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.video_trend (video_id, day, version, comments, favorites, shares)
SELECT video_id, day, {version:UInt32}, -sum(video_trend.comments), -sum(video_trend.favorites), -sum(video_trend.shares)
FROM {state:Identifier}.video_trend AS video_trend
WHERE day > toDate(if({rebuild:UInt8}, 0, {settled_before:Int32}))
  AND video_id IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = 3 AND rebuild = {rebuild:UInt8})
GROUP BY video_id, day
HAVING sum(video_trend.comments) != 0 OR sum(video_trend.favorites) != 0 OR sum(video_trend.shares) != 0
SETTINGS max_partitions_per_insert_block = 0;

-- where any: landing_video WHERE isNotNull(total_comments_cnt) OR isNotNull(total_favorites_cnt) OR isNotNull(total_shares_cnt)
INSERT INTO {state:Identifier}.video_trend (video_id, day, version, comments, favorites, shares)
SELECT video_id, toDate(step.2), {version:UInt32}, if(step.1 = 1, step.3, 0), if(step.1 = 2, step.3, 0), if(step.1 = 3, step.3, 0)
FROM
(
    SELECT
        video_id,
        arrayJoin(arrayFilter(step -> step.3 != 0, arrayFlatten(arrayMap(
            (place, points) -> arrayMap((a, b) -> (place, b.1, b.2 - a.2), arrayPopBack(points), arrayPopFront(points)),
            [1, 2, 3],
            arrayMap(
                (tail, points) -> arrayConcat(tail, points),
                if(empty(tails), CAST([[], [], []], 'Array(Array(Tuple(Int32, Int64)))'), tails),
                [vitrinePoints(comments), vitrinePoints(favorites), vitrinePoints(shares)]))))) AS step
    FROM
    (
        WITH toUnixTimestamp64Milli(observed_at) AS at
        SELECT
            video_id,
            vitrineSightings(at, assumeNotNull(total_comments_cnt), isNotNull(total_comments_cnt)) AS comments,
            vitrineSightings(at, assumeNotNull(total_favorites_cnt), isNotNull(total_favorites_cnt)) AS favorites,
            vitrineSightings(at, assumeNotNull(total_shares_cnt), isNotNull(total_shares_cnt)) AS shares
        FROM landing_video
        WHERE out_of_bounds = '' AND grade < 2
          AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {until:DateTime64(3, 'UTC')}
          AND video_id IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = 3 AND rebuild = {rebuild:UInt8})
        GROUP BY video_id
    ) AS seen
    LEFT JOIN
    (
        SELECT video_id, tails FROM {state:Identifier}.video_tail WHERE version = {base:UInt32} AND NOT {rebuild:UInt8}
    ) AS tail USING (video_id)
)
SETTINGS optimize_aggregation_in_order = 1, max_partitions_per_insert_block = 0;
