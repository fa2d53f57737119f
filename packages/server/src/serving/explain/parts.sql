-- The parts of a number, a statement for each way they are kept: `part` names one, `amount` is its value in units of its last digit.
-- Days are those from {first_day} to {last_day}, of the changes up to {version}.

-- name: days
SELECT toString(day) AS part, sum(toInt128({column:Identifier})) AS amount, toInt128(0) AS stated
FROM {state:Identifier}.{table:Identifier}
WHERE {key:Identifier} = {id:UInt64} AND version <= {version:UInt32}
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY day
HAVING amount != 0;

-- name: days-of-kind
SELECT toString(day) AS part, sum(toInt128({column:Identifier})) AS amount, toInt128(0) AS stated
FROM {state:Identifier}.{table:Identifier}
WHERE kind = {source:UInt8} AND source_id = {id:UInt64} AND version <= {version:UInt32}
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY day
HAVING amount != 0;

-- name: days-in-currency
SELECT toString(day) AS part, sum(toInt128({column:Identifier})) AS amount, toInt128(0) AS stated
FROM {state:Identifier}.{table:Identifier}
WHERE {key:Identifier} = {id:UInt64} AND currency = {currency:String} AND version <= {version:UInt32}
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY day
HAVING amount != 0;

-- name: product-days
SELECT toString(day) AS part, sum(toInt128({column:Identifier})) + sum(toInt128({stated:Identifier})) AS amount, sum(toInt128({stated:Identifier})) AS stated
FROM {state:Identifier}.product_day
WHERE product_id = {id:UInt64} AND version <= {version:UInt32}
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY day
HAVING amount != 0;

-- name: product-split
SELECT pieces.1 AS part, pieces.2 AS amount, toInt128(0) AS stated
FROM
(
    SELECT arrayJoin([('videos', by_video), ('lives', by_live), ('storefront', whole - by_video - by_live)]) AS pieces
    FROM
    (
        SELECT
            (
                SELECT sum(toInt128({column:Identifier})) + sum(toInt128({stated:Identifier}))
                FROM {state:Identifier}.product_day
                WHERE product_id = {id:UInt64} AND version <= {version:UInt32}
                  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
            ) * {scale:UInt16} AS whole,
            sum(toInt128({by_video:Identifier})) AS by_video,
            sum(toInt128({by_live:Identifier})) AS by_live
        FROM {state:Identifier}.split_day
        WHERE product_id = {id:UInt64} AND version <= {version:UInt32}
          AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
    )
)
WHERE amount != 0;

-- name: product-sources
SELECT toString(source_id) AS part, sum(toInt128({column:Identifier})) AS amount, toInt128(0) AS stated
FROM {state:Identifier}.attribution
WHERE product_id = {id:UInt64} AND kind = {source:UInt8} AND version <= {version:UInt32}
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY source_id
HAVING amount != 0;

-- name: product-views-days
SELECT toString(day) AS part, sum(toInt128(grown)) AS amount, toInt128(0) AS stated
FROM {state:Identifier}.source_day
WHERE kind = 1 AND version <= {version:UInt32}
  AND source_id IN (SELECT source_id FROM {state:Identifier}.link WHERE product_id = {id:UInt64} AND kind = 1 AND version <= {version:UInt32})
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY day
HAVING amount != 0;

-- name: product-views-videos
SELECT toString(source_id) AS part, sum(toInt128(grown)) AS amount, toInt128(0) AS stated
FROM {state:Identifier}.source_day
WHERE kind = 1 AND version <= {version:UInt32}
  AND source_id IN (SELECT source_id FROM {state:Identifier}.link WHERE product_id = {id:UInt64} AND kind = 1 AND version <= {version:UInt32})
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY source_id
HAVING amount != 0;

-- name: live-days
SELECT toString(day) AS part, sum(toInt128({column:Identifier})) AS amount, toInt128(0) AS stated
FROM {state:Identifier}.attribution
WHERE kind = 2 AND source_id = {id:UInt64} AND version <= {version:UInt32}
  AND product_id IN (
      SELECT product_id FROM {list:Identifier}
      WHERE version = {version:UInt32} AND room_id = {id:UInt64} AND ({any_currency:UInt8} OR currency = {currency:String}))
  AND day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32})
GROUP BY day
HAVING amount != 0;

-- name: made
-- Linked videos (lives) by the day they were made: that of their time, else the first they were observed on.
SELECT toString(source_id) AS part, toInt128(1) AS amount, toInt128(0) AS stated
FROM
(
    SELECT
        source_id,
        ifNull(toInt32(intDiv(vitrineStamped(max(made_at)), 86400)), ifNull(toInt32(toDate(min(first_seen))), 0)) AS made_day
    FROM {state:Identifier}.source_attribute
    WHERE kind = {source:UInt8}
      AND source_id IN (
          SELECT source_id FROM {state:Identifier}.link WHERE product_id = {id:UInt64} AND kind = {source:UInt8} AND version <= {version:UInt32})
    GROUP BY source_id
)
WHERE made_day BETWEEN {first_day:Int32} AND {last_day:Int32};

-- name: first-creators
-- Creators whose first linked video (live) was made on these days.
SELECT toString(user_id) AS part, toInt128(1) AS amount, toInt128(0) AS stated
FROM
(
    SELECT user_id, min(made_day) AS first
    FROM (SELECT {member:Identifier} AS source_id, user_id FROM {list:Identifier} WHERE version = {version:UInt32} AND product_id = {id:UInt64}) AS link
    INNER JOIN
    (
        SELECT
            source_id,
            ifNull(toInt32(intDiv(vitrineStamped(max(made_at)), 86400)), ifNull(toInt32(toDate(min(first_seen))), 0)) AS made_day
        FROM {state:Identifier}.source_attribute
        WHERE kind = {source:UInt8}
          AND source_id IN (
              SELECT source_id FROM {state:Identifier}.link
              WHERE product_id = {id:UInt64} AND kind = {source:UInt8} AND version <= {version:UInt32})
        GROUP BY source_id
    ) AS made USING (source_id)
    GROUP BY user_id
)
WHERE first BETWEEN {first_day:Int32} AND {last_day:Int32};

-- name: rows
SELECT toString({member:Identifier}) AS part, sum(toInt128({column:Identifier} * {scale:UInt16})) AS amount, toInt128(0) AS stated
FROM {list:Identifier}
WHERE version = {version:UInt32} AND {key:Identifier} = {id:UInt64}
GROUP BY part
HAVING amount != 0;

-- name: rows-in-currency
SELECT toString({member:Identifier}) AS part, sum(toInt128({column:Identifier} * {scale:UInt16})) AS amount, toInt128(0) AS stated
FROM {list:Identifier}
WHERE version = {version:UInt32} AND {key:Identifier} = {id:UInt64} AND currency = {currency:String}
GROUP BY part
HAVING amount != 0;

-- name: members
SELECT DISTINCT toString({member:Identifier}) AS part, toInt128(1) AS amount, toInt128(0) AS stated
FROM {list:Identifier}
WHERE version = {version:UInt32} AND {key:Identifier} = {id:UInt64};

-- name: members-on-sale
SELECT DISTINCT toString({member:Identifier}) AS part, toInt128(1) AS amount, toInt128(0) AS stated
FROM {list:Identifier}
WHERE version = {version:UInt32} AND {key:Identifier} = {id:UInt64} AND off_mark < 2;
