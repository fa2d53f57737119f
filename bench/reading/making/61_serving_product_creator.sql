-- Creators of a product.
INSERT INTO serving_product_creator
(
    version, product_id, user_id, unique_id, nick_name, avatar, category, region, currency, per_product_ifl_sale_cnt, per_product_ifl_gmv_amt,
    total_followers_cnt, total_following_cnt, total_digg_cnt, total_post_video_cnt, total_live_cnt, total_views_cnt, total_live_views_cnt
)
SELECT
    {version:UInt32}, products.product_id, creators.user_id, creators.unique_id, creators.nick_name, creators.avatar,
    benchPick(['Home & Living', 'Beauty', 'Fashion', 'Food', ''], creators.creator, 'category'), benchRegion(creators.market), benchCurrency(products.market),
    pair_total.video_units + live_units, vitrineAmount((pair_total.video_units + live_units) * products.price_cents),
    benchTail(creators.creator, 'followers', 30000000), benchTail(creators.creator, 'following', 5000), benchTail(creators.creator, 'likes', 300000000),
    benchTail(creators.creator, 'posts', 20000), benchTail(creators.creator, 'lives', 3000), benchTail(creators.creator, 'creator views', 1000000000), benchTail(creators.creator, 'viewers', 5000000)
FROM making.pair AS pairs
INNER JOIN making.pair_total AS pair_total USING (pair)
INNER JOIN making.product AS products ON products.product = pairs.product
INNER JOIN making.creator AS creators ON creators.creator = pairs.creator;
