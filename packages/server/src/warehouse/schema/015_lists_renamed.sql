-- Tables of lists are named after the list. Those of 0.1.0 had names of their own.
RENAME TABLE IF EXISTS serving_product TO serving_product_list;
RENAME TABLE IF EXISTS serving_product_creator TO serving_product_creators;
RENAME TABLE IF EXISTS serving_product_video TO serving_product_videos;
RENAME TABLE IF EXISTS serving_creator_product TO serving_influencer_products;
RENAME TABLE IF EXISTS serving_shop_video TO serving_shop_videos;
