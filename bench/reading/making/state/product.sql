-- What products sold on each of the last 90 days, and what began to promote them.
INSERT INTO {state:Identifier}.product_trend (product_id, day, version, units, gmv, price, videos, lives, creators)
SELECT product_id, toDate('2026-10-31') - age, {version:UInt32}, sold, sold * price_cents, 0, begun_videos, begun_lives, begun_creators
FROM
(
    SELECT
        product_id, price_cents, arrayJoin(range(90)) AS age,
        benchShareOn(product, toInt64(floor(total.units * pow(benchDraw(product, 'recent sales'), 2))), age) AS sold,
        benchShareOn(product, total.videos * 0.5, age) AS begun_videos,
        benchShareOn(product, total.lives * 0.5, age) AS begun_lives,
        benchShareOn(product, total.creators * 0.4, age) AS begun_creators
    FROM making.product AS products
    INNER JOIN making.product_total AS total USING (product)
)
WHERE sold != 0 OR begun_videos != 0 OR begun_lives != 0 OR begun_creators != 0;

INSERT INTO {state:Identifier}.product_day (product_id, day, version, units, gmv, known_units, known_gmv)
SELECT product_id, day, version, units, gmv, 0, 0
FROM {state:Identifier}.product_trend
WHERE version = {version:UInt32} AND units != 0;

INSERT INTO {state:Identifier}.link_day (product_id, day, version, videos, lives, creators)
SELECT product_id, day, version, videos, lives, creators
FROM {state:Identifier}.product_trend
WHERE version = {version:UInt32} AND (videos != 0 OR lives != 0 OR creators != 0);
