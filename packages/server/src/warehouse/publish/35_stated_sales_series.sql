-- Sales that videos (lives) state of themselves, a product and day: first as current values, then as series like views.

INSERT INTO {state:Identifier}.stated_sales (product_id, kind, source_id, units, gmv)
SELECT sale.1, {kind:UInt8}, {id:Identifier} AS source_id, max(vitrineStamp(observed_at, sale.2)), max(vitrineStamp(observed_at, vitrineCents(sale.3)))
FROM {landing:Identifier}
ARRAY JOIN products AS sale
WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')})
  AND observed_at < {until:DateTime64(3, 'UTC')}
  AND (isNotNull(sale.2) OR isNotNull(sale.3)) AND grade < 2
GROUP BY source_id, sale.1;

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.stated_day (product_id, kind, source_id, day, version, known, units, gmv_known, gmv)
SELECT
    product_id, {kind:UInt8}, source_id, day, {version:UInt32},
    -sumIf(known, is_after_units), -sumIf(units, is_after_units), -sumIf(gmv_known, is_after_gmv), -sumIf(gmv, is_after_gmv)
FROM
(
    SELECT
        stated.*,
        toInt32(day) > if(empty(tail.units), -1, tail.units[1].1) AS is_after_units,
        toInt32(day) > if(empty(tail.gmv), -1, tail.gmv[1].1) AS is_after_gmv
    FROM {state:Identifier}.stated_day AS stated
    LEFT JOIN
    (
        SELECT product_id, source_id, units, gmv FROM {state:Identifier}.stated_tail
        WHERE version = {base:UInt32} AND kind = {kind:UInt8} AND {rebuild:UInt8} = 0
    ) AS tail USING (product_id, source_id)
    WHERE kind = {kind:UInt8} AND day > toDate({rewrite_after:Int32})
      AND source_id IN (SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = {rebuild:UInt8})
)
GROUP BY product_id, source_id, day
SETTINGS max_partitions_per_insert_block = 0;

-- where any: {landing:Identifier} WHERE observed_at >= {read_from:DateTime64(3, 'UTC')} AND arrayExists(sale -> isNotNull(sale.2) OR isNotNull(sale.3), products)
INSERT INTO {state:Identifier}.stated_day (product_id, kind, source_id, day, version, known, units, gmv_known, gmv)
SELECT product_id, {kind:UInt8}, source_id, toDate(cell.1), {version:UInt32}, cell.2, cell.3, cell.4, cell.5
FROM
(
    SELECT
        product_id,
        source_id,
        arrayJoin(arrayConcat(
            arrayMap((i, grown) -> (units_points[1].1 + toInt32(i), 1, grown, 0, toInt64(0)), arrayEnumerate(units_growth), units_growth),
            arrayMap((i, grown, product_rate, reporting_rate) -> (gmv_points[1].1 + toInt32(i), 0, toInt64(0), 1,
                    if({reporting:String} = '', grown, vitrineConverted(grown, reporting_rate, product_rate))),
                arrayEnumerate(gmv_growth), gmv_growth,
                vitrineAligned(product_rates, rate_day, gmv_points[1].1 + 1, toUInt32(length(gmv_growth)), 0),
                vitrineAligned(reporting_rates, rate_day, gmv_points[1].1 + 1, toUInt32(length(gmv_growth)), 0)))) AS cell
    FROM
    (
        SELECT *, vitrineGrowth(units_points) AS units_growth, vitrineGrowth(gmv_points) AS gmv_growth
        FROM
        (
            SELECT
                *,
                vitrineCounted(units_observed, notEmpty(units_seen), units_others) AS units_points,
                vitrineCounted(gmv_observed, notEmpty(gmv_seen), gmv_others) AS gmv_points
            FROM
            (
                SELECT
                    product_id, source_id, rate_day, product_rates, reporting_rates,
                    units_seen, units_others, gmv_seen, gmv_others,
                    arrayConcat(if(empty(tail.units), vitrineOrigin(units_seen, units_others, made_day), tail.units), units_seen) AS units_observed,
                    arrayConcat(if(empty(tail.gmv), vitrineOrigin(gmv_seen, gmv_others, made_day), tail.gmv), gmv_seen) AS gmv_observed
                FROM
                (
                    WITH
                        toUnixTimestamp64Milli(observed_at) AS at,
                        assumeNotNull(sale.2) AS total,
                        vitrineCents(assumeNotNull(sale.3)) AS cents
                    SELECT
                        sale.1 AS product_id,
                        {id:Identifier} AS source_id,
                        vitrinePoints(vitrineSightings(at, total, isNotNull(sale.2) AND grade = 0)) AS units_seen,
                        groupArrayIf((at, total, grade), isNotNull(sale.2) AND grade > 0) AS units_others,
                        vitrinePoints(vitrineSightings(at, cents, isNotNull(sale.3) AND grade = 0)) AS gmv_seen,
                        groupArrayIf((at, cents, grade), isNotNull(sale.3) AND grade > 0) AS gmv_others
                    FROM {landing:Identifier}
                    ARRAY JOIN products AS sale
                    WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {until:DateTime64(3, 'UTC')}
                      AND (isNotNull(sale.2) OR isNotNull(sale.3))
                      AND {id:Identifier} IN (
                          SELECT source_id FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8} AND rebuild = {rebuild:UInt8})
                    GROUP BY product_id, source_id
                ) AS seen
                INNER JOIN (SELECT source_id, made_day FROM {state:Identifier}.touched_source WHERE kind = {kind:UInt8}) AS touched USING (source_id)
                LEFT JOIN
                (
                    SELECT product_id, source_id, units, gmv FROM {state:Identifier}.stated_tail
                    WHERE version = {base:UInt32} AND kind = {kind:UInt8} AND {rebuild:UInt8} = 0
                ) AS tail USING (product_id, source_id)
                LEFT JOIN
                (
                    SELECT product_id, rate.first_day AS rate_day, rate.product AS product_rates, rate.reporting AS reporting_rates
                    FROM
                    (
                        SELECT product_id, currency
                        FROM {state:Identifier}.product_currency
                        WHERE version = {version:UInt32} AND {reporting:String} != ''
                    ) AS product
                    INNER JOIN {state:Identifier}.rate AS rate ON rate.currency = product.currency
                ) AS rates USING (product_id)
            )
        )
    )
)
SETTINGS max_partitions_per_insert_block = 0, optimize_on_insert = 0, min_insert_block_size_rows = 8000000;
