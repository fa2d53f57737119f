-- The shops' videos, added up from the videos of their products.
-- A shop's video may show products of several currencies: the currency of most of them counts, the first code on a tie.
INSERT INTO serving_shop_video
(
    version, seller_id, video_id, user_id, unique_id, nick_name, avatar, region, create_time, video_desc, reflow_cover, currency,
    total_views_cnt, total_digg_cnt, total_comments_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt
)
SELECT
    {version:UInt32}, sale.seller_id, sale.video_id, sale.user_id, creator.unique_id, creator.nick_name, creator.avatar, sale.region,
    sale.create_time, sale.video_desc, sale.reflow_cover, sale.main_currency,
    sale.views, sale.diggs, sale.comments, sale.shares, sale.units, sale.gmv
FROM
(
    SELECT
        seller_id, video_id,
        any(user_id) AS user_id, any(region) AS region, any(create_time) AS create_time, any(video_desc) AS video_desc,
        any(reflow_cover) AS reflow_cover, any(total_views_cnt) AS views, any(total_digg_cnt) AS diggs,
        any(total_comments_cnt) AS comments, any(total_shares_cnt) AS shares,
        vitrineCapped(sum(toInt128(total_video_sale_cnt))) AS units,
        groupArray(toString(currency)) AS currencies,
        arraySort(code -> (-countEqual(currencies, code), code), arrayDistinct(currencies))[1] AS main_currency,
        vitrineAmount(arraySum((amount, code) -> if(code = main_currency, toInt128(amount * 100), 0), groupArray(total_video_sale_gmv_amt), currencies)) AS gmv
    FROM serving_product_video AS video
    INNER JOIN (SELECT product_id, seller_id FROM {state:Identifier}.product_now WHERE seller_id != 0) AS product USING (product_id)
    WHERE version = {version:UInt32}
    GROUP BY seller_id, video_id
) AS sale
LEFT JOIN (SELECT user_id, unique_id, nick_name, avatar FROM {state:Identifier}.creator_now) AS creator ON creator.user_id = sale.user_id;
