import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import { marketplaces, oracleOptions } from './arbitrary.ts';
import { dayOf } from './day.ts';
import type { Observation } from './observation.ts';
import { type OracleRankings, type OracleResult, oracle } from './oracle.ts';
import type { Row } from './row.ts';
import { rowsOfList } from './rows-of-list.ts';
import { WINDOWS } from './windows.ts';

const RUNS = 150;

function tablesOf(result: OracleResult): Row[][] {
  return lists.map((list) => [...rowsOfList(result, list)]);
}

/** With what candidates of rankings grew by in some days, in place of the function that says it of any. */
function comparable({ rankings, ...rest }: OracleResult) {
  const [first, last] = [dayOf('2026-03-01'), dayOf('2026-03-04')];
  const grown = Object.values(rankings).map((candidates: OracleRankings[keyof OracleRankings]) =>
    candidates.map(({ row, growth }) => [row, growth(first, last), growth(last, last)]),
  );
  return { ...rest, grown };
}

const seed = Date.now() % 2 ** 31;
let results: readonly OracleResult[] | undefined;

/** The results of as many marketplaces, which several properties share. */
function shared(): readonly OracleResult[] {
  const drawn = () => fc.sample(fc.tuple(marketplaces(), oracleOptions()), { numRuns: RUNS, seed });
  results ??= drawn().map(([seen, options]) => oracle(seen, options));
  return results;
}

/** Of what breaks a property, a smaller marketplace is looked for. */
function holds(check: (result: OracleResult) => void): void {
  try {
    shared().forEach(check);
  } catch (broken) {
    const property = fc.property(marketplaces(), oracleOptions(), (seen, options) => check(oracle(seen, options)));
    fc.assert(property, { numRuns: RUNS, seed });
    throw broken;
  }
}

const repeatedAndReordered = marketplaces().chain((seen) =>
  fc.record({
    seen: fc.constant(seen),
    again: fc
      .subarray(seen)
      .chain((copies) => fc.shuffledSubarray([...seen, ...copies], { minLength: seen.length + copies.length })),
  }),
);

describe('the numbers of any marketplace', () => {
  it('depend neither on the order nor on the repetition of observations', () => {
    fc.assert(
      fc.property(repeatedAndReordered, oracleOptions(), ({ seen, again }, options) => {
        expect(comparable(oracle(again, options))).toEqual(comparable(oracle(seen, options)));
      }),
      { numRuns: RUNS },
    );
  });

  it('do not depend on what was seen after the as-of day, but for names of categories', () => {
    const asOf = '2026-03-03';
    const before = (record: Observation) =>
      record.kind === 'category' || dayOf(record.kind === 'fx' ? record.date : record.observed_at) <= dayOf(asOf);
    fc.assert(
      fc.property(marketplaces(), (seen) => {
        const options = { asOf, reportingCurrency: 'EUR' };
        expect(comparable(oracle(seen, options))).toEqual(comparable(oracle(seen.filter(before), options)));
      }),
      { numRuns: RUNS },
    );
  });

  it('leave the storefront the units that neither videos nor lives sold, rounded, in every window', () => {
    holds(({ products, storefronts }) => {
      for (const { product_id, ...row } of products) {
        for (const days of WINDOWS) {
          const storefront = storefronts[String(product_id)]?.[days] ?? 0;
          const linked = Number(row[`total_video_sale_${days}d_cnt`]) + Number(row[`total_live_sale_${days}d_cnt`]);
          const left = Number(row[`total_sale_${days}d_cnt`]) - linked;
          expect(left).toBeGreaterThanOrEqual(0);
          expect(Math.abs(1_000 * left - storefront)).toBeLessThanOrEqual(1_000);
        }
      }
    });
  });

  it('give no more GMV to videos and lives than the product made, in every window', () => {
    const hundredths = (amount: string | number | undefined) => Math.round(Number(amount) * 100);
    holds(({ products }) => {
      for (const row of products) {
        for (const days of WINDOWS) {
          const [video, live, all] = ['video_sale', 'live_sale', 'sale'].map((kind) =>
            hundredths(row[`total_${kind}_gmv_${days}d_amt`]),
          );
          expect(Number(video) + Number(live)).toBeLessThanOrEqual(Number(all));
        }
      }
    });
  });

  it('have a total GMV that no window, and no GMV of a video, a live or a creator, exceeds', () => {
    holds(({ products, productCreators, productVideos, creatorProducts }) => {
      const totals = new Map(products.map((row) => [row['product_id'], Number(row['total_sale_gmv_amt'])]));
      for (const row of products)
        for (const days of WINDOWS)
          expect(Number(row[`total_sale_gmv_${days}d_amt`])).toBeLessThanOrEqual(Number(row['total_sale_gmv_amt']));
      const parts = ['total_video_sale_gmv_amt', 'total_live_sale_gmv_amt', 'per_product_ifl_gmv_amt'];
      for (const row of [products, productCreators, productVideos, creatorProducts].flat())
        for (const part of parts)
          expect(Number(row[part] ?? 0)).toBeLessThanOrEqual(totals.get(row['product_id']) ?? 0);
    });
  });

  it('are never negative and grow with the window', () => {
    holds((result) => {
      const numbers = tablesOf(result)
        .flat()
        .flatMap((row) => Object.entries(row).filter(([, value]) => typeof value === 'number'));
      // Followers are won and lost.
      const wrong = numbers.filter(
        ([name, value]) => !(Number(value) >= 0) && !/^total_followers_\d+d_cnt$/.test(name),
      );
      expect(wrong).toEqual([]);
      for (const row of result.products) {
        const units = WINDOWS.map((days) => Number(row[`total_sale_${days}d_cnt`]));
        expect(units).toEqual(units.toSorted((a, b) => a - b));
      }
    });
  });
});

describe('random marketplaces', () => {
  it('come to every field and every flag', () => {
    const seen = fc.sample(marketplaces(), { numRuns: 200, seed: 1 });
    const tables = seen.map((observations) => tablesOf(oracle(observations)));
    const reached = (rows: Row[], name: string) => rows.some((row) => !['', '0', 0].includes(row[name] ?? 0));
    for (const table of [0, 1, 2, 3, 4]) {
      const rows = tables.flatMap((of) => of[table] ?? []);
      expect(Object.keys(rows[0] ?? {}).filter((name) => !reached(rows, name))).toEqual([]);
    }
    const products = tables.flatMap(([rows]) => rows ?? []);
    expect(new Set(products.map(({ sales_flag }) => sales_flag))).toEqual(new Set([0, 1, 2]));
    expect(new Set(products.map(({ sales_trend_flag }) => sales_trend_flag))).toEqual(new Set([0, 1, 2]));
  });
});
