import { type EntityKind, entities, lives, reviews, type Subject } from '../explore/entities.ts';

/** A list that is of one thing, as a tab of its page. */
export interface Tab {
  readonly id: 'products' | 'creators' | 'videos' | 'lives' | 'reviews';
  readonly list: string;
  readonly subject: Subject;
  readonly columns: readonly string[];
}

/** What the page of a thing shows, beside what all have. */
export interface PageParts {
  /** Measures of the row that the window is switched for, by the name with `_Nd_`. */
  readonly measures: readonly string[];
  /** Numbers of the row without a window. */
  readonly totals: readonly string[];
  /** Fields of its days that the chart offers. */
  readonly series: readonly string[];
  readonly tabs: readonly Tab[];
}

const { products, creators, videos } = entities;

export const pageParts: Readonly<Record<EntityKind, PageParts>> = {
  products: {
    measures: [
      'total_sale_Nd_cnt',
      'total_sale_gmv_Nd_amt',
      'total_video_sale_Nd_cnt',
      'total_live_sale_Nd_cnt',
      'total_views_Nd_cnt',
      'total_video_Nd_cnt',
    ],
    totals: [
      'total_sale_cnt',
      'total_sale_gmv_amt',
      'spu_avg_price',
      'product_commission_rate',
      'total_ifl_cnt',
      'total_video_cnt',
      'total_live_cnt',
      'product_rating',
      'review_count',
      'first_crawl_dt',
    ],
    series: ['total_sale_1d_cnt', 'total_sale_gmv_1d_amt', 'spu_avg_price', 'total_ifl_cnt', 'total_video_cnt'],
    tabs: [
      {
        id: 'creators',
        list: 'product-creators',
        subject: creators,
        columns: [
          'per_product_ifl_sale_cnt',
          'per_product_ifl_gmv_amt',
          'total_followers_cnt',
          'total_views_cnt',
          'total_post_video_cnt',
          'total_live_views_cnt',
        ],
      },
      {
        id: 'videos',
        list: 'product-videos',
        subject: videos,
        columns: [
          'total_video_sale_cnt',
          'total_video_sale_gmv_amt',
          'total_views_cnt',
          'total_digg_cnt',
          'total_shares_cnt',
          'create_time',
          'is_ad',
        ],
      },
      {
        id: 'lives',
        list: 'product-livestreams',
        subject: lives,
        columns: [
          'total_sale_cnt',
          'total_sale_gmv_amt',
          'total_views_cnt',
          'max_views_cnt',
          'total_product_cnt',
          'create_time',
        ],
      },
      {
        id: 'reviews',
        list: 'product-reviews',
        subject: reviews,
        columns: ['rating', 'sku_specification', 'review_timestamp'],
      },
    ],
  },
  creators: {
    measures: ['total_followers_Nd_cnt', 'total_digg_Nd_cnt'],
    totals: [
      'total_followers_cnt',
      'total_video_sale_30d_cnt',
      'total_sale_gmv_30d_amt',
      'total_sale_cnt',
      'total_sale_gmv_amt',
      'total_product_cnt',
      'total_post_video_cnt',
      'total_live_cnt',
      'interaction_rate',
      'total_views_cnt',
      'first_crawl_dt',
    ],
    series: ['total_sale_1d_cnt', 'total_sale_gmv_1d_amt', 'total_followers_cnt', 'total_views_cnt', 'total_digg_cnt'],
    tabs: [
      {
        id: 'products',
        list: 'influencer-products',
        subject: products,
        columns: [
          'total_video_sale_cnt',
          'total_video_sale_gmv_amt',
          'spu_avg_price',
          'product_commission_rate',
          'total_sale_cnt',
          'total_sale_gmv_amt',
        ],
      },
      {
        id: 'videos',
        list: 'influencer-videos',
        subject: videos,
        columns: [
          'total_video_sale_cnt',
          'total_video_sale_gmv_amt',
          'total_views_cnt',
          'total_digg_cnt',
          'create_time',
          'is_ad',
        ],
      },
      {
        id: 'lives',
        list: 'influencer-livestreams',
        subject: lives,
        columns: ['total_sale_cnt', 'total_sale_gmv_amt', 'total_views_cnt', 'max_views_cnt', 'create_time'],
      },
    ],
  },
  videos: {
    measures: ['total_views_Nd_cnt', 'total_digg_Nd_cnt'],
    totals: [
      'total_views_cnt',
      'total_video_sale_cnt',
      'total_video_sale_gmv_amt',
      'total_digg_cnt',
      'total_comments_cnt',
      'total_shares_cnt',
      'total_favorites_cnt',
      'duration',
      'create_time',
      'is_ad',
      'created_by_ai',
    ],
    series: [
      'total_views_cnt',
      'total_video_sale_cnt',
      'total_video_sale_gmv_amt',
      'total_digg_cnt',
      'total_comments_cnt',
    ],
    tabs: [
      {
        id: 'products',
        list: 'video-products',
        subject: products,
        columns: [
          'total_video_sale_cnt',
          'total_video_sale_gmv_amt',
          'spu_avg_price',
          'product_commission_rate',
          'total_sale_cnt',
        ],
      },
    ],
  },
  shops: {
    measures: ['total_sale_Nd_cnt', 'total_sale_gmv_Nd_amt'],
    totals: [
      'total_sale_cnt',
      'total_sale_gmv_amt',
      'spu_avg_price',
      'total_crawl_product_cnt',
      'total_ifl_cnt',
      'total_video_cnt',
      'total_live_cnt',
      'rating',
      'from_flag',
      'first_crawl_dt',
    ],
    series: ['total_sale_1d_cnt', 'total_sale_gmv_1d_amt', 'total_product_cnt', 'total_ifl_cnt', 'total_video_cnt'],
    tabs: [
      {
        id: 'products',
        list: 'shop-products',
        subject: products,
        columns: [
          'total_sale_7d_cnt',
          'total_sale_30d_cnt',
          'total_sale_gmv_30d_amt',
          'total_sale_cnt',
          'spu_avg_price',
          'sales_trend_flag',
          'total_ifl_cnt',
        ],
      },
      {
        id: 'creators',
        list: 'shop-creators',
        subject: creators,
        columns: [
          'total_sale_cnt',
          'total_sale_gmv_amt',
          'total_followers_cnt',
          'total_product_cnt',
          'total_video_cnt',
        ],
      },
      {
        id: 'videos',
        list: 'shop-videos',
        subject: videos,
        columns: [
          'total_video_sale_cnt',
          'total_video_sale_gmv_amt',
          'total_views_cnt',
          'total_digg_cnt',
          'create_time',
        ],
      },
      {
        id: 'lives',
        list: 'shop-livestreams',
        subject: lives,
        columns: ['total_sale_cnt', 'total_sale_gmv_amt', 'total_views_cnt', 'max_views_cnt', 'create_time'],
      },
    ],
  },
};
