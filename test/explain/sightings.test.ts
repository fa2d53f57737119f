import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { withdrawBatch } from '../../packages/server/src/ingest/withdrawal/withdrawals.ts';
import type { Explanation } from '../../packages/server/src/serving/explain/explanation.ts';
import type { Observation } from '../oracle/observation.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { explainerOf } from './adds-up.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

function seen(day: string, total_sale_cnt: number, more: object = {}): Observation {
  return {
    kind: 'product',
    product_id: '7',
    region: 'US',
    currency: 'USD',
    observed_at: day.includes('T') ? day : `${day}T10:00:00Z`,
    total_sale_cnt,
    ...more,
  } as Observation;
}

function units(field = 'total_sale_7d_cnt'): Promise<Explanation> {
  return explainerOf(fixture).explain({ kind: 'product', id: '7', field });
}

/** What is said of each sighting of the first total, the newest first. */
function said({ sightings: [first] }: Explanation) {
  return first?.sightings.map(({ at, value, counts, why }) => [at.slice(0, 10), value, counts, why]);
}

const point = 'a point of the series';

it('days without a sighting are a gap over which growth is spread evenly', async () => {
  await fixture.take([seen('2026-03-01', 100), seen('2026-03-04', 110)]);
  await fixture.publish();
  const { value, unrounded, breakdowns, sightings } = await units();
  expect({ value, unrounded, days: breakdowns[0]?.parts }).toEqual({
    value: 10,
    unrounded: '10',
    days: [
      { part: '2026-03-04', value: '4' },
      { part: '2026-03-03', value: '3' },
      { part: '2026-03-02', value: '3' },
    ],
  });
  expect(sightings[0]).toMatchObject({
    of: 'product.total_sale_cnt',
    gaps: [{ after: '2026-03-01', until: '2026-03-04', days: 3, growth: '10' }],
    corrections: [],
    dips: [],
    more: 0,
  });
});

it('a total that shrinks is a correction, and one that recovers soon is a dip', async () => {
  await fixture.take([
    ...[seen('2026-03-01', 100), seen('2026-03-02', 90), seen('2026-03-03', 95)],
    ...[seen('2026-03-04', 5), seen('2026-03-05', 99)],
  ]);
  await fixture.publish();
  const answer = await units();
  expect(answer.value).toBe(9);
  expect(answer.sightings[0]).toMatchObject({
    corrections: [{ day: '2026-03-02', from: '100', to: '90' }],
    dips: ['2026-03-04'],
    gaps: [{ after: '2026-03-03', until: '2026-03-05', days: 2, growth: '4' }],
  });
  expect(said(answer)?.[1]).toEqual(['2026-03-04', '5', false, 'a dip: it fell to less than half and recovered soon']);
});

it('of several totals of a day the last one counts, and of one moment the larger one', async () => {
  await fixture.take([seen('2026-03-01', 100), seen('2026-03-02T08:00:00Z', 104), seen('2026-03-02T09:00:00Z', 107)]);
  await fixture.take([seen('2026-03-02T09:00:00Z', 109)]);
  await fixture.publish();
  expect(said(await units())).toEqual([
    ['2026-03-02', '109', true, point],
    ['2026-03-02', '107', false, 'another one of the same moment is larger, or the same'],
    ['2026-03-02', '104', false, 'a later one of the day counts'],
    ['2026-03-01', '100', true, point],
  ]);
});

it('late data is marked, and what came in after the publish does not count', async () => {
  await fixture.take([seen('2026-03-01', 100), seen('2026-03-05', 120)]);
  await fixture.take([seen('2026-03-03', 118)]);
  await fixture.publish();
  await fixture.take([seen('2026-03-04', 119)]);
  const answer = await units();
  expect(said(answer)).toEqual([
    ['2026-03-05', '120', true, point],
    ['2026-03-04', '119', false, 'came in after this version was published'],
    ['2026-03-03', '118', true, point],
    ['2026-03-01', '100', true, point],
  ]);
  expect(answer.sightings[0]?.sightings.map(({ late, batch, source }) => [late, batch, source])).toEqual([
    [false, 1, 'stdin'],
    [true, 3, 'stdin'],
    [true, 2, 'stdin'],
    [false, 1, 'stdin'],
  ]);
});

it('records of a withdrawn batch are shown, and do not count', async () => {
  await fixture.take([seen('2026-03-01', 100), seen('2026-03-02', 110)]);
  await fixture.take([seen('2026-03-03', 900)]);
  await withdrawBatch(fixture.withdrawals, 2, 'wrong');
  await fixture.publish();
  const answer = await units();
  expect(answer.value).toBe(10);
  expect(said(answer)?.[0]).toEqual(['2026-03-03', '900', false, 'its batch was withdrawn']);
});

it('rounded and derived totals are fitted between exact ones', async () => {
  await fixture.take([
    seen('2026-03-01', 100),
    seen('2026-03-02', 150, { rounded_to: 50 }),
    seen('2026-03-03', 120, { derived: 1 }),
    seen('2026-03-04', 130),
  ]);
  await fixture.publish();
  expect(said(await units())).toEqual([
    ['2026-03-04', '130', true, point],
    ['2026-03-03', '120', true, 'fitted to 130 between surer totals'],
    ['2026-03-02', '150', true, 'fitted to 130 between surer totals'],
    ['2026-03-01', '100', true, point],
  ]);
});

it('a price in another currency than the product’s does not count', async () => {
  const more = { spu_avg_price: 9.5 };
  await fixture.take([
    ...[seen('2026-03-01', 1, more), seen('2026-03-02', 1, more)],
    seen('2026-03-03', 1, { spu_avg_price: 7, currency: 'EUR' }),
  ]);
  await fixture.publish();
  const answer = await units('spu_avg_price');
  expect(answer).toMatchObject({ value: 9.5, currency: 'USD', basis: 'observed' });
  expect(said(answer)).toEqual([
    ['2026-03-03', '7', false, "in another currency than the product's"],
    ['2026-03-02', '9.5', true, 'the last one'],
    ['2026-03-01', '9.5', false, 'a later one counts'],
  ]);
});

it('sales that records state are told, with the statement of each that counts', async () => {
  const sale = { kind: 'sale', sale_id: 'a', product_id: '7', day: '2026-03-02', basis: 'measured' };
  await fixture.take([seen('2026-03-01', 100)]);
  await fixture.take([{ ...sale, observed_at: '2026-03-02T12:00:00Z', units: 3 } as unknown as Observation]);
  await fixture.take([{ ...sale, observed_at: '2026-03-03T12:00:00Z', units: 2 } as unknown as Observation]);
  await fixture.publish();
  const { value, basis, breakdowns, sales } = await units();
  expect({ value, basis, parts: breakdowns[0]?.parts }).toEqual({
    value: 2,
    basis: 'stated',
    parts: [{ part: '2026-03-02', value: '2', stated: '2' }],
  });
  expect(sales?.records.map(({ units, firstDay, counts, why }) => [units, firstDay, counts, why])).toEqual([
    ['2', '2026-03-02', true, 'the last statement of the sale'],
    ['3', '2026-03-02', false, 'a later statement of the same sale counts'],
  ]);
});

it('parts and sightings beyond 200 are counted and added up, not shown', async () => {
  const start = Date.parse('2025-06-01T10:00:00Z');
  const days = Array.from({ length: 251 }, (_, day) => new Date(start + day * 86_400_000).toISOString());
  await fixture.take(days.map((at, day) => seen(at, 100 + day * 2)));
  await fixture.publish();
  const { unrounded, breakdowns, sightings } = await units('total_sale_cnt');
  expect(unrounded).toBe('600');
  expect(breakdowns[0]).toMatchObject({ more: { parts: 50, value: '100' }, rest: { value: '100' } });
  expect(breakdowns[0]?.parts).toHaveLength(200);
  expect(sightings[0]).toMatchObject({ more: 51 });
});
