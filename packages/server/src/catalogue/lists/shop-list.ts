import {
  amount,
  code,
  contractRow,
  count,
  currency,
  day,
  flag,
  id,
  json,
  rating,
  text,
  uniqueId,
  windows,
} from '../field.ts';
import { equals, oneOf } from '../filter.ts';
import { market } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { labelled } from '../parameter.ts';

const days = [1, 7, 30, 90] as const;
const categories = '[{"category_name":"Home Supplies","category_id":"600001"}]';

/** A shop with the totals of its products. */
export const shopRow = contractRow(
  {
    seller_id: id('Shop', '7490000000000000001'),
    seller_name: text('Name of the shop; empty when unknown', 'Tidy Drawers'),
    seller_link: text('Address of the shop: always empty, no record has it', ''),
    user_id: id('Creator account of the shop; "0" when unknown', '7100000000000000001'),
    region: code('Market, two letters; that of most of its products where the shop itself was not observed', 'US'),
    cover_url: text('URL of the picture of the shop', 'https://images.example/shops/7490000000000000001.jpg'),
    rating: rating('Rating of the shop, 0 to 5', 4.7),
    from_flag: flag('1 sells locally, 2 cross-border, 0 unknown', 1),
    category_id: id('First-level category of most of its products; "0" when unset', '600001', { section: 8 }),
    category_l2_id: id('Second-level category of most of these; "0" when unset', '842888', { section: 8 }),
    category_l3_id: id('Third-level category of most of these; "0" when unset', '0', { section: 8 }),
    most_product_category_list: json('JSON array with the first-level category of most of its products', categories, {
      section: 8,
    }),
    product_category_list: json(
      'JSON array of the first-level categories of its products, the one with most products first',
      categories,
      { section: 8 },
    ),
    first_crawl_dt: day('UTC day of the first observation of one of its products, yyyyMMdd', 20260105, {
      section: 8,
    }),
    sales_flag: flag('Main source of GMV: 1 videos, 2 lives, 0 neither', 1, { section: 7 }),
    sales_trend_flag: flag('Units of the last 7 days compared with the 7 days before: 0 stable, 1 up, 2 down', 0, {
      section: 7,
    }),
    spu_avg_price: amount('Mean of the average prices of its products', 17.45, { section: 8 }),
    total_product_cnt: count('Products of the shop, those that were taken down included', 42, { section: 8 }),
    total_crawl_product_cnt: count('Products that are on sale', 37, { section: 8 }),
    total_ifl_cnt: count('Creators who promote products of the shop', 310, { section: 8 }),
    total_video_cnt: count('Videos that promote products of the shop', 512, { section: 8 }),
    total_live_cnt: count('Lives that promote products of the shop', 97, { section: 8 }),
    total_sale_cnt: count('Total units sold', 91_400, { section: 8 }),
    total_sale_gmv_amt: amount('Total GMV', 1_370_086.2, { section: 8 }),
    ...windows('total_sale_Nd_cnt', count('Units sold', 510), days),
    ...windows('total_sale_gmv_Nd_amt', amount('GMV', 7644.9), days),
  },
  {
    unique_id: uniqueId,
    total_video_ifl_cnt: count('Creators with a video that promotes products of the shop', 240, { section: 8 }),
    total_live_ifl_cnt: count('Creators with a live that promotes products of the shop', 81, { section: 8 }),
    currency,
  },
);

export const shopList = defineList({
  id: 'shop-list',
  path: '/v1/tiktok/shop/list/analytics',
  tag: 'Shops',
  title: 'Shop list',
  summary: 'Filter and sort the shops of a market by sales, GMV, price, category and trend.',
  description:
    'Returns the shops of one region with the sales of all their products: running totals and their growth in the last 1, 7, 30 ' +
    'and 90 days. If products have several currencies, amounts and prices are those in the currency of most of them.',
  rowId: 'seller_id',
  columns: [
    'seller_id',
    'seller_name',
    'total_sale_30d_cnt',
    'total_sale_gmv_30d_amt',
    'currency',
    'total_sale_cnt',
    'total_product_cnt',
    'rating',
  ],
  key: [market('region')],
  filters: [
    equals('category_id', 'Only shops with this first-level category.'),
    equals('category_l2_id', 'Only shops with this second-level category.'),
    equals('category_l3_id', 'Only shops with this third-level category.'),
    oneOf('from_flag', labelled('unknown', 'local', 'cross-border'), 'Only local or only cross-border shops.'),
    oneOf('sales_flag', labelled('neither', 'video', 'live'), 'Only shops with this main sales channel.'),
    oneOf(
      'sales_trend_flag',
      labelled('stable', 'up', 'down'),
      'Only shops with this sales trend: units of the last 7 days compared with the 7 days before. Up and down mean a change of more than 10 %.',
    ),
  ],
  order: sortedBy('seller_sort_field', ['total_sale_cnt', 'total_sale_gmv_amt', 'spu_avg_price']),
  row: shopRow,
  exampleQuery: { region: 'US', seller_sort_field: '2' },
});
