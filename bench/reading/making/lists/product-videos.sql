-- Videos of a product.
SELECT
    products.product_id AS product_id,
    benchId(7400000000000000000, video) AS video_id,
    creators.user_id AS user_id,
    creators.unique_id AS unique_id,
    benchRegion(creators.market) AS region,
    if(benchDraw(video, 'undated') < 0.01, '', benchMade(video)) AS create_time,
    5 + benchTail(video, 'duration', 300) AS duration,
    benchCaption(creators.market, video) AS video_desc,
    benchTags(video) AS hash_tag,
    '576' AS width,
    '1024' AS height,
    benchPick(['540p', '720p'], video, 'ratio') AS ratio,
    toString(500000 + benchTail(video, 'size', 20000000)) AS data_size,
    benchPlay(video_id) AS play_addr,
    benchCover(video_id) AS reflow_cover,
    benchCurrency(products.market) AS currency,
    benchViews(video) AS total_views_cnt,
    benchPart(video, 'likes', 0.1) AS total_digg_cnt,
    benchPart(video, 'comments', 0.01) AS total_comments_cnt,
    benchPart(video, 'saves', 0.02) AS total_favorites_cnt,
    benchPart(video, 'shares', 0.01) AS total_shares_cnt,
    units AS total_video_sale_cnt,
    intDiv(total_video_sale_cnt, 2) AS total_video_sale_cnt_low,
    2 * (total_video_sale_cnt) + 4 AS total_video_sale_cnt_high,
    if(total_video_sale_cnt < 10, 'thin', 'estimated') AS total_video_sale_cnt_basis,
    toDecimal64(0, 4) AS total_video_sale_cnt_known_rate,
    units * products.price_cents AS total_video_sale_gmv_amt
FROM making.link AS links
INNER JOIN (SELECT product, product_id, market, price_cents FROM making.product) AS products ON products.product = links.product
INNER JOIN (SELECT creator, user_id, unique_id, market FROM making.creator) AS creators ON creators.creator = links.creator;
