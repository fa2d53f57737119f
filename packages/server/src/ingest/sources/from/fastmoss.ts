import { amount, highestPrice, lowestPrice } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { currency } from '../readers/currencies.ts';
import { seconds } from '../readers/durations.ts';
import { fraction, fractionOf } from '../readers/fractions.ts';
import { handle, id } from '../readers/identities.ts';
import { dayBeforeUpdate, endOfDay, endOfToldDay, epochSeconds, moment } from '../readers/moments.ts';
import { images, number, region, text } from '../readers/texts.ts';
import type { Mapping, Source, TableDeclaration } from '../source.ts';
import { pageProducts, weeklyVideos } from './page-tables.ts';

type Fields = Readonly<Record<string, Mapping>>;

const containers = ['json'] as const;

const observedAt: Mapping = [
  moment('observed_at'),
  endOfDay('dt'),
  dayBeforeUpdate('update_at', 'data.update_at', 'update_time'),
  endOfToldDay,
];
const atUpdate = 'the day before `update_at`, of whose yesterday the windows begin; without it, the day told';

const productNames: Fields = {
  product_id: id('product_id', 'product.product_id', 'id'),
  observed_at: observedAt,
  region: region('region', 'product.region', 'country_code'),
  currency: currency(
    ['currency', 'product.currency'],
    ['price', 'real_price', 'product.floor_price', 'product.real_price', 'sale_amount', 'gmv'],
  ),
  seller_id: id('shop_info.seller_id', 'seller_id', 'shop.seller_id', 'shop.shop_id'),
  product_name: text('title', 'product.title'),
  cover_url: images('cover', 'img', 'product.cover'),
  min_price: lowestPrice('price', 'real_price', 'product.floor_price', 'product.real_price'),
  max_price: highestPrice('price', 'real_price', 'product.real_price', 'product.floor_price'),
  product_rating: number('product_rating', 'product.product_rating', 'product.rating'),
  review_count: count('review_count', 'product.review_count'),
};

const sales: Fields = {
  total_sale_cnt: count('sold_count', 'sales_summary.total_units_sold'),
  total_sale_gmv_amt: amount('sale_amount', 'gmv', 'sales_summary.total_gmv'),
};

const author: Fields = {
  user_id: id('uid', 'author.uid', 'author_info.uid'),
  observed_at: observedAt,
  unique_id: handle('unique_id', 'author.unique_id', 'author_info.unique_id'),
  nick_name: text('nickname', 'author.nickname', 'author_info.nickname'),
  avatar: text('avatar', 'author.avatar'),
  region: region('region'),
};

const contentAuthor = { kind: 'creator', fields: author, onlyWith: ['unique_id', 'nick_name'] } as const;

const products: readonly TableDeclaration[] = [
  {
    rows: 'products of a search',
    containers,
    recognised: { all: ['product_id', 'sold_count'], any: ['day7_sold_count', 'day28_sold_count', 'crate_show'] },
    records: [
      {
        kind: 'product',
        fields: {
          ...productNames,
          product_commission_rate: fraction('crate_show', 'crate'),
          total_ifl_cnt: count('relate_author_count'),
          total_video_cnt: count('relate_video_count'),
          total_live_cnt: count('relate_live_count'),
          ...sales,
        },
        backCast: {
          windows: {
            total_sale_cnt: {
              1: 'yday_sold_count',
              7: 'day7_sold_count',
              14: 'day14_sold_count',
              28: 'day28_sold_count',
            },
            total_sale_gmv_amt: {
              1: 'yday_sale_amount',
              7: 'day7_sale_amount',
              14: 'day14_sale_amount',
              28: 'day28_sale_amount',
            },
          },
          days: {
            list: 'trend',
            day: 'dt',
            added: { total_sale_cnt: 'inc_sold_count', total_sale_gmv_amt: 'inc_sale_amount' },
          },
          keeps: ['product_id', 'region'],
        },
      },
    ],
    day: atUpdate,
    lost: ['ori_price', 'shop_name', 'category_name', 'shop_info', 'trend'],
  },
  {
    rows: 'products of the MCP tools',
    containers,
    recognised: { all: ['product', 'sales_summary'] },
    records: [
      {
        kind: 'product',
        fields: {
          ...productNames,
          product_commission_rate: fractionOf('percent')('product.commission_rate_percent'),
          total_ifl_cnt: count('distribution_summary.linked_creator_count'),
          total_video_cnt: count('distribution_summary.linked_video_count'),
          total_live_cnt: count('distribution_summary.linked_live_count'),
          ...sales,
        },
        backCast: {
          windows: {
            total_sale_cnt: {
              1: 'sales_summary.last_1d_units_sold',
              7: 'sales_summary.last_7d_units_sold',
              28: 'sales_summary.last_28d_units_sold',
            },
            total_sale_gmv_amt: { 7: 'sales_summary.last_7d_gmv', 28: 'sales_summary.last_28d_gmv' },
          },
          keeps: ['product_id', 'region'],
        },
      },
    ],
    day: atUpdate,
    lost: ['shop', 'rank'],
  },
  {
    rows: 'ranks of sales (of which the sales are those of the day)',
    containers,
    recognised: { all: ['product_id', 'total_sold_count'] },
    records: [
      {
        kind: 'product',
        fields: {
          ...productNames,
          product_commission_rate: fraction('commission_rate', 'crate_show'),
          total_sale_cnt: count('total_sold_count'),
          total_sale_gmv_amt: amount('total_sale_amount'),
        },
        backCast: {
          windows: { total_sale_cnt: { 1: 'sold_count' }, total_sale_gmv_amt: { 1: 'sale_amount' } },
          keeps: ['product_id', 'region'],
        },
      },
    ],
    day: atUpdate,
  },
  {
    rows: 'the product of a base response',
    containers,
    recognised: { all: ['product_id', 'sold_count', 'commission_rate'] },
    records: [
      {
        kind: 'product',
        fields: {
          ...productNames,
          product_commission_rate: fraction('commission_rate'),
          total_ifl_cnt: count('author_count'),
          total_video_cnt: count('aweme_count'),
          total_live_cnt: count('live_count'),
          ...sales,
        },
      },
    ],
    day: atUpdate,
  },
  {
    rows: 'days of an overview (of which the product is said in the request alone)',
    containers,
    recognised: { all: ['dt', 'sold_count', 'sale_amount'], none: ['video_id', 'room_id', 'uid'] },
    records: [{ kind: 'product', fields: { ...productNames, ...sales } }],
    day: 'end of `dt`',
    lost: ['inc_sold_count', 'inc_sale_amount', 'author_count', 'aweme_count', 'live_count'],
  },
];

const contents: readonly TableDeclaration[] = [
  {
    rows: 'videos',
    containers,
    recognised: { all: ['video_id', 'play_count'] },
    records: [
      {
        kind: 'video',
        fields: {
          video_id: id('video_id'),
          observed_at: observedAt,
          user_id: author['user_id'] ?? id('uid'),
          unique_id: author['unique_id'] ?? handle('unique_id'),
          region: region('region'),
          create_time: epochSeconds('create_date', 'create_time'),
          duration: seconds('duration'),
          video_desc: text('desc', 'title'),
          total_views_cnt: count('play_count'),
          total_digg_cnt: count('digg_count'),
          total_comments_cnt: count('comment_count'),
          total_shares_cnt: count('share_count'),
          products: { link: { product_id: id('product_id') } },
        },
      },
      contentAuthor,
    ],
    day: atUpdate,
    lost: ['sold_count', 'sale_amount'],
  },
  {
    rows: 'lives',
    containers,
    recognised: { all: ['room_id'], any: ['uid', 'user_count', 'total_user'] },
    records: [
      {
        kind: 'live',
        fields: {
          live_id: id('room_id'),
          observed_at: observedAt,
          user_id: author['user_id'] ?? id('uid'),
          unique_id: author['unique_id'] ?? handle('unique_id'),
          region: region('region'),
          title: text('title'),
          start_time: epochSeconds('create_time', 'start_time'),
          end_time: epochSeconds('finish_time', 'end_time'),
          total_views_cnt: count('total_user'),
          max_views_cnt: count('max_user_count'),
          products: { link: { product_id: id('product_id') } },
        },
      },
      contentAuthor,
    ],
    day: atUpdate,
    lost: ['user_count', 'sold_count', 'sale_amount', 'cover'],
  },
];

const people: readonly TableDeclaration[] = [
  {
    rows: 'creators',
    containers,
    recognised: { all: ['uid', 'follower_count'], none: ['video_id', 'room_id'] },
    records: [
      {
        kind: 'creator',
        fields: { ...author, category: text('category'), total_followers_cnt: count('follower_count') },
      },
    ],
    day: atUpdate,
    personal: ['email', 'phone', 'whatsapp', 'contact', 'signature'],
    lost: ['sold_count', 'sale_amount', 'product_id'],
  },
  {
    rows: 'the shop of a base response',
    containers,
    recognised: { all: ['seller_id'], any: ['name', 'shop_name'], none: ['product_id', 'uid', 'video_id', 'room_id'] },
    records: [
      {
        kind: 'shop',
        fields: {
          seller_id: id('seller_id'),
          observed_at: observedAt,
          region: region('region'),
          shop_name: text('name', 'shop_name'),
          avatar: text('avatar'),
          rating: number('rating', 'shop_rating'),
          total_sale_cnt: count('sold_count'),
        },
      },
    ],
    day: atUpdate,
    lost: ['sale_amount', 'product_count'],
  },
];

const good: ReadonlySet<string> = new Set(['200', '0']);

export const fastmoss: Source = {
  name: 'fastmoss',
  title: 'FastMoss',
  about:
    'Responses of the pages and the OpenAPI as they were saved, answers of the MCP tools, and tables with links (XLSX, CSV).',
  tables: [...products, ...contents, ...people, pageProducts, weeklyVideos],
  refusal: ({ code, msg }) => {
    if (typeof msg !== 'string' || code === undefined || good.has(String(code))) return undefined;
    // Without an account the first rows are real all the same.
    return String(code).startsWith('MAG_AUTH') ? undefined : `the response is an error of FastMoss: ${code} ${msg}`;
  },
};
