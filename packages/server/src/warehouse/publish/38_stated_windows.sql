-- Known sales, third part: stated ranges spread over the days that nothing better covers; of videos, lives and the storefront
-- (whole = 0), then of products as wholes (whole = 1, kind 3), where what is known of their sources is the least they sold.

INSERT INTO {state:Identifier}.range_day (product_id, kind, source_id, day, fixed_units, fixed_gmv, least_units, least_gmv)
WITH
    days AS
    (
        SELECT DISTINCT
            product_id, if({whole:UInt8} = 1, 3, kind) AS kind, source_id,
            first_day + arrayJoin(range(0, toUInt32(last_day - first_day + 1))) AS day
        FROM {state:Identifier}.sale_line
        WHERE NOT is_measured AND is_whole = {whole:UInt8}
    ),
    covered AS
    (
        SELECT product_id, kind, source_id, day, 1 AS is_fixed, units, gmv
        FROM {state:Identifier}.known_cell
        WHERE {whole:UInt8} = 0 AND (product_id, kind, source_id, day) IN (SELECT product_id, kind, source_id, day FROM days)
        UNION ALL
        SELECT product_id, 3, 0, day, max(origin) = 3, vitrineCapped(sum(toInt128(cell.units))), vitrineCapped(sum(toInt128(cell.gmv)))
        FROM {state:Identifier}.known_cell AS cell
        WHERE {whole:UInt8} = 1 AND (product_id, day) IN (SELECT product_id, day FROM days)
        GROUP BY product_id, day
    ),
    grown AS
    (
        SELECT product_id, day, sum(product_day.units) AS units, sum(product_day.gmv) AS gmv
        FROM {state:Identifier}.product_day AS product_day
        WHERE {whole:UInt8} = 1 AND (product_id, day) IN (SELECT product_id, day FROM days)
        GROUP BY product_id, day
    )
SELECT
    days.product_id,
    days.kind,
    days.source_id,
    days.day,
    multiIf(units_stand, grown.units, covered.is_fixed = 1, covered.units, -1) AS fixed_units,
    multiIf(units_stand OR gmv_stands, grown.gmv, covered.is_fixed = 1, covered.gmv, -1) AS fixed_gmv,
    if(fixed_units < 0, covered.units, 0),
    if(fixed_gmv < 0, covered.gmv, 0)
FROM
(
    SELECT
        days.*,
        {whole:UInt8} = 1 AND toInt32(day) > units_first AND toInt32(day) <= units_last AS units_stand,
        {whole:UInt8} = 1 AND toInt32(day) > gmv_first AND toInt32(day) <= gmv_last AS gmv_stands
    FROM days
    LEFT JOIN {state:Identifier}.coverage AS coverage USING (product_id)
) AS days
LEFT JOIN covered ON covered.product_id = days.product_id AND covered.kind = days.kind AND covered.source_id = days.source_id AND covered.day = days.day
LEFT JOIN grown ON grown.product_id = days.product_id AND grown.day = days.day;

-- The days of all ranges of one source follow each other in lists; a range is a stretch of them. Shorter ranges come first.
INSERT INTO {state:Identifier}.known_cell (product_id, kind, source_id, day, origin, units, gmv)
WITH
    of_days AS
    (
        SELECT
            ranged.product_id AS product_id, ranged.kind AS kind, ranged.source_id AS source_id,
            arraySort(groupArray((
                ranged.day, fixed_units, fixed_gmv, least_units, least_gmv, price.price, rate.product_rate, rate.reporting_rate))) AS cells
        FROM {state:Identifier}.range_day AS ranged
        ASOF LEFT JOIN {state:Identifier}.known_price AS price ON price.product_id = ranged.product_id AND ranged.day >= price.day
        LEFT JOIN {state:Identifier}.known_rate AS rate ON rate.product_id = ranged.product_id AND rate.day = ranged.day
        WHERE (ranged.kind = 3) = {whole:UInt8}
        GROUP BY product_id, kind, source_id
    ),
    of_ranges AS
    (
        SELECT product_id, kind, source_id, arraySort(groupArray((toUInt32(last_day - first_day + 1), first_day, units, gmv))) AS ranges
        FROM
        (
            SELECT
                product_id, if({whole:UInt8} = 1, 3, line.kind) AS kind, source_id, first_day, last_day,
                vitrineCapped(sum(toInt128(line.units))) AS units,
                if(min(line.gmv) < 0, -1, vitrineCapped(sum(toInt128(line.gmv)))) AS gmv
            FROM {state:Identifier}.sale_line AS line
            WHERE NOT is_measured AND is_whole = {whole:UInt8}
            GROUP BY product_id, kind, source_id, first_day, last_day
        )
        GROUP BY product_id, kind, source_id
    ),
    placed AS
    (
        SELECT
            product_id, kind, source_id, cells,
            arrayMap(cell -> cell.1, cells) AS days,
            arrayMap(r -> (toUInt32(indexOf(days, r.2)), r.1, r.3), ranges) AS units_ranges,
            arrayMap(r -> (toUInt32(indexOf(days, r.2)), r.1, if({reporting:String} = '' OR r.4 < 0, r.4, vitrineCapped(arraySum(
                (share, cell) -> toInt128(vitrineConverted(share, cell.8, cell.7)),
                vitrineEvenly(r.4, r.1), arraySlice(cells, indexOf(days, r.2), r.1))))), ranges) AS gmv_ranges
        FROM of_days
        INNER JOIN of_ranges USING (product_id, kind, source_id)
    ),
    units_filled AS
    (
        SELECT *, vitrineFilled(
            arrayMap(cell -> cell.2, cells), arrayMap(cell -> cell.4, cells), arrayMap(cell -> toInt64(0), cells), units_ranges) AS units
        FROM placed
    ),
    gmv_filled AS
    (
        SELECT *, vitrineFilled(
            arrayMap(cell -> cell.3, cells), arrayMap(cell -> cell.5, cells),
            arrayMap((cell, sold) -> if({reporting:String} = '', vitrineWorth(sold, cell.6),
                vitrineConverted(vitrineWorth(sold, cell.6), cell.8, cell.7)), cells, units),
            gmv_ranges) AS gmv
        FROM units_filled
    )
SELECT product_id, kind, source_id, day, 1, sold, earned
FROM gmv_filled
ARRAY JOIN days AS day, units AS sold, gmv AS earned, cells AS cell
WHERE cell.2 < 0;
