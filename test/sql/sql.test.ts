import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { views } from '../../packages/server/src/catalogue/views.ts';
import { ApiError } from '../../packages/server/src/kernel/errors.ts';
import { SqlQueries } from '../../packages/server/src/serving/sql/sql-queries.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { simulated } from '../publish/simulated.ts';
import { endMs } from '../running/end-ms.ts';
import { accepted, refused } from './statements.ts';

let fixture: PublishFixture;
let queries: SqlQueries;
beforeAll(async () => {
  fixture = await openPublishFixture();
  await fixture.take(simulated({ products: 120, days: 20, seed: 3, endDate: '2026-10-31' }));
  queries = new SqlQueries({ ...fixture, views });
  await expect(queries.rows('SELECT 1')).rejects.toMatchObject({ id: 'dataset-missing' });
  await fixture.publish();
});
afterAll(() => fixture.remove());

/** The only row, of numbers. */
async function numbers(sql: string): Promise<readonly number[]> {
  const { rows } = await queries.rows(sql);
  expect(rows).toHaveLength(1);
  return (rows[0] ?? []).map(Number);
}

describe('a statement', () => {
  it.each(accepted)('is answered: %s', async (statement) => {
    const { version, asOf, columns } = await queries.rows(statement);
    expect({ version, asOf }).toEqual({ version: 1, asOf: '2026-10-31' });
    expect(columns.length).toBeGreaterThan(0);
  });

  it.each(refused)('is refused: %s', async (statement, said) => {
    const error = await queries.rows(statement).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ id: 'sql-refused', message: expect.stringMatching(said) });
    expect(String((error as ApiError).message)).not.toMatch(/DB::Exception|sql_\d/);
  });

  it('is refused where it would take too long, too much memory or too many rows, with what to do', async () => {
    const of = async (sql: string) => (await queries.rows(sql).catch((cause: unknown) => cause)) as ApiError;
    expect((await of('SELECT number FROM numbers(3000000)')).message).toMatch(/1000000 rows.*LIMIT/);
    expect((await of('SELECT arrayResize([toUInt64(1)], 300000000)')).message).toMatch(/1024 MiB of memory/);
    expect((await of(`SELECT ${'1,'.repeat(60_000)}1`)).message).toMatch(/at most 100000 characters, got 120008/);
  });

  it('leaves its place when it is given up while it waits', async () => {
    const [running, waiting] = [new AbortController(), new AbortController()];
    const endless = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 2';
    const left = [queries.rows(endless, running.signal), queries.rows('SELECT 1', waiting.signal)];
    await expect(queries.rows('SELECT 2')).rejects.toMatchObject({ id: 'overloaded' });
    waiting.abort(new Error('gone'));
    const next = queries.rows('SELECT 3');
    running.abort(new Error('gone'));
    for (const each of left) await expect(each).rejects.toThrow('gone');
    expect((await next).rows).toEqual([[3]]);
  });

  it('stops when nobody waits for it, or before it begins, and the next one is answered', async () => {
    const leaving = new AbortController();
    const endless = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1';
    const left = [queries.rows(endless, leaving.signal), queries.rows('SELECT 1', leaving.signal)];
    const running = () =>
      fixture.engine.rows('SELECT 1 FROM system.processes WHERE position(query, {endless:String}) > 0', { endless });
    await vi.waitUntil(async () => (await running()).length > 1, { timeout: endMs });
    leaving.abort(new Error('gone'));
    for (const each of left) await expect(each).rejects.toThrow('gone');
    expect(await numbers('SELECT 2')).toEqual([2]);
  });

  it('is refused where it holds a NUL character', async () => {
    await expect(queries.rows('SELECT 1\0')).rejects.toMatchObject({ id: 'sql-refused' });
  });

  it('gives the same rows as a file', async () => {
    const statement =
      "SELECT region, count() AS products FROM products WHERE region != '' GROUP BY region ORDER BY region";
    const { rows } = await queries.rows(statement);
    const csv = await queries.file(statement, 'csv');
    expect(String(csv.bytes)).toBe(`"region","products"\n${rows.map(([of, n]) => `"${of}",${n}\n`).join('')}`);
    const ndjson = String((await queries.file(statement, 'ndjson')).bytes);
    expect(
      ndjson
        .trimEnd()
        .split('\n')
        .map((line) => Object.values(JSON.parse(line))),
    ).toEqual(rows);
    const parquet = (await queries.file(statement, 'parquet')).bytes;
    expect([parquet.subarray(0, 4), parquet.subarray(-4)].map(String)).toEqual(['PAR1', 'PAR1']);
  });
});

describe('the views', () => {
  it.each(views)('$name has the columns that are documented', async ({ name, columns }) => {
    const answer = await queries.rows(`SELECT * FROM ${name} LIMIT 0`);
    expect(answer.columns.map((column) => column.name)).toEqual(columns.map((column) => column.name));
  });

  it.each(views.filter(({ name }) => !name.includes('reviews')))('$name has rows', async ({ name }) => {
    expect((await numbers(`SELECT count() FROM ${name}`))[0]).toBeGreaterThan(0);
  });

  it.each([1, 7, 15, 30])('product_days adds up to the %d days of products', async (days) => {
    const [wrong, all] = await numbers(`
      SELECT countIf(units != sold OR abs(gmv - toFloat64(total_sale_gmv_${days}d_amt)) > 0.01), count()
      FROM (SELECT product_id, total_sale_${days}d_cnt AS sold, total_sale_gmv_${days}d_amt FROM products) AS now
      LEFT JOIN
      (
          SELECT product_id, sum(units) AS units, toFloat64(sum(gmv)) AS gmv FROM product_days
          WHERE day > toDate('2026-10-31') - ${days} GROUP BY product_id
      ) AS then USING (product_id)`);
    expect(wrong).toBe(0);
    expect(all).toBeGreaterThan(100);
  });

  it('attribution_days adds up to what product_days says of videos and lives', async () => {
    const [wrong, all] = await numbers(`
      SELECT countIf(video_units != by_video OR live_units != by_live), count()
      FROM (SELECT product_id, day, video_units, live_units FROM product_days) AS days
      LEFT JOIN
      (
          SELECT product_id, day, sumIf(units, source = 'video') AS by_video, sumIf(units, source = 'live') AS by_live
          FROM attribution_days GROUP BY product_id, day
      ) AS attributed USING (product_id, day)`);
    expect(wrong).toBe(0);
    expect(all).toBeGreaterThan(100);
  });

  it('video_days adds up to the seven days of views of videos', async () => {
    const [wrong] = await numbers(`
      SELECT countIf(views != total_views_7d_cnt)
      FROM (SELECT video_id, total_views_7d_cnt FROM videos) AS now
      LEFT JOIN
      (
          SELECT video_id, sum(views) AS views FROM video_days WHERE day > toDate('2026-10-31') - 7 GROUP BY video_id
      ) AS then USING (video_id)`);
    expect(wrong).toBe(0);
  });

  it('shop_days adds up to product_days', async () => {
    const [wrong, all] = await numbers(`
      SELECT countIf(units != sold OR abs(amount - sold_for) > 0.001), count()
      FROM (SELECT seller_id, sum(units) AS units, toFloat64(sum(gmv)) AS amount FROM shop_days GROUP BY seller_id) AS shops
      JOIN
      (
          SELECT seller_id, sum(units) AS sold, toFloat64(sum(gmv)) AS sold_for
          FROM product_days JOIN products USING (product_id) GROUP BY seller_id
      ) AS sums USING (seller_id)`);
    expect(wrong).toBe(0);
    expect(all).toBeGreaterThan(5);
  });

  it('creator_days adds up to attribution_days of videos and lives whose creators are known', async () => {
    const [ofCreators, attributed] = await numbers(`
      SELECT (SELECT sum(units) FROM creator_days),
      (
          SELECT sum(units) FROM attribution_days
          WHERE source_id IN (SELECT video_id FROM videos WHERE user_id != 0)
             OR source_id IN (SELECT room_id FROM product_lives WHERE user_id != 0)
      )`);
    expect(ofCreators).toBe(attributed);
    expect(attributed).toBeGreaterThan(100);
  });

  it('video_days adds up to attribution_days', async () => {
    const [wrong, all] = await numbers(`
      SELECT countIf(units != sold), count()
      FROM (SELECT video_id, sum(units) AS units FROM video_days GROUP BY video_id HAVING units != 0) AS videos
      FULL JOIN
      (
          SELECT source_id AS video_id, sum(units) AS sold FROM attribution_days
          WHERE source = 'video' GROUP BY source_id
      ) AS sums USING (video_id)`);
    expect(wrong).toBe(0);
    expect(all).toBeGreaterThan(5);
  });

  it('follow what is served, and leave no views of an earlier version', async () => {
    const databases = () =>
      fixture.engine.rows<{ name: string }>("SELECT name FROM system.databases WHERE startsWith(name, 'sql_')");
    const asOfs = [];
    for (const asOf of ['2026-10-30', '2026-10-31']) {
      await fixture.publish({ asOf });
      asOfs.push((await queries.rows('SELECT 1')).asOf);
      await expect.poll(databases).toHaveLength(1);
    }
    expect(asOfs).toEqual(['2026-10-30', '2026-10-31']);
  });

  it('stay until a statement is answered that came before a switch', async () => {
    await fixture.publish();
    const [served, before] = (await fixture.versions.list()).filter(({ status }) => status === 'ready');
    const switching = [before, served, before, served].map((version) => version && { ...version, builtAt: 0 });
    const versions = { current: async () => switching.shift() };
    const asked = new SqlQueries({ engine: fixture.engine, versions, views });
    for (let pair = 0; pair < 2; pair++) {
      const answers = await Promise.all([asked.rows('SELECT count() FROM products'), asked.rows('SELECT 1')]);
      expect(answers.map(({ version }) => version)).toEqual([before?.version, served?.version]);
    }
  });
});
