import fc from 'fast-check';
import { saleObservation } from './arbitrarySales.ts';
import {
  CURRENCIES,
  covers,
  daysBack,
  details,
  growing,
  handles,
  IDS,
  idOf,
  isoDate,
  madeAt,
  maybe,
  mostly,
  observedAt,
  price,
  promotedId,
  rarely,
  reservations,
  runningAmount,
  runningCount,
  runningUnits,
  shopNames,
  skus,
  smallCount,
  sometimes,
  words,
} from './arbitraryValues.ts';
import type {
  CreatorObservation,
  FxObservation,
  LiveObservation,
  Observation,
  ProductObservation,
  ShopObservation,
  VideoObservation,
} from './observation.ts';
import { plainKinds } from './plain.ts';
import type { Sizes } from './sizes.ts';

export function productObservation(size: Sizes): fc.Arbitrary<ProductObservation> {
  return observedAt.chain((observed) =>
    fc.record({
      kind: fc.constant('product' as const),
      observed_at: fc.constant(observed),
      product_id: idOf(size.products),
      region: fc.constantFrom('US', 'ID', 'VN'),
      currency: maybe(fc.constantFrom(...CURRENCIES)),
      seller_id: maybe(idOf(size.shops)),
      seller_name: rarely(shopNames),
      product_name: maybe(words),
      category_id: rarely(fc.constantFrom('0', '601450', ...IDS)),
      category_l2_id: rarely(fc.constantFrom(...IDS)),
      category_l3_id: rarely(fc.constantFrom(...IDS)),
      cover_url: rarely(covers),
      desc_detail: rarely(details),
      skus: rarely(skus),
      sale_props: rarely(details),
      discount: rarely(words),
      min_price: rarely(price),
      max_price: rarely(price),
      spu_avg_price: rarely(price),
      product_commission_rate: rarely(fc.constantFrom(0, 0.05, 0.1234, 0.9999)),
      product_rating: rarely(fc.constantFrom(0, 4.5, 4.75, 5)),
      review_count: rarely(smallCount),
      free_shipping: rarely(fc.constantFrom(0, 1)),
      is_s_shop: rarely(fc.constantFrom(0, 1)),
      off_mark: rarely(fc.constantFrom(0, 1, 3)),
      from_flag: rarely(fc.constantFrom(0, 1, 2)),
      is_hot: rarely(fc.constantFrom(0, 1)),
      shop_type: rarely(fc.constantFrom(0, 1, 7)),
      specification: rarely(details),
      total_sale_cnt: maybe(growing(observed, runningUnits)),
      total_sale_gmv_amt: rarely(runningAmount),
      total_ifl_cnt: rarely(smallCount),
      total_video_cnt: rarely(smallCount),
      total_live_cnt: rarely(smallCount),
      total_views_cnt: rarely(runningCount),
      ...reservations,
    }),
  );
}

export function videoObservation(size: Sizes): fc.Arbitrary<VideoObservation> {
  return observedAt.chain((observed) =>
    ofCreator(size, {
      kind: fc.constant('video' as const),
      observed_at: fc.constant(observed),
      video_id: idOf(size.videos),
      region: maybe(fc.constantFrom('US', 'ID')),
      create_time: maybe(madeAt),
      duration: maybe(smallCount),
      video_desc: maybe(words),
      hash_tag: maybe(words),
      width: maybe(fc.constantFrom(576, 1080)),
      height: maybe(fc.constantFrom(1024, 9)),
      ratio: maybe(fc.constantFrom('540p', '720p')),
      data_size: maybe(fc.constantFrom(3_307_751, 9, 10)),
      play_addr: maybe(words),
      reflow_cover: maybe(words),
      is_ad: rarely(fc.constantFrom(0, 1)),
      created_by_ai: rarely(fc.constantFrom(0, 1, true, false)),
      total_views_cnt: maybe(growing(observed, runningCount)),
      total_digg_cnt: maybe(smallCount),
      total_comments_cnt: maybe(smallCount),
      total_favorites_cnt: maybe(smallCount),
      total_shares_cnt: maybe(smallCount),
      products: maybe(
        promoted(
          size,
          fc.record({
            product_id: promotedId(size),
            total_video_sale_cnt: sometimes(smallCount),
            total_video_sale_gmv_amt: sometimes(runningAmount),
          }),
        ),
      ),
      ...reservations,
    }),
  );
}

export function liveObservation(size: Sizes): fc.Arbitrary<LiveObservation> {
  return observedAt.chain((observed) =>
    ofCreator(size, {
      kind: fc.constant('live' as const),
      observed_at: fc.constant(observed),
      live_id: idOf(size.lives),
      region: maybe(fc.constantFrom('US', 'ID')),
      title: maybe(words),
      start_time: maybe(madeAt),
      end_time: maybe(madeAt),
      total_views_cnt: maybe(growing(observed, runningCount)),
      max_views_cnt: maybe(smallCount),
      cover_url: maybe(words),
      total_joins_cnt: maybe(smallCount),
      total_digg_cnt: maybe(smallCount),
      total_comments_cnt: maybe(smallCount),
      products: maybe(
        promoted(
          size,
          fc.record({
            product_id: promotedId(size),
            total_live_sale_cnt: sometimes(smallCount),
            total_live_sale_gmv_amt: sometimes(runningAmount),
          }),
        ),
      ),
      ...reservations,
    }),
  );
}

/** A record that names its creator by id, by handle, or by both. */
function ofCreator<T extends object>(size: Sizes, fields: { [Name in keyof T]: fc.Arbitrary<T[Name]> }) {
  const user_id = idOf(size.creators);
  const named = fc.oneof(
    { arbitrary: fc.record({ user_id }), weight: 3 },
    { arbitrary: fc.record({ user_id, unique_id: maybe(fc.oneof(words, handles)) }), weight: 3 },
    { arbitrary: fc.record({ unique_id: handles }), weight: 2 },
  );
  return fc.tuple(fc.record<T>(fields), named).map(([record, creator]) => {
    return { ...record, user_id: undefined, unique_id: undefined, ...creator };
  });
}

function promoted<T extends { product_id: string }>(size: Sizes, product: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.uniqueArray(product, { selector: (it) => it.product_id, maxLength: Math.min(4, size.products + 1) });
}

export function creatorObservation(size: Sizes): fc.Arbitrary<CreatorObservation> {
  return ofCreator(size, {
    kind: fc.constant('creator' as const),
    observed_at: observedAt,
    nick_name: maybe(words),
    avatar: maybe(words),
    region: maybe(fc.constantFrom('US', 'ID')),
    category: maybe(words),
    total_followers_cnt: maybe(runningCount),
    total_following_cnt: maybe(smallCount),
    total_digg_cnt: maybe(runningCount),
    total_post_video_cnt: maybe(smallCount),
    total_live_cnt: maybe(smallCount),
    total_views_cnt: maybe(runningCount),
    total_live_views_cnt: maybe(runningCount),
    total_comments_cnt: maybe(runningCount),
    total_shares_cnt: maybe(runningCount),
    language: rarely(fc.constantFrom('en', 'id')),
    gender: rarely(fc.constantFrom('female', 'male')),
    signature: rarely(words),
    contact_email: rarely(fc.constantFrom('ann.b@example.test', '')),
    show_case_flag: rarely(fc.constantFrom(0, 1)),
  });
}

export function shopObservation(size: Sizes): fc.Arbitrary<ShopObservation> {
  const seller_id = idOf(size.shops);
  const named = fc.oneof(
    fc.record({ seller_id, shop_name: maybe(fc.oneof(words, shopNames)) }),
    fc.record({ shop_name: shopNames }),
  );
  const fields = fc.record({
    kind: fc.constant('shop' as const),
    observed_at: observedAt,
    region: fc.constantFrom('US', 'ID'),
    avatar: rarely(words),
    is_s_shop: rarely(fc.constantFrom(0, 1)),
    from_flag: rarely(fc.constantFrom(0, 1, 2)),
    rating: rarely(fc.constantFrom(0, 3.5, 4.75)),
    total_sale_cnt: rarely(runningCount),
    user_id: rarely(idOf(size.creators)),
  });
  return fc.tuple(fields, named).map(([record, shop]) => ({ ...record, ...shop }));
}

/** Rates near the real ones, so that converted amounts stay within what a JSON number holds to the cent. */
const rates: fc.Arbitrary<Pick<FxObservation, 'currency' | 'per_usd'>> = fc.oneof(
  fc.record({ currency: fc.constant('EUR'), per_usd: fc.constantFrom(0.85, 0.9, 1.333333, 0.5) }),
  fc.record({ currency: fc.constant('IDR'), per_usd: fc.constantFrom(15_000.5, 16_000, 12_345.678901) }),
  fc.record({ currency: fc.constant('GBP'), per_usd: fc.constantFrom(0.5, 0.75) }),
  fc.record({ currency: fc.constant('USD'), per_usd: fc.constantFrom(1, 1.1) }),
);

export const fxObservation: fc.Arbitrary<FxObservation> = fc
  .tuple(
    rates,
    fc.record({
      date: mostly(fc.constantFrom('2026-02-01', '2026-03-03'), daysBack(90).map(isoDate)),
      observed_at: sometimes(observedAt),
    }),
  )
  .map(([rate, dated]) => ({ kind: 'fx' as const, ...rate, ...dated }));

/** Of kinds on which no number depends. */
export const plainObservations = mapValues(plainKinds, ({ observation }) => observation);

function mapValues<Name extends string, From, To>(values: Readonly<Record<Name, From>>, to: (from: From) => To) {
  return Object.fromEntries(
    (Object.entries(values) as [Name, From][]).map(([name, value]) => [name, to(value)]),
  ) as Record<Name, To>;
}

/** Of every kind, by its name. */
export const observationsByKind: Readonly<Record<Observation['kind'], (size: Sizes) => fc.Arbitrary<Observation>>> = {
  product: productObservation,
  shop: shopObservation,
  creator: creatorObservation,
  video: videoObservation,
  live: liveObservation,
  sale: saleObservation,
  fx: () => fxObservation,
  ...plainObservations,
};
