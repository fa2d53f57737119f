// Made from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.

/** A list as a publish sees it. */
export interface PublishedList {
  readonly id: string;
  /** Its table. */
  readonly table: string;
  /** Whether each row is of one product, and calculated for this list. */
  readonly isOfProducts: boolean;
}

/** Every list, in the order in which they are filled: those that read the rows of others come after them. */
export const publishedLists: readonly PublishedList[] = [
  { id: 'product-list', table: 'serving_product_list', isOfProducts: true },
  { id: 'product-creators', table: 'serving_product_creators', isOfProducts: true },
  { id: 'product-videos', table: 'serving_product_videos', isOfProducts: true },
  { id: 'product-livestreams', table: 'serving_product_livestreams', isOfProducts: true },
  { id: 'product-reviews', table: 'serving_product_reviews', isOfProducts: true },
  { id: 'influencer-products', table: 'serving_influencer_products', isOfProducts: true },
  { id: 'influencer-livestreams', table: 'serving_influencer_livestreams', isOfProducts: false },
  { id: 'shop-products', table: 'serving_shop_products', isOfProducts: false },
  { id: 'shop-creators', table: 'serving_shop_creators', isOfProducts: false },
  { id: 'shop-videos', table: 'serving_shop_videos', isOfProducts: false },
  { id: 'shop-livestreams', table: 'serving_shop_livestreams', isOfProducts: false },
  { id: 'video-products', table: 'serving_video_products', isOfProducts: false },
  { id: 'video-list', table: 'serving_video_list', isOfProducts: false },
  { id: 'influencer-videos', table: 'serving_influencer_videos', isOfProducts: false },
  { id: 'shop-list', table: 'serving_shop_list', isOfProducts: false },
  { id: 'influencer-list', table: 'serving_influencer_list', isOfProducts: false },
];
