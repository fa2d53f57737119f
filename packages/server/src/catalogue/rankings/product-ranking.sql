-- What products sold in a period, and what began to promote them. Either part is added up first: in the order of its table, that is quick.

SELECT
    product_id,
    sum(units) AS total_sale_cnt,
    sum(gmv) AS total_sale_gmv_amt,
    sum(creators) AS total_ifl_cnt,
    sum(videos) AS total_video_cnt,
    sum(lives) AS total_live_cnt
FROM
(
    SELECT
        product_id, sum(product_day.units + known_units) AS units, sum(product_day.gmv + known_gmv) AS gmv,
        toInt64(0) AS creators, toInt64(0) AS videos, toInt64(0) AS lives
    FROM {state:Identifier}.product_day AS product_day
    WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND version <= {version:UInt32}
      AND product_id IN (SELECT product_id FROM listed)
    GROUP BY product_id
    UNION ALL
    SELECT product_id, 0, 0, sum(link_day.creators), sum(link_day.videos), sum(link_day.lives)
    FROM {state:Identifier}.link_day AS link_day
    WHERE day BETWEEN toDate({first_day:Int32}) AND toDate({last_day:Int32}) AND version <= {version:UInt32}
      AND product_id IN (SELECT product_id FROM listed)
    GROUP BY product_id
)
GROUP BY product_id;
