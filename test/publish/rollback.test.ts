import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../packages/server/src/kernel/errors.ts';
import { rollBack } from '../../packages/server/src/warehouse/rollback.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';
import { simulated } from './simulated.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const world = { products: 20, days: 12, seed: 3, endDate: '2026-08-31' };
const history = simulated({ ...world, toDay: 9 });
const nextDay = simulated({ ...world, fromDay: 10, toDay: 10 });
const lastDay = simulated({ ...world, fromDay: 11 });

/** Three versions' worth of days, the second one taken back. */
async function rolledBack(): Promise<void> {
  await fixture.take(history);
  await fixture.publish();
  await fixture.take(nextDay);
  await fixture.publish();
  await rollBack(fixture.versions);
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const thrown = await work.catch((error: unknown) => error);
  return thrown instanceof ApiError ? [thrown.status, thrown.message] : thrown;
}

describe('a rollback', () => {
  it('serves the version before with the rows it had', async () => {
    await fixture.take(history);
    const { version } = await fixture.publish();
    const before = await servedRows(fixture.engine, version);
    await fixture.take(nextDay);
    const newer = await fixture.publish();
    expect(await rollBack(fixture.versions)).toMatchObject({ from: newer.version, version });
    expect(await fixture.versions.current()).toMatchObject({ version });
    expect(await servedRows(fixture.engine, version)).toEqual(before);
  });

  it('is gone on from by the next publish, which holds all that was ever taken in', async () => {
    await rolledBack();
    const served = (await fixture.versions.current())?.version;
    await fixture.take(lastDay);
    const { version, base } = await fixture.publish();
    expect(base).toBe(served);
    const rows = await servedRows(fixture.engine, version);
    expect(differences(rows, oracle([...history, ...nextDay, ...lastDay]))).toEqual([]);
  });

  it('keeps the version it went back to while the next one is published, for requests that began with it', async () => {
    await rolledBack();
    const served = (await fixture.versions.current())?.version ?? 0;
    const rows = await servedRows(fixture.engine, served);
    await fixture.take(lastDay);
    await fixture.publish();
    expect(await servedRows(fixture.engine, served)).toEqual(rows);
  });

  it('is refused where there is nothing to go back to, and says why', async () => {
    expect(await refusalOf(rollBack(fixture.versions))).toEqual([409, 'Cannot roll back: nothing is published yet']);
    await rolledBack();
    const all = await fixture.versions.list();
    const [newest = 0, first = 0] = all.map(({ version }) => version);
    const refused = (wanted?: number) => refusalOf(rollBack(fixture.versions, wanted));
    expect(await refused()).toEqual([409, `Cannot roll back: no data is left of the versions before ${first}`]);
    expect(await refused(newest)).toEqual([409, `Cannot roll back: the data of version ${newest} was deleted`]);
    expect(await refused(first)).toEqual([409, `Cannot roll back: version ${first} is already served`]);
    expect(await refused(newest + 1)).toEqual([404, `No such version: ${newest + 1}`]);
  });

  it('to a version that failed is refused', async () => {
    await fixture.take(history);
    await expect(fixture.publish({ onStep: failing })).rejects.toThrow('stopped');
    await fixture.publish();
    const [, failed] = await fixture.versions.list();
    const refused = await refusalOf(rollBack(fixture.versions, failed?.version));
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
    const { version } = await fixture.publish({ settings });
    const expected = oracle([...first, ...changed], settings);
    expect(differences(await servedRows(fixture.engine, version), expected)).toEqual([]);
  }

  beforeEach(async () => {
    await fixture.take(first);
    await fixture.publish({ settings });
    await fixture.take(changed);
  });

  it('after a rollback of the version that saw a product change its currency', async () => {
    await fixture.publish({ settings });
    await rollBack(fixture.versions);
    await expectRight();
  });

  it('after a publish that saw it and failed', async () => {
    await expect(fixture.publish({ settings, onStep: failing })).rejects.toThrow('stopped');
    await expectRight();
  });
});

function failing(step: string): void {
  if (step === '32_product_series') throw new Error('stopped');
}
