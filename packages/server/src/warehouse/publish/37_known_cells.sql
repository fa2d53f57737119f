-- Known sales, second part: what each source of a product is known to have sold on each day. Lines are measured; the growth of what a
-- video or live states itself counts where no line does, and matters where the product's own total does not stand.

INSERT INTO {state:Identifier}.raw_cell (product_id, kind, source_id, day, origin, units, gmv, is_served)
SELECT product_id, kind, source_id, first_day, 3, units, gmv, 0
FROM {state:Identifier}.sale_line
WHERE is_measured
UNION ALL
SELECT product_id, kind, source_id, day, 2, sum(stated.units), if(sum(gmv_known) > 0, sum(stated.gmv), -1), sum(gmv_known) > 0
FROM {state:Identifier}.stated_day AS stated
INNER JOIN {state:Identifier}.touched_known AS touched USING (product_id)
LEFT JOIN {state:Identifier}.coverage AS coverage USING (product_id)
WHERE toInt32(day) > from_day AND day > toDate(greatest(0, (SELECT min(from_day) FROM {state:Identifier}.touched_known)))
  AND (has_sales OR toInt32(day) <= units_first OR toInt32(day) > units_last)
GROUP BY product_id, kind, source_id, day
HAVING sum(known) > 0;

-- Prices where an amount is not stated, from the day each holds; the first one holds before it too.
INSERT INTO {state:Identifier}.known_price (product_id, day, price)
WITH
    points AS
    (
        SELECT product_id, toDate(observed_at) AS day, argMax(assumeNotNull(price_cents), (observed_at, assumeNotNull(price_cents))) AS price
        FROM landing_product
        WHERE out_of_bounds = '' AND isNotNull(price_cents) AND observed_at < {until:DateTime64(3, 'UTC')}
          AND (product_id IN (SELECT product_id FROM {state:Identifier}.raw_cell WHERE gmv < 0)
            OR product_id IN (SELECT product_id FROM {state:Identifier}.sale_line WHERE gmv < 0))
          AND (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency)
        GROUP BY product_id, day
    )
SELECT product_id, day, price FROM points
UNION ALL
SELECT product_id, toDate(0), argMin(price, day) FROM points GROUP BY product_id;

-- where any: system.one WHERE {reporting:String} != ''
INSERT INTO {state:Identifier}.known_rate (product_id, day, product_rate, reporting_rate)
SELECT product_id, day, product_rate, reporting_rate
FROM
(
    SELECT product_id, day FROM {state:Identifier}.raw_cell
    UNION DISTINCT
    SELECT product_id, first_day + arrayJoin(range(0, toUInt32(last_day - first_day + 1))) FROM {state:Identifier}.sale_line WHERE NOT is_measured
) AS needed
INNER JOIN
(
    SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32} AND {reporting:String} != ''
) AS own USING (product_id)
INNER JOIN
(
    SELECT currency, toDate(first_day + place - 1) AS day, product_rate, reporting_rate
    FROM {state:Identifier}.rate
    ARRAY JOIN product AS product_rate, reporting AS reporting_rate, arrayEnumerate(product) AS place
) AS rated USING (currency, day);

INSERT INTO {state:Identifier}.known_cell (product_id, kind, source_id, day, origin, units, gmv)
SELECT
    product_id, kind, source_id, day, max(cell.origin),
    vitrineCapped(if(countIf(cell.origin = 3) > 0, sumIf(toInt128(cell.units), cell.origin = 3), sum(toInt128(cell.units)))),
    vitrineCapped(if(countIf(cell.origin = 3) > 0, sumIf(toInt128(served), cell.origin = 3), sum(toInt128(served))))
FROM
(
    SELECT
        raw.product_id AS product_id, raw.kind AS kind, raw.source_id AS source_id, raw.day AS day, raw.origin AS origin, raw.units AS units,
        if(raw.gmv < 0, vitrineWorth(raw.units, price.price), raw.gmv) AS amount,
        if(is_served OR {reporting:String} = '', amount, vitrineConverted(amount, rate.reporting_rate, rate.product_rate)) AS served
    FROM {state:Identifier}.raw_cell AS raw
    ASOF LEFT JOIN {state:Identifier}.known_price AS price ON price.product_id = raw.product_id AND raw.day >= price.day
    LEFT JOIN {state:Identifier}.known_rate AS rate ON rate.product_id = raw.product_id AND rate.day = raw.day
) AS cell
GROUP BY product_id, kind, source_id, day;
