import type { Endpoint, ListEndpoint } from './endpoint.ts';
import { coverDownload } from './endpoints/cover-download.ts';
import { influencerProducts } from './endpoints/influencer-products.ts';
import { productCreators } from './endpoints/product-creators.ts';
import { productList } from './endpoints/product-list.ts';
import { productVideos } from './endpoints/product-videos.ts';
import { shopVideos } from './endpoints/shop-videos.ts';
import { videoDownloadUrl } from './endpoints/video-download-url.ts';

/** The endpoints that answer with pages of serving tables, in the order they are documented. */
export const lists: readonly ListEndpoint[] = [
  productList,
  productCreators,
  productVideos,
  influencerProducts,
  shopVideos,
];

/** Every endpoint, in the order they are documented. */
export const catalogue: readonly Endpoint[] = [...lists, videoDownloadUrl, coverDownload];
