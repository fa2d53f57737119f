import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { checkRows } from '../../../src/catalogue/parameters.ts';
import { productRanking } from '../../../src/catalogue/rankings/product-ranking.ts';
import { ClickHouseReader } from '../../../src/serving/clickhouse-reader.ts';
import { RankingReader } from '../../../src/serving/rankings/ranking-reader.ts';
import type { Engine } from '../../../src/warehouse/engine/engine.ts';
import { stateDatabase } from '../../../src/warehouse/publish/state-database.ts';
import { runFile, stepFile } from '../../../src/warehouse/publish/steps.ts';
import { rowsOf, store } from '../rows.ts';
import { type TemporaryEngine, temporaryEngine } from '../temporary-engine.ts';

const version = { version: 1, asOf: '2026-03-11', lineage: 1, watermark: 1, settings: '', outdated: 0 } as const;
const versions = { list: async () => [{ ...version, status: 'ready' as const }] };

let place: TemporaryEngine;
let engine: Engine;
let reader: RankingReader;
/** Statements that made rankings. */
let made = 0;

beforeAll(async () => {
  place = await temporaryEngine();
  ({ engine } = place);
  const counting: Pick<Engine, 'bytes'> = {
    bytes: (...asked) => {
      made++;
      return engine.bytes(...asked);
    },
  };
  reader = new RankingReader({ reader: new ClickHouseReader(engine), engine: counting, versions, bytesMax: 1_000_000 });
  const products = ['1', '2', '3', '4'].map((product_id) => ({
    ...{ product_id, region: product_id === '4' ? 'VN' : 'US', currency: 'USD' },
    category_id: product_id === '1' ? '600001' : '0',
  }));
  await store(engine, productList, 1, rowsOf(productList, products));
  await runFile(engine, stepFile('00_state'), { state: stateDatabase(1) });
  // Days from the Monday before the as-of day on; the last row of product 2 is of a later version.
  await engine.command(`INSERT INTO state_1.product_day (product_id, day, version, units, gmv) VALUES
    (1, '2026-03-08', 1, 50, 5000), (1, '2026-03-09', 1, 5, 500), (2, '2026-03-09', 1, 3, 399), (2, '2026-03-11', 1, 4, 401),
    (3, '2026-03-10', 1, 5, 1), (4, '2026-03-10', 1, 9, 9), (2, '2026-03-10', 2, 90, 90), (2, '2026-03-12', 1, 1, 1)`);
  await engine.command(
    "INSERT INTO state_1.link_day (product_id, day, version, videos, lives, creators) VALUES (3, '2026-03-10', 1, 2, 1, 2)",
  );
});
afterAll(() => place.remove());

const week = { date: '2026-03-09', rank_type: '2', region: 'US', product_rank_field: '1' };

async function ask(differences: Readonly<Record<string, string>> = {}, of = reader, ofVersion = 1) {
  const query = checkRows(productRanking, { ...week, page_num: '1', page_size: '10', ...differences });
  const { rows, ...page } = await of.page(productRanking, query, ofVersion);
  const parsed = JSON.parse(`[${rows}]`) as readonly Readonly<Record<string, string | number>>[];
  return { ...page, rows: parsed, ids: parsed.map(({ product_id }) => product_id) };
}

describe('a ranking', () => {
  it('has what grew most in the period so far, ties by their ids, and of the list all else', async () => {
    const { rows, count, total } = await ask();
    expect(rows).toMatchObject([
      { product_id: '2', total_sale_cnt: 7, total_sale_gmv_amt: 8, region: 'US', currency: 'USD', total_ifl_cnt: 0 },
      { product_id: '1', total_sale_cnt: 5, total_sale_gmv_amt: 5, category_id: '600001' },
      { product_id: '3', total_sale_cnt: 5, total_sale_gmv_amt: 0.01, total_video_cnt: 2, total_live_cnt: 1 },
    ]);
    expect([count, total]).toEqual([3, 3]);
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => productRanking.row.map(({ name }) => name)));
  });

  it('is of a day, a month, a market, a category or another field', async () => {
    expect((await ask({ rank_type: '1', date: '2026-03-10' })).ids).toEqual(['3']);
    expect((await ask({ rank_type: '3', date: '2026-03-01' })).ids).toEqual(['1', '2', '3']);
    expect((await ask({ region: 'vn' })).ids).toEqual(['4']);
    expect((await ask({ category_id: '600001' })).ids).toEqual(['1']);
    expect((await ask({ product_rank_field: '2' })).ids).toEqual(['3']);
    expect((await ask({ date: '2026-03-16' })).ids).toEqual([]);
    expect((await ask({ date: '1970-01-05' })).ids).toEqual([]);
    expect((await ask({ date: '9998-01-05' })).ids).toEqual([]);
    expect((await ask({ rank_type: '3', date: '1000-01-01' })).ids).toEqual([]);
  });

  it('has pages, and behind the last one empty ones', async () => {
    expect((await ask({ page_size: '2' })).ids).toEqual(['2', '1']);
    expect(await ask({ page_size: '2', page_num: '2' })).toMatchObject({ ids: ['3'], count: 1, total: 3 });
    expect(await ask({ page_size: '2', page_num: '3' })).toMatchObject({ ids: [], count: 0, total: 3 });
    expect(await ask({ page_num: '100000' })).toMatchObject({ ids: [], total: 3 });
  });

  it('is made once for all pages and all who ask at a time', async () => {
    made = 0;
    await Promise.all([ask({ rank_type: '1' }), ask({ rank_type: '1' }), ask({ rank_type: '1', page_num: '2' })]);
    await ask({ rank_type: '1' });
    expect(made).toBe(1);
  });

  it('is empty of a version that is gone, and refused where its release had no such state', async () => {
    expect((await ask({}, reader, 7)).ids).toEqual([]);
    const older = { list: async () => [{ ...version, lineage: 9, status: 'ready' as const }] };
    const lacking = new RankingReader({ reader: new ClickHouseReader(engine), engine, versions: older, bytesMax: 1 });
    await expect(ask({}, lacking)).rejects.toMatchObject({ id: 'list-not-published' });
  });
});
