-- What a week of the products of a bucket teaches (docs/estimates.md section 6): how much each source sells for its traffic, and the
-- storefront a day. It goes on from what the weeks before taught. All sums are in the order of ties, so that they are the same everywhere.

-- The products that sold something, on which days it is known what they sold, and what was learned before, faded.
INSERT INTO {state:Identifier}.learning
    (week, product_id, day_units, days, units, exposure, storefront_units, storefront_days, sources, link_units, link_exposures)
SELECT
    toDate({week:Int32}), product_id, sold.day_units,
    arraySum((units, place) -> bitShiftLeft(toUInt8(units > 0 OR
        (span.first_day < {week:Int32} + place AND {week:Int32} + place <= span.last_day)), place), sold.day_units, range(7)),
    before.faded * before.units, before.faded * before.exposure, before.faded * before.storefront_units, before.faded * before.storefront_days,
    before.sources,
    arrayMap(units -> before.faded * units, before.link_units),
    arrayMap(exposure -> before.faded * exposure, before.link_exposures)
FROM
(
    SELECT product_id, groupArrayInsertAt(toInt64(0), 7)(day_units, toUInt32(weekday)) AS day_units
    FROM
    (
        SELECT product_id, toInt32(day) - {week:Int32} AS weekday, sum(product_day.units + known_units) AS day_units
        FROM {state:Identifier}.product_day AS product_day
        WHERE day BETWEEN toDate({week:Int32}) AND toDate({week:Int32} + 6) AND product_id % {buckets:UInt32} = {bucket:UInt32}
          AND ({base:UInt32} = 0
            OR product_id IN (SELECT product_id FROM {state:Identifier}.relearned WHERE from_week <= toDate({week:Int32})))
        GROUP BY product_id, weekday
        HAVING day_units > 0
    )
    GROUP BY product_id
) AS sold
LEFT JOIN (SELECT product_id, first_day, last_day FROM {state:Identifier}.unit_span WHERE version = {version:UInt32}) AS span USING (product_id)
LEFT JOIN
(
    SELECT
        product_id, units, exposure, storefront_units, storefront_days, sources, link_units, link_exposures,
        vitrineFaded(intDiv({week:Int32} - toInt32(week), 7)) AS faded
    FROM {state:Identifier}.learned
    WHERE version = {version:UInt32} AND product_id % {buckets:UInt32} = {bucket:UInt32} AND (product_id, week) IN
    (
        SELECT product_id, max(week)
        FROM {state:Identifier}.learned
        WHERE version = {version:UInt32} AND week < toDate({week:Int32})
        GROUP BY product_id
    )
) AS before USING (product_id);

INSERT INTO {state:Identifier}.learned
    (version, product_id, week, units, exposure, storefront_units, storefront_days, storefront, sources, link_units, link_exposures, rates)
WITH
    product AS
    (
        SELECT * FROM {state:Identifier}.learning WHERE week = toDate({week:Int32}) AND product_id % {buckets:UInt32} = {bucket:UInt32}
    ),
    own AS
    (
        SELECT
            product_id, toInt32(day) - {week:Int32} + 1 AS weekday, kind, source_id,
            if(sum(sale_known) > 0, sum(sale_units), sum(units)) AS own_units,
            sum(sale_known) > 0 OR sum(known) > 0 AS is_known
        FROM {state:Identifier}.stated_day
        WHERE day BETWEEN toDate({week:Int32}) AND toDate({week:Int32} + 6) AND product_id % {buckets:UInt32} = {bucket:UInt32}
        GROUP BY product_id, weekday, kind, source_id
        HAVING is_known
    ),
    -- Of each source the traffic of the seven days, none where its sales are known, and what was learned before.
    link AS
    (
        SELECT
            product_id, source_id, kind,
            arrayMap(
                (views, known) -> if(known > 0, 0, toFloat64(views) * if(kind = 2, {live_weight:Float64}, {video_weight:Float64})),
                sumResample(1, 8, 1)(views, weekday), sumResample(1, 8, 1)(is_known, weekday)) AS traffic,
            sum(was_units) AS units_before,
            sum(was_exposure) AS exposure_before
        FROM
        (
            SELECT
                promoted.product_id AS product_id, moved.source_id AS source_id, moved.kind AS kind,
                toInt32(moved.day) - {week:Int32} + 1 AS weekday,
                moved.grown AS views, toInt64(0) AS is_known, toFloat64(0) AS was_units, toFloat64(0) AS was_exposure
            FROM {state:Identifier}.source_day AS moved
            INNER JOIN
            (
                SELECT product_id, kind, source_id, days
                FROM {state:Identifier}.link
                INNER JOIN (SELECT product_id, days FROM product) AS product USING (product_id)
            ) AS promoted ON promoted.kind = moved.kind AND promoted.source_id = moved.source_id
            WHERE moved.day BETWEEN toDate({week:Int32}) AND toDate({week:Int32} + 6)
              AND bitTest(promoted.days, toInt32(moved.day) - {week:Int32})
            UNION ALL
            SELECT product_id, source_id, kind, weekday, 0, 1, 0, 0 FROM own WHERE kind != 0
            UNION ALL
            SELECT product_id, source.1, source.2, 1, 0, 0, source.3, source.4
            FROM (SELECT product_id, arrayJoin(arrayZip(sources.1, sources.2, link_units, link_exposures)) AS source FROM product)
        )
        GROUP BY product_id, source_id, kind
        HAVING arraySum(traffic) > 0 OR units_before > 0 OR exposure_before > 0
    ),
    -- The letters are those of docs/estimates.md: u units on d days, a and ax of the product before, z and zd of the storefront, n and x of
    -- each link, w its traffic of the week.
    left_over AS
    (
        SELECT
            product_id,
            product.units AS a, product.exposure AS ax, product.storefront_units AS z, product.storefront_days AS zd,
            arrayMap(
                (units, own) -> toFloat64(greatest(toInt128(0), toInt128(units) - own)),
                product.day_units, arrayResize(known.own_units, 7)) AS left_units,
            arraySum(left_units) AS u,
            toFloat64(bitCount(product.days)) AS d,
            1 / (1 + 0.1 * u / d) AS h,
            arrayMap(each -> (each.1, each.2), seen.links) AS sources,
            seen.links.3 AS traffic,
            seen.links.4 AS n,
            seen.links.5 AS x,
            arrayMap(days -> h * arraySum(days), traffic) AS w,
            arraySum(w) AS wsum
        FROM product
        LEFT JOIN
        (
            SELECT product_id, sumResample(1, 8, 1)(toInt128(own.own_units), weekday) AS own_units FROM own GROUP BY product_id
        ) AS known USING (product_id)
        LEFT JOIN
        (
            SELECT product_id, arraySort(groupArray((source_id, kind, traffic, units_before, exposure_before))) AS links
            FROM link
            GROUP BY product_id
        ) AS seen USING (product_id)
    ),
    started AS
    (
        SELECT
            *,
            ((1 - {storefront_share:Float64}) * (h * u + {known_units:Float64})) / greatest(wsum + {known_exposure:Float64}, 1e-9) AS c,
            greatest((a + z + h * u) / (zd + h * d), 1e-9) AS m,
            vitrineLearnedRate(z, 10, greatest({storefront_share:Float64} * m, 1e-9), zd) AS f,
            vitrineLearnedRate(a, 2, c, ax) AS t0,
            arrayMap((units, exposure) -> vitrineLearnedRate(units, 10, t0, exposure), n, x) AS r0,
            f AS s0
        FROM left_over
    ),
    -- Three rounds: the week is split by the rates (q units of each day for one of weight, e of each link), and the rates follow the split.
    split1 AS (SELECT *, vitrineUnitsPerWeight(left_units, r0, traffic, s0) AS q1, vitrineSeenUnits(h, r0, traffic, q1) AS e1 FROM started),
    rates1 AS (SELECT *, vitrineProductRate(a, e1, c, ax, wsum) AS t1, vitrineLinkRates(n, e1, t1, x, w) AS r1, vitrineStorefrontRate(h, s0, q1, f, d) AS s1 FROM split1),
    split2 AS (SELECT *, vitrineUnitsPerWeight(left_units, r1, traffic, s1) AS q2, vitrineSeenUnits(h, r1, traffic, q2) AS e2 FROM rates1),
    rates2 AS (SELECT *, vitrineProductRate(a, e2, c, ax, wsum) AS t2, vitrineLinkRates(n, e2, t2, x, w) AS r2, vitrineStorefrontRate(h, s1, q2, f, d) AS s2 FROM split2),
    split3 AS (SELECT *, vitrineUnitsPerWeight(left_units, r2, traffic, s2) AS q3, vitrineSeenUnits(h, r2, traffic, q3) AS e3 FROM rates2),
    rates3 AS (SELECT *, vitrineProductRate(a, e3, c, ax, wsum) AS t3, vitrineLinkRates(n, e3, t3, x, w) AS r3, vitrineStorefrontRate(h, s2, q3, f, d) AS s3 FROM split3),
    ended AS (SELECT *, vitrineUnitsPerWeight(left_units, r3, traffic, s3) AS q, vitrineSeenUnits(h, r3, traffic, q) AS e FROM rates3)
SELECT
    {version:UInt32}, product_id, toDate({week:Int32}),
    if(u > 0, a + arraySum(e), a),
    if(u > 0, ax + wsum, ax),
    if(u > 0, z + h * (s3 * arraySum(q)), z),
    if(u > 0, zd + h * d, zd),
    s3,
    sources,
    if(u > 0, arrayMap((before, now) -> before + now, n, e), n),
    if(u > 0, arrayMap((before, now) -> before + now, x, w), x),
    r3
FROM ended
SETTINGS max_partitions_per_insert_block = 0;
