-- What looks wrong about a total, for the report: of the entities with news, or a part of them where they are many ({one_in}), a point a
-- day of the last {days} days. Totals that a source rounds or that are calculated say so themselves, and are left out.

SELECT
    sum(steps) AS all_steps,
    sum(falls) AS all_falls,
    arraySlice(arrayMap(each -> each.2, arraySort(groupArrayIf((-falls, concat(toString(id), ': ', toString(falls), ' of ', toString(steps), ' steps')), falls > 0))), 1, {examples:UInt8}) AS falling,
    countIf(steps >= 6) AS followed,
    countIf(is_rounded) AS rounded,
    arraySlice(arraySort(groupArrayIf(concat(toString(id), ': ', toString(totals[1]), ' to ', toString(totals[-1])), is_rounded)), 1, {examples:UInt8}) AS rounding,
    count() AS entities,
    countIf(zeros > 0) AS zeroed,
    arraySlice(arraySort(groupArrayIf(toString(id), zeros > 0)), 1, {examples:UInt8}) AS zeroing
FROM
(
    SELECT
        id,
        arrayMap(point -> point.2, points) AS totals,
        length(points) - 1 AS steps,
        arrayCount((a, b) -> b < a, arrayPopBack(totals), arrayPopFront(totals)) AS falls,
        arrayCount((a, b) -> b > a, arrayPopBack(totals), arrayPopFront(totals)) AS growths,
        steps >= 6 AND falls = 0 AND growths > 0 AND growths * 3 <= steps AND totals[-1] >= 1000
            AND arrayAll(total -> total % 100 = 0, totals) AS is_rounded,
        arrayCount(fall -> fall.2 > 0 AND totals[fall.1 + 1] = 0, vitrineFalls(points)) AS zeros
    FROM
    (
        SELECT
            {id:Identifier} AS id,
            vitrinePoints(vitrineSightings(toUnixTimestamp64Milli(observed_at), assumeNotNull({total:Identifier}), 1)) AS points
        FROM {landing:Identifier}
        WHERE out_of_bounds = '' AND grade = 0 AND isNotNull({total:Identifier})
          AND observed_at >= toDateTime64(toDate({as_of_day:Int32} - {days:Int32}), 3, 'UTC') AND observed_at < {until:DateTime64(3, 'UTC')}
          AND cityHash64({id:Identifier}) % {one_in:UInt32} = 0
          AND {id:Identifier} IN (
              SELECT product_id FROM {state:Identifier}.touched_product WHERE {kind:UInt8} = 0
              UNION ALL
              SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8})
        GROUP BY id
    )
    WHERE length(points) > 1
)
