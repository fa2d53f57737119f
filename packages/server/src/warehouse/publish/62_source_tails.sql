-- As 61, for the views (viewers) and the own sales of videos (lives). Every source has a row: it remembers the day it was made.

INSERT INTO {state:Identifier}.source_tail (version, kind, source_id, made_day, views)
SELECT {version:UInt32}, {kind:UInt8}, source_id, made.made_day, tail.views
FROM
(
    SELECT source_id, toInt32(intDiv(vitrineStamped(max(made_at)), 86400)) AS made_day
    FROM {state:Identifier}.source_attribute
    WHERE kind = {kind:UInt8}
    GROUP BY source_id
) AS made
LEFT JOIN
(
    SELECT source_id, arraySlice(arraySort(arrayFlatten(groupArray(points))), -1) AS views
    FROM
    (
        SELECT source_id, views AS points
        FROM {state:Identifier}.source_tail
        WHERE version = {base:UInt32} AND kind = {kind:UInt8}
          AND source_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND late = 1)
        UNION ALL
        SELECT {id:Identifier}, vitrineStampPoint(max(vitrineStamp(observed_at, total_views_cnt)))
        FROM {landing:Identifier}
        WHERE isNotNull(total_views_cnt)
          AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND {id:Identifier} NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND late = 1)
        GROUP BY {id:Identifier}
        UNION ALL
        SELECT {id:Identifier}, vitrineStampPoint(max(vitrineStamp(observed_at, total_views_cnt)))
        FROM {landing:Identifier}
        WHERE isNotNull(total_views_cnt) AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND {id:Identifier} IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND late = 1)
        GROUP BY {id:Identifier}
    )
    GROUP BY source_id
) AS tail USING (source_id);


INSERT INTO {state:Identifier}.own_tail (version, kind, source_id, product_id, units, gmv)
SELECT
    {version:UInt32},
    {kind:UInt8},
    source_id,
    product_id,
    arraySlice(arraySort(arrayFlatten(groupArray(units))), -1),
    arraySlice(arraySort(arrayFlatten(groupArray(gmv))), -1)
FROM
(
    SELECT source_id, product_id, units, gmv
    FROM {state:Identifier}.own_tail
    WHERE version = {base:UInt32} AND kind = {kind:UInt8}
      AND source_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND late = 1)
    UNION ALL
    SELECT
        {id:Identifier} AS source_id,
        sale.1 AS product_id,
        vitrineStampPoint(max(vitrineStamp(observed_at, sale.2))),
        vitrineStampPoint(max(vitrineStamp(observed_at, vitrineCents(sale.3))))
    FROM {landing:Identifier}
    ARRAY JOIN products AS sale
    WHERE observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND (isNotNull(sale.2) OR isNotNull(sale.3))
      AND {id:Identifier} NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND late = 1)
    GROUP BY source_id, product_id
    UNION ALL
    SELECT
        {id:Identifier} AS source_id,
        sale.1 AS product_id,
        vitrineStampPoint(max(vitrineStamp(observed_at, sale.2))),
        vitrineStampPoint(max(vitrineStamp(observed_at, vitrineCents(sale.3))))
    FROM {landing:Identifier}
    ARRAY JOIN products AS sale
    WHERE observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND (isNotNull(sale.2) OR isNotNull(sale.3))
      AND {id:Identifier} IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND late = 1)
    GROUP BY source_id, product_id
)
GROUP BY source_id, product_id;
