import type { Endpoint, ListEndpoint } from './endpoint.ts';
import { influencerProducts } from './lists/influencer-products.ts';
import { productCreators } from './lists/product-creators.ts';
import { productList } from './lists/product-list.ts';
import { productVideos } from './lists/product-videos.ts';
import { shopProducts } from './lists/shop-products.ts';
import { shopVideos } from './lists/shop-videos.ts';
import { coverDownload } from './lookups/cover-download.ts';
import { videoDownloadUrl } from './lookups/video-download-url.ts';

/** The endpoints that answer with pages of serving tables, in the order they are documented. */
export const lists: readonly ListEndpoint[] = [
  productList,
  productCreators,
  productVideos,
  influencerProducts,
  shopProducts,
  shopVideos,
];

/** Every endpoint, in the order they are documented. */
export const catalogue: readonly Endpoint[] = [...lists, videoDownloadUrl, coverDownload];
