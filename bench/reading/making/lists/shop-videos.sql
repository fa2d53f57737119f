-- Videos of a shop: of each of its products, once.
SELECT
    seller_id,
    benchId(7400000000000000000, video) AS video_id,
    creators.user_id AS user_id,
    creators.unique_id AS unique_id,
    creators.nick_name AS nick_name,
    creators.avatar AS avatar,
    benchRegion(creators.market) AS region,
    if(benchDraw(video, 'undated') < 0.01, '', benchMade(video)) AS create_time,
    benchCaption(creators.market, video) AS video_desc,
    benchCover(video_id) AS reflow_cover,
    benchCurrency(sale.market) AS currency,
    benchViews(video) AS total_views_cnt,
    benchPart(video, 'likes', 0.1) AS total_digg_cnt,
    benchPart(video, 'comments', 0.01) AS total_comments_cnt,
    benchPart(video, 'shares', 0.01) AS total_shares_cnt,
    sale.units AS total_video_sale_cnt,
    intDiv(total_video_sale_cnt, 2) AS total_video_sale_cnt_low,
    2 * (total_video_sale_cnt) + 4 AS total_video_sale_cnt_high,
    if(total_video_sale_cnt < 10, 'thin', 'estimated') AS total_video_sale_cnt_basis,
    toDecimal64(0, 4) AS total_video_sale_cnt_known_rate,
    sale.cents AS total_video_sale_gmv_amt
FROM
(
    SELECT
        products.seller_id AS seller_id, links.video AS video, any(links.creator) AS creator, any(products.market) AS market,
        sum(links.units) AS units, sum(links.units * products.price_cents) AS cents
    FROM making.link AS links
    INNER JOIN (SELECT product, seller_id, market, price_cents FROM making.product) AS products ON products.product = links.product
    GROUP BY seller_id, video
) AS sale
INNER JOIN making.creator AS creators ON creators.creator = sale.creator;
