import { defineDetail } from '../detail.ts';
import { productList } from '../lists/product-list.ts';

export const productDetail = defineDetail({
  id: 'product-detail',
  path: '/v1/tiktok/product/detail/analytics',
  tag: 'Products',
  title: 'Products by ID',
  summary: 'Get up to ten products by their IDs, with the fields of the product list.',
  description:
    'Returns the products with these IDs, of any market, with their running totals and their growth in the last 1, 7, 15, 30, 60 ' +
    'and 90 days.',
  of: productList,
  ids: 'product_ids',
  idsMax: 10,
});
