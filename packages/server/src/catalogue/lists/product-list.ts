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
  rate,
  rating,
  text,
  windows,
} from '../field.ts';
import { below, between, equals, isNumber, oneOf, words } from '../filter.ts';
import { market } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { labelled } from '../parameter.ts';

/** A product with its totals and their growth in every window. */
export const productRow = contractRow(
  {
    product_id: id('Product', '1729400000000000001'),
    seller_id: id('Shop that sells the product; "0" when unknown', '7490000000000000001'),
    category_id: id('First-level category; "0" when unset', '600001'),
    category_l2_id: id('Second-level category; "0" when unset', '842888'),
    category_l3_id: id('Third-level category; "0" when unset', '0'),
    region: code('Market, two letters', 'US'),
    product_name: text('Title', 'Drawer organiser, set of ten'),
    cover_url: json(
      'JSON array of {url, index}, sorted by index',
      '[{"url":"https://images.example/products/1729400000000000001_0.jpg","index":0}]',
    ),
    desc_detail: json(
      'JSON array of description blocks (text, lists, images)',
      '[{"type":"text","text":"Ten clear boxes in three sizes."}]',
    ),
    discount: text('Discount as given by the source', '20%'),
    skus: json(
      'JSON array of SKUs with their prices',
      '[{"sku_id":"1","real_price":{"price_str":"$14.99","price_val":"14.99","currency":"USD"}}]',
    ),
    sale_props: json(
      'JSON array of the properties that distinguish the SKUs, such as color',
      '[{"prop_name":"Colour","prop_id":"100000","sale_prop_values":[{"prop_value":"clear"}]}]',
    ),
    min_price: amount('Lowest SKU price; 0 when unknown', 12.99),
    max_price: amount('Highest SKU price; 0 when unknown', 16.99),
    spu_avg_price: amount('Average SKU price; 0 when unknown', 14.99),
    product_commission_rate: rate('Commission as a fraction: 0.05 is 5 %; 0 when unknown', 0.125),
    product_rating: rating('Average review rating, 0 to 5; 0 when unknown', 4.6),
    review_count: count('Reviews; 0 when unknown', 1873),
    free_shipping: flag('1: free shipping, 0: not, or unknown', 1),
    is_s_shop: flag('1: the shop is fully managed by the platform, 0: not', 0),
    off_mark: count('Below 2: on sale; 2 and above: taken down', 0),
    first_crawl_dt: day('UTC day of the first observation, yyyyMMdd', 20260105, { section: 7 }),
    sales_flag: flag('Main source of GMV: 1 videos, 2 lives, 0 neither', 1, { section: 7 }),
    sales_trend_flag: flag('Units of the last 7 days compared with the 7 days before: 0 stable, 1 up, 2 down', 0, {
      section: 7,
    }),
    total_sale_cnt: count('Total units sold', 20480),
    total_sale_gmv_amt: amount('Total GMV', 306995.2, { section: 3 }),
    total_video_sale_cnt: count('Total units sold through videos', 12105, { estimated: true }),
    total_video_sale_gmv_amt: amount('Total GMV of sales through videos', 181453.95, { estimated: true }),
    total_live_sale_cnt: count('Total units sold through lives', 3110, { estimated: true }),
    total_live_sale_gmv_amt: amount('Total GMV of sales through lives', 46618.9, { estimated: true }),
    total_ifl_cnt: count('Creators with a video or live that promotes the product', 96, { section: 5 }),
    total_video_cnt: count('Videos that promote the product', 158, { section: 5 }),
    total_live_cnt: count('Lives that promote the product', 41, { section: 5 }),
    total_views_cnt: count('Views of the videos that promote the product', 730400, { section: 5 }),
    ...windows('total_sale_Nd_cnt', count('Units sold', 120)),
    ...windows('total_sale_gmv_Nd_amt', amount('GMV', 1798.8)),
    ...windows('total_video_sale_Nd_cnt', count('Units sold through videos', 70, { estimated: true })),
    ...windows('total_video_sale_gmv_Nd_amt', amount('GMV of sales through videos', 1049.3, { estimated: true })),
    ...windows('total_live_sale_Nd_cnt', count('Units sold through lives', 18, { estimated: true })),
    ...windows('total_live_sale_gmv_Nd_amt', amount('GMV of sales through lives', 269.82, { estimated: true })),
    ...windows('total_views_Nd_cnt', count('Views gained by the videos that promote the product', 4100)),
    ...windows('total_video_Nd_cnt', count('New videos that promote the product', 2, { section: 5 })),
    ...windows('total_live_Nd_cnt', count('New lives that promote the product', 1, { section: 5 })),
    ...windows(
      'total_ifl_video_Nd_cnt',
      count('Creators who posted their first video of the product', 2, { section: 5 }),
    ),
    ...windows(
      'total_ifl_live_Nd_cnt',
      count('Creators who hosted their first live with the product', 1, { section: 5 }),
    ),
  },
  {
    from_flag: flag('1 sold locally, 2 cross-border, 0 unknown. Not part of the original contract.', 1),
    is_hot: flag('1: marked as hot by the source, 0: not. Not part of the original contract.', 0),
    shop_type: flag('Type of the shop, a number of the source; 0 unknown. Not part of the original contract.', 1),
    specification: json(
      'Specification as given by the source, as JSON. Not part of the original contract.',
      '[{"name":"Material","value":"PET"}]',
    ),
    category_name: text(
      'Name in English of the deepest category whose name is known, or in another language without one; empty when unknown. Not part of the original contract.',
      'Storage boxes & bins',
      { section: 8 },
    ),
    currency,
  },
);

export const productColumns = [
  'product_id',
  'product_name',
  'total_sale_30d_cnt',
  'total_sale_gmv_30d_amt',
  'currency',
  'spu_avg_price',
  'total_sale_cnt',
  'total_ifl_cnt',
] as const;

export const productList = defineList({
  id: 'product-list',
  path: '/v1/tiktok/product/list/analytics',
  tag: 'Products',
  title: 'Product list',
  summary: 'Search and sort the products of a market by sales, GMV, price and more.',
  description:
    'Returns the products of one region with their running totals and their growth in the last 1, 7, 15, 30, 60 and 90 days. ' +
    'Rows match all filters; range limits are inclusive. Sales through videos and lives are estimates: see ' +
    '"How every number is calculated".',
  rowId: 'product_id',
  columns: productColumns,
  key: [market('region')],
  filters: [
    equals('category_id', 'Only products of this first-level category.'),
    equals('category_l2_id', 'Only products of this second-level category.'),
    equals('category_l3_id', 'Only products of this third-level category.'),
    oneOf(
      'sales_trend_flag',
      labelled('stable', 'up', 'down'),
      'Only products with this sales trend: units of the last 7 days compared with the 7 days before. Up and down mean a change of more than 10 %.',
    ),
    between('total_sale_cnt'),
    between('total_sale_30d_cnt'),
    between('spu_avg_price', 'average price, in the currency of the product'),
    between('product_commission_rate', 'commission rate as a fraction: 0.05 is 5 %'),
    between('total_ifl_cnt', 'number of creators who promote the product'),
    between('total_video_cnt', 'number of videos that promote the product'),
    between('total_views_cnt', 'total views of the videos that promote the product'),
    between('product_rating'),
    between('review_count', 'number of reviews'),
    oneOf('is_s_shop', labelled('no', 'yes'), 'Filter by whether the shop is fully managed by the platform.'),
    oneOf('free_shipping', labelled('no', 'yes'), 'Filter by whether shipping is free.'),
    between('total_sale_gmv_amt', 'total GMV, in the currency of the product'),
    between('total_sale_gmv_30d_amt', 'GMV in the last 30 days, in the currency of the product'),
    between('first_crawl_dt', 'UTC day of first observation'),
    oneOf('sales_flag', labelled('neither', 'video', 'live'), 'Only products with this main sales channel.'),
    below(
      'off_mark',
      2,
      ['on sale', 'taken down'],
      'Filter by whether the product is on sale (off_mark below 2) or taken down.',
    ),
    oneOf('from_flag', labelled('unknown', 'local', 'cross-border'), 'Only products sold from here.'),
    oneOf('is_hot', labelled('no', 'yes'), 'Filter by whether the source marks the product as hot.'),
    isNumber('shop_type', 255, 'Only products of this type of shop, a number of the source.'),
    words(
      'keyword',
      'product_name',
      'Only products whose name contains all these words or word fragments. Case-insensitive.',
    ),
  ],
  order: sortedBy('product_sort_field', [
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'spu_avg_price',
    'total_sale_7d_cnt',
    'total_sale_30d_cnt',
    'total_sale_gmv_7d_amt',
    'total_sale_gmv_30d_amt',
  ]),
  row: productRow,
  exampleQuery: { region: 'US', min_total_sale_30d_cnt: '100', product_sort_field: '5' },
});
