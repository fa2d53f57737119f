import { amount, highestPrice, lowestPrice } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { currency, currencyOfSkus } from '../readers/currencies.ts';
import { seconds } from '../readers/durations.ts';
import { fraction } from '../readers/fractions.ts';
import { handle, id } from '../readers/identities.ts';
import { endOfDay, endOfToldDay, epochSeconds, moment } from '../readers/moments.ts';
import { flag, images, json, number, region, text } from '../readers/texts.ts';
import { type BackCast, type Mapping, type RecordDeclaration, windowsOf } from '../source.ts';

type Fields = Readonly<Record<string, Mapping>>;

export const containers = ['json', 'csv', 'xlsx'] as const;

export const observedAt: Mapping = [moment('observed_at'), endOfDay('last_crawl_dt', 'dt'), endOfToldDay];
export const atCrawl =
  'end of `last_crawl_dt`; of rows without it, the day told: the data is of the day before the call';
export const atDt = 'end of `dt`';
export const atTold = 'the day told: the data is of the day before the call';

/** Members that only rows with running totals have: those of rankings count a period. */
export const signsOfTotals = [
  'last_crawl_dt first_crawl_dt observed_at skus review_count sales_trend_flag total_views_cnt',
  'total_sale_1d_cnt total_sale_7d_cnt total_sale_30d_cnt total_sale_90d_cnt',
].flatMap(words);

export const productNames: Fields = {
  product_id: id('product_id'),
  observed_at: observedAt,
  region: region('region'),
  currency: [
    currencyOfSkus,
    ...currency(['currency'], ['total_sale_gmv_amt', 'avg_price', 'min_price', 'max_price', 'spu_avg_price']),
  ],
  seller_id: id('seller_id'),
  product_name: text('product_name'),
  category_id: id('category_id'),
  category_l2_id: id('category_l2_id'),
  category_l3_id: id('category_l3_id'),
  cover_url: images('cover_url'),
  min_price: lowestPrice('min_price', 'avg_price'),
  max_price: highestPrice('max_price', 'avg_price'),
  spu_avg_price: amount('spu_avg_price', 'avg_price'),
  product_commission_rate: fraction('product_commission_rate'),
};

export const productSales: Fields = {
  total_sale_cnt: count('total_sale_cnt'),
  total_sale_gmv_amt: amount('total_sale_gmv_amt'),
};

export const productCounts: Fields = {
  total_ifl_cnt: count('total_ifl_cnt', 'total_ifl_count'),
  total_video_cnt: count('total_video_cnt', 'total_video_count'),
  total_live_cnt: count('total_live_cnt', 'total_live_count'),
  total_views_cnt: count('total_views_cnt', 'total_views_count'),
};

export const product: RecordDeclaration = {
  kind: 'product',
  fields: {
    ...productNames,
    desc_detail: json('desc_detail'),
    discount: text('discount'),
    skus: json('skus'),
    sale_props: json('sale_props'),
    product_rating: number('product_rating'),
    review_count: count('review_count'),
    free_shipping: flag('free_shipping'),
    is_s_shop: flag('is_s_shop'),
    off_mark: count('off_mark'),
    from_flag: count('from_flag'),
    is_hot: flag('is_hot'),
    shop_type: count('shop_type'),
    specification: json('specification'),
    ...productCounts,
    ...productSales,
  },
  backCast: {
    windows: {
      total_sale_cnt: windowsOf('total_sale_{n}d_cnt', [1, 7, 15, 30, 60, 90]),
      total_sale_gmv_amt: windowsOf('total_sale_gmv_{n}d_amt', [1, 7, 15, 30, 60, 90]),
    },
    keeps: ['product_id', 'region'],
  },
};

export const videoTotals: Fields = {
  total_views_cnt: count('total_views_cnt', 'views_count'),
  total_digg_cnt: count('total_digg_cnt', 'digg_count'),
  total_comments_cnt: count('total_comments_cnt', 'comment_count'),
  total_favorites_cnt: count('total_favorites_cnt'),
  total_shares_cnt: count('total_shares_cnt', 'share_count'),
};

export const videoNames: Fields = {
  video_id: id('video_id'),
  observed_at: observedAt,
  user_id: id('user_id', 'influencer_id', 'influencer.user_id'),
  unique_id: handle('unique_id', 'influencer.unique_id'),
  region: region('region'),
  create_time: epochSeconds('create_time', 'publish_time'),
  duration: seconds('duration'),
  video_desc: text('video_desc', 'raw_title'),
  hash_tag: text('hash_tag'),
  width: count('width'),
  height: count('height'),
  ratio: text('ratio'),
  data_size: count('data_size'),
  play_addr: text('play_addr'),
  reflow_cover: text('reflow_cover'),
  is_ad: flag('is_ad'),
  created_by_ai: flag('created_by_ai'),
};

/** A row that names its product says what the video sold of it; otherwise the list of products says it, if it does. */
export const videoLinks: Fields = {
  products: [
    {
      link: {
        product_id: id('product_id'),
        total_video_sale_cnt: count('total_video_sale_cnt'),
        total_video_sale_gmv_amt: amount('total_video_sale_gmv_amt'),
      },
    },
    {
      each: 'video_products',
      link: {
        product_id: id('product_id'),
        total_video_sale_cnt: count('video_sale_cnt'),
        total_video_sale_gmv_amt: amount('video_gmv_amt'),
      },
    },
  ],
};

export const videoBackCast: BackCast = {
  windows: {
    total_views_cnt: windowsOf('total_views_{n}d_cnt', [1, 7, 30, 90]),
    total_digg_cnt: windowsOf('total_digg_{n}d_cnt', [1, 7, 30, 90]),
  },
  keeps: ['video_id', 'user_id'],
};

/** Who made a video or live, where the row shows them. */
export const shownCreator: RecordDeclaration = {
  kind: 'creator',
  fields: {
    user_id: id('user_id', 'influencer_id', 'influencer.user_id'),
    observed_at: observedAt,
    unique_id: handle('unique_id', 'influencer.unique_id'),
    nick_name: text('nick_name', 'influencer.nick_name'),
    avatar: text('avatar', 'influencer.avatar'),
    total_followers_cnt: count('influencer.follower_count'),
  },
  onlyWith: ['unique_id', 'nick_name', 'avatar'],
};

export const creatorNames: Fields = {
  user_id: id('user_id'),
  observed_at: observedAt,
  unique_id: handle('unique_id'),
  nick_name: text('nick_name'),
  avatar: text('avatar'),
  region: region('region'),
  category: text('category'),
};

export const creator: RecordDeclaration = {
  kind: 'creator',
  fields: {
    ...creatorNames,
    total_followers_cnt: count('total_followers_cnt'),
    total_following_cnt: count('total_following_cnt'),
    total_digg_cnt: count('total_digg_cnt'),
    total_post_video_cnt: count('total_post_video_cnt'),
    total_live_cnt: count('total_live_cnt'),
    total_views_cnt: count('total_views_cnt'),
    total_live_views_cnt: count('total_live_views_cnt'),
    total_comments_cnt: count('total_comments_cnt'),
    total_shares_cnt: count('total_shares_cnt'),
    language: text('language'),
    gender: text('gender'),
    signature: text('signature'),
    contact_email: text('contact_email'),
    show_case_flag: flag('show_case_flag'),
  },
};

export const shopNames: Fields = {
  seller_id: id('seller_id'),
  observed_at: observedAt,
  region: region('region'),
  shop_name: text('seller_name'),
  avatar: text('cover_url'),
  is_s_shop: flag('is_s_shop'),
  from_flag: count('from_flag'),
  rating: number('rating'),
  user_id: id('user_id'),
};

export const shop: RecordDeclaration = {
  kind: 'shop',
  fields: { ...shopNames, total_sale_cnt: count('total_sale_cnt') },
};

export function words(names: string): readonly string[] {
  return names.split(' ');
}
