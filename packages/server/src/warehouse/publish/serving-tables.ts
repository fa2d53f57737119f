/** The tables readers answer from, one an endpoint. */
export const servingTables = [
  'serving_product',
  'serving_product_creator',
  'serving_product_video',
  'serving_creator_product',
  'serving_shop_video',
] as const;
