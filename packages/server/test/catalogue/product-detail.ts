import { defineDetail } from '../../src/catalogue/detail.ts';
import { productList } from '../../src/catalogue/lists/product-list.ts';

/** A detail that the product does not have, of a list that it has. */
export const productDetail = defineDetail({
  id: 'test-product-detail',
  path: '/v1/tiktok/test/product/detail',
  tag: 'Products',
  title: 'Products by ID',
  summary: 'Get products by their IDs.',
  description: 'Returns the products of any market.',
  priceCredits: 2,
  of: productList,
  ids: 'product_ids',
  idsMax: 3,
});
