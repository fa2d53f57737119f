import { influencerDetail } from './details/influencer-detail.ts';
import { productDetail } from './details/product-detail.ts';
import { shopDetail } from './details/shop-detail.ts';
import { videoDetail } from './details/video-detail.ts';
import {
  type DetailEndpoint,
  type Endpoint,
  type ExportedEndpoint,
  exportedOf,
  type ListEndpoint,
  type RankingEndpoint,
  type TrendEndpoint,
} from './endpoint.ts';
import { influencerList } from './lists/influencer-list.ts';
import { influencerLivestreams } from './lists/influencer-livestreams.ts';
import { influencerProducts } from './lists/influencer-products.ts';
import { influencerVideos } from './lists/influencer-videos.ts';
import { productCreators } from './lists/product-creators.ts';
import { productList } from './lists/product-list.ts';
import { productLivestreams } from './lists/product-livestreams.ts';
import { productReviews } from './lists/product-reviews.ts';
import { productVideos } from './lists/product-videos.ts';
import { shopCreators } from './lists/shop-creators.ts';
import { shopList } from './lists/shop-list.ts';
import { shopLivestreams } from './lists/shop-livestreams.ts';
import { shopProducts } from './lists/shop-products.ts';
import { shopVideos } from './lists/shop-videos.ts';
import { videoList } from './lists/video-list.ts';
import { videoProducts } from './lists/video-products.ts';
import { categoryPrimary } from './lookups/category-primary.ts';
import { categorySecondary } from './lookups/category-secondary.ts';
import { categoryTertiary } from './lookups/category-tertiary.ts';
import { coverDownload } from './lookups/cover-download.ts';
import { search } from './lookups/search.ts';
import { videoDownloadUrl } from './lookups/video-download-url.ts';
import { influencerRanking } from './rankings/influencer-ranking.ts';
import { productRanking } from './rankings/product-ranking.ts';
import { shopRanking } from './rankings/shop-ranking.ts';
import { videoRanking } from './rankings/video-ranking.ts';
import { influencerTrends } from './trends/influencer-trends.ts';
import { productTrends } from './trends/product-trends.ts';
import { shopTrends } from './trends/shop-trends.ts';
import { videoTrends } from './trends/video-trends.ts';

/** The endpoints that answer with pages of serving tables, in the order they are documented. */
export const lists: readonly ListEndpoint[] = [
  productList,
  productCreators,
  productVideos,
  productLivestreams,
  productReviews,
  influencerList,
  influencerProducts,
  influencerVideos,
  influencerLivestreams,
  shopList,
  shopProducts,
  shopCreators,
  shopVideos,
  shopLivestreams,
  videoProducts,
  videoList,
];

/** The endpoints that answer with rows of these lists by their ids. */
export const details: readonly DetailEndpoint[] = [productDetail, influencerDetail, shopDetail, videoDetail];

/** The endpoints that answer with the days of an entity. */
export const trends: readonly TrendEndpoint[] = [productTrends, influencerTrends, videoTrends, shopTrends];

/** The endpoints that answer with what grew most in a period. */
export const rankings: readonly RankingEndpoint[] = [productRanking, influencerRanking, shopRanking, videoRanking];

/** Every endpoint, in the order they are documented. */
export const catalogue: readonly Endpoint[] = [
  ...lists,
  ...details,
  ...trends,
  ...rankings,
  search,
  categoryPrimary,
  categorySecondary,
  categoryTertiary,
  videoDownloadUrl,
  coverDownload,
];

/** What can be exported, in the order it is documented. */
export const exported: readonly ExportedEndpoint[] = exportedOf(catalogue);
