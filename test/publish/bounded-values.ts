import fc from 'fast-check';

/**
 * A type of field of docs/observations.md: values that ingest takes, at its bounds and between, and values beyond them.
 */
export interface Bounded {
  readonly within: fc.Arbitrary<unknown>;
  readonly beyond: fc.Arbitrary<unknown>;
  /** What ingest takes of a value beyond them; absent: nothing. */
  readonly left?: (value: unknown) => unknown;
}

const dayMs = 86_400_000;
const now = Date.now();
/** An hour before what is too late, so that a run has time. */
const latestMs = now + dayMs - 3_600_000;
const inMilliseconds = Date.UTC(2026, 7, 12);

export const count = wholeUpTo(900_000_000_000, [inMilliseconds, 1e300]);
export const units = wholeUpTo(1_000_000_000, [inMilliseconds / 1000, inMilliseconds]);
export const price = decimalUpTo(1e12, [1_000_000_000_000.01, 1e13]);
export const amount = decimalUpTo(1e13, [10_000_000_000_000.01, 99_999_999_999_999]);
export const fraction = oneOf([0, 0.0001, 0.5, 0.9999], [-0.0001, 1.0001, 5]);
export const rating = oneOf([0, 4.75, 5], [-1, 5.01]);
export const small = (largest: number) => oneOf([0, 1, largest], [-1, 0.5, largest + 1, 255, 256]);
export const flag = oneOf([0, 1, true, false], [2, -1]);
export const perUsd = oneOf([0.000001, 0.85, 1, 16_250.5, 999_999_999.5, 1e9], [0, -1, 1e9 + 1, 0.0000001]);

/** When a video was made, or a live will begin. */
export const madeAt = oneOf(
  [Date.UTC(2000), latestMs, ...[0, 1, 3, 8, 40].map((days) => now - days * dayMs)].map(secondsOf),
  [0, secondsOf(Date.UTC(2000)) - 1, secondsOf(now) + 400 * 86_400, now],
);

const madeAtMs = oneOf(
  [Date.UTC(2000), latestMs, now - 3 * dayMs],
  [0, Date.UTC(2000) - 1, now + 400 * dayMs, secondsOf(now)],
);

/** Prices of SKUs count where they are prices; whatever else they are, the record is taken. */
export const skus: Bounded = {
  within: fc
    .array(
      fc.oneof(price.within, price.within.map(String), fc.constantFrom(-1, -0.5, 1e300, 99_999_999_999_999, 'n/a')),
      {
        maxLength: 60,
      },
    )
    .map((prices) => prices.map((price_val) => ({ real_price: { price_val } }))),
  beyond: fc.constantFrom('not JSON', 5),
};

/** @param reachesBack may be 26 years old: a number a day of all of them is calculated. */
export function observedAt(reachesBack: boolean): Bounded {
  const days = fc.oneof(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 20 }),
    fc.integer({ min: 1, max: 120 }),
  );
  const usual = fc
    .tuple(days, fc.nat(dayMs - 1))
    .map(([back, ms]) => latestMs - (latestMs % dayMs) - back * dayMs + ms);
  const old = reachesBack ? [fc.constantFrom(Date.UTC(2000), Date.UTC(2013, 4, 5))] : [];
  return {
    within: fc.oneof({ arbitrary: usual, weight: 8 }, fc.constant(latestMs), ...old).map(isoMoment),
    beyond: fc.constantFrom('1999-12-31T23:59:59.999Z', isoMoment(now + 3 * dayMs), '2026-08-12T00:00:00', now),
  };
}

/** The first day a rate may hold from, or one of the last. */
export const rateDate: Bounded = {
  within: fc
    .oneof(
      fc.constant(Date.UTC(2000)),
      fc.integer({ min: 0, max: 90 }).map((back) => now - back * dayMs),
    )
    .map(isoDate),
  beyond: fc.constantFrom('1999-12-31', isoDate(now + 3 * dayMs)),
};

function wholeUpTo(most: number, beyond: readonly number[]): Bounded {
  const within = fc.oneof(fc.constantFrom(0, 1, most - 1, most), fc.integer({ min: 0, max: most }), fc.nat(1000));
  return { within, beyond: fc.constantFrom(-1, 0.5, most + 1, ...beyond) };
}

function decimalUpTo(most: number, beyond: readonly number[]): Bounded {
  const within = fc.oneof(
    fc.constantFrom(0, 0.0001, 0.005, 9.99, 54_000, most - 0.01, most),
    fc.integer({ min: 0, max: most }),
  );
  return { within, beyond: fc.constantFrom(-0.01, ...beyond) };
}

function oneOf(within: readonly unknown[], beyond: readonly unknown[]): Bounded {
  return { within: fc.constantFrom(...within), beyond: fc.constantFrom(...beyond) };
}

function secondsOf(ms: number): number {
  return Math.floor(ms / 1000);
}

function isoMoment(ms: number): string {
  return new Date(ms).toISOString();
}

function isoDate(ms: number): string {
  return isoMoment(ms).slice(0, 10);
}

const language: Bounded = { within: fc.constantFrom('en-US', 'id-ID'), beyond: fc.constantFrom('english', 'en') };

/** Beyond the bounds of a field without bounds that are tried here. */
export const nothing = fc.constant(undefined);

/** What a field of a type holds, by the name of the type. */
export function boundedOf(type: string, ids: Bounded): Bounded {
  const [, largest] = /^whole number from 0 to (\d+)$/.exec(type) ?? [];
  if (largest !== undefined) return small(Number(largest));
  const known: Readonly<Record<string, Bounded>> = { flag, count, rating, 'epoch milliseconds': madeAtMs, language };
  return known[type] ?? (/^id\b/.test(type) ? ids : { within: fc.constantFrom('a', 'b'), beyond: nothing });
}
