-- What products and links amount to on the as-of day. The last-seen values of products are put beside it in generated/71_amounts.sql.

-- where any: {state:Identifier}.link
INSERT INTO {state:Identifier}.link_current (product_id, kind, source_id, user_id, made_day, units, gmv, beyond_units, beyond_gmv, recent_units, recent_gmv, sure, variance, views, views_windows)
WITH
    -- It states all that it sold up to the day on which its total was last observed.
    own.is_there AND own.seen_day >= 0 AND own.units >= total.units AS is_own,
    if(is_own, 1000 * toInt128(own.units), total.observed) AS observed_units,
    if(is_own, toInt128(0), total.stated) AS stated_units,
    if(is_own, after.units, total.thousandths - total.observed - total.stated) AS estimated_units,
    if(is_own, after.most, 1000 * (product.left_units - total.left_units)) AS left_most,
    -- By how much its own total says less, also where that counts for nothing.
    if(own.is_there AND own.seen_day >= 0 AND NOT is_own, greatest(0, total.units - own.units - intDiv(after.units, 1000)), toInt128(0)) AS own_less
SELECT
    product_id, kind, source_id,
    source.user_id,
    source.made_day,
    greatest(total.units, own.units) AS all_units,
    greatest(total.gmv, vitrineReported(own.gmv, {reporting:String}, {as_of_day:Int32}, rates.first_day, rates.product, rates.reporting)) AS all_gmv,
    all_units - total.units,
    all_gmv - total.gmv,
    total.recent_units,
    total.recent_gmv,
    vitrineSure(observed_units, stated_units, estimated_units, left_most, own_less),
    if(left_most > 0, vitrineVariance(toFloat64(estimated_units) / 1000, toFloat64(left_most) / 1000), 0),
    source.views,
    if(empty(moved.windows), arrayWithConstant({windows:UInt8}, toInt64(0)), moved.windows)
FROM {state:Identifier}.link AS link
INNER JOIN
(
    SELECT
        kind, source_id, user_id,
        ifNull(toInt32(intDiv(made_at, 86400)), ifNull(toInt32(toDate(first_seen)), 0)) AS made_day,
        ifNull(total_views_cnt, 0) AS views
    FROM
    (
        SELECT toUInt8(1) AS kind, video_id AS source_id, user_id, made_at, first_seen, total_views_cnt FROM {state:Identifier}.video_current
        UNION ALL
        SELECT toUInt8(2), live_id, user_id, made_at, first_seen, total_views_cnt FROM {state:Identifier}.live_current
    )
) AS source USING (kind, source_id)
LEFT JOIN
(
    SELECT kind, source_id, windows FROM {state:Identifier}.source_growth
) AS moved USING (kind, source_id)
LEFT JOIN
(
    -- Whole units: first of all videos (lives) of a product together, then those over each. The last days have no more than all.
    SELECT
        product_id, kind, sold.1 AS source_id, sold.2 AS units, sold.3 AS gmv, least(sold.4, sold.2) AS recent_units, sold.5 AS recent_gmv,
        sold.6 AS thousandths, sold.7 AS observed, sold.8 AS stated, sold.9 AS left_units
    FROM
    (
        SELECT
            product_id, kind,
            arraySort(groupArray((
                source_id, total.units, total.gmv, recent.units, recent.gmv, total.observed, total.stated, total.left_units))) AS each,
            arrayJoin(arrayZip(
                each.1, vitrineWholeUnits(kind, each.2), each.3, vitrineWholeUnits(kind, each.4), each.5,
                each.2, each.6, each.7, each.8)) AS sold
        FROM
        (
            SELECT product_id, kind, source_id, units, gmv, observed, stated, left_units
            FROM {state:Identifier}.link_total
            WHERE version = {version:UInt32}
        ) AS total
        LEFT JOIN
        (
            SELECT product_id, kind, source_id, sum(attribution.units) AS units, sum(toInt128(attribution.gmv)) AS gmv
            FROM {state:Identifier}.attribution AS attribution
            WHERE day > toDate({as_of_day:Int32} - 30)
            GROUP BY product_id, kind, source_id
            SETTINGS optimize_aggregation_in_order = 1
        ) AS recent USING (product_id, kind, source_id)
        GROUP BY product_id, kind
    )
) AS total USING (product_id, kind, source_id)
LEFT JOIN
(
    SELECT product_id, kind, source_id, units, gmv, seen_day, 1 AS is_there FROM {state:Identifier}.own_total
) AS own USING (product_id, kind, source_id)
LEFT JOIN (SELECT product_id, kind, source_id, units, most FROM {state:Identifier}.sold_after) AS after USING (product_id, kind, source_id)
LEFT JOIN
(
    SELECT product_id, left_units FROM {state:Identifier}.product_total WHERE version = {version:UInt32}
) AS product USING (product_id)
LEFT JOIN
(
    SELECT product_id, rate.first_day AS first_day, rate.product AS product, rate.reporting AS reporting
    FROM
    (
        SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32} AND {reporting:String} != ''
    ) AS product
    INNER JOIN {state:Identifier}.rate AS rate ON rate.currency = product.currency
) AS rates USING (product_id)
SETTINGS optimize_aggregation_in_order = 1;

INSERT INTO {state:Identifier}.product_amount
    (product_id, region, currency, min_price, max_price, price, first_day, units_total, units_max, gmv_total, lacks_rate)
WITH
    -- Amounts without those in another currency.
    counted.product_id != 0 AS is_counted_apart,
    if(is_counted_apart, counted.first_gmv, attribute.first_gmv) AS first_gmv,
    if(is_counted_apart, counted.first_price, attribute.first_price) AS first_price,
    least(toInt64(vitrineFirstStamped(first_gmv)),
        toInt64(vitrineFirstStamped(if(is_counted_apart, counted.firm_gmv, attribute.firm_gmv)))) AS first_gmv_amount,
    toInt64(vitrineStamped(if(is_counted_apart, counted.total_sale_gmv_amt, attribute.total_sale_gmv_amt))) AS gmv_seen,
    toInt64(vitrineStamped(if(is_counted_apart, counted.min_price, attribute.min_price))) AS min_price_seen,
    toInt64(vitrineStamped(if(is_counted_apart, counted.max_price, attribute.max_price))) AS max_price_seen,
    toInt64(vitrineStamped(if(is_counted_apart, counted.price_cents, attribute.price_cents))) AS price_seen,
    -- What was sold up to the day of the base is in it.
    ifNull(vitrineFirstDay(first_gmv) <= attribute.first_units_day, isNotNull(first_gmv)) AS base_is_gmv,
    ifNull(if(base_is_gmv, first_gmv_amount, vitrineWorth(attribute.first_units, toInt64(vitrineFirstStamped(first_price)))), 0) AS base_amount,
    ifNull(if(base_is_gmv, vitrineFirstDay(first_gmv), attribute.first_units_day), 0) AS base_day
SELECT
    product_id,
    attribute.region,
    if({reporting:String} = '', product.currency, {reporting:String}),
    vitrineReported(ifNull(min_price_seen, 0), {reporting:String}, {as_of_day:Int32}, rate.first_day, rate.product, rate.reporting),
    vitrineReported(ifNull(max_price_seen, 0), {reporting:String}, {as_of_day:Int32}, rate.first_day, rate.product, rate.reporting),
    vitrineReported(ifNull(price_seen, 0), {reporting:String}, {as_of_day:Int32}, rate.first_day, rate.product, rate.reporting),
    ifNull(toInt32(toDate(attribute.first_seen)), -1),
    ifNull(attribute.total_sale_cnt, vitrineCapped(days.units + beyond.units)) AS units_total,
    greatest(units_total, vitrineCapped(days.units)),
    if({reporting:String} = '' AND isNotNull(gmv_seen),
       greatest(assumeNotNull(gmv_seen), days.gmv),
       greatest(
           vitrineReported(base_amount, {reporting:String}, base_day, rate.first_day, rate.product, rate.reporting)
               + days.gmv - arraySum(cell -> if(cell.1 <= base_day, toInt128(cell.2), 0), early.cells),
           days.gmv + if(isNotNull(gmv_seen), 0, beyond.gmv))),
    {reporting:String} != '' AND (attribute.product_id != 0 OR product.currency != '')
        AND (empty(rate.product) OR ifNull(toInt32(toDate(attribute.first_seen)) < rate.first_day, 0))
FROM
(
    SELECT product_id, max(currency) AS currency
    FROM
    (
        SELECT product_id, currency FROM {state:Identifier}.product_currency WHERE version = {version:UInt32}
        UNION ALL
        SELECT DISTINCT product_id, '' FROM {state:Identifier}.link
    )
    GROUP BY product_id
) AS product
LEFT JOIN
(
    SELECT
        product_id,
        min(first_seen) AS first_seen,
        vitrineFirstDay(min(product_attribute.first_units)) AS first_units_day,
        -- The first total of the series: no derived one, or rounded one before an exact, is above the first firm one.
        least(
            toInt64(vitrineFirstStamped(min(product_attribute.first_units))),
            toInt64(vitrineFirstStamped(min(product_attribute.firm_units)))) AS first_units,
        min(product_attribute.first_gmv) AS first_gmv,
        min(product_attribute.firm_gmv) AS firm_gmv,
        min(product_attribute.first_price) AS first_price,
        vitrineLetters(vitrineStamped(max(region))) AS region,
        max(product_attribute.min_price) AS min_price,
        max(product_attribute.max_price) AS max_price,
        toInt64(vitrineStamped(max(total_sale_cnt))) AS total_sale_cnt,
        max(product_attribute.total_sale_gmv_amt) AS total_sale_gmv_amt,
        max(product_attribute.price_cents) AS price_cents
    FROM {state:Identifier}.product_attribute
    GROUP BY product_id
) AS attribute USING (product_id)
LEFT JOIN {state:Identifier}.counted_amount AS counted USING (product_id)
LEFT JOIN
(
    SELECT product_id, sum(beyond_units) AS units, sum(beyond_gmv) AS gmv FROM {state:Identifier}.link_current GROUP BY product_id
) AS beyond USING (product_id)
LEFT JOIN
(
    SELECT product_id, groupArray((toInt32(day), gmv_of_day)) AS cells
    FROM
    (
        SELECT product_id, day, sum(known_gmv) AS gmv_of_day FROM {state:Identifier}.product_day WHERE known_gmv != 0 GROUP BY product_id, day
    )
    GROUP BY product_id
) AS early USING (product_id)
LEFT JOIN (SELECT product_id, units, gmv FROM {state:Identifier}.product_total WHERE version = {version:UInt32}) AS days USING (product_id)
LEFT JOIN {state:Identifier}.rate AS rate ON rate.currency = product.currency
SETTINGS optimize_aggregation_in_order = 1;
