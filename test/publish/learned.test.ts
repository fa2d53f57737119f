import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stateDatabase } from '../../packages/server/src/warehouse/publish/state-database.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { product, sale, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

/** What grows on each day from Monday, 2 March 2026, on. */
const units = [12, 6, 3, 0, 0, 0, 0, 7, 7, 0, 0, 0, 0, 0];
const views = {
  '1': [1_000, 200, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0, 0],
  '2': [0, 600, 0, 0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0],
};

/** The example of docs/estimates.md section 6, as it is seen from the day before on, up to one of its days. */
const example: readonly Observation[][] = [0, ...units].map((_, day) => {
  const date = new Date(Date.UTC(2026, 2, 1 + day)).toISOString().slice(0, 10);
  const upTo = (growth: readonly number[]) => growth.slice(0, day).reduce((sum, each) => sum + each, 0);
  return [
    product(date, { total_sale_cnt: upTo(units) }),
    ...Object.entries(views).map(([video_id, grown]) => video(date, { video_id, total_views_cnt: upTo(grown) })),
  ];
});

async function state(): Promise<string> {
  return stateDatabase((await fixture.versions.current())?.lineage ?? 0);
}

async function videosSold(version: number): Promise<readonly unknown[]> {
  const rows = await servedRows(fixture.engine, version);
  expect(differences(rows, oracle(example.flat()))).toEqual([]);
  return (rows['serving_product_videos'] ?? []).map(({ total_video_sale_cnt }) => Number(total_video_sale_cnt));
}

const thousandthsSql = `
  SELECT toString(source_id) AS source, toString(day) AS day, toString(sum(units)) AS thousandths
  FROM {state:Identifier}.attribution GROUP BY source_id, day HAVING thousandths != '0' ORDER BY day, source_id`;

describe('the example of docs/estimates.md section 6', () => {
  it('comes to 20 and 11 units, published at once', async () => {
    await fixture.take(example.flat());
    const { version } = await fixture.publish();
    expect(await videosSold(version)).toEqual([20, 11]);
  });

  it('comes to its thousandths, published in between', async () => {
    let version = 0;
    for (const [from, to] of [
      [0, 3],
      [3, 9],
      [9, 10],
      [10, 15],
    ]) {
      await fixture.take(example.slice(from, to).flat());
      ({ version } = await fixture.publish());
    }
    expect(await videosSold(version)).toEqual([20, 11]);
    const found = await fixture.engine.rows(thousandthsSql, { state: await state() });
    expect(found).toEqual([
      { source: '1', day: '2026-03-02', thousandths: '11329' },
      { source: '1', day: '2026-03-03', thousandths: '1554' },
      { source: '2', day: '2026-03-03', thousandths: '3985' },
      { source: '1', day: '2026-03-09', thousandths: '6860' },
      { source: '2', day: '2026-03-10', thousandths: '6851' },
    ]);
  });
});

describe('days of which it becomes known that nothing was sold', () => {
  it('count for their week, whenever that becomes known', async () => {
    const stated = { basis: 'stated', day_from: '2026-03-02' } as const;
    const known = [
      sale('2026-03-02', 10, stated),
      video('2026-03-01', { total_views_cnt: 0 }),
      video('2026-03-02', { total_views_cnt: 100 }),
    ];
    const totals = ['2026-03-04', '2026-03-08'].map((day) => product(day, { total_sale_cnt: 10 }));
    await fixture.take([...known, video('2026-03-08', { total_views_cnt: 100 })]);
    await fixture.publish();
    await fixture.take(totals);
    const { version } = await fixture.publish();
    const all = [...known, video('2026-03-08', { total_views_cnt: 100 }), ...totals];
    expect(differences(await servedRows(fixture.engine, version), oracle(all))).toEqual([]);
    const [sold] = await fixture.engine.rows(thousandthsSql, { state: await state() });
    await fixture.publish({ anew: true });
    expect(await fixture.engine.rows(thousandthsSql, { state: await state() })).toEqual([sold]);
  });
});

describe('a week in which nothing is seen of any video or live', () => {
  const before = [product('2026-02-02', { total_sale_cnt: 0 }), product('2026-02-28', { total_sale_cnt: 26 })];
  const after = example
    .flat()
    .map((one) => (one.kind === 'product' ? { ...one, total_sale_cnt: 26 + Number(one.total_sale_cnt) } : one));
  const elsewhere = ['2026-02-02', '2026-02-28'].map((day, index) =>
    video(day, { video_id: '9', total_views_cnt: 700 * index, products: [{ product_id: '200' }] }),
  );
  const published = async (observations: readonly Observation[]) => {
    await fixture.empty();
    await fixture.take(observations);
    await fixture.publish();
    return fixture.engine.rows(thousandthsSql, { state: await state() });
  };

  it('teaches what the storefront sells, whatever is seen of other products', async () => {
    expect(await published([...before, ...after])).toEqual(await published([...before, ...after, ...elsewhere]));
  });
});

const changesSql = `
  SELECT DISTINCT toString(toMonday(day)) AS week FROM {state:Identifier}.attribution WHERE version = {version:UInt32} ORDER BY week`;

async function weeksWritten(version: number): Promise<readonly string[]> {
  const found = await fixture.engine.rows<{ week: string }>(changesSql, { state: await state(), version });
  return found.map(({ week }) => week);
}

describe('a week that is over', () => {
  const upTo = (day: number) => example.slice(0, day + 1).flat();

  it('is not written again', async () => {
    await fixture.take(upTo(8));
    await fixture.publish();
    await fixture.take(example[9] ?? []);
    const { version } = await fixture.publish();
    expect(await weeksWritten(version)).toEqual(['2026-03-09']);
  });

  it('is learned again, and all that follow, when something arrives late', async () => {
    const late = example[2] ?? [];
    await fixture.take(example.flat().filter((observation) => !late.includes(observation)));
    await fixture.publish();
    await fixture.take(late);
    const { version } = await fixture.publish();
    expect(await videosSold(version)).toEqual([20, 11]);
    expect(await weeksWritten(version)).toEqual(['2026-03-02', '2026-03-09']);
  });
});
