-- Videos of a product.
INSERT INTO serving_product_video
(
    version, product_id, video_id, user_id, unique_id, region, create_time, duration, video_desc, hash_tag, width, height, ratio, data_size,
    play_addr, reflow_cover, currency, total_views_cnt, total_digg_cnt, total_comments_cnt, total_favorites_cnt, total_shares_cnt,
    total_video_sale_cnt, total_video_sale_gmv_amt
)
SELECT
    {version:UInt32}, products.product_id, benchId(7400000000000000000, video) AS video_id, creators.user_id, creators.unique_id,
    benchRegion(creators.market), if(benchDraw(video, 'undated') < 0.01, '', benchMade(video)), 5 + benchTail(video, 'duration', 300),
    benchCaption(creators.market, video), benchTags(video), '576', '1024', benchPick(['540p', '720p'], video, 'ratio'),
    toString(500000 + benchTail(video, 'size', 20000000)), benchPlay(video_id), benchCover(video_id), benchCurrency(products.market),
    benchViews(video), benchPart(video, 'likes', 0.1), benchPart(video, 'comments', 0.01), benchPart(video, 'saves', 0.02), benchPart(video, 'shares', 0.01),
    units, vitrineAmount(units * products.price_cents)
FROM making.link AS links
INNER JOIN (SELECT product, product_id, market, price_cents FROM making.product) AS products ON products.product = links.product
INNER JOIN (SELECT creator, user_id, unique_id, market FROM making.creator) AS creators ON creators.creator = links.creator;
