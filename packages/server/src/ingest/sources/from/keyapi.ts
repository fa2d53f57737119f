import { amount } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { handle, id } from '../readers/identities.ts';
import { epochSeconds } from '../readers/moments.ts';
import { number, region, text } from '../readers/texts.ts';
import type { Source, TableDeclaration } from '../source.ts';
import {
  atCrawl,
  atDt,
  atTold,
  containers,
  creator,
  creatorNames,
  observedAt,
  product,
  productCounts,
  productNames,
  productSales,
  shop,
  shopNames,
  shownCreator,
  signsOfTotals,
  videoBackCast,
  videoLinks,
  videoNames,
  videoTotals,
  words,
} from './keyapi-records.ts';

/** Actors that read the EchoTik pages write such rows too. */
export const echotikProducts: TableDeclaration = {
  rows: 'products (list, detail, products of a shop, rows of the EchoTik pages)',
  containers,
  recognised: { all: ['product_id'], any: signsOfTotals, none: ['video_id', 'room_id', 'user_id', 'review_id', 'dt'] },
  records: [product],
  day: atCrawl,
  lost: words('sales_flag sales_trend_flag shipping_price first_crawl_dt seller_name'),
};

const productTables: readonly TableDeclaration[] = [
  {
    rows: 'rows of product trends',
    containers,
    recognised: { all: ['product_id', 'dt', 'total_sale_cnt'], none: ['video_id', 'room_id'] },
    records: [{ kind: 'product', fields: { ...productNames, ...productCounts, ...productSales } }],
    day: atDt,
    lost: ['total_sale_1d_cnt', 'total_sale_gmv_1d_amt'],
  },
  {
    rows: 'products of a creator (of whom the counts of videos and lives are)',
    containers,
    recognised: { all: ['product_id', 'product_name', 'user_id'], none: ['video_id', 'room_id'] },
    records: [{ kind: 'product', fields: { ...productNames, ...productSales } }],
    day: atTold,
    lost: words('total_live_cnt total_live_sale_cnt total_live_sale_gmv_amt total_video_cnt total_video_sale_cnt'),
  },
  echotikProducts,
  {
    rows: 'rankings of products (their counts are of a period: only what does not count is kept)',
    containers,
    recognised: { all: ['product_id', 'product_name', 'total_sale_cnt'], none: ['video_id', 'room_id', 'user_id'] },
    records: [{ kind: 'product', fields: productNames }],
    day: atTold,
    lost: words('total_sale_cnt total_sale_gmv_amt total_ifl_cnt total_video_cnt total_live_cnt'),
  },
];

const contentTables: readonly TableDeclaration[] = [
  {
    rows: 'rows of video trends (of which user_id is not said)',
    containers,
    recognised: { all: ['video_id', 'dt', 'total_views_cnt'] },
    records: [{ kind: 'video', fields: { ...videoNames, ...videoTotals } }],
    day: atDt,
    lost: ['total_video_sale_cnt', 'total_video_sale_gmv_amt'],
  },
  {
    rows: 'rankings of videos (their counts are of a period: only what does not count is kept)',
    containers,
    recognised: { all: words('video_id nick_name category created_by_ai'), none: ['seller_id', 'total_views_1d_cnt'] },
    records: [{ kind: 'video', fields: videoNames }, shownCreator],
    day: atTold,
    lost: words('total_views_cnt total_digg_cnt total_comments_cnt total_video_sale_cnt total_video_sale_gmv_amt'),
  },
  {
    rows: 'videos (of a product, shop or creator; list, detail, rows of the EchoTik pages)',
    containers,
    recognised: { all: ['video_id'], any: ['user_id', 'unique_id', 'influencer_id', 'influencer'] },
    records: [
      { kind: 'video', fields: { ...videoNames, ...videoTotals, ...videoLinks }, backCast: videoBackCast },
      shownCreator,
    ],
    day: atTold,
    lost: words('sales_flag seller_id product_category_list share_url interact_ratio total_gmv_amt'),
  },
  {
    rows: 'lives (of a product, shop or creator)',
    containers,
    recognised: { all: ['room_id'], any: ['user_id', 'unique_id'] },
    records: [
      {
        kind: 'live',
        fields: {
          live_id: id('room_id'),
          observed_at: observedAt,
          user_id: id('user_id'),
          unique_id: handle('unique_id'),
          region: region('region'),
          title: text('title'),
          cover_url: text('cover_url'),
          start_time: epochSeconds('create_time'),
          end_time: epochSeconds('finish_time'),
          total_views_cnt: count('total_views_cnt'),
          max_views_cnt: count('max_views_cnt'),
          total_joins_cnt: count('total_joins_cnt'),
          total_digg_cnt: count('total_digg_cnt'),
          total_comments_cnt: count('total_comments_cnt'),
          products: {
            link: {
              product_id: id('product_id'),
              total_live_sale_cnt: count('total_sale_cnt'),
              total_live_sale_gmv_amt: amount('total_sale_gmv_amt'),
            },
          },
        },
      },
      shownCreator,
    ],
    day: atTold,
    lost: words('duration total_product_cnt category_id seller_id'),
  },
];

const creatorTables: readonly TableDeclaration[] = [
  {
    rows: 'rankings of creators (of which the history counts are running totals)',
    containers,
    recognised: { all: ['user_id', 'total_followers_history_cnt'] },
    records: [
      {
        kind: 'creator',
        fields: {
          ...creatorNames,
          total_followers_cnt: count('total_followers_history_cnt'),
          total_digg_cnt: count('total_digg_history_cnt'),
          total_post_video_cnt: count('total_post_video_history_cnt'),
          total_live_cnt: count('total_live_history_cnt'),
        },
      },
    ],
    day: atTold,
    lost: words('total_followers_cnt total_digg_cnt total_post_video_cnt total_live_cnt total_sale_cnt ec_score'),
  },
  {
    rows: 'creators (list, detail, trends, of a product or shop, found by a search)',
    containers,
    recognised: {
      all: ['user_id'],
      any: words('unique_id nick_name total_followers_cnt'),
      none: ['video_id', 'room_id'],
    },
    records: [creator],
    day: atCrawl,
    lost: words(
      'product_id seller_id per_product_ifl_sale_cnt per_product_ifl_gmv_amt total_sale_cnt interaction_rate',
    ),
  },
];

const shopTables: readonly TableDeclaration[] = [
  {
    rows: 'shops (list, detail, trends)',
    containers,
    recognised: {
      all: ['seller_id', 'total_sale_cnt'],
      any: [...signsOfTotals, 'spu_avg_price', 'dt'],
      none: ['product_id'],
    },
    records: [shop],
    day: atCrawl,
    lost: words(
      'total_sale_gmv_amt total_ifl_cnt total_video_cnt total_live_cnt total_product_cnt product_category_list',
    ),
  },
  {
    rows: 'rankings of shops (their counts are of a period: only what does not count is kept)',
    containers,
    recognised: { all: ['seller_id', 'seller_name'], none: ['product_id', 'video_id', 'room_id'] },
    records: [{ kind: 'shop', fields: shopNames }],
    day: atTold,
    lost: words('total_sale_cnt total_sale_gmv_amt total_ifl_cnt total_video_cnt total_live_cnt total_product_cnt'),
  },
];

const otherTables: readonly TableDeclaration[] = [
  {
    rows: 'categories',
    containers,
    recognised: { all: words('category_id category_level category_name language') },
    records: [
      {
        kind: 'category',
        fields: {
          category_id: id('category_id'),
          language: text('language'),
          observed_at: observedAt,
          category_level: count('category_level'),
          category_name: text('category_name'),
          parent_id: text('parent_id'),
        },
      },
    ],
    day: atTold,
  },
  {
    rows: 'reviews of a product',
    containers,
    recognised: { all: ['review_id', 'product_id', 'rating'] },
    records: [
      {
        kind: 'review',
        fields: {
          review_id: id('review_id'),
          observed_at: observedAt,
          product_id: id('product_id'),
          rating: number('rating'),
          display_text: text('display_text'),
          review_timestamp: number('review_timestamp'),
          sku_id: id('sku_id'),
          sku_specification: text('sku_specification'),
        },
      },
    ],
    day: atTold,
  },
];

/** Both names stand for the same responses. */
export const keyapi: Source = {
  name: 'keyapi',
  otherNames: ['echotik'],
  title: 'KeyAPI and EchoTik API v3',
  about: 'Responses of the API as they were saved, or their rows, one a line or in a list or table.',
  tables: [...productTables, ...contentTables, ...creatorTables, ...shopTables, ...otherTables],
  refusal: ({ code, message }) =>
    typeof code === 'number' && code !== 0 && typeof message === 'string'
      ? `the response is an error of the API: ${code} ${message}`
      : undefined,
};
