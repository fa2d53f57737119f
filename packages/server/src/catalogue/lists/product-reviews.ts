import { contractRow, count, id, text } from '../field.ts';
import { between } from '../filter.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { fixedOrder } from '../order.ts';

export const productReviews = defineList({
  id: 'product-reviews',
  path: '/v1/tiktok/product/reviews/analytics',
  tag: 'Products',
  title: 'Reviews of a product',
  summary: 'List the reviews of a product, newest first.',
  description: 'Returns the reviews of the product that were observed, by the time they were written, newest first.',
  rowId: 'review_id',
  columns: ['review_id', 'rating', 'display_text', 'sku_specification', 'review_timestamp'],
  key: [ofId('product_id', 'ID of the product.')],
  filters: [between('rating', 'stars, 0 to 5')],
  order: fixedOrder('review_timestamp', 'descending'),
  row: contractRow(
    {
      review_id: id('Review', '7488000000000000001'),
      product_id: id('Product', '1729400000000000001'),
      rating: count('Stars, 0 to 5', 5),
      display_text: text('What the review says; empty when unknown', 'Just as shown, and quick to arrive.'),
      review_timestamp: count('When it was written, in epoch milliseconds; 0 when unknown', 1767225600000),
      sku_id: id('Variant that was bought; "0" when unknown', '1729400000000000011'),
      sku_specification: text('That variant in words; empty when unknown', 'Colour: clear'),
    },
    {},
  ),
  exampleQuery: { product_id: '1729400000000000001', min_rating: '4' },
});
