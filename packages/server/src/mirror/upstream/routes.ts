/** An endpoint of the contract that a mirror asks. */
export interface Route {
  readonly id: string;
  readonly path: string;
  /** What its rows are of, as reports name it. */
  readonly of: string;
  /** Parameter that takes the key; absent where the key is a whole query. */
  readonly parameter?: string;
  /** Field of its rows that has the key. */
  readonly keyField?: string;
  /** Field that tells its rows apart. */
  readonly rowId: string;
  /** How many keys one call takes. */
  readonly keysMax: number;
  /** Whether it comes in pages. */
  readonly isPaged: boolean;
}

/** Rows of a page, as the contract has it at most. */
export const pageRows = 10;

const detail = { keysMax: 10, isPaged: false } as const;
const list = { keysMax: 1, isPaged: true } as const;

/** Every endpoint that a watch list can name. */
export const routes = {
  productDetail: {
    ...detail,
    id: 'product-detail',
    path: '/v1/tiktok/product/detail/analytics',
    of: 'product',
    parameter: 'product_ids',
    keyField: 'product_id',
    rowId: 'product_id',
  },
  productVideos: {
    ...list,
    id: 'product-videos',
    path: '/v1/tiktok/product/videos/analytics',
    of: 'videos of product',
    parameter: 'product_id',
    keyField: 'product_id',
    rowId: 'video_id',
  },
  productCreators: {
    ...list,
    id: 'product-creators',
    path: '/v1/tiktok/product/creators/analytics',
    of: 'creators of product',
    parameter: 'product_id',
    keyField: 'product_id',
    rowId: 'user_id',
  },
  shopDetail: {
    id: 'shop-detail',
    path: '/v1/tiktok/shop/detail/analytics',
    of: 'shop',
    parameter: 'seller_id',
    keyField: 'seller_id',
    rowId: 'seller_id',
    keysMax: 1,
    isPaged: false,
  },
  shopProducts: {
    ...list,
    id: 'shop-products',
    path: '/v1/tiktok/shop/products/analytics',
    of: 'products of shop',
    parameter: 'seller_id',
    keyField: 'seller_id',
    rowId: 'product_id',
  },
  shopVideos: {
    ...list,
    id: 'shop-videos',
    path: '/v1/tiktok/shop/videos/analytics',
    of: 'videos of shop',
    parameter: 'seller_id',
    keyField: 'seller_id',
    rowId: 'video_id',
  },
  creatorDetail: {
    ...detail,
    id: 'influencer-detail',
    path: '/v1/tiktok/influencer/detail/analytics',
    of: 'creator',
    parameter: 'user_ids',
    keyField: 'user_id',
    rowId: 'user_id',
  },
  creatorVideos: {
    ...list,
    id: 'influencer-videos',
    path: '/v1/tiktok/influencer/videos/analytics',
    of: 'videos of creator',
    parameter: 'user_id',
    keyField: 'user_id',
    rowId: 'video_id',
  },
  videoDetail: {
    ...detail,
    id: 'video-detail',
    path: '/v1/tiktok/video/detail/analytics',
    of: 'video',
    parameter: 'video_ids',
    keyField: 'video_id',
    rowId: 'video_id',
  },
  productList: {
    ...list,
    id: 'product-list',
    path: '/v1/tiktok/product/list/analytics',
    of: 'product list',
    rowId: 'product_id',
  },
} as const satisfies Readonly<Record<string, Route>>;

/** One call of an endpoint. */
export interface Question {
  readonly route: Route;
  /** At most as many as the route takes. */
  readonly keys: readonly string[];
  /** From 1; of an endpoint without pages 1. */
  readonly page: number;
  /** Path and query, without the address of the upstream. */
  readonly target: string;
}

/** The call that asks for a page, or for what an endpoint without pages has under some keys. */
export function questionOf(route: Route, keys: readonly string[], page = 1): Question {
  const query = new URLSearchParams(route.parameter === undefined ? keys[0] : { [route.parameter]: keys.join(',') });
  if (route.isPaged) {
    query.set('page_num', String(page));
    query.set('page_size', String(pageRows));
  }
  // A comma between keys is as the contract writes it.
  return { route, keys, page, target: `${route.path}?${query.toString().replaceAll('%2C', ',')}` };
}
