import { amount, contractRow, count, currency, id, text, uniqueId } from '../field.ts';
import { between } from '../filter.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { liveFields, liveMaxViews, liveProducts, liveTitle } from '../live-fields.ts';
import { sortedBy } from '../order.ts';
import { sureFields } from '../sure-fields.ts';

export const productLivestreams = defineList({
  id: 'product-livestreams',
  path: '/v1/tiktok/product/livestreams/analytics',
  tag: 'Products',
  title: 'Lives of a product',
  summary: 'List the lives that promote a product, with their reach and their sales of it.',
  description:
    'Returns the lives that promote the product. Viewers and `total_product_cnt` belong to the live; `total_sale_…` fields are the ' +
    'sales of this product through the live and are estimates.',
  rowId: 'room_id',
  columns: ['room_id', 'unique_id', 'title', 'total_sale_cnt', 'total_sale_gmv_amt', 'currency', 'total_views_cnt'],
  key: [ofId('product_id', 'ID of the product.')],
  filters: [between('create_time', 'start in epoch seconds; a live with an unknown start counts as 0')],
  order: sortedBy('product_live_sort_field', [
    'max_views_cnt',
    'total_product_cnt',
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'total_views_cnt',
  ]),
  row: contractRow(
    {
      ...liveFields,
      product_id: id('Product', '1729400000000000001'),
      category_id: id('First-level category of most products of the live; "0" when unset', '600001', { section: 8 }),
      max_views_cnt: liveMaxViews,
      spu_avg_price: amount('Average SKU price of the product', 14.99),
      total_product_cnt: liveProducts,
      total_sale_cnt: count('Units of the product sold through the live', 18, { estimated: true }),
      total_sale_gmv_amt: amount('GMV of the product sold through the live', 269.82, { estimated: true }),
    },
    {
      unique_id: uniqueId,
      title: liveTitle,
      product_name: text('Title of the product', 'Drawer organiser, set of ten'),
      seller_id: id('Shop that sells the product; "0" when unknown', '7490000000000000001'),
      currency,
    },
  ),
  onRequest: sureFields({ total_sale_cnt: 18 }),
  exampleQuery: { product_id: '1729400000000000001', product_live_sort_field: '4' },
});
