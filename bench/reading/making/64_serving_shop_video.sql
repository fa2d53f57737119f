-- Videos of a shop: of each of its products, once.
INSERT INTO serving_shop_video
(
    version, seller_id, video_id, user_id, unique_id, nick_name, avatar, region, create_time, video_desc, reflow_cover, currency,
    total_views_cnt, total_digg_cnt, total_comments_cnt, total_shares_cnt, total_video_sale_cnt, total_video_sale_gmv_amt
)
SELECT
    {version:UInt32}, seller_id, benchId(7400000000000000000, video) AS video_id, creators.user_id, creators.unique_id, creators.nick_name, creators.avatar,
    benchRegion(creators.market), if(benchDraw(video, 'undated') < 0.01, '', benchMade(video)), benchCaption(creators.market, video), benchCover(video_id),
    benchCurrency(sale.market),
    benchViews(video), benchPart(video, 'likes', 0.1), benchPart(video, 'comments', 0.01), benchPart(video, 'shares', 0.01),
    sale.units, vitrineAmount(sale.cents)
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
