-- Views (viewers, likes) of each day of the touched videos (lives): taken back after from_day, then written anew.

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.{days:Identifier} (kind, source_id, day, version, grown)
SELECT {kind:UInt8}, source_id, day, {version:UInt32}, -sum(grown)
FROM {state:Identifier}.{days:Identifier}
INNER JOIN
(
    SELECT source_id, from_day FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = {rebuild:UInt8}
) AS touched USING (source_id)
WHERE kind = {kind:UInt8} AND day > toDate({rewrite_after:Int32}) AND toInt32(day) > from_day
GROUP BY source_id, day
HAVING sum(grown) != 0
SETTINGS max_partitions_per_insert_block = 0;

-- where any: {landing:Identifier} WHERE isNotNull({total:Identifier})
INSERT INTO {state:Identifier}.{days:Identifier} (kind, source_id, day, version, grown)
SELECT {kind:UInt8}, source_id, toDate(cell.1), {version:UInt32}, cell.2
FROM
(
    SELECT
        source_id,
        vitrineGrowth(points) AS growth,
        arrayJoin(arrayFilter(cell -> cell.2 != 0, arrayMap(
            (i, grown) -> (points[1].1 + toInt32(i), grown), arrayEnumerate(growth), growth))) AS cell
    FROM
    (
        SELECT source_id, vitrineCounted(observed, notEmpty(points_seen), others) AS points
        FROM
        (
            SELECT
                source_id, points_seen, others,
                arrayConcat(if(empty(tail), vitrineOrigin(points_seen, others, made_day), tail), points_seen) AS observed
            FROM
            (
                WITH toUnixTimestamp64Milli(observed_at) AS at, assumeNotNull({total:Identifier}) AS total
                SELECT
                    {id:Identifier} AS source_id,
                    vitrinePoints(vitrineSightings(at, total, grade = 0)) AS points_seen,
                    groupArrayIf((at, total, grade), grade > 0) AS others
                FROM {landing:Identifier}
                WHERE out_of_bounds = '' AND isNotNull({total:Identifier})
                  AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {until:DateTime64(3, 'UTC')}
                  AND {id:Identifier} IN (
                      SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = {rebuild:UInt8})
                GROUP BY source_id
            ) AS seen
            INNER JOIN
            (
                SELECT source_id, made_day, touched_source.points AS tail FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = {rebuild:UInt8}
            ) AS touched USING (source_id)
        )
    )
)
SETTINGS optimize_aggregation_in_order = 1, max_partitions_per_insert_block = 0, optimize_on_insert = 0, min_insert_block_size_rows = 8000000;
