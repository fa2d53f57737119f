-- What the products of shops sold, what began to promote them, and which came to be known.
INSERT INTO {state:Identifier}.shop_trend
    (seller_id, day, currency, version, units, gmv, products, on_sale, videos, lives, creators, video_creators, live_creators)
SELECT
    seller_id, day, currency, {version:UInt32}, sum(sold), sum(cents), sum(new_products), sum(new_on_sale), sum(begun_videos), sum(begun_lives),
    sum(begun_creators), intDiv(sum(begun_creators) * 4, 5), intDiv(sum(begun_creators), 4)
FROM
(
    SELECT
        seller_id, day, benchCurrency(market) AS currency, toInt128(units) AS sold, toInt128(gmv) AS cents, toInt64(0) AS new_products,
        toInt64(0) AS new_on_sale, videos AS begun_videos, lives AS begun_lives, creators AS begun_creators
    FROM {state:Identifier}.product_trend AS days
    INNER JOIN (SELECT product_id, seller_id, market FROM making.product) AS products USING (product_id)
    WHERE version = {version:UInt32}
    UNION ALL
    SELECT seller_id, toDate(YYYYMMDDToDate(first_crawl_dt)), toString(currency), 0, 0, 1, off_mark < 2, 0, 0, 0
    FROM serving_product_list
    WHERE version = {version:UInt32} AND first_crawl_dt > 20260802
)
GROUP BY seller_id, day, currency
SETTINGS max_bytes_before_external_group_by = 1500000000;
