import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import { stateDatabase } from '../../packages/server/src/warehouse/publish/state-database.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { live, product, sale, video } from '../oracle/sightings.ts';
import { archipelagos } from './islands.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, type ServedRow, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

/** A number of a row, and how sure it is. */
interface Estimate {
  readonly name: string;
  /** The ids of the row. */
  readonly product?: string | undefined;
  readonly video?: string | undefined;
  readonly units: number;
  readonly low: number;
  readonly high: number;
  readonly basis: string;
  readonly known: number;
}

async function publishedEstimates(observations: readonly Observation[]): Promise<readonly Estimate[]> {
  await fixture.take(observations);
  const { version } = await fixture.publish();
  const tables = await servedRows(fixture.engine, version);
  expect(differences(tables, oracle(observations))).toEqual([]);
  return lists.flatMap(({ table, onRequest }) => {
    const names = onRequest.flatMap(({ name }) => (name.endsWith('_low') ? [name.slice(0, -'_low'.length)] : []));
    return (tables[table] ?? []).flatMap((row) => names.map((name) => estimateOf(table, name, row)));
  });
}

function estimateOf(table: string, name: string, row: ServedRow): Estimate {
  return {
    name: `${table} ${name}`,
    product: idOf(row['product_id']),
    video: idOf(row['video_id']),
    units: Number(row[name]),
    low: Number(row[`${name}_low`]),
    high: Number(row[`${name}_high`]),
    basis: String(row[`${name}_basis`]),
    known: Number(row[`${name}_known_rate`]),
  };
}

function idOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** What is wrong with an estimate; empty where nothing is. */
function faultsOf({ units, low, high, basis, known }: Estimate): readonly string[] {
  const isKnown = basis === 'observed' || basis === 'stated';
  const rules: readonly (readonly [boolean, string])[] = [
    [low >= 0, 'is below 0'],
    [low <= units && units <= high, 'does not hold the estimate'],
    [!isKnown || (low === units && high === units && known === 1), 'is an interval of what is known'],
    [known >= 0 && known <= 1, 'is known by more than all'],
    [known === 1 || (!isKnown && high > low), 'is an estimate without an interval'],
    [['observed', 'stated', 'estimated', 'thin'].includes(basis), 'has no basis'],
  ];
  return rules.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}

describe('the interval of any number', () => {
  it('is never below 0, holds the estimate, and is none where the number is known', async () => {
    await fc.assert(
      fc.asyncProperty(archipelagos(40), async (observations) => {
        await fixture.empty();
        const estimates = await publishedEstimates(observations);
        const faults = estimates.map((estimate) => ({ ...estimate, faults: faultsOf(estimate) }));
        expect(faults.filter((each) => each.faults.length > 0)).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

describe('how a video is known to have sold', () => {
  const viewed = (views: number, own?: number) => ({
    total_views_cnt: views,
    ...(own !== undefined && { products: [{ product_id: '100', total_video_sale_cnt: own }] }),
  });
  const ofVideo = async (observations: readonly Observation[]) =>
    (await publishedEstimates(observations)).find(({ name }) => name.startsWith('serving_product_videos'));

  it.each([
    ['observed', [product('2026-03-01', { total_sale_cnt: 0 }), product('2026-03-02', { total_sale_cnt: 90 })], 40],
    [
      'estimated',
      [product('2026-03-01', { total_sale_cnt: 0 }), product('2026-03-02', { total_sale_cnt: 90 })],
      undefined,
    ],
    ['thin', [product('2026-03-01', { total_sale_cnt: 0 }), product('2026-03-02', { total_sale_cnt: 9 })], undefined],
  ])('%s', async (basis, products, own) => {
    const seen = [
      video('2026-03-01', viewed(0, own === undefined ? undefined : 0)),
      video('2026-03-02', viewed(1_000, own)),
    ];
    expect(await ofVideo([...products, ...seen])).toMatchObject({ basis, known: own === undefined ? 0 : 1 });
  });

  it('stated, where a record of sales says so', async () => {
    const sales = sale('2026-03-02', 30, { video_id: '1' });
    expect(await ofVideo([video('2026-03-02', viewed(1_000)), sales])).toMatchObject({
      ...{ units: 30, low: 30, high: 30, basis: 'stated', known: 1 },
    });
  });
});

const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;
const ids = { product_id: '100', video_id: '1' };

/** The second to the eighth of March, when a product sells so much each day, and a video has a thousand views a day. */
function week(
  sold: readonly number[],
  { product_id, video_id, user_id = '7' }: { product_id: string; video_id: string; user_id?: string } = ids,
  ownOn: (day: number) => number | undefined = () => undefined,
): readonly Observation[] {
  return [0, ...sold].flatMap((_, index) => {
    const [day, total_sale_cnt] = [1 + index, sold.slice(0, index).reduce((sum, each) => sum + each, 0)];
    const total_video_sale_cnt = ownOn(day);
    return [
      product(march(day), { product_id, total_sale_cnt }),
      video(march(day), {
        ...{ video_id, user_id, create_time: 1_700_000_000, total_views_cnt: 1_000 * index },
        products: [{ product_id, ...(total_video_sale_cnt !== undefined && { total_video_sale_cnt }) }],
      }),
    ];
  });
}

const daily = (units: number) => Array.from({ length: 7 }, () => units);
const inTable = (estimates: readonly Estimate[], ...tables: readonly string[]) =>
  estimates.filter(({ name }) => tables.some((table) => name.startsWith(`serving_${table} `)));

describe('what is known of a number', () => {
  it('is what a source is given of a day, not what exceeds it', async () => {
    const sales = sale(march(2), 100, ids);
    const [row] = inTable(await publishedEstimates([...week([1, 10, 10, 10, 10, 10, 10]), sales]), 'product_videos');
    expect(row).toMatchObject({ units: 53, basis: 'estimated', known: expect.closeTo(1 / 53, 3) });
    expect(row?.low).toBeLessThan(53);
    expect(row?.high).toBe(61);
  });

  it('is split as the units are where several exceed a day', async () => {
    const sales = ['1', '2'].map((video_id) => sale(march(2), 30, { ...ids, video_id, sale_id: video_id }));
    const observations = [...week(daily(10)), ...week(daily(10), { ...ids, video_id: '2' }), ...sales];
    const rows = inTable(await publishedEstimates(observations), 'product_videos');
    expect(rows.map(({ units, known }) => Math.round(units * known))).toEqual([5, 5]);
  });

  it('of one product says nothing of another', async () => {
    const own = (day: number) => (day > 4 ? 500 : undefined);
    const promoted = {
      ...{ video_id: '1', user_id: '9', create_time: 1_700_000_000, total_views_cnt: 7_000 },
      products: [{ product_id: '101', total_video_sale_cnt: 500 }, { product_id: '102' }],
    };
    const estimates = await publishedEstimates([
      ...week(daily(20), { product_id: '101', video_id: '1', user_id: '9' }, own),
      ...week(daily(20), { product_id: '102', video_id: '2', user_id: '9' }),
      video(march(8), promoted),
    ]);
    const rows = inTable(estimates, 'influencer_list', 'video_list').filter(({ units }) => units > 140);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({ basis: 'estimated', known: expect.closeTo(140 / row.units, 2) });
      expect(row.low).toBeGreaterThanOrEqual(140);
      expect(row.high).toBeGreaterThan(row.units);
    }
  });

  it('may be that nothing was sold', async () => {
    const measured = daily(0).map((units, day) => sale(march(2 + day), units, { ...ids, sale_id: String(day) }));
    const own = week(daily(20), { product_id: '101', video_id: '2', user_id: '8' }, () => 0);
    const rows = await publishedEstimates([...week(daily(20)), ...measured, ...own]);
    expect(inTable(rows, 'product_videos')).toHaveLength(2);
    for (const row of rows) expect(row).toMatchObject({ units: 0, low: 0, high: 0, basis: 'observed', known: 1 });
  });

  it('is nothing where a sale of none is stated for one day, and nobody saw the video', async () => {
    const products = [1, 2, 3].map((day) => product(march(day), { total_sale_cnt: 10 * day }));
    const [row] = inTable(await publishedEstimates([...products, sale(march(2), 0, ids)]), 'product_videos');
    expect(row).toMatchObject({ units: 0, low: 0, high: 4, basis: 'thin', known: 0 });
  });

  it('is all of a creator without lives', async () => {
    const lives = (await publishedEstimates(week(daily(20)))).find(({ name }) => name.endsWith('total_live_sale_cnt'));
    expect(lives).toMatchObject({ units: 0, low: 0, high: 0, basis: 'observed', known: 1 });
  });

  it('is an own total up to the day on which it was last seen, and estimated from then on', async () => {
    const own = (day: number) => (day === 4 ? 600 : undefined);
    const capped = week(daily(20), { product_id: '101', video_id: '2' }, own);
    const rows = inTable(await publishedEstimates([...week(daily(100), ids, own), ...capped]), 'product_videos');
    expect(rows).toMatchObject([
      { units: 600, low: 600, high: 700, basis: 'estimated', known: expect.closeTo(600 / 700, 3) },
      { units: 140, low: 140, high: 140, basis: 'observed', known: 1 },
    ]);
  });
});

describe('thin', () => {
  it('is no number most of which is known', async () => {
    const sales = [1, 2, 3, 4, 5, 6].map((day) => sale(march(1 + day), 6, { ...ids, sale_id: String(day) }));
    const [row] = inTable(await publishedEstimates([...week(daily(7)), ...sales]), 'product_videos');
    expect(row).toMatchObject({ basis: 'estimated' });
    expect(row?.known).toBeGreaterThan(0.8);
  });
});

const thousandthsSql = `
  SELECT toString(product_id) AS product, toString(source_id) AS video, toFloat64(sum(units)) AS thousandths
  FROM {state:Identifier}.attribution GROUP BY product_id, source_id`;

describe('an interval', () => {
  it('holds the own total of a source that was first seen on the as-of day', async () => {
    const own = (day: number) => (day === 8 ? 20 : undefined);
    const rows = (await publishedEstimates(week(daily(20), ids, own))).filter(({ units }) => units > 0);
    expect(rows).not.toEqual([]);
    for (const row of rows) expect(row).toMatchObject({ basis: 'estimated', low: 20, known: 0 });
  });

  it('ends no higher the fewer units of a source are estimated', async () => {
    const views = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 6 });
    const sold = fc.integer({ min: 0, max: 12 });
    const products = fc.array(fc.record({ sold, views }), { minLength: 60, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(products, async (each) => {
        await fixture.empty();
        const estimates = inTable(await publishedEstimates(each.flatMap(dayOfProduct)), 'product_videos');
        const current = await fixture.versions.current();
        const shares = await fixture.engine.rows<{ product: string; video: string; thousandths: number }>(
          thousandthsSql,
          { state: stateDatabase(current?.lineage ?? 0) },
        );
        const rows = estimates.map((row) => ({
          ...row,
          thousandths:
            shares.find(({ product: of, video: by }) => of === row.product && by === row.video)?.thousandths ?? 0,
        }));
        const isHigher = (less: (typeof rows)[number], more: (typeof rows)[number]) =>
          less.product === more.product && less.thousandths < more.thousandths && less.high > more.high;
        expect(rows.flatMap((less) => rows.filter((more) => isHigher(less, more)).map((more) => [less, more]))).toEqual(
          [],
        );
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

/** A day on which a product sells so much, and each of its videos is viewed so often. */
function dayOfProduct(
  { sold, views }: { readonly sold: number; readonly views: readonly number[] },
  place: number,
): readonly Observation[] {
  const product_id = String(1_000 + place);
  return [0, 1].flatMap((day) => [
    product(march(1 + day), { product_id, total_sale_cnt: day * sold }),
    ...views.map((seen, index) =>
      video(march(1 + day), {
        ...{ video_id: String(100_000 + 10 * place + index), total_views_cnt: day * seen },
        products: [{ product_id }],
      }),
    ),
  ]);
}

describe('how a live is known to have sold', () => {
  it('is by its own total', async () => {
    const lives = [1, 2].map((day) =>
      live(march(day), { total_views_cnt: day, products: [{ product_id: '100', total_live_sale_cnt: 4 * day }] }),
    );
    const products = [1, 2].map((day) => product(march(day), { total_sale_cnt: 10 * day }));
    const [row] = inTable(await publishedEstimates([...products, ...lives]), 'product_livestreams');
    expect(row).toMatchObject({ units: 8, low: 8, high: 8, basis: 'observed', known: 1 });
  });
});
