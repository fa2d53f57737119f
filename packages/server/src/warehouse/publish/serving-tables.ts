/** The tables that are read from while a version is served: one a list, and the images that rows show. */
export const servingTables = [
  'serving_product',
  'serving_product_creator',
  'serving_product_video',
  'serving_creator_product',
  'serving_shop_video',
  'serving_image',
] as const;
