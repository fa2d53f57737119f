-- Known sales, last part: what changed of them is written. Where the product's own total does not stand, a day sold what is known of
-- it: of its sources together, or of the product as a whole where that is more.

-- where any: {state:Identifier}.touched_known WHERE has_sales
INSERT INTO {state:Identifier}.stated_day (product_id, kind, source_id, day, version, sale_known, sale_units, sale_gmv)
SELECT product_id, kind, source_id, day, {version:UInt32}, sum(known_change) AS known_sum, sum(units_change) AS units_sum, sum(gmv_change) AS gmv_sum
FROM
(
    SELECT product_id, kind, source_id, day, toInt64(1) AS known_change, units AS units_change, gmv AS gmv_change
    FROM {state:Identifier}.known_cell
    WHERE origin != 2 AND kind != 3
    UNION ALL
    SELECT product_id, kind, source_id, day, -sale_known, -sale_units, -sale_gmv
    FROM {state:Identifier}.stated_day
    WHERE product_id IN (SELECT product_id FROM {state:Identifier}.touched_known WHERE has_sales)
)
GROUP BY product_id, kind, source_id, day
HAVING known_sum != 0 OR units_sum != 0 OR gmv_sum != 0
SETTINGS max_partitions_per_insert_block = 0;

INSERT INTO {state:Identifier}.product_day (product_id, day, version, known_units, known_gmv)
SELECT product_id, day, {version:UInt32}, sum(units_change) AS units_sum, sum(gmv_change) AS gmv_sum
FROM
(
    SELECT
        product_id, day,
        if(toInt32(day) > units_first AND toInt32(day) <= units_last, 0, greatest(parts_units, whole_units)) AS units_change,
        if((toInt32(day) > units_first AND toInt32(day) <= units_last) OR (toInt32(day) > gmv_first AND toInt32(day) <= gmv_last),
           0, greatest(parts_gmv, whole_gmv)) AS gmv_change
    FROM
    (
        SELECT
            product_id, day,
            vitrineCapped(sumIf(toInt128(cell.units), kind != 3)) AS parts_units,
            vitrineCapped(sumIf(toInt128(cell.units), kind = 3)) AS whole_units,
            vitrineCapped(sumIf(toInt128(cell.gmv), kind != 3)) AS parts_gmv,
            vitrineCapped(sumIf(toInt128(cell.gmv), kind = 3)) AS whole_gmv
        FROM {state:Identifier}.known_cell AS cell
        GROUP BY product_id, day
    ) AS known
    LEFT JOIN {state:Identifier}.coverage AS coverage USING (product_id)
    UNION ALL
    SELECT product_id, day, -known_units, -known_gmv
    FROM {state:Identifier}.product_day
    INNER JOIN {state:Identifier}.touched_known AS touched USING (product_id)
    WHERE toInt32(day) > from_day AND day > toDate(greatest(0, (SELECT min(from_day) FROM {state:Identifier}.touched_known)))
)
GROUP BY product_id, day
HAVING units_sum != 0 OR gmv_sum != 0
SETTINGS max_partitions_per_insert_block = 0;
