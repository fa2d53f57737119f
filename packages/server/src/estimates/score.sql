-- name: hidden_sales
-- Of each source of the hidden fold, each product and each window: what it is known to have sold on days on which it is known, what the
-- trial estimates for these days, and what its product sold on them.
WITH
    stated AS
    (
        SELECT product_id, kind, source_id, day, if(sum(sale_known) > 0, sum(sale_units), sum(units)) AS stated_units
        FROM {source:Identifier}.stated_day
        WHERE version <= {served:UInt32} AND day > toDate({as_of_day:Int32} - {days_judged:Int32})
          AND product_id IN (SELECT product_id FROM {state:Identifier}.chosen)
        GROUP BY product_id, kind, source_id, day
        HAVING sum(sale_known) > 0 OR sum(known) > 0
    ),
    sold AS
    (
        SELECT product_id, day, sum(units + known_units) AS sold_units
        FROM {state:Identifier}.product_day
        WHERE day > toDate({as_of_day:Int32} - {days_judged:Int32})
        GROUP BY product_id, day
    ),
    -- What is known of a day is at most what its product sold: more is split in proportion, as a publish does (rule 1 of docs/estimates.md
    -- section 6), in the order of ties, the storefront last.
    known AS
    (
        SELECT product_id, day, sold_units, share.1.1 AS source_id, share.1.2 AS kind, share.2 AS known_thousandths
        FROM
        (
            SELECT
                stated.product_id AS product_id, stated.day AS day, any(toInt128(sold.sold_units)) AS sold_units,
                arraySort(groupArrayIf((source_id, kind, toInt128(stated_units)), kind != 0)) AS sources,
                sumIf(toInt128(stated_units), kind = 0) AS storefront,
                arrayPushBack(sources.3, storefront) AS units,
                arraySum(units) > sold_units AS is_more,
                if(is_more, vitrineProportions(1000 * sold_units, units), arrayMap(each -> 1000 * each, units)) AS thousandths
            FROM stated
            LEFT JOIN sold ON sold.product_id = stated.product_id AND sold.day = stated.day
            GROUP BY product_id, day
        )
        ARRAY JOIN arrayZip(sources, arrayPopBack(thousandths)) AS share
        -- What was never seen by a view cannot be told from the storefront.
        WHERE toInt32(sipHash64(source_id) % {folds:UInt32}) = {hidden_fold:Int32}
          AND (product_id, kind, source_id) IN (SELECT product_id, kind, source_id FROM {state:Identifier}.link)
          AND (kind, source_id) IN (SELECT kind, source_id FROM {state:Identifier}.source_day)
    ),
    -- Days without a total of the product are known by the same records that are hidden: only where these are of the product as a whole,
    -- or of its storefront too, do they say what it sold as a total would.
    whole AS
    (
        SELECT whole_sold.product_id AS product_id
        FROM
        (
            SELECT product_id, sum(known_units) AS units
            FROM {state:Identifier}.product_day
            WHERE day > toDate({as_of_day:Int32} - {days_judged:Int32})
            GROUP BY product_id
        ) AS whole_sold
        LEFT JOIN
        (
            SELECT product_id, sum(sale_units) AS units
            FROM {source:Identifier}.stated_day
            WHERE version <= {served:UInt32} AND kind IN (1, 2) AND day > toDate({as_of_day:Int32} - {days_judged:Int32})
            GROUP BY product_id
        ) AS parts ON parts.product_id = whole_sold.product_id
        WHERE whole_sold.units > parts.units
    ),
    estimated AS
    (
        SELECT product_id, kind, source_id, day, sum(units) AS thousandths
        FROM {state:Identifier}.attribution
        WHERE day > toDate({as_of_day:Int32} - {days_judged:Int32})
          AND toInt32(sipHash64(source_id) % {folds:UInt32}) = {hidden_fold:Int32}
        GROUP BY product_id, kind, source_id, day
    )
SELECT
    toString(product_id) AS product,
    kind,
    toString(source_id) AS source,
    arrayJoin(arrayFilter(days -> toInt32(day) > {as_of_day:Int32} - days, {windows_judged:Array(Int32)})) AS window,
    toFloat64(sum(known_thousandths)) / 1000 AS known,
    toFloat64(sum(thousandths)) / 1000 AS estimated,
    toFloat64(sum(sold_units)) AS of_product
FROM
(
    SELECT
        known.product_id AS product_id, known.kind AS kind, known.source_id AS source_id, known.day AS day,
        known.known_thousandths AS known_thousandths, estimated.thousandths AS thousandths, known.sold_units AS sold_units
    FROM known
    LEFT JOIN estimated
        ON estimated.product_id = known.product_id AND estimated.kind = known.kind AND estimated.source_id = known.source_id
        AND estimated.day = known.day
    LEFT JOIN (SELECT product_id, first_day, last_day FROM {state:Identifier}.unit_span) AS span ON span.product_id = known.product_id
    WHERE (toInt32(known.day) > span.first_day AND toInt32(known.day) <= span.last_day)
       OR known.product_id IN (SELECT product_id FROM whole)
)
GROUP BY product_id, kind, source_id, window
ORDER BY product_id, kind, source_id, window;

-- name: contradictions
-- Known sales of the days that are judged, and those of them that are more than the products sold: on how many days of a product.
SELECT
    toFloat64(sum(known_units)) AS knownUnits,
    toFloat64(sum(greatest(known_units - sold_units, 0))) AS units,
    toFloat64(countIf(known_units > sold_units)) AS productDays,
    toFloat64(uniqExactIf(product_id, known_units > sold_units)) AS products
FROM
(
    SELECT stated.product_id AS product_id, day, stated.known_units AS known_units, toInt128(sold.sold_units) AS sold_units
    FROM
    (
        SELECT product_id, day, sum(toInt128(stated_units)) AS known_units
        FROM
        (
            SELECT product_id, kind, source_id, day, if(sum(sale_known) > 0, sum(sale_units), sum(units)) AS stated_units
            FROM {source:Identifier}.stated_day
            WHERE version <= {served:UInt32} AND day > toDate({as_of_day:Int32} - {days_judged:Int32})
              AND product_id IN (SELECT product_id FROM {state:Identifier}.chosen)
            GROUP BY product_id, kind, source_id, day
            HAVING sum(sale_known) > 0 OR sum(known) > 0
        )
        GROUP BY product_id, day
    ) AS stated
    LEFT JOIN
    (
        SELECT product_id, day, sum(units + known_units) AS sold_units
        FROM {state:Identifier}.product_day
        WHERE day > toDate({as_of_day:Int32} - {days_judged:Int32})
        GROUP BY product_id, day
    ) AS sold USING (product_id, day)
);
