import { amount, highestPrice, lowestPrice } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { currency } from '../readers/currencies.ts';
import { seconds } from '../readers/durations.ts';
import { handle, id } from '../readers/identities.ts';
import { endOfToldDay, epochSeconds, moment } from '../readers/moments.ts';
import { images, number, region, text } from '../readers/texts.ts';
import type { Source } from '../source.ts';
import { echotikProducts } from './keyapi.ts';

const containers = ['json', 'csv', 'xlsx'] as const;
const observedAt = [moment('scrapedAt', 'scraped_at', 'observed_at', 'timestamp', 'crawledAt'), endOfToldDay];
const day = '`scrapedAt`; of rows without it, the day told';

const priceNames = ['currentPrice', 'salePrice', 'sale_price', 'price', 'price.value', 'price/value'] as const;

export const apify: Source = {
  name: 'apify',
  title: 'Apify actors for TikTok Shop and TikTok',
  about: 'Data sets of actors, downloaded as JSON, CSV or Excel.',
  tables: [
    echotikProducts,
    {
      rows: 'products',
      containers,
      recognised: {
        all: [],
        any: ['soldCount', 'sold_count', 'salesVolume', 'sales_volume', 'globalSold', 'global_sold', 'soldText'],
        none: ['video_id', 'code', 'crate_show', 'commission_rate', 'dt', 'uid', 'room_id', 'sale_amount', 'seller_id'],
      },
      records: [
        {
          kind: 'product',
          fields: {
            product_id: id('productId', 'product_id', 'id', 'productUrl', 'url'),
            observed_at: observedAt,
            region: region('region', 'country_code', 'countryCode', 'country'),
            currency: currency(
              ['currency', 'price.currency', 'price/currency'],
              [...priceNames, 'avgPrice', 'avg_price'],
            ),
            seller_id: id('shopId', 'shop_id', 'sellerId', 'seller.id', 'shop.id'),
            product_name: text('title', 'name', 'productName', 'product_name'),
            cover_url: images('images', 'imageUrl', 'image', 'image_url', 'thumbnail'),
            min_price: lowestPrice(...priceNames),
            max_price: highestPrice(...priceNames),
            spu_avg_price: amount('avgPrice', 'avg_price'),
            product_rating: number('rating', 'productRating', 'reviewScore'),
            review_count: count('reviewCount', 'review_count', 'reviewsCount'),
            total_sale_cnt: count(
              'soldCount',
              'sold_count',
              'salesVolume',
              'sales_volume',
              'globalSold',
              'global_sold',
              'soldText',
            ),
          },
        },
      ],
      day,
      isNoRow: hasNoId,
      lost: ['shopName', 'status', 'stock', 'originalPrice', 'discount', 'categories', 'description'],
    },
    {
      rows: 'videos of clockworks/tiktok-scraper',
      containers,
      recognised: { all: ['id', 'playCount', 'diggCount'] },
      records: [
        {
          kind: 'video',
          fields: {
            video_id: id('id'),
            observed_at: observedAt,
            user_id: id('authorMeta.id', 'authorMeta/id'),
            unique_id: handle('authorMeta.name', 'authorMeta/name'),
            region: region('locationCreated'),
            create_time: epochSeconds('createTime', 'createTimeISO'),
            duration: seconds('videoMeta.duration', 'videoMeta/duration'),
            width: count('videoMeta.width', 'videoMeta/width'),
            height: count('videoMeta.height', 'videoMeta/height'),
            video_desc: text('text'),
            reflow_cover: text('videoMeta.coverUrl', 'videoMeta/coverUrl'),
            total_views_cnt: count('playCount'),
            total_digg_cnt: count('diggCount'),
            total_comments_cnt: count('commentCount'),
            total_favorites_cnt: count('collectCount'),
            total_shares_cnt: count('shareCount'),
          },
        },
        {
          kind: 'creator',
          fields: {
            user_id: id('authorMeta.id', 'authorMeta/id'),
            observed_at: observedAt,
            unique_id: handle('authorMeta.name', 'authorMeta/name'),
            nick_name: text('authorMeta.nickName', 'authorMeta/nickName'),
            avatar: text('authorMeta.avatar', 'authorMeta/avatar'),
            total_followers_cnt: count('authorMeta.fans', 'authorMeta/fans'),
            total_following_cnt: count('authorMeta.following', 'authorMeta/following'),
            total_digg_cnt: count('authorMeta.heart', 'authorMeta/heart'),
            total_post_video_cnt: count('authorMeta.video', 'authorMeta/video'),
          },
          onlyWith: ['unique_id', 'nick_name', 'total_followers_cnt'],
        },
      ],
      day,
      personal: ['authorMeta.signature'],
      lost: ['musicMeta', 'hashtags', 'webVideoUrl', 'mediaUrls', 'mentions', 'effectStickers', 'isAd', 'isPinned'],
    },
  ],
};

/** Actors write a row without an id for what they could not open. */
function hasNoId(values: Readonly<Record<string, unknown>>): boolean {
  return ['productId', 'product_id', 'id', 'productUrl', 'url'].every((name) => (values[name] ?? '') === '');
}
