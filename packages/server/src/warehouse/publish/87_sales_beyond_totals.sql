-- Known sales that are more than their product sold on the day, for the report: rule 1 of docs/estimates.md section 6 limits them. Of the
-- last {days} days.

SELECT
    toString(product_id) AS product,
    sum(known_units - sold_units) AS beyond,
    count() AS days,
    sum(beyond) OVER () AS all_units,
    sum(days) OVER () AS all_days,
    count() OVER () AS all_products
FROM
(
    SELECT known.product_id AS product_id, known.day AS day, known.known_units AS known_units, toInt128(sold.units) AS sold_units
    FROM
    (
        SELECT product_id, day, sum(units) AS known_units
        FROM
        (
            SELECT product_id, kind, source_id, day, toInt128(if(sum(sale_known) > 0, sum(sale_units), sum(stated_day.units))) AS units
            FROM {state:Identifier}.stated_day AS stated_day
            WHERE day > toDate({as_of_day:Int32} - {days:Int32})
            GROUP BY product_id, kind, source_id, day
            HAVING sum(sale_known) > 0 OR sum(known) > 0
        )
        GROUP BY product_id, day
        HAVING known_units > 0
    ) AS known
    LEFT JOIN
    (
        SELECT product_id, day, sum(product_day.units + known_units) AS units
        FROM {state:Identifier}.product_day AS product_day
        WHERE day > toDate({as_of_day:Int32} - {days:Int32})
          AND product_id IN (SELECT product_id FROM {state:Identifier}.stated_day WHERE day > toDate({as_of_day:Int32} - {days:Int32}))
        GROUP BY product_id, day
    ) AS sold USING (product_id, day)
    WHERE known_units > sold_units
)
GROUP BY product_id
ORDER BY beyond DESC, product_id
LIMIT {examples:UInt8};
