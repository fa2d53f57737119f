import fc from 'fast-check';
import { kinds } from '../../packages/server/src/ingest/kinds/index.ts';
import type { Fields as KindFields } from '../../packages/server/src/ingest/kinds/kind.ts';
import type { Observation } from '../oracle/observation.ts';
import { plainKinds } from '../oracle/plain.ts';
import {
  amount,
  type Bounded,
  boundedOf,
  count,
  flag,
  fraction,
  madeAt,
  nothing,
  observedAt,
  perUsd,
  price,
  rateDate,
  rating,
  skus,
  small,
  units,
} from './bounded-values.ts';

/** A record as it is offered, of which a value may be beyond its bounds. */
export interface Offered {
  readonly record: Observation;
  /** What ingest must take of it: nothing, where the value is one that no record can do without. */
  readonly taken: Observation | undefined;
}

/**
 * What is seen of a product, of another one beside it, and of those who promote them: their numbers depend on nothing
 * else.
 */
export type Sequence = readonly Offered[];

type Fields = Readonly<Record<string, Bounded>>;

/** Without them, totals would pass for ones that were seen, and exact. */
const reservations: Fields = { derived: flag, rounded_to: count };

const productFields: Fields = {
  currency: always('EUR', 'VND', 'USD'),
  min_price: price,
  max_price: price,
  spu_avg_price: price,
  skus,
  product_commission_rate: fraction,
  product_rating: rating,
  review_count: count,
  free_shipping: flag,
  is_s_shop: flag,
  off_mark: count,
  from_flag: small(2),
  is_hot: flag,
  shop_type: small(255),
  total_sale_cnt: units,
  total_sale_gmv_amt: amount,
  total_ifl_cnt: count,
  total_video_cnt: count,
  total_live_cnt: count,
  total_views_cnt: count,
  ...reservations,
};

const creatorFields: Fields = {
  total_followers_cnt: count,
  total_following_cnt: count,
  total_digg_cnt: count,
  total_post_video_cnt: count,
  total_live_cnt: count,
  total_views_cnt: count,
  total_live_views_cnt: count,
  total_comments_cnt: count,
  total_shares_cnt: count,
  show_case_flag: flag,
};

const shopFields: Fields = { is_s_shop: flag, from_flag: small(2), rating, total_sale_cnt: count };

const videoFields: Fields = {
  create_time: madeAt,
  duration: count,
  width: count,
  height: count,
  data_size: count,
  is_ad: flag,
  created_by_ai: flag,
  total_views_cnt: count,
  total_digg_cnt: count,
  total_comments_cnt: count,
  total_favorites_cnt: count,
  total_shares_cnt: count,
  ...reservations,
};

const liveFields: Fields = {
  start_time: madeAt,
  end_time: madeAt,
  total_views_cnt: count,
  max_views_cnt: count,
  total_joins_cnt: count,
  total_digg_cnt: count,
  total_comments_cnt: count,
  ...reservations,
};

/** Most records have these, for most numbers are calculated from them. */
const frequent: ReadonlySet<string> = new Set(['currency', 'total_sale_cnt', 'total_views_cnt', 'products']);

const dayMs = 86_400_000;

/** Of so many sequences one may begin 26 years ago. */
const oldEvery = 40;

/** @param place tells the ids of this sequence from those of others. */
export function sequence(place: number): fc.Arbitrary<Sequence> {
  const observed_at = observedAt(place % oldEvery === 0);
  const [products, sources] = [idsOf(place, 1), idsOf(place, 3)];
  const [user_id, seller_id] = [always(String(place * 10 + 5)), always(String(place * 10 + 6))];
  const record = fc.oneof(
    weighted(
      6,
      offered('product', { product_id: products, observed_at, region: always('US') }, { ...productFields, seller_id }),
    ),
    weighted(
      3,
      offered(
        'video',
        { video_id: sources, observed_at, user_id },
        { ...videoFields, products: links('video', place) },
      ),
    ),
    weighted(
      2,
      offered('live', { live_id: sources, observed_at, user_id }, { ...liveFields, products: links('live', place) }),
    ),
    weighted(1, offered('creator', { user_id, observed_at }, creatorFields)),
    ...plainRecords(place, observed_at),
    weighted(1, offered('shop', { seller_id, observed_at, region: always('US') }, { ...shopFields, user_id })),
    weighted(
      2,
      observed_at.within.chain((at) => soldBefore(String(at), { product_id: products, user_id }, sources)),
    ),
  );
  return fc.array(record, { minLength: 2, maxLength: 14, size: 'max' });
}

/** Of kinds on which no number depends, with what follows from the types of their fields. */
function plainRecords(place: number, observed_at: Bounded): readonly fc.WeightedArbitrary<Offered>[] {
  return (Object.keys(plainKinds) as Observation['kind'][]).map((name) => {
    const declaration = kinds.get(name)?.declaration;
    const bounded = (fields: KindFields = {}) => mapped(fields, ({ type }) => boundedOf(type.name, idsOf(place, 1)));
    const required = { ...bounded(declaration?.key), ...bounded(declaration?.required), observed_at };
    return weighted(
      1,
      offered(name, required, { ...bounded(declaration?.lastSeen), ...bounded(declaration?.details) }),
    );
  });
}

/** A sale of a day, or of a range that ends on it, stated at a moment. */
function soldBefore(at: string, whose: Fields, sources: Bounded): fc.Arbitrary<Offered> {
  const dayBefore = (back: number) =>
    exactly(new Date(Date.parse(at.slice(0, 10)) - back * dayMs).toISOString().slice(0, 10));
  const told = { ...whose, observed_at: exactly(at), units, currency: always('EUR', 'VND', 'USD') };
  const ofDay = fc
    .constantFrom('measured', 'stated')
    .map((basis) => ({ basis: exactly(basis), day: exactly(at.slice(0, 10)) }));
  const ofRange = fc.constantFrom(1, 6, 29, 365).map((back) => ({
    basis: exactly('stated'),
    day_from: dayBefore(at > '2001-02' ? back : 0),
    day_to: dayBefore(0),
  }));
  const content = fc.constantFrom({}, { video_id: sources }, { live_id: sources });
  return fc
    .tuple(fc.oneof(ofDay, ofRange), content)
    .chain(([days, by]) => offered('sale', { ...told, ...days, ...by }, { gmv: amount }));
}

/** Rates of all currencies; all sequences of a publish share them. */
export const rates: fc.Arbitrary<Sequence> = fc.array(
  offered('fx', { currency: always('EUR', 'VND', 'USD'), date: rateDate, per_usd: perUsd }, {}),
  { minLength: 1, maxLength: 12 },
);

/** A record of good values; of every sixth one of them is beyond its bounds instead. */
function offered(kind: Observation['kind'], required: Fields, optional: Fields): fc.Arbitrary<Offered> {
  const good = fc.record({
    ...mapped(required, ({ within }) => within),
    ...mapped(optional, ({ within }, name) => optionally(name, within)),
  });
  const bad = mapped({ ...required, ...optional }, ({ beyond }) => beyond);
  const wrong = fc.constantFrom(...Object.keys(bad).filter((name) => hasBounds(name, { ...required, ...optional })));
  const beyond = wrong.chain((name) => (bad[name] ?? fc.constant(null)).map((value) => ({ [name]: value })));
  return fc.tuple(good, fc.oneof(weighted(5, fc.constant(null)), weighted(1, beyond))).map(([values, worse]) => ({
    record: { kind, ...values, ...worse } as unknown as Observation,
    taken: takenOf({ kind, ...values }, worse ?? {}, required, optional),
  }));
}

function takenOf(good: object, worse: object, required: Fields, optional: Fields): Observation | undefined {
  if (Object.keys(worse).some((name) => name in required || name in reservations)) return undefined;
  const left = Object.entries(worse).map(([name, value]) => [name, optional[name]?.left?.(value)]);
  return { ...good, ...Object.fromEntries(left) } as Observation;
}

function hasBounds(name: string, fields: Fields): boolean {
  return fields[name]?.beyond !== nothing;
}

function optionally(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const [seen, unseen] = frequent.has(name) ? [4, 1] : [1, 3];
  return fc.oneof({ arbitrary: value, weight: seen }, { arbitrary: fc.constantFrom(undefined, null), weight: unseen });
}

/** Links to the products of the sequence, with what the source itself sold of them. */
function links(kind: 'video' | 'live', place: number): Bounded {
  const [units_field, amount_field] = [`total_${kind}_sale_cnt`, `total_${kind}_sale_gmv_amt`];
  const link = (own: Bounded['within'], sold: Bounded['within']) =>
    fc.record({ product_id: idsOf(place, 1).within, [units_field]: own, [amount_field]: sold });
  const good = link(optionally('', units.within), optionally('', amount.within));
  return {
    within: fc.uniqueArray(good, { selector: ({ product_id }) => product_id, maxLength: 2 }),
    beyond: fc.oneof(
      link(units.beyond, amount.within).map((one) => [one]),
      link(units.within, amount.beyond).map((one) => [one]),
      fc.constant(Array.from({ length: 1001 }, (_, index) => ({ product_id: String(index + 1) }))),
    ),
    left: (list) => leftOfLinks(list as readonly Readonly<Record<string, unknown>>[], units_field, amount_field),
  };
}

/** The links without what is beyond; too many are none. */
function leftOfLinks(list: readonly Readonly<Record<string, unknown>>[], unitsField: string, amountField: string) {
  if (list.length > 1000) return undefined;
  return list.map((link) => {
    const [own, sold] = [Number(link[unitsField]), Number(link[amountField])];
    const unitsAreGood = Number.isInteger(own) && own >= 0 && own <= 1e9;
    const amountIsGood = sold >= 0 && sold <= 1e13;
    return { ...link, ...(!unitsAreGood && { [unitsField]: null }), ...(!amountIsGood && { [amountField]: null }) };
  });
}

/** Two ids; a video and a live may share theirs. */
function idsOf(place: number, digit: number): Bounded {
  return always(String(place * 10 + digit), String(place * 10 + digit + 1));
}

function exactly(value: string): Bounded {
  return { within: fc.constant(value), beyond: nothing };
}

function always(...values: readonly string[]): Bounded {
  return { within: fc.constantFrom(...values), beyond: nothing };
}

function weighted<T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.WeightedArbitrary<T> {
  return { weight, arbitrary };
}

function mapped<From, Of>(
  fields: Readonly<Record<string, From>>,
  of: (field: From, name: string) => Of,
): Record<string, Of> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, of(field, name)]));
}
