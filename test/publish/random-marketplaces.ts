import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { oracleOptions } from '../oracle/arbitrary.ts';
import { isReference } from '../oracle/market.ts';
import type { Observation } from '../oracle/observation.ts';
import { type OracleOptions, oracle } from '../oracle/oracle.ts';
import { dayDifferences, keptDays } from './days.ts';
import { archipelagos } from './islands.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { rankingDifferences } from './rankings.ts';
import { seriesDifferences } from './series.ts';
import { differences, servedRows } from './served.ts';
import { trendDifferences } from './trends.ts';

/** How many random marketplaces: runs of many islands each, which a publish takes together. */
export interface Tries {
  readonly atOnce: number;
  readonly inAnyOrder: number;
  readonly byDay: number;
}

/** Tests of random marketplaces, each run of them one publish or several. */
export function testRandomMarketplaces({ atOnce, inAnyOrder, byDay }: Tries): void {
  let fixture: PublishFixture;
  beforeAll(async () => {
    fixture = await openPublishFixture();
  });
  afterAll(() => fixture.remove());
  beforeEach(() => fixture.empty());

  it('on random marketplaces, published at once', async () => {
    await holds(fixture, atOnce, ({ observations }) => fixture.take(observations));
  });

  it('in any order of arrival, sent twice, with publishes of any day in between', async () => {
    await holds(fixture, inAnyOrder, async ({ observations, options, arrival }) => {
      for (const part of partsOf(observations, arrival)) {
        await fixture.take(part.observations);
        await fixture.publish({ settings: settingsOf(options), asOf: part.asOf, force: true });
      }
      await fixture.take(observations);
    });
  });

  it('a day at a time, as a marketplace is followed', async () => {
    await holds(fixture, byDay, async ({ observations, options }) => {
      for (const part of byArrivalDay(observations, 4)) {
        await fixture.take(part);
        await fixture.publish({ settings: settingsOf(options) });
      }
    });
  });
}

/** A property of an empty warehouse and a marketplace; `publishes` are those before the one that is compared. */
async function holds(
  fixture: PublishFixture,
  numRuns: number,
  publishes: (marketplace: Marketplace) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(archipelagos(40), oracleOptions(), arrivals(), async (observations, options, arrival) => {
      await fixture.empty();
      await publishes({ observations, options, arrival });
      expect(await differencesAfterPublish(fixture, observations, options)).toEqual([]);
    }),
    { numRuns, endOnFailure: true },
  );
}

async function differencesAfterPublish(
  fixture: PublishFixture,
  observations: readonly Observation[],
  options: OracleOptions,
): Promise<readonly string[]> {
  const { version, otherCurrency } = await fixture.publish({
    asOf: options.asOf,
    settings: settingsOf(options),
    force: true,
  });
  const expected = oracle(observations, options);
  expect(otherCurrency).toEqual(expected.otherCurrency);
  return [
    ...differences(await servedRows(fixture.engine, version), expected),
    ...dayDifferences(await keptDays(fixture, version), expected.days),
    ...(await trendDifferences(fixture, version, expected.trends)),
    ...(await seriesDifferences(fixture, version, expected.trends)),
    ...(await rankingDifferences(fixture, version, expected.rankings)),
  ].slice(0, 5);
}

function settingsOf({ weights, reportingCurrency }: OracleOptions) {
  return { ...weights, reportingCurrency };
}

/** What one try is about. */
interface Marketplace {
  readonly observations: readonly Observation[];
  readonly options: OracleOptions;
  readonly arrival: Arrival;
}

interface Arrival {
  /** Sorts the observations: any order. */
  readonly keys: readonly number[];
  /** Where they are cut, as fractions of all, and as of which day each part is published. */
  readonly cuts: readonly { readonly at: number; readonly asOf: string | undefined }[];
}

function arrivals(): fc.Arbitrary<Arrival> {
  const asOf = fc.constantFrom(undefined, undefined, '2026-03-01', '2026-03-04', '2026-03-06');
  return fc.record({
    keys: fc.array(fc.nat(1000), { minLength: 50, maxLength: 50 }),
    cuts: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), asOf }), { minLength: 1, maxLength: 3 }),
  });
}

function partsOf(observations: readonly Observation[], { keys, cuts }: Arrival) {
  const shuffled = observations
    .map((observation, index) => ({ observation, key: (keys[index % keys.length] ?? 0) * 7919 + index * 31 }))
    .sort((a, b) => (a.key % 1009) - (b.key % 1009))
    .map(({ observation }) => observation);
  // Something must be there to publish: each part begins from the start and so sends the former ones again.
  return cuts
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, asOf }) => ({ observations: withAnEntity(shuffled, Math.ceil(at * shuffled.length)), asOf }));
}

/** The first `count` observations and as many more as it takes to have one that is not a rate. */
function withAnEntity(observations: readonly Observation[], count: number): readonly Observation[] {
  const first = observations.findIndex((one) => !isReference(one));
  return observations.slice(0, Math.max(count, first + 1));
}

/** Observations up to each of the last days, a part a day; the first part holds everything older. */
function byArrivalDay(observations: readonly Observation[], days: number): readonly (readonly Observation[])[] {
  const dayOf = (one: Observation) => (one.kind === 'fx' ? one.date : one.observed_at.slice(0, 10));
  const seen = [...new Set(observations.filter((one) => !isReference(one)).map(dayOf))].sort().slice(-days);
  const [first = ''] = seen;
  return seen.map((day) => observations.filter((one) => (day === first ? dayOf(one) <= day : dayOf(one) === day)));
}
