-- Current values of shops, as far as search has them.
INSERT INTO {state:Identifier}.shop_current (seller_id, region, shop_name, avatar, from_flag, rating, total_sale_cnt, user_id)
SELECT seller_id, toString(region), seller_name, cover_url, from_flag, rating, total_sale_cnt, user_id
FROM serving_shop_list
WHERE version = {version:UInt32};
