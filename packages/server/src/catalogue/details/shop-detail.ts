import { defineDetail } from '../detail.ts';
import { shopList } from '../lists/shop-list.ts';

export const shopDetail = defineDetail({
  id: 'shop-detail',
  path: '/v1/tiktok/shop/detail/analytics',
  tag: 'Shops',
  title: 'Shop by ID',
  summary: 'Get a shop by its ID, with the fields of the shop list.',
  description:
    'Returns the shop with this ID, of any market, with the sales of all its products. `data` is a list of one row.',
  of: shopList,
  ids: 'seller_id',
  idsMax: 1,
});
