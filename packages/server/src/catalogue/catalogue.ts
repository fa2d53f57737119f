import type { Endpoint } from './endpoint.ts';
import { influencerProducts } from './endpoints/influencer-products.ts';
import { productCreators } from './endpoints/product-creators.ts';
import { productList } from './endpoints/product-list.ts';
import { productVideos } from './endpoints/product-videos.ts';
import { shopVideos } from './endpoints/shop-videos.ts';

/** Every endpoint, in the order they are documented. */
export const catalogue: readonly Endpoint[] = [
  productList,
  productCreators,
  productVideos,
  influencerProducts,
  shopVideos,
];
