-- Where rates are learned: from which week on each product that has news is learned anew, and what stays of what was learned before. A week
-- is learned from those before it, so that all weeks after the first one with news are split again.

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.relearned (product_id, from_week)
SELECT product_id, if(known.earliest != toDate(0) AND news.week <= known.earliest, toDate(0), news.week)
FROM
(
    SELECT product_id, toMonday(min(day)) AS week
    FROM
    (
        SELECT product_id, day FROM {state:Identifier}.touched_cell
        UNION ALL
        -- Days that are known now, or no more: of a product whose total was not observed before, all.
        SELECT
            product_id,
            toDate(least(
                if(count() = 2 AND min(span.first_day) = max(span.first_day), 65535, min(span.first_day) + 1),
                if(min(span.last_day) = max(span.last_day), 65535, min(span.last_day) + 1)))
        FROM {state:Identifier}.unit_span AS span
        WHERE version IN ({base:UInt32}, {version:UInt32})
        GROUP BY product_id
        HAVING count() = 1 OR min(span.first_day) != max(span.first_day) OR min(span.last_day) != max(span.last_day)
    )
    GROUP BY product_id
) AS news
LEFT JOIN
(
    SELECT product_id, min(week) AS earliest FROM {state:Identifier}.learned WHERE version = {base:UInt32} GROUP BY product_id
) AS known USING (product_id);

-- where any: {state:Identifier}.relearned
INSERT INTO {state:Identifier}.touched_cell (product_id, day)
SELECT DISTINCT product_id, day
FROM {state:Identifier}.product_day
INNER JOIN {state:Identifier}.relearned AS relearned USING (product_id)
WHERE day >= from_week AND day >= (SELECT min(from_week) FROM {state:Identifier}.relearned)
SETTINGS max_partitions_per_insert_block = 0;

-- Of the others, and of the weeks before, what was learned stays: of each product the weeks that news usually reach, and the last one before.
-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.learned
    (version, product_id, week, units, exposure, storefront_units, storefront_days, sources, link_units, link_exposures)
SELECT {version:UInt32}, product_id, week, units, exposure, storefront_units, storefront_days, sources, link_units, link_exposures
FROM {state:Identifier}.learned
WHERE version = {base:UInt32} AND (product_id, week) IN
(
    SELECT product_id, arrayJoin(arrayFilter(
        (week, next) -> next = toDate(0) OR next >= toMonday(toDate({as_of_day:Int32})) - 7, weeks, arrayShiftLeft(weeks, 1, toDate(0))))
    FROM
    (
        SELECT product_id, arraySort(groupArray(week)) AS weeks
        FROM {state:Identifier}.learned
        LEFT JOIN (SELECT product_id, from_week, 1 AS is_relearned FROM {state:Identifier}.relearned) AS relearned USING (product_id)
        WHERE version = {base:UInt32} AND (is_relearned = 0 OR week < from_week)
        GROUP BY product_id
    )
);
