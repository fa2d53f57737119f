import fc from 'fast-check';
import type { Sizes } from './sizes.ts';

/** Few distinct values of every sort, so that ties and collisions are frequent. */

export const DAY_MS = 86_400_000;

/** No observation is later than this day. */
const LAST_DAY_MS = Date.parse('2026-03-05T00:00:00Z');

const DAYS_OBSERVED = 95;

/** One pool for all kinds of entity, so that a video and a live, or a product and its creator, share ids. */
export const IDS = [
  '1',
  '2',
  '10',
  '18446744073709551615',
  '10000000000000000001',
  '7494048773396071648',
  '9223372036854775808',
  '3',
];

export const CURRENCIES = ['USD', 'EUR', 'IDR'];

export function mostly<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: 3 }, { arbitrary: other, weight: 1 });
}

export function idOf(size: number): fc.Arbitrary<string> {
  return fc.constantFrom(...IDS.slice(0, Math.max(1, size)));
}

/** One id past those observed: a product known only from its links. */
export function promotedId({ products }: Sizes): fc.Arbitrary<string> {
  return idOf(products + 1);
}

/** Absent, null, or a value. */
export function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: fc.constantFrom(null, undefined), weight: 1 });
}

/** Absent as often as not. */
export function sometimes<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(fc.constant(undefined), value);
}

export function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ arbitrary: fc.constantFrom(undefined, null), weight: 4 }, { arbitrary: value, weight: 1 });
}

/** Milliseconds of a midnight: mostly one of the last days, seldom far back. */
export function daysBack(max: number): fc.Arbitrary<number> {
  return fc
    .oneof(
      { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 5 },
      { arbitrary: fc.integer({ min: 0, max: 16 }), weight: 4 },
      { arbitrary: fc.integer({ min: 0, max }), weight: 2 },
    )
    .map((days) => LAST_DAY_MS - days * DAY_MS);
}

export function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Of records with running totals: most are exact. */
export const reservations = {
  derived: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 5 },
    { arbitrary: fc.constantFrom(null, 0, false, 1, true, 1), weight: 2 },
  ),
  rounded_to: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 5 },
    { arbitrary: fc.constantFrom(null, 0, 1, 2, 10, 1000), weight: 1 },
  ),
};

/** Few times of day, so that records of one entity often share a millisecond. */
export const observedAt = fc
  .tuple(
    mostly(daysBack(62), daysBack(DAYS_OBSERVED)),
    fc.constantFrom('00:00:00Z', '12:00:00Z', '12:00:00.000Z', '12:00:00.001Z', '23:59:59.999Z'),
  )
  .map(([day, time]) => `${isoDate(day)}T${time}`);

/** Around the days observed: within a week before them, long before, sometimes after. */
export const madeAt = fc
  .tuple(daysBack(70), fc.constantFrom(0, 1, 6, 7, 8, -1), fc.constantFrom(0, 43_200, 86_399))
  .map(([day, daysBefore, seconds]) => (day - daysBefore * DAY_MS) / 1000 + seconds);

export const smallCount = fc.constantFrom(0, 1, 2, 3, 4, 6, 7, 10, 12, 20, 100);
export const runningUnits = fc.oneof(
  { arbitrary: smallCount, weight: 8 },
  { arbitrary: fc.constantFrom(1000, 4_411_968, 4_411_975), weight: 1 },
);
export const runningCount = fc.oneof(
  { arbitrary: smallCount, weight: 8 },
  { arbitrary: fc.constantFrom(1000, 4_411_968, 2_000_000_000), weight: 1 },
);
/** A count that mostly grows with the day, now and then falls, and now and then is anything at all. */
export function growing(observed: string, any: fc.Arbitrary<number>): fc.Arbitrary<number> {
  const age = Math.round((Date.parse(observed.slice(0, 10)) - LAST_DAY_MS) / DAY_MS) + DAYS_OBSERVED;
  const steady = fc.constantFrom(1, 1, 2, 3).map((perDay) => perDay * age);
  return mostly(steady, any);
}

export const price = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0.01, 0.99, 1, 1.99, 2, 9.99, 10, 14.98), weight: 8 },
  { arbitrary: fc.constantFrom(43_905, 1_031_871.5), weight: 1 },
);
export const runningAmount = fc.oneof(
  { arbitrary: fc.constantFrom(0, 0.01, 1, 9.99, 10, 10.01, 99.5, 100, 250), weight: 8 },
  { arbitrary: fc.constantFrom(470_672_834_460.5, 470_672_934_460.49), weight: 1 },
);

/** Texts that break naive escaping, and two whose order differs between UTF-8 and UTF-16. */
export const words = fc.constantFrom(
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

/** Three handles, spelt in several ways. */
export const handles = fc.constantFrom('ann.b', '@Ann.B', ' ann.b\n', 'bob', '@bob', '@@x_1');

/** Two names of shops, spelt in several ways. */
export const shopNames = fc.constantFrom('Example Store', ' EXAMPLE \t Store', 'Öl & Co');

function asJson<T extends object>(value: fc.Arbitrary<T>): fc.Arbitrary<T | string> {
  return fc.oneof(
    value,
    value.map((it) => JSON.stringify(it)),
    value.map((it) => JSON.stringify(it, null, 2)),
  );
}

export const covers = asJson(
  fc.array(fc.record({ url: words, index: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 }),
);

export const details = asJson(
  fc.oneof(
    fc.array(fc.record({ type: fc.constantFrom('text', 'ul'), text: words }), { maxLength: 2 }),
    fc.record({ note: words, nested: fc.record({ size: smallCount, none: fc.constant(null) }) }),
  ),
);

const skuPrice = fc.oneof(price, price.map(String), fc.constantFrom('n/a', '', '1,99', null));

export const skus = asJson(
  fc.array(
    fc.oneof(
      fc.record({ sku_id: fc.constantFrom(...IDS), real_price: fc.record({ price_val: skuPrice, price_str: words }) }),
      fc.record({ real_price: fc.record({ sale_price_decimal: skuPrice, price_val: skuPrice }, { requiredKeys: [] }) }),
      fc.constant({ sku_id: '1' }),
    ),
    { maxLength: 3 },
  ),
);
