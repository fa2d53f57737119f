import type { View, ViewColumn } from '../serving/sql/view.ts';
import { readSqlFile } from '../warehouse/sql-files.ts';
import type { ListEndpoint } from './endpoint.ts';
import { influencerList } from './lists/influencer-list.ts';
import { influencerProducts } from './lists/influencer-products.ts';
import { productCreators } from './lists/product-creators.ts';
import { productList } from './lists/product-list.ts';
import { productLivestreams } from './lists/product-livestreams.ts';
import { productReviews } from './lists/product-reviews.ts';
import { productVideos } from './lists/product-videos.ts';
import { shopCreators } from './lists/shop-creators.ts';
import { shopList } from './lists/shop-list.ts';
import { shopLivestreams } from './lists/shop-livestreams.ts';
import { shopVideos } from './lists/shop-videos.ts';
import { videoList } from './lists/video-list.ts';

const productId = { name: 'product_id', meaning: 'Product' };
const day = { name: 'day', meaning: 'UTC day; days on which nothing changed have no row' };
const units = { name: 'units', meaning: 'Units sold on the day' };
const currency = { name: 'currency', meaning: 'Of `gmv`; empty in the rows of what has no currency, such as views' };
const gmv = { name: 'gmv', meaning: 'Their GMV, in the currency of the product' };

/** What `vitrine sql` and `POST /admin/v1/sql` can query. */
export const views: readonly View[] = [
  ofList('products', productList),
  ofList('product_creators', productCreators),
  ofList('product_videos', productVideos),
  ofList('product_lives', productLivestreams),
  ofList('product_reviews', productReviews),
  ofList('creators', influencerList),
  ofList('creator_products', influencerProducts),
  ofList('shops', shopList),
  ofList('shop_creators', shopCreators),
  ofList('shop_videos', shopVideos),
  ofList('shop_lives', shopLivestreams),
  ofList('videos', videoList),
  ofDays('product_days', 'A day of a product', [
    productId,
    day,
    units,
    gmv,
    { name: 'video_units', meaning: 'Of them through videos (estimate), with three decimals' },
    { name: 'video_gmv', meaning: 'Their GMV (estimate)' },
    { name: 'live_units', meaning: 'Of them through lives (estimate), with three decimals' },
    { name: 'live_gmv', meaning: 'Their GMV (estimate)' },
    { name: 'new_videos', meaning: 'Videos of the day that promote it' },
    { name: 'new_lives', meaning: 'Lives of the day that promote it' },
    { name: 'new_creators', meaning: 'Creators whose first video or live of it is of the day' },
  ]),
  ofDays('video_days', 'A day of a video, in a currency of what it sold', [
    { name: 'video_id', meaning: 'Video' },
    day,
    currency,
    { name: 'views', meaning: 'Views of the day' },
    { name: 'likes', meaning: 'Likes of the day' },
    { name: 'comments', meaning: 'By how much its comments rose on the day' },
    { name: 'saves', meaning: 'By how much the times it was saved rose on the day' },
    { name: 'shares', meaning: 'By how much its shares rose on the day' },
    {
      name: 'units',
      meaning: 'Units sold through it on the day (estimate, unless they are known), with three decimals',
    },
    { name: 'gmv', meaning: 'Their GMV, in `currency`' },
  ]),
  ofDays('shop_days', 'A day of a shop, in a currency of its products', [
    { name: 'seller_id', meaning: 'Shop' },
    day,
    currency,
    units,
    { name: 'gmv', meaning: 'Their GMV, in `currency`' },
    { name: 'new_products', meaning: 'Products first observed on the day' },
    { name: 'new_videos', meaning: 'Videos of the day that promote its products' },
    { name: 'new_lives', meaning: 'Lives of the day that promote its products' },
    { name: 'new_creators', meaning: 'Creators whose first video or live of its products is of the day' },
  ]),
  ofDays('live_days', 'A day of a live', [
    { name: 'live_id', meaning: 'Live' },
    day,
    { name: 'viewers', meaning: 'Viewers of the day' },
  ]),
  ofDays('creator_days', 'A day of a creator, in a currency of what was sold', [
    { name: 'user_id', meaning: 'Creator' },
    day,
    currency,
    { name: 'followers', meaning: 'Followers won, negative where lost' },
    { name: 'likes', meaning: 'Likes of the day' },
    { name: 'views', meaning: 'Views of the day' },
    { name: 'videos', meaning: 'Videos posted on the day' },
    { name: 'comments', meaning: 'By how much the comments rose on the day' },
    { name: 'shares', meaning: 'By how much the shares rose on the day' },
    { name: 'lives', meaning: 'By how much the number of lives rose on the day' },
    { name: 'new_products', meaning: 'Products first promoted on the day' },
    {
      name: 'units',
      meaning: 'Units sold through the creator on the day (estimate, unless they are known), with three decimals',
    },
    { name: 'gmv', meaning: 'Their GMV, in `currency`' },
  ]),
  ofDays('attribution_days', 'What a video or live sold of a product on a day', [
    productId,
    day,
    { name: 'source', meaning: "'video' or 'live'" },
    { name: 'source_id', meaning: 'The video or live' },
    { ...units, meaning: `${units.meaning} (estimate, unless they are known), with three decimals` },
    gmv,
  ]),
];

/** The rows of a list, with the key they are asked for by. */
function ofList(name: string, { id: of, title, key, rowId, row, unserved, table }: ListEndpoint): View {
  const ids = new Set([...key, rowId]);
  const fields = [...unserved, ...row];
  const known = [...fields.filter((field) => ids.has(field.name)), ...row.filter((field) => !ids.has(field.name))];
  const columns = known.map((field) => ({ name: field.name, meaning: field.description }));
  const select = `SELECT ${columns.map((column) => column.name).join(', ')} FROM ${table} WHERE version = {version:UInt32}`;
  return { name, summary: title, of, columns, select };
}

function ofDays(name: string, summary: string, columns: readonly ViewColumn[]): View {
  const [select = ''] = readSqlFile(new URL(`views/${name}.sql`, import.meta.url)).statements;
  return { name, summary, columns, select };
}
