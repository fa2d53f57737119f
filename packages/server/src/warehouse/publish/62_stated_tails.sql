-- As 61, for the stated sales of videos (lives).

-- where any: {landing:Identifier}
INSERT INTO {state:Identifier}.stated_tail (version, kind, source_id, product_id, units, gmv, open)
SELECT
    {version:UInt32},
    {kind:UInt8},
    source_id,
    product_id,
    arraySlice(arraySort(arrayFlatten(groupArray(units))), -1) AS units_tail,
    arraySlice(arraySort(arrayFlatten(groupArray(gmv))), -1) AS gmv_tail,
    max(is_open)
        OR vitrineMayHaveFallen(units_tail, max(units_most)) OR vitrineMayHaveFallen(gmv_tail, max(gmv_most))
        OR vitrineIsFollowed(units_tail, max(units_derived)) OR vitrineIsFollowed(gmv_tail, max(gmv_derived))
FROM
(
    SELECT
        source_id, product_id, units, gmv, units[1].2 AS units_most, gmv[1].2 AS gmv_most, open AS is_open, 0 AS units_derived, 0 AS gmv_derived
    FROM {state:Identifier}.stated_tail
    WHERE version = {base:UInt32} AND kind = {kind:UInt8}
      AND source_id NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
    UNION ALL
    SELECT
        {id:Identifier} AS source_id,
        sale.1 AS product_id,
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, sale.2), grade = 0)),
        vitrineStampPoint(maxIf(vitrineStamp(observed_at, vitrineCents(sale.3)), grade = 0)),
        ifNull(maxIf(sale.2, grade = 0), 0),
        ifNull(maxIf(vitrineCents(sale.3), grade = 0), 0),
        0,
        maxIf(toInt32(toDate(observed_at)), grade = 2 AND isNotNull(sale.2)),
        maxIf(toInt32(toDate(observed_at)), grade = 2 AND isNotNull(sale.3))
    FROM {landing:Identifier}
    ARRAY JOIN products AS sale
    WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {settled_until:DateTime64(3, 'UTC')}
      AND (isNotNull(sale.2) OR isNotNull(sale.3))
      AND {id:Identifier} NOT IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
    GROUP BY source_id, product_id
    UNION ALL
    SELECT
        source_id, product_id, arraySlice(units_points, -1), arraySlice(gmv_points, -1), 0, 0,
        vitrineMayBeDip(units_points) OR vitrineMayBeDip(gmv_points), units_derived, gmv_derived
    FROM
    (
        WITH toUnixTimestamp64Milli(observed_at) AS at
        SELECT
            {id:Identifier} AS source_id,
            sale.1 AS product_id,
            vitrinePoints(vitrineSightings(at, assumeNotNull(sale.2), isNotNull(sale.2) AND grade = 0)) AS units_points,
            vitrinePoints(vitrineSightings(at, vitrineCents(assumeNotNull(sale.3)), isNotNull(sale.3) AND grade = 0)) AS gmv_points,
            maxIf(toInt32(toDate(observed_at)), grade = 2 AND isNotNull(sale.2)) AS units_derived,
            maxIf(toInt32(toDate(observed_at)), grade = 2 AND isNotNull(sale.3)) AS gmv_derived
        FROM {landing:Identifier}
        ARRAY JOIN products AS sale
        WHERE out_of_bounds = '' AND observed_at < {settled_until:DateTime64(3, 'UTC')}
          AND (isNotNull(sale.2) OR isNotNull(sale.3))
          AND {id:Identifier} IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = 1)
        GROUP BY source_id, product_id
    )
)
GROUP BY source_id, product_id;
