import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { productColumns, productList, productRow } from './product-list.ts';

export const shopProducts = defineList({
  id: 'shop-products',
  path: '/v1/tiktok/shop/products/analytics',
  tag: 'Shops',
  title: 'Products of a shop',
  summary: 'List the products of a shop, with the fields of the product list.',
  description:
    'Returns the products that the shop sells, those that were taken down included. Rows are those of the product list: running ' +
    'totals and their growth in the last 1, 7, 15, 30, 60 and 90 days.',
  rowId: 'product_id',
  columns: productColumns,
  key: [ofId('seller_id', 'ID of the shop.')],
  order: sortedBy('seller_product_sort_field', [
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'spu_avg_price',
    'total_sale_7d_cnt',
    'total_sale_gmv_7d_amt',
  ]),
  row: productRow,
  rowsOf: { list: productList, where: 'seller_id != 0' },
  exampleQuery: { seller_id: '7490000000000000001' },
});
