-- Exchange rates of every currency, a day each up to the as-of day, beside those of the reporting currency.
-- A currency always converts to itself; the US dollar is 1 before its first record. Empty without a reporting currency.

-- where any: system.one WHERE {reporting:String} != ''
INSERT INTO {state:Identifier}.rate (currency, first_day, product, reporting)
WITH
    known AS
    (
        SELECT currency, arraySort(groupArray((toInt32(date), rate))) AS points
        FROM
        (
            SELECT toString(currency) AS currency, date, toInt64(toDecimal128(argMax(per_usd, (observed_at, per_usd)), 6) * 1000000) AS rate
            FROM landing_fx
            WHERE out_of_bounds = '' AND date <= toDate({as_of_day:Int32})
            GROUP BY currency, date
            UNION ALL
            SELECT 'USD', toDate(0), toInt64(1000000)
        )
        GROUP BY currency
    ),
    carried AS (SELECT currency, points[1].1 AS first_day, vitrineCarried(points, {as_of_day:Int32}) AS rates FROM known)
SELECT
    product.currency,
    greatest(product.first_day, target.first_day) AS common_day,
    arraySlice(product.rates, common_day - product.first_day + 1),
    arraySlice(target.rates, common_day - target.first_day + 1)
FROM carried AS product
CROSS JOIN (SELECT first_day, rates FROM carried WHERE currency = {reporting:String}) AS target
WHERE {reporting:String} != '' AND product.currency != {reporting:String}
UNION ALL
SELECT {reporting:String}, 0, arrayWithConstant(toUInt32({as_of_day:Int32} + 1), 1), arrayWithConstant(toUInt32({as_of_day:Int32} + 1), 1)
WHERE {reporting:String} != '';
