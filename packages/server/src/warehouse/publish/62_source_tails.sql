-- As 61, for the views (viewers, likes) of videos (lives). Every source has a row: it remembers the day it was made.

-- where any: {state:Identifier}.source_attribute WHERE kind = {of:UInt8}
INSERT INTO {state:Identifier}.source_tail (version, kind, source_id, made_day, points, open)
SELECT {version:UInt32}, {kind:UInt8}, source_id, made.made_day, tail.tail_points, tail.open
FROM
(
    SELECT source_id, toInt32(intDiv(vitrineStamped(max(made_at)), 86400)) AS made_day
    FROM {state:Identifier}.source_attribute
    WHERE kind = {of:UInt8}
    GROUP BY source_id
) AS made
LEFT JOIN
(
    SELECT
        source_id,
        arraySlice(arraySort(arrayFlatten(groupArray(points))), -1) AS tail_points,
        max(is_open) OR vitrineMayHaveFallen(tail_points, max(most)) OR vitrineIsFollowed(tail_points, max(derived_day)) AS open
    FROM
    (
        SELECT source_id, points, points[1].2 AS most, open AS is_open, 0 AS derived_day
        FROM {state:Identifier}.source_tail
        WHERE version = {base:UInt32} AND kind = {kind:UInt8}
          AND source_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
        UNION ALL
        SELECT
            {id:Identifier},
            vitrineStampPoint(maxIf(vitrineStamp(observed_at, {total:Identifier}), grade = 0)),
            ifNull(maxIf({total:Identifier}, grade = 0), 0),
            0,
            maxIf(toInt32(toDate(observed_at)), grade = 2)
        FROM {landing:Identifier}
        WHERE out_of_bounds = '' AND isNotNull({total:Identifier})
          AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND {id:Identifier} NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
        GROUP BY {id:Identifier}
        UNION ALL
        SELECT source_id, arraySlice(points, -1), 0, vitrineMayBeDip(points), derived_day
        FROM
        (
            SELECT
                {id:Identifier} AS source_id,
                vitrinePoints(vitrineSightings(toUnixTimestamp64Milli(observed_at), assumeNotNull({total:Identifier}), grade = 0)) AS points,
                maxIf(toInt32(toDate(observed_at)), grade = 2) AS derived_day
            FROM {landing:Identifier}
            WHERE out_of_bounds = '' AND isNotNull({total:Identifier}) AND observed_at < {settled_until:DateTime64(3, 'UTC')}
              AND {id:Identifier} IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
            GROUP BY source_id
        )
    )
    GROUP BY source_id
) AS tail USING (source_id);
