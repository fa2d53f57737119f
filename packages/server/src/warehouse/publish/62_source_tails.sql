-- As 61, for the views (viewers) and the stated sales of videos (lives). Every source has a row: it remembers the day it was made.

INSERT INTO {state:Identifier}.source_tail (version, kind, source_id, made_day, views, dip)
SELECT {version:UInt32}, {kind:UInt8}, source_id, made.made_day, tail.views, tail.dip
FROM
(
    SELECT source_id, toInt32(intDiv(vitrineStamped(max(made_at)), 86400)) AS made_day
    FROM {state:Identifier}.source_attribute
    WHERE kind = {kind:UInt8}
    GROUP BY source_id
) AS made
LEFT JOIN
(
    SELECT
        source_id,
        arraySlice(arraySort(arrayFlatten(groupArray(points))), -1) AS views,
        max(may_be_dip) OR vitrineMayHaveFallen(views, max(most)) AS dip
    FROM
    (
        SELECT source_id, views AS points, views[1].2 AS most, dip AS may_be_dip
        FROM {state:Identifier}.source_tail
        WHERE version = {base:UInt32} AND kind = {kind:UInt8}
          AND source_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
        UNION ALL
        SELECT {id:Identifier}, vitrineStampPoint(max(vitrineStamp(observed_at, total_views_cnt))), ifNull(max(total_views_cnt), 0), 0
        FROM {landing:Identifier}
        WHERE out_of_bounds = '' AND isNotNull(total_views_cnt)
          AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND {id:Identifier} NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
        GROUP BY {id:Identifier}
        UNION ALL
        SELECT source_id, arraySlice(points, -1), 0, vitrineMayBeDip(points)
        FROM
        (
            SELECT
                {id:Identifier} AS source_id,
                vitrinePoints(groupArray((toUnixTimestamp64Milli(observed_at), assumeNotNull(total_views_cnt)))) AS points
            FROM {landing:Identifier}
            WHERE out_of_bounds = '' AND isNotNull(total_views_cnt) AND observed_at < {settled_until:DateTime64(3, 'UTC')}
              AND {id:Identifier} IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
            GROUP BY source_id
        )
    )
    GROUP BY source_id
) AS tail USING (source_id);


INSERT INTO {state:Identifier}.stated_tail (version, kind, source_id, product_id, units, gmv, dip)
SELECT
    {version:UInt32},
    {kind:UInt8},
    source_id,
    product_id,
    arraySlice(arraySort(arrayFlatten(groupArray(units))), -1) AS units_tail,
    arraySlice(arraySort(arrayFlatten(groupArray(gmv))), -1) AS gmv_tail,
    max(may_be_dip) OR vitrineMayHaveFallen(units_tail, max(units_most)) OR vitrineMayHaveFallen(gmv_tail, max(gmv_most))
FROM
(
    SELECT source_id, product_id, units, gmv, units[1].2 AS units_most, gmv[1].2 AS gmv_most, dip AS may_be_dip
    FROM {state:Identifier}.stated_tail
    WHERE version = {base:UInt32} AND kind = {kind:UInt8}
      AND source_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
    UNION ALL
    SELECT
        {id:Identifier} AS source_id,
        sale.1 AS product_id,
        vitrineStampPoint(max(vitrineStamp(observed_at, sale.2))),
        vitrineStampPoint(max(vitrineStamp(observed_at, vitrineCents(sale.3)))),
        ifNull(max(sale.2), 0),
        ifNull(max(vitrineCents(sale.3)), 0),
        0
    FROM {landing:Identifier}
    ARRAY JOIN products AS sale
    WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND (isNotNull(sale.2) OR isNotNull(sale.3))
      AND {id:Identifier} NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
    GROUP BY source_id, product_id
    UNION ALL
    SELECT
        source_id, product_id, arraySlice(units_points, -1), arraySlice(gmv_points, -1), 0, 0,
        vitrineMayBeDip(units_points) OR vitrineMayBeDip(gmv_points)
    FROM
    (
        WITH toUnixTimestamp64Milli(observed_at) AS at
        SELECT
            {id:Identifier} AS source_id,
            sale.1 AS product_id,
            vitrinePoints(groupArrayIf((at, assumeNotNull(sale.2)), isNotNull(sale.2))) AS units_points,
            vitrinePoints(groupArrayIf((at, vitrineCents(assumeNotNull(sale.3))), isNotNull(sale.3))) AS gmv_points
        FROM {landing:Identifier}
        ARRAY JOIN products AS sale
        WHERE out_of_bounds = '' AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND (isNotNull(sale.2) OR isNotNull(sale.3))
          AND {id:Identifier} IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
        GROUP BY source_id, product_id
    )
)
GROUP BY source_id, product_id;
