import fc from 'fast-check';
import type {
  CreatorObservation,
  FxObservation,
  LiveObservation,
  Observation,
  ProductObservation,
  ShopObservation,
  VideoObservation,
} from './observation.ts';
import type { OracleOptions } from './oracle.ts';

/** Small random marketplaces in which values, moments and ids often collide. */

const DAY_MS = 86_400_000;

/** No observation is later than this day. */
const LAST_DAY_MS = Date.parse('2026-03-05T00:00:00Z');

/** One pool for all kinds of entity, so that a video and a live, or a product and its creator, share ids. */
const IDS = [
  '1',
  '2',
  '10',
  '18446744073709551615',
  '10000000000000000001',
  '7494048773396071648',
  '9223372036854775808',
  '3',
];

const CURRENCIES = ['USD', 'EUR', 'IDR'];

interface Sizes {
  readonly products: number;
  readonly videos: number;
  readonly lives: number;
  readonly creators: number;
  readonly shops: number;
}

const sizes: fc.Arbitrary<Sizes> = fc.record({
  products: fc.integer({ min: 1, max: 6 }),
  videos: fc.integer({ min: 0, max: 8 }),
  lives: fc.integer({ min: 0, max: 4 }),
  creators: fc.integer({ min: 0, max: 5 }),
  shops: fc.integer({ min: 1, max: 3 }),
});

/** Valid observations of one marketplace, in any order. */
export function marketplaces(): fc.Arbitrary<Observation[]> {
  return sizes.chain((size) =>
    fc
      .tuple(
        fc.array(productObservation(size), { maxLength: 6 * size.products }),
        several(size.videos, videoObservation(size)),
        several(size.lives, liveObservation(size)),
        several(size.creators, creatorObservation(size)),
        fc.array(shopObservation(size), { maxLength: 3 }),
        fc.array(fxObservation, { maxLength: 6 }),
      )
      .map((kinds) => kinds.flat())
      .chain((records) => fc.shuffledSubarray<Observation>(records, { minLength: records.length })),
  );
}

/** How a marketplace may be published; most often in the usual way. */
export function oracleOptions(): fc.Arbitrary<OracleOptions> {
  return fc.record({
    asOf: mostly(fc.constant(undefined), daysBack(70).map(isoDate)),
    reportingCurrency: mostly(fc.constant(undefined), fc.constantFrom('USD', 'EUR', 'GBP')),
    weights: mostly(
      fc.constant(undefined),
      fc.record({
        videoViewWeight: fc.constantFrom(1, 0, 0.5, 2.125),
        liveViewWeight: fc.constantFrom(8, 0, 1, 0.001),
        storefrontShare: fc.constantFrom(0.2, 0, 0.5, 0.333, 0.999),
      }),
    ),
  });
}

function several<T>(entities: number, observation: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(observation, { minLength: entities, maxLength: 5 * entities });
}

function mostly<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: 3 }, { arbitrary: other, weight: 1 });
}

function idOf(size: number): fc.Arbitrary<string> {
  return fc.constantFrom(...IDS.slice(0, Math.max(1, size)));
}

/** Absent, null, or a value. */
function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: fc.constantFrom(null, undefined), weight: 1 });
}

function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ arbitrary: fc.constantFrom(undefined, null), weight: 4 }, { arbitrary: value, weight: 1 });
}

/** Milliseconds of a midnight: mostly one of the last days, seldom far back. */
function daysBack(max: number): fc.Arbitrary<number> {
  return fc
    .oneof(
      { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 5 },
      { arbitrary: fc.integer({ min: 0, max: 16 }), weight: 4 },
      { arbitrary: fc.integer({ min: 0, max }), weight: 2 },
    )
    .map((days) => LAST_DAY_MS - days * DAY_MS);
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Few times of day, so that records of one entity often share a millisecond. */
const observedAt = fc
  .tuple(
    mostly(daysBack(62), daysBack(95)),
    fc.constantFrom('00:00:00Z', '12:00:00Z', '12:00:00.000Z', '12:00:00.001Z', '23:59:59.999Z'),
  )
  .map(([day, time]) => `${isoDate(day)}T${time}`);

/** Around the days observed: within a week before them, long before, sometimes after. */
const madeAt = fc
  .tuple(daysBack(70), fc.constantFrom(0, 1, 6, 7, 8, -1), fc.constantFrom(0, 43_200, 86_399))
  .map(([day, daysBefore, seconds]) => (day - daysBefore * DAY_MS) / 1000 + seconds);

const smallCount = fc.constantFrom(0, 1, 2, 3, 4, 6, 7, 10, 12, 20, 100);
const runningCount = fc.oneof(
  { arbitrary: smallCount, weight: 8 },
  { arbitrary: fc.constantFrom(1000, 4_411_968, 4_411_975, 2_000_000_000), weight: 1 },
);
const price = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0.01, 0.99, 1, 1.99, 2, 9.99, 10, 14.98), weight: 8 },
  { arbitrary: fc.constantFrom(43_905, 1_031_871.5), weight: 1 },
);
const runningAmount = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0.01, 1, 9.99, 10, 10.01, 99.5, 100, 250), weight: 8 },
  { arbitrary: fc.constantFrom(470_672_834_460.5, 470_672_934_460.49), weight: 1 },
);

/** Texts that break naive escaping, and two whose order differs between UTF-8 and UTF-16. */
const words = fc.constantFrom(
  'plain',
  'Plain',
  '',
  'say "hi"',
  "it's",
  'back\\slash',
  'tab\tline\nreturn\r',
  '\u0000\u0001\u001f\u007f',
  '\u2028</script>',
  '🛍️🇲🇾',
  '\uffee',
  'e\u0301 é',
  '{{x}} {y:String} %s $1',
);

function asJson<T extends object>(value: fc.Arbitrary<T>): fc.Arbitrary<T | string> {
  return fc.oneof(
    value,
    value.map((it) => JSON.stringify(it)),
    value.map((it) => JSON.stringify(it, null, 2)),
  );
}

const covers = asJson(fc.array(fc.record({ url: words, index: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 }));

const details = asJson(
  fc.oneof(
    fc.array(fc.record({ type: fc.constantFrom('text', 'ul'), text: words }), { maxLength: 2 }),
    fc.record({ note: words, nested: fc.record({ size: smallCount, none: fc.constant(null) }) }),
  ),
);

const skuPrice = fc.oneof(price, price.map(String), fc.constantFrom('n/a', '', '1,99', null));

const skus = asJson(
  fc.array(
    fc.oneof(
      fc.record({ sku_id: fc.constantFrom(...IDS), real_price: fc.record({ price_val: skuPrice, price_str: words }) }),
      fc.constant({ sku_id: '1' }),
    ),
    { maxLength: 3 },
  ),
);

function productObservation(size: Sizes): fc.Arbitrary<ProductObservation> {
  return fc.record({
    kind: fc.constant('product' as const),
    observed_at: observedAt,
    product_id: idOf(size.products),
    region: fc.constantFrom('US', 'ID', 'VN'),
    currency: maybe(fc.constantFrom(...CURRENCIES)),
    seller_id: maybe(idOf(size.shops)),
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
    product_commission_rate: rarely(fc.constantFrom(0, 0.05, 0.1234, 1)),
    product_rating: rarely(fc.constantFrom(0, 4.5, 4.75, 5)),
    review_count: rarely(smallCount),
    free_shipping: rarely(fc.constantFrom(0, 1)),
    is_s_shop: rarely(fc.constantFrom(0, 1)),
    off_mark: rarely(fc.constantFrom(0, 1, 3)),
    total_sale_cnt: maybe(runningCount),
    total_sale_gmv_amt: rarely(runningAmount),
    total_ifl_cnt: rarely(smallCount),
    total_video_cnt: rarely(smallCount),
    total_live_cnt: rarely(smallCount),
    total_views_cnt: rarely(runningCount),
  });
}

function videoObservation(size: Sizes): fc.Arbitrary<VideoObservation> {
  return fc.record({
    kind: fc.constant('video' as const),
    observed_at: observedAt,
    video_id: idOf(size.videos),
    user_id: idOf(size.creators),
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
    total_views_cnt: maybe(runningCount),
    total_digg_cnt: maybe(smallCount),
    total_comments_cnt: maybe(smallCount),
    total_favorites_cnt: maybe(smallCount),
    total_shares_cnt: maybe(smallCount),
    products: maybe(
      promoted(
        size,
        fc.record({
          product_id: promotedId(size),
          total_video_sale_cnt: rarely(smallCount),
          total_video_sale_gmv_amt: rarely(runningAmount),
        }),
      ),
    ),
  });
}

function liveObservation(size: Sizes): fc.Arbitrary<LiveObservation> {
  return fc.record({
    kind: fc.constant('live' as const),
    observed_at: observedAt,
    live_id: idOf(size.lives),
    user_id: idOf(size.creators),
    region: maybe(fc.constantFrom('US', 'ID')),
    title: maybe(words),
    start_time: maybe(madeAt),
    end_time: maybe(madeAt),
    total_views_cnt: maybe(runningCount),
    max_views_cnt: maybe(smallCount),
    products: maybe(
      promoted(
        size,
        fc.record({
          product_id: promotedId(size),
          total_live_sale_cnt: rarely(smallCount),
          total_live_sale_gmv_amt: rarely(runningAmount),
        }),
      ),
    ),
  });
}

/** One id past those observed: a product known only from its links. */
function promotedId(size: Sizes): fc.Arbitrary<string> {
  return idOf(size.products + 1);
}

function promoted<T extends { product_id: string }>(size: Sizes, product: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.uniqueArray(product, { selector: (it) => it.product_id, maxLength: Math.min(4, size.products + 1) });
}

function creatorObservation(size: Sizes): fc.Arbitrary<CreatorObservation> {
  return fc.record({
    kind: fc.constant('creator' as const),
    observed_at: observedAt,
    user_id: idOf(size.creators),
    unique_id: maybe(words),
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
  });
}

function shopObservation(size: Sizes): fc.Arbitrary<ShopObservation> {
  return fc.record({
    kind: fc.constant('shop' as const),
    observed_at: observedAt,
    seller_id: idOf(size.shops),
    region: fc.constantFrom('US', 'ID'),
    shop_name: maybe(words),
  });
}

const fxObservation: fc.Arbitrary<FxObservation> = fc.record({
  kind: fc.constant('fx' as const),
  currency: fc.constantFrom(...CURRENCIES, 'EUR', 'GBP'),
  date: daysBack(90).map(isoDate),
  per_usd: fc.constantFrom(1, 0.5, 0.85, 3, 1.333333, 15_000.5, 0.000001),
  observed_at: rarely(observedAt),
});
