-- Units and GMV of each day of the touched products: what stood after from_day is taken back, then written anew.
-- Runs for those that go on from their tails (rebuild = 0) and for those worked out from their first day (rebuild = 1).

-- where any: system.one WHERE {base:UInt32} > 0
INSERT INTO {state:Identifier}.product_day (product_id, day, version, units, gmv)
SELECT product_id, day, {version:UInt32}, -sum(units), -sum(gmv)
FROM {state:Identifier}.product_day
INNER JOIN (SELECT product_id, from_day FROM {state:Identifier}.touched_product WHERE rebuild = {rebuild:UInt8}) AS touched USING (product_id)
WHERE day > toDate({rewrite_after:Int32}) AND toInt32(day) > from_day
GROUP BY product_id, day
HAVING sum(units) != 0 OR sum(gmv) != 0
SETTINGS max_partitions_per_insert_block = 0;

INSERT INTO {state:Identifier}.product_day (product_id, day, version, units, gmv)
SELECT product_id, toDate(cell.1), {version:UInt32}, cell.2, cell.3
FROM
(
    SELECT
        product_id,
        arrayJoin(arrayFilter(cell -> cell.2 != 0 OR cell.3 != 0, arrayMap(
            (i, units, gmv, price, product_rate, reporting_rate) -> (first_day + toInt32(i) - 1, units,
                if({reporting:String} = '', if(gmv < 0, vitrineWorth(units, price), gmv),
                   vitrineConverted(if(gmv < 0, vitrineWorth(units, price), gmv), reporting_rate, product_rate))),
            range(1, days + 1), units_of_day, gmv_of_day, price_of_day, product_rate_of_day, reporting_rate_of_day))) AS cell
    FROM
    (
        SELECT
            product_id, first_day, days,
            vitrineAligned(units_growth, units_day, first_day, days, 0) AS units_of_day,
            -- -1 where no gap of running GMV covers the day.
            vitrineAligned(gmv_growth, gmv_day, first_day, days, -1) AS gmv_of_day,
            vitrineAligned(prices, price_day, first_day, days, first_price) AS price_of_day,
            vitrineAligned(product_rates, rate_day, first_day, days, 0) AS product_rate_of_day,
            vitrineAligned(reporting_rates, rate_day, first_day, days, 0) AS reporting_rate_of_day
        FROM
        (
            SELECT
                *,
                greatest(from_day + 1, arrayMin(arrayConcat(
                    if(empty(units_growth), [], [units_day]), if(empty(gmv_growth), [], [gmv_day]), [1000000]))) AS first_day,
                greatest(units_day + toInt32(length(units_growth)), gmv_day + toInt32(length(gmv_growth))) - 1 AS last_day,
                toUInt32(greatest(0, last_day - first_day + 1)) AS days
            FROM
            (
                SELECT
                    product_id, from_day, rate_day, product_rates, reporting_rates,
                    vitrineGrowth(units_points) AS units_growth,
                    vitrineGrowth(gmv_points) AS gmv_growth,
                    vitrineCarried(price_points, {as_of_day:Int32}) AS prices,
                    units_points[1].1 + 1 AS units_day,
                    gmv_points[1].1 + 1 AS gmv_day,
                    price_points[1].1 AS price_day,
                    price_points[1].2 AS first_price
                FROM
                (
                    SELECT
                        product_id, from_day, rate_day, product_rates, reporting_rates,
                        vitrineCounted(units_observed, notEmpty(units_seen), units_others) AS units_points,
                        vitrineCounted(gmv_observed, notEmpty(gmv_seen), gmv_others) AS gmv_points,
                        arrayConcat(price, vitrinePoints(price_seen)) AS price_points
                    FROM
                    (
                        SELECT
                            *,
                            arrayConcat(units, vitrinePoints(units_seen)) AS units_observed,
                            arrayConcat(gmv, vitrinePoints(gmv_seen)) AS gmv_observed
                        FROM
                        (
                            WITH
                                toUnixTimestamp64Milli(observed_at) AS at,
                                (product_id, observed_at) NOT IN (SELECT product_id, observed_at FROM {state:Identifier}.other_currency) AS counts,
                                assumeNotNull(total_sale_cnt) AS total,
                                vitrineCents(assumeNotNull(total_sale_gmv_amt)) AS cents,
                                isNotNull(total_sale_cnt) AS has_units,
                                counts AND isNotNull(total_sale_gmv_amt) AS has_gmv
                            SELECT
                                product_id,
                                vitrineSightings(at, total, has_units AND grade = 0) AS units_seen,
                                groupArrayIf((at, total, grade), has_units AND grade > 0) AS units_others,
                                vitrineSightings(at, cents, has_gmv AND grade = 0) AS gmv_seen,
                                groupArrayIf((at, cents, grade), has_gmv AND grade > 0) AS gmv_others,
                                vitrineSightings(at, assumeNotNull(price_cents), counts AND isNotNull(price_cents)) AS price_seen
                            FROM landing_product
                            WHERE out_of_bounds = '' AND observed_at >= {read_from:DateTime64(3, 'UTC')} AND observed_at < {until:DateTime64(3, 'UTC')}
                              AND product_id IN (SELECT product_id FROM {state:Identifier}.touched_product WHERE rebuild = {rebuild:UInt8})
                            GROUP BY product_id
                        ) AS seen
                        INNER JOIN
                        (
                            SELECT product_id, from_day, units, gmv, price, rate.first_day AS rate_day, rate.product AS product_rates, rate.reporting AS reporting_rates
                            FROM {state:Identifier}.touched_product AS touched
                            LEFT JOIN
                            (
                                SELECT product_id, currency
                                FROM {state:Identifier}.product_currency
                                WHERE version = {version:UInt32} AND {reporting:String} != ''
                            ) AS product USING (product_id)
                            LEFT JOIN {state:Identifier}.rate AS rate ON rate.currency = product.currency
                            WHERE rebuild = {rebuild:UInt8}
                        ) AS touched USING (product_id)
                    )
                )
            )
        )
    )
)
SETTINGS optimize_aggregation_in_order = 1, max_partitions_per_insert_block = 0, optimize_on_insert = 0, min_insert_block_size_rows = 8000000;
