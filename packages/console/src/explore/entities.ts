import { Box, Clapperboard, type LucideIcon, Radio, Star, Store, UsersRound } from 'lucide-react';

/** The kinds of things that are explored, by the part of the address that names them. */
export type EntityKind = 'products' | 'creators' | 'videos' | 'shops';

/** How rows about a thing are shown. */
export interface Subject {
  readonly kind: EntityKind | 'lives' | 'reviews';
  readonly icon: LucideIcon;
  /** Field with its id. */
  readonly id: string;
  /** Fields with what it is called, the first that is not empty. */
  readonly names: readonly string[];
  /** Field with the second line below the name. */
  readonly subtitle: string;
  /** Field with the address of its picture, or with JSON of several. */
  readonly picture: string;
  readonly pictureShape: 'square' | 'round' | 'tall';
  /** Field that rows are in the order of at first; absent: the first column that can be chosen for that. */
  readonly sort?: string;
  /** Columns that are shown until others are chosen. */
  readonly columns: readonly string[];
}

/** How things of a kind are asked for: they have a page each. */
export interface Entity extends Subject {
  readonly kind: EntityKind;
  readonly list: string;
  readonly detail: string;
  readonly trend: string;
  readonly ranking: string;
  /** Name of the parameter of the detail. */
  readonly detailParameter: string;
  /** Filters offered first. */
  readonly filters: readonly string[];
}

export const entities: Readonly<Record<EntityKind, Entity>> = {
  products: {
    kind: 'products',
    icon: Box,
    list: 'product-list',
    detail: 'product-detail',
    trend: 'product-trends',
    ranking: 'product-ranking',
    detailParameter: 'product_ids',
    id: 'product_id',
    names: ['product_name'],
    subtitle: 'category_name',
    picture: 'cover_url',
    pictureShape: 'square',
    columns: [
      'total_sale_7d_cnt',
      'total_sale_30d_cnt',
      'total_sale_gmv_30d_amt',
      'sales_trend_flag',
      'spu_avg_price',
      'product_commission_rate',
      'total_ifl_cnt',
      'total_video_cnt',
      'total_sale_cnt',
      'product_rating',
    ],
    filters: [
      'keyword',
      'total_sale_30d_cnt',
      'spu_avg_price',
      'product_commission_rate',
      'sales_trend_flag',
      'total_ifl_cnt',
    ],
  },
  creators: {
    kind: 'creators',
    icon: UsersRound,
    list: 'influencer-list',
    detail: 'influencer-detail',
    trend: 'influencer-trends',
    ranking: 'influencer-ranking',
    detailParameter: 'user_ids',
    id: 'user_id',
    names: ['nick_name', 'unique_id'],
    subtitle: 'unique_id',
    picture: 'avatar',
    pictureShape: 'round',
    columns: [
      'total_followers_cnt',
      'total_followers_30d_cnt',
      'total_video_sale_30d_cnt',
      'total_sale_gmv_30d_amt',
      'total_views_7d_cnt',
      'interaction_rate',
      'total_product_cnt',
      'total_post_video_cnt',
    ],
    filters: ['total_followers_cnt', 'interaction_rate', 'total_views_7d_cnt', 'sales_flag', 'gender'],
  },
  videos: {
    kind: 'videos',
    icon: Clapperboard,
    list: 'video-list',
    detail: 'video-detail',
    trend: 'video-trends',
    ranking: 'video-ranking',
    detailParameter: 'video_ids',
    id: 'video_id',
    names: ['video_desc'],
    subtitle: 'unique_id',
    picture: 'reflow_cover',
    pictureShape: 'tall',
    columns: [
      'total_views_cnt',
      'total_video_sale_cnt',
      'total_video_sale_gmv_amt',
      'total_digg_cnt',
      'total_comments_cnt',
      'total_shares_cnt',
      'create_time',
      'duration',
    ],
    filters: ['total_views_cnt', 'create_time', 'is_ad', 'created_by_ai'],
  },
  shops: {
    kind: 'shops',
    icon: Store,
    list: 'shop-list',
    detail: 'shop-detail',
    trend: 'shop-trends',
    ranking: 'shop-ranking',
    detailParameter: 'seller_id',
    id: 'seller_id',
    names: ['seller_name'],
    subtitle: 'seller_id',
    picture: 'cover_url',
    pictureShape: 'square',
    sort: 'total_sale_cnt',
    columns: [
      'total_sale_cnt',
      'total_sale_7d_cnt',
      'total_sale_30d_cnt',
      'total_sale_gmv_30d_amt',
      'sales_trend_flag',
      'spu_avg_price',
      'total_crawl_product_cnt',
      'total_ifl_cnt',
    ],
    filters: ['sales_trend_flag', 'from_flag', 'sales_flag', 'category_id'],
  },
};

/** Lives and reviews have no page of their own. */
export const lives: Subject = {
  kind: 'lives',
  icon: Radio,
  id: 'room_id',
  names: ['title', 'room_id'],
  subtitle: 'unique_id',
  picture: 'cover_url',
  pictureShape: 'tall',
  columns: [
    'create_time',
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'total_views_cnt',
    'max_views_cnt',
    'total_product_cnt',
  ],
};

export const reviews: Subject = {
  kind: 'reviews',
  icon: Star,
  id: 'review_id',
  names: ['display_text', 'review_id'],
  subtitle: 'sku_specification',
  picture: 'avatar',
  pictureShape: 'round',
  columns: ['rating', 'review_timestamp', 'sku_specification'],
};
