import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf, type IngestFixture, ndjson, openIngestFixture, refusing, rejectsIn } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const good = ndjson(Array.from({ length: 200 }, (_, index) => ({ ...full.shop, seller_id: String(index + 1) })));
const tinyChunks = { chunkLimits: { rowsMax: 10, bytesMax: 1e6 } };

test('one bad line, even the last, and nothing is taken in', async () => {
  const bad = ndjson([{ ...least.shop, seller_id: 5 }]);
  const error = await failureOf(fixture.take(good + bad, { strict: true }, tinyChunks));
  expect(error.reason).toBe('refused');
  expect(error.message).toMatch(
    /^stdin has 1 invalid line; the first is line 201: seller_id: expected an id .*; nothing was ingested$/,
  );
  expect(error.summary?.records).toEqual({});
  expect(await fixture.landed('shop')).toEqual([]);
});

test('every bad line is in the report, and the batch has failed', async () => {
  const error = await failureOf(fixture.take(`x\n${good}y\n`, { strict: true }));
  if (error.summary === undefined) throw new Error('expected a summary');
  expect(rejectsIn(error.summary).map((reject) => reject.line)).toEqual([1, 202]);
  const { batch } = error.summary;
  const row = await fixture.accounts.selectFrom('ingest_batch').selectAll().where('id', '=', batch).executeTakeFirst();
  expect(row).toMatchObject({ status: 'failed', finished_at: expect.any(Number) });
  expect(JSON.parse(row?.report ?? '')).toMatchObject({ rejected: 2, error: error.message });
});

test('no bad line, and all is taken in, counted once', async () => {
  const summary = await fixture.take(good, { strict: true }, tinyChunks);
  expect(summary).toMatchObject({ records: { shop: 200 }, rejected: 0, bytes: Buffer.byteLength(good) });
});

test('a line that only the engine refuses fails the batch', async () => {
  const body = ndjson([full.shop, { ...full.shop, shop_name: 'odd' }]);
  const error = await failureOf(fixture.take(body, { strict: true }, { engine: refusing(fixture.engine, 'odd') }));
  expect(error.reason).toBe('refused');
  expect(error.message).toContain('stdin has 1 invalid line; the first is line 2: rejected by the engine');
});

test('what was held on disk to be read twice is gone afterwards', async () => {
  await fixture.take(good, { strict: true });
  await failureOf(fixture.take('x', { strict: true }));
  const spool = join(fixture.directory, 'spool');
  expect(existsSync(spool) ? readdirSync(spool) : []).toEqual([]);
});

test('a dry run is refused where the run would be, and only there', async () => {
  const bad = `${good}x\n`;
  const error = await failureOf(fixture.take(bad, { strict: true, dryRun: true }));
  expect([error.reason, error.message]).toEqual([
    'refused',
    expect.stringMatching(/^stdin has 1 invalid line; the first is line 201: expected JSON/),
  ]);
  const left = ndjson([{ ...full.shop, rating: 'good' }]);
  expect((await failureOf(fixture.take(left, { strict: true, dryRun: true }))).reason).toBe('refused');
  expect(await fixture.take(left, { dryRun: true })).toMatchObject({ rejected: 0, records: { shop: 1 } });
  expect(await fixture.take(good, { strict: true, dryRun: true })).toMatchObject({ records: { shop: 200 } });
});
