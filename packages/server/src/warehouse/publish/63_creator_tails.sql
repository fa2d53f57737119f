-- As 61, for the totals of creators. All of them are exact. Comments, shares and lives are served as they were last seen: they leave no tail open.

-- where any: landing_creator
INSERT INTO {state:Identifier}.creator_tail (version, user_id, tails, open)
SELECT
    {version:UInt32},
    user_id,
    arrayMap(each -> arraySlice(arraySort(each), -1), groupArrayArrayForEach(points)) AS last_points,
    max(is_open) OR arrayExists((points, total) -> vitrineMayHaveFallen(points, total), arraySlice(last_points, 1, 4), arraySlice(maxForEach(most), 1, 4))
FROM
(
    SELECT
        user_id, tails AS points, arrayMap(tail -> if(empty(tail), toInt64(0), tail[1].2), tails) AS most, open AS is_open
    FROM {state:Identifier}.creator_tail
    WHERE version = {base:UInt32}
      AND user_id NOT IN (SELECT user_id FROM {state:Identifier}.touched_creator WHERE rebuild = 1)
    UNION ALL
    SELECT
        user_id,
        arrayMap(stamp -> vitrineStampPoint(stamp), maxForEach(stamps)),
        maxForEach(totals),
        0
    FROM
    (
        SELECT
            if(became.id = 0, landing_creator.user_id, became.id) AS user_id,
            [ifNull(total_followers_cnt, 0), ifNull(total_digg_cnt, 0), ifNull(total_views_cnt, 0), ifNull(total_post_video_cnt, 0), 0, 0, 0] AS totals,
            [vitrineStamp(observed_at, total_followers_cnt), vitrineStamp(observed_at, total_digg_cnt),
             vitrineStamp(observed_at, total_views_cnt), vitrineStamp(observed_at, total_post_video_cnt),
             vitrineStamp(observed_at, total_comments_cnt), vitrineStamp(observed_at, total_shares_cnt), vitrineStamp(observed_at, total_live_cnt)] AS stamps
        FROM landing_creator
        LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1) AS became ON became.own_id = landing_creator.user_id
        WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
    )
    WHERE user_id NOT IN (SELECT user_id FROM {state:Identifier}.touched_creator WHERE rebuild = 1)
    GROUP BY user_id
    UNION ALL
    SELECT
        user_id,
        arrayMap(points -> arraySlice(points, -1), series),
        [toInt64(0), 0, 0, 0, 0, 0, 0],
        arrayExists(points -> vitrineMayBeDip(points), arraySlice(series, 1, 4))
    FROM
    (
        WITH toUnixTimestamp64Milli(observed_at) AS at
        SELECT
            if(became.id = 0, landing_creator.user_id, became.id) AS user_id,
            [vitrinePoints(vitrineSightings(at, assumeNotNull(total_followers_cnt), isNotNull(total_followers_cnt))),
             vitrinePoints(vitrineSightings(at, assumeNotNull(total_digg_cnt), isNotNull(total_digg_cnt))),
             vitrinePoints(vitrineSightings(at, assumeNotNull(total_views_cnt), isNotNull(total_views_cnt))),
             vitrinePoints(vitrineSightings(at, assumeNotNull(total_post_video_cnt), isNotNull(total_post_video_cnt))),
             vitrinePoints(vitrineSightings(at, assumeNotNull(total_comments_cnt), isNotNull(total_comments_cnt))),
             vitrinePoints(vitrineSightings(at, assumeNotNull(total_shares_cnt), isNotNull(total_shares_cnt))),
             vitrinePoints(vitrineSightings(at, assumeNotNull(total_live_cnt), isNotNull(total_live_cnt)))] AS series
        FROM landing_creator
        LEFT JOIN (SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = 1) AS became ON became.own_id = landing_creator.user_id
        WHERE out_of_bounds = '' AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND landing_creator.user_id IN (
              SELECT user_id FROM {state:Identifier}.touched_creator WHERE rebuild = 1
              UNION ALL
              SELECT own_id FROM {state:Identifier}.identity_current
              WHERE kind = 1 AND id IN (SELECT user_id FROM {state:Identifier}.touched_creator WHERE rebuild = 1))
        GROUP BY user_id
    )
    WHERE user_id IN (SELECT user_id FROM {state:Identifier}.touched_creator WHERE rebuild = 1)
)
GROUP BY user_id
SETTINGS optimize_on_insert = 0;
