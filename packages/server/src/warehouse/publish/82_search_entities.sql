-- What can be found: names and rows as they are served, a statement a type. None reads what another one writes, so that they run side by
-- side; videos, which take longest, come first.

-- where any: serving_search_id WHERE version = {version:UInt32} AND type = 4
INSERT INTO serving_search_entity (version, type, place, id, region, names, row)
SELECT
    {version:UInt32}, 4, placed.place, placed.id, video.region,
    vitrineNames([vitrineName(video_desc), if(position(video_desc, hash_tag) > 0, '', vitrineName(hash_tag)),
                  vitrineHandleNames(unique_id)[-1]]),
    toJSONString(CAST(tuple(
        toString(placed.id), video_desc, reflow_cover, video.region, toString(ifNull(made_at, 0)), toString(video.user_id), unique_id,
        vitrineCapped(ifNull(total_views_cnt, 0)), vitrineCapped(ifNull(total_digg_cnt, 0)), placed.units, vitrineAmount(placed.gmv),
        placed.currency),
        'Tuple(video_id String, video_desc String, reflow_cover String, region String, create_time String, user_id String, unique_id String,
               total_views_cnt Int64, total_digg_cnt Int64, total_video_sale_cnt Int64, total_video_sale_gmv_amt Decimal(24, 2),
               currency String)'))
FROM {state:Identifier}.video_current AS video
INNER JOIN
(
    SELECT id, place, units, gmv, currency FROM (SELECT id, place FROM serving_search_id WHERE version = {version:UInt32} AND type = 4) AS known
    LEFT JOIN (SELECT id, units, gmv, currency FROM {state:Identifier}.search_sales WHERE type = 4) AS sold USING (id)
) AS placed ON placed.id = video.video_id
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = video.user_id
SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_decimals = 0, output_format_decimal_trailing_zeros = 0,
    output_format_json_escape_forward_slashes = 0;

-- where any: serving_search_id WHERE version = {version:UInt32} AND type = 1
INSERT INTO serving_search_entity (version, type, place, id, region, names, row)
SELECT
    {version:UInt32}, 1, placed.place, placed.id, creator.region,
    vitrineNames(arrayConcat(vitrineHandleNames(creator.unique_id), [vitrineName(creator.nick_name)])),
    toJSONString(CAST(tuple(
        avatar, category, creator.region, contact_email, '', nick_name, vitrineCapped(total_digg_cnt), vitrineCapped(total_followers_cnt),
        vitrineCapped(total_live_cnt), vitrineCapped(total_live_views_cnt), vitrineCapped(total_post_video_cnt), placed.products,
        placed.units, vitrineAmount(placed.gmv), vitrineCapped(total_views_cnt), unique_id, toString(placed.id), placed.currency),
        'Tuple(avatar String, category String, region String, contact_email String, influencer_level String, nick_name String,
               total_digg_cnt Int64, total_followers_cnt Int64, total_live_cnt Int64, total_live_views_cnt Int64, total_post_video_cnt Int64,
               total_product_cnt Int64, total_sale_cnt Int64, total_sale_gmv_amt Decimal(24, 2), total_views_cnt Int64, unique_id String,
               user_id String, currency String)'))
FROM {state:Identifier}.creator_current AS creator
RIGHT JOIN
(
    SELECT id, place, products, units, gmv, currency FROM (SELECT id, place FROM serving_search_id WHERE version = {version:UInt32} AND type = 1) AS known
    LEFT JOIN (SELECT id, products, units, gmv, currency FROM {state:Identifier}.search_sales WHERE type = 1) AS sold USING (id)
) AS placed ON placed.id = creator.user_id
SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_decimals = 0, output_format_decimal_trailing_zeros = 0,
    output_format_json_escape_forward_slashes = 0;

-- where any: serving_search_id WHERE version = {version:UInt32} AND type = 2
INSERT INTO serving_search_entity (version, type, place, id, region, names, row)
SELECT
    {version:UInt32}, 2, placed.place, placed.id, product.region, vitrineNames([vitrineName(product_name)]),
    toJSONString(CAST(tuple(
        toString(placed.id), product_name, cover_url, toString(product.region), toString(seller_id), toString(product.currency), spu_avg_price,
        total_sale_7d_cnt, total_sale_gmv_7d_amt, total_sale_cnt, total_sale_gmv_amt, total_ifl_cnt, total_video_cnt),
        'Tuple(product_id String, product_name String, cover_url String, region String, seller_id String, currency String,
               spu_avg_price Decimal(24, 2), total_sale_7d_cnt Int64, total_sale_gmv_7d_amt Decimal(24, 2), total_sale_cnt Int64,
               total_sale_gmv_amt Decimal(24, 2), total_ifl_cnt Int64, total_video_cnt Int64)'))
FROM serving_product_list AS product
INNER JOIN (SELECT id, place FROM serving_search_id WHERE version = {version:UInt32} AND type = 2) AS placed ON placed.id = product.product_id
WHERE product.version = {version:UInt32}
SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_decimals = 0, output_format_decimal_trailing_zeros = 0,
    output_format_json_escape_forward_slashes = 0;

-- where any: serving_search_id WHERE version = {version:UInt32} AND type = 3
INSERT INTO serving_search_entity (version, type, place, id, region, names, row)
SELECT
    {version:UInt32}, 3, placed.place, placed.id, shop.region, vitrineNames([vitrineName(shop_name)]),
    toJSONString(CAST(tuple(
        toString(placed.id), shop_name, avatar, shop.region, toString(shop.user_id), CAST(rating, 'Decimal(9, 2)'), placed.products,
        vitrineCapped(greatest(placed.units, shop.total_sale_cnt)), vitrineAmount(placed.gmv), placed.currency),
        'Tuple(seller_id String, seller_name String, cover_url String, region String, user_id String, rating Decimal(9, 2),
               total_product_cnt Int64, total_sale_cnt Int64, total_sale_gmv_amt Decimal(24, 2), currency String)'))
FROM {state:Identifier}.shop_current AS shop
RIGHT JOIN
(
    SELECT id, place, products, units, gmv, currency FROM (SELECT id, place FROM serving_search_id WHERE version = {version:UInt32} AND type = 3) AS known
    LEFT JOIN (SELECT id, products, units, gmv, currency FROM {state:Identifier}.search_sales WHERE type = 3) AS sold USING (id)
) AS placed ON placed.id = shop.seller_id
SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_decimals = 0, output_format_decimal_trailing_zeros = 0,
    output_format_json_escape_forward_slashes = 0;

-- where any: serving_search_id WHERE version = {version:UInt32} AND type = 5
INSERT INTO serving_search_entity (version, type, place, id, region, names, row)
SELECT
    {version:UInt32}, 5, placed.place, placed.id, live.region, vitrineNames([vitrineName(title), vitrineHandleNames(unique_id)[-1]]),
    toJSONString(CAST(tuple(
        toString(placed.id), title, cover_url, live.region, ifNull(made_at, 0), toString(live.user_id), unique_id,
        vitrineCapped(ifNull(total_views_cnt, 0)), vitrineCapped(ifNull(max_views_cnt, 0)), placed.units, vitrineAmount(placed.gmv),
        placed.currency),
        'Tuple(room_id String, title String, cover_url String, region String, create_time Int64, user_id String, unique_id String,
               total_views_cnt Int64, max_views_cnt Int64, total_sale_cnt Int64, total_sale_gmv_amt Decimal(24, 2), currency String)'))
FROM {state:Identifier}.live_current AS live
INNER JOIN
(
    SELECT id, place, units, gmv, currency FROM (SELECT id, place FROM serving_search_id WHERE version = {version:UInt32} AND type = 5) AS known
    LEFT JOIN (SELECT id, units, gmv, currency FROM {state:Identifier}.search_sales WHERE type = 5) AS sold USING (id)
) AS placed ON placed.id = live.live_id
LEFT JOIN (SELECT user_id, unique_id FROM {state:Identifier}.creator_current) AS creator ON creator.user_id = live.user_id
SETTINGS output_format_json_quote_64bit_integers = 0, output_format_json_quote_decimals = 0, output_format_decimal_trailing_zeros = 0,
    output_format_json_escape_forward_slashes = 0;
