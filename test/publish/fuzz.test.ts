import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { type Offered, rates, sequence } from './bounded-observations.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, type ServedRow, servedRows } from './served.ts';

/** Sequences in all, and how many of them a publish takes: they share nothing but rates and the as-of day. */
const sequences = Number(process.env['PUBLISH_SEQUENCES'] ?? 40);
const together = Math.min(400, sequences);
const { PUBLISH_SEED: asked = '1' } = process.env;
const seed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked);

const largest = 9e15;

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());

it(`of ${sequences} sequences of records at and beyond all bounds (seed ${seed}) each publishes, and every number is the oracle's`, {
  timeout: 3_600_000,
}, async () => {
  const accepted = { records: 0, rejected: 0, numbers: 0, saturated: 0 };
  for (let first = 0; first < sequences; first += together) {
    const [offered, reportingCurrency] = drawn(first);
    await fixture.empty();
    const observations: Observation[] = [];
    // The later ones arrive late: the second publish goes on from the first.
    for (const part of [offered.filter((_, index) => index % 3 > 0), offered.filter((_, index) => index % 3 === 0)]) {
      observations.push(...(await takenAsExpected(part)));
      await fixture.publish({ settings: { reportingCurrency } });
    }
    const { version, saturated, quarantine } = await fixture.publish({ settings: { reportingCurrency } });
    expect(quarantine.first).toEqual([]);
    const rows = await servedRows(fixture.engine, version);
    const found = [...differences(rows, oracle(observations, { reportingCurrency })), ...outOfBounds(rows)];
    expect(found.slice(0, 10), `seed ${seed}, sequences from ${first}, reported in ${reportingCurrency}`).toEqual([]);
    accepted.records += observations.length;
    accepted.rejected += offered.length - observations.length;
    accepted.numbers += numbersIn(rows).length;
    accepted.saturated += saturated['product-list'] ?? 0;
  }
  console.info(`seed ${seed}: ${sequences} sequences`, JSON.stringify(accepted));
  expect(Math.min(accepted.records, accepted.rejected, accepted.numbers, accepted.saturated)).toBeGreaterThan(0);
});

function drawn(first: number): readonly [readonly Offered[], string | undefined] {
  const places = Array.from({ length: Math.min(together, sequences - first) }, (_, index) => first + index + 1);
  const drawing = fc.tuple(rates, fc.tuple(...places.map(sequence)), fc.constantFrom(undefined, 'USD', 'VND'));
  const [[shared, each, reportingCurrency] = [[], [], undefined]] = fc.sample(drawing, {
    numRuns: 1,
    seed: seed + first,
  });
  return [[...shared, ...each.flat()], reportingCurrency];
}

/** Offers records to ingest. @returns what it took of them: what is within its bounds. */
async function takenAsExpected(offered: readonly Offered[]): Promise<readonly Observation[]> {
  const rejected = new Set(await fixture.offer(offered.map(({ record }) => record)));
  const surprises = offered.filter(({ taken }, index) => (taken === undefined) !== rejected.has(index + 1));
  expect(surprises.slice(0, 3)).toEqual([]);
  return offered.flatMap(({ taken }) => taken ?? []);
}

function outOfBounds(rows: Readonly<Record<string, readonly ServedRow[]>>): readonly string[] {
  return numbersIn(rows)
    .filter(({ inLastDigit }) => !(inLastDigit >= 0 && inLastDigit <= largest))
    .map(({ name, inLastDigit }) => `${name}: ${inLastDigit} is out of bounds`);
}

function numbersIn(rows: Readonly<Record<string, readonly ServedRow[]>>) {
  return Object.values(rows)
    .flat()
    .flatMap((row) => Object.entries(row))
    .filter(([name]) => /_cnt$|_amt$|price$|rate$|rating$|^review_count$|^off_mark$|^duration$/.test(name))
    .map(([name, value]) => ({ name, inLastDigit: Number(value) * (/_amt$|price$/.test(name) ? 100 : 1) }));
}
