-- As 61, for the comments, times saved and shares of videos.

-- where any: landing_video
INSERT INTO {state:Identifier}.video_tail (version, video_id, tails)
SELECT {version:UInt32}, video_id, arrayMap(each -> arraySlice(arraySort(each), -1), groupArrayArrayForEach(points)) AS last_points
FROM
(
    SELECT video_id, tails AS points
    FROM {state:Identifier}.video_tail
    WHERE version = {base:UInt32}
      AND video_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = 3 AND rebuild = 1)
    UNION ALL
    SELECT
        video_id,
        [vitrineStampPoint(max(vitrineStamp(observed_at, total_comments_cnt))),
         vitrineStampPoint(max(vitrineStamp(observed_at, total_favorites_cnt))),
         vitrineStampPoint(max(vitrineStamp(observed_at, total_shares_cnt)))]
    FROM landing_video
    WHERE out_of_bounds = '' AND grade < 2
      AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND video_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = 3 AND rebuild = 1)
    GROUP BY video_id
    UNION ALL
    SELECT
        video_id,
        [vitrineStampPoint(max(vitrineStamp(observed_at, total_comments_cnt))),
         vitrineStampPoint(max(vitrineStamp(observed_at, total_favorites_cnt))),
         vitrineStampPoint(max(vitrineStamp(observed_at, total_shares_cnt)))]
    FROM landing_video
    WHERE out_of_bounds = '' AND grade < 2 AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND video_id IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = 3 AND rebuild = 1)
    GROUP BY video_id
)
GROUP BY video_id
HAVING notEmpty(arrayFlatten(last_points))
SETTINGS optimize_on_insert = 0;
