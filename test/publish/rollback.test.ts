import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../packages/server/src/kernel/errors.ts';
import { rollBack } from '../../packages/server/src/warehouse/rollback.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { openPlace, type Place } from './place.ts';
import { differences, servedRows } from './served.ts';
import { simulated } from './simulated.ts';

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.remove());
beforeEach(() => place.empty());

const world = { products: 20, days: 12, seed: 3, endDate: '2026-08-31' };
const history = simulated({ ...world, toDay: 9 });
const nextDay = simulated({ ...world, fromDay: 10, toDay: 10 });
const lastDay = simulated({ ...world, fromDay: 11 });

/** Three versions' worth of days, the second one taken back. */
async function rolledBack(): Promise<void> {
  await place.take(history);
  await place.publish();
  await place.take(nextDay);
  await place.publish();
  await rollBack(place.versions);
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const thrown = await work.catch((error: unknown) => error);
  return thrown instanceof ApiError ? [thrown.status, thrown.message] : thrown;
}

describe('a rollback', () => {
  it('serves the version before with the rows it had', async () => {
    await place.take(history);
    const { version } = await place.publish();
    const before = await servedRows(place.engine, version);
    await place.take(nextDay);
    const newer = await place.publish();
    expect(await rollBack(place.versions)).toMatchObject({ from: newer.version, version });
    expect(await place.versions.current()).toMatchObject({ version });
    expect(await servedRows(place.engine, version)).toEqual(before);
  });

  it('is gone on from by the next publish, which holds all that was ever taken in', async () => {
    await rolledBack();
    const served = (await place.versions.current())?.version;
    await place.take(lastDay);
    const { version, base } = await place.publish();
    expect(base).toBe(served);
    const rows = await servedRows(place.engine, version);
    expect(differences(rows, oracle([...history, ...nextDay, ...lastDay]))).toEqual([]);
  });

  it('keeps the version it went back to while the next one is published, for requests that began with it', async () => {
    await rolledBack();
    const served = (await place.versions.current())?.version ?? 0;
    const rows = await servedRows(place.engine, served);
    await place.take(lastDay);
    await place.publish();
    expect(await servedRows(place.engine, served)).toEqual(rows);
  });

  it('is refused where there is nothing to go back to, and says why', async () => {
    expect(await refusalOf(rollBack(place.versions))).toEqual([409, 'Cannot roll back: nothing is published yet']);
    await rolledBack();
    const all = await place.versions.list();
    const [newest = 0, first = 0] = all.map(({ version }) => version);
    const refused = (wanted?: number) => refusalOf(rollBack(place.versions, wanted));
    expect(await refused()).toEqual([409, `Cannot roll back: no data is left of the versions before ${first}`]);
    expect(await refused(newest)).toEqual([409, `Cannot roll back: the data of version ${newest} was deleted`]);
    expect(await refused(first)).toEqual([409, `Cannot roll back: version ${first} is already served`]);
    expect(await refused(newest + 1)).toEqual([404, `No such version: ${newest + 1}`]);
  });

  it('to a version that failed is refused', async () => {
    await place.take(history);
    await expect(place.publish({ onStep: failing })).rejects.toThrow('stopped');
    await place.publish();
    const [, failed] = await place.versions.list();
    const refused = await refusalOf(rollBack(place.versions, failed?.version));
    expect(refused).toEqual([409, `Cannot roll back: version ${failed?.version} was never completed`]);
  });
});

describe('amounts are converted from the right currency', () => {
  const product = (day: number, units: number, currency: string): Observation => ({
    kind: 'product',
    product_id: '1',
    region: 'US',
    observed_at: `2026-01-0${day}T12:00:00Z`,
    currency,
    spu_avg_price: 10,
    total_sale_cnt: units,
  });
  const video = (day: number, units: number): Observation => ({
    kind: 'video',
    video_id: '7',
    user_id: '1',
    observed_at: `2026-01-0${day}T12:00:00Z`,
    total_views_cnt: units * 100,
    products: [{ product_id: '1', total_video_sale_cnt: units, total_video_sale_gmv_amt: units * 10 }],
  });
  const first: readonly Observation[] = [
    { kind: 'fx', currency: 'EUR', date: '2026-01-01', per_usd: 0.5 },
    { kind: 'fx', currency: 'GBP', date: '2026-01-01', per_usd: 0.8 },
    ...[1, 2, 3, 4, 5, 6].flatMap((day) => [product(day, day * 10, 'EUR'), video(day, day * 3)]),
  ];
  const changed = [product(7, 90, 'GBP'), video(7, 25)];
  const settings = { reportingCurrency: 'USD' };

  async function expectRight(): Promise<void> {
    const { version } = await place.publish({ settings });
    const expected = oracle([...first, ...changed], settings);
    expect(differences(await servedRows(place.engine, version), expected)).toEqual([]);
  }

  beforeEach(async () => {
    await place.take(first);
    await place.publish({ settings });
    await place.take(changed);
  });

  it('after a rollback of the version that saw a product change its currency', async () => {
    await place.publish({ settings });
    await rollBack(place.versions);
    await expectRight();
  });

  it('after a publish that saw it and failed', async () => {
    await expect(place.publish({ settings, onStep: failing })).rejects.toThrow('stopped');
    await expectRight();
  });
});

function failing(step: string): void {
  if (step === '32_product_series') throw new Error('stopped');
}
