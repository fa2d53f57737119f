import type { PlainObservation } from './plainObservation.ts';

/** What a field may hold: absent and null both mean "not seen". */
export type Seen<T> = T | null | undefined;

/** A JSON-valued field: the value itself, or its JSON text. */
export type JsonField = Seen<object | string>;

/** Any record made at a moment, `observed_at` being ISO 8601 with a zone. */
export interface Timed {
  readonly observed_at: string;
}

/** What a record with running totals says of them. */
export interface Reservations {
  readonly derived?: Seen<number | boolean>;
  readonly rounded_to?: Seen<number>;
}

export interface ProductObservation extends Timed, Reservations {
  readonly kind: 'product';
  readonly product_id: string;
  readonly region: string;
  readonly currency?: Seen<string>;
  readonly seller_id?: Seen<string>;
  readonly seller_name?: Seen<string>;
  readonly product_name?: Seen<string>;
  readonly category_id?: Seen<string>;
  readonly category_l2_id?: Seen<string>;
  readonly category_l3_id?: Seen<string>;
  readonly cover_url?: JsonField;
  readonly desc_detail?: JsonField;
  readonly skus?: JsonField;
  readonly sale_props?: JsonField;
  readonly discount?: Seen<string>;
  readonly min_price?: Seen<number>;
  readonly max_price?: Seen<number>;
  readonly spu_avg_price?: Seen<number>;
  readonly product_commission_rate?: Seen<number>;
  readonly product_rating?: Seen<number>;
  readonly review_count?: Seen<number>;
  readonly free_shipping?: Seen<number | boolean>;
  readonly is_s_shop?: Seen<number | boolean>;
  readonly off_mark?: Seen<number>;
  readonly from_flag?: Seen<number>;
  readonly is_hot?: Seen<number | boolean>;
  readonly shop_type?: Seen<number>;
  readonly specification?: JsonField;
  readonly total_sale_cnt?: Seen<number>;
  readonly total_sale_gmv_amt?: Seen<number>;
  readonly total_ifl_cnt?: Seen<number>;
  readonly total_video_cnt?: Seen<number>;
  readonly total_live_cnt?: Seen<number>;
  readonly total_views_cnt?: Seen<number>;
}

export interface ShopObservation extends Timed {
  readonly kind: 'shop';
  readonly seller_id?: Seen<string>;
  readonly region: string;
  readonly shop_name?: Seen<string>;
  readonly avatar?: Seen<string>;
  readonly is_s_shop?: Seen<number | boolean>;
  readonly from_flag?: Seen<number>;
  readonly rating?: Seen<number>;
  readonly total_sale_cnt?: Seen<number>;
  readonly user_id?: Seen<string>;
}

export interface CreatorObservation extends Timed {
  readonly kind: 'creator';
  readonly user_id?: Seen<string>;
  readonly unique_id?: Seen<string>;
  readonly nick_name?: Seen<string>;
  readonly avatar?: Seen<string>;
  readonly region?: Seen<string>;
  readonly category?: Seen<string>;
  readonly total_followers_cnt?: Seen<number>;
  readonly total_following_cnt?: Seen<number>;
  readonly total_digg_cnt?: Seen<number>;
  readonly total_post_video_cnt?: Seen<number>;
  readonly total_live_cnt?: Seen<number>;
  readonly total_views_cnt?: Seen<number>;
  readonly total_live_views_cnt?: Seen<number>;
  readonly total_comments_cnt?: Seen<number>;
  readonly total_shares_cnt?: Seen<number>;
  readonly language?: Seen<string>;
  readonly gender?: Seen<string>;
  readonly signature?: Seen<string>;
  readonly contact_email?: Seen<string>;
  readonly show_case_flag?: Seen<number | boolean>;
}

export interface VideoObservation extends Timed, Reservations {
  readonly kind: 'video';
  readonly video_id: string;
  readonly user_id?: Seen<string>;
  readonly unique_id?: Seen<string>;
  readonly region?: Seen<string>;
  /** Epoch seconds. */
  readonly create_time?: Seen<number>;
  readonly duration?: Seen<number>;
  readonly video_desc?: Seen<string>;
  readonly hash_tag?: Seen<string>;
  readonly width?: Seen<number>;
  readonly height?: Seen<number>;
  readonly ratio?: Seen<string>;
  readonly data_size?: Seen<number>;
  readonly play_addr?: Seen<string>;
  readonly reflow_cover?: Seen<string>;
  readonly is_ad?: Seen<number | boolean>;
  readonly created_by_ai?: Seen<number | boolean>;
  readonly total_views_cnt?: Seen<number>;
  readonly total_digg_cnt?: Seen<number>;
  readonly total_comments_cnt?: Seen<number>;
  readonly total_favorites_cnt?: Seen<number>;
  readonly total_shares_cnt?: Seen<number>;
  readonly products?: Seen<readonly VideoProduct[]>;
}

interface VideoProduct {
  readonly product_id: string;
  readonly total_video_sale_cnt?: Seen<number>;
  readonly total_video_sale_gmv_amt?: Seen<number>;
}

export interface LiveObservation extends Timed, Reservations {
  readonly kind: 'live';
  readonly live_id: string;
  readonly user_id?: Seen<string>;
  readonly unique_id?: Seen<string>;
  readonly region?: Seen<string>;
  readonly title?: Seen<string>;
  /** Epoch seconds. */
  readonly start_time?: Seen<number>;
  /** Epoch seconds. */
  readonly end_time?: Seen<number>;
  readonly total_views_cnt?: Seen<number>;
  readonly max_views_cnt?: Seen<number>;
  readonly cover_url?: Seen<string>;
  readonly total_joins_cnt?: Seen<number>;
  readonly total_digg_cnt?: Seen<number>;
  readonly total_comments_cnt?: Seen<number>;
  readonly products?: Seen<readonly LiveProduct[]>;
}

interface LiveProduct {
  readonly product_id: string;
  readonly total_live_sale_cnt?: Seen<number>;
  readonly total_live_sale_gmv_amt?: Seen<number>;
}

export interface SaleObservation extends Timed {
  readonly kind: 'sale';
  readonly sale_id?: Seen<string>;
  readonly product_id?: Seen<string>;
  readonly sku_id?: Seen<string>;
  /** Days, yyyy-MM-dd: one, or the first and the last of a range. */
  readonly day?: Seen<string>;
  readonly day_from?: Seen<string>;
  readonly day_to?: Seen<string>;
  readonly units: number;
  readonly gmv?: Seen<number>;
  readonly currency?: Seen<string>;
  readonly video_id?: Seen<string>;
  readonly live_id?: Seen<string>;
  readonly user_id?: Seen<string>;
  readonly unique_id?: Seen<string>;
  readonly channel?: Seen<'video' | 'live' | 'card' | 'link' | 'store'>;
  readonly basis: 'measured' | 'stated';
}

export interface FxObservation {
  readonly kind: 'fx';
  readonly currency: string;
  /** UTC day, yyyy-MM-dd. */
  readonly date: string;
  /** How much of the currency one US dollar buys, at most six decimals. */
  readonly per_usd: number;
  readonly observed_at?: Seen<string>;
}

type EntityObservation =
  | ProductObservation
  | ShopObservation
  | CreatorObservation
  | VideoObservation
  | LiveObservation
  | SaleObservation
  | PlainObservation;

export type Observation = EntityObservation | FxObservation;
