import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Engine, EngineError } from '../../src/warehouse/engine/engine.ts';
import {
  failureOf,
  type IngestFixture,
  ndjson,
  openIngestFixture,
  refusing,
  rejectsIn,
  withInsert,
} from './ingest-fixture.ts';
import { full } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const records = Array.from({ length: 100 }, (_, index) => ({ ...full.shop, seller_id: String(index + 1) }));
const chunkLimits = { rowsMax: 10, bytesMax: 1e6 };

/** The real engine, which fails from some insert on. */
function failingFrom(insertsMax: number, error: Error): Engine {
  let inserts = 0;
  return withInsert(fixture.engine, () => {
    inserts += 1;
    if (inserts > insertsMax) throw error;
  });
}

const noSpace = new EngineError(
  'Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space. (NOT_ENOUGH_SPACE)',
  'NOT_ENOUGH_SPACE',
);
const noDevice = new EngineError(
  'Code: 75. DB::ErrnoException: Cannot write, errno: 28, strerror: No space left on device',
  'CANNOT_WRITE_TO_FILE_DESCRIPTOR',
);

test.each([
  ['the engine says so', noSpace],
  ['the system says so', noDevice],
])('a full disk stops the run with what is in, and running it again completes it (%s)', async (_what, error) => {
  const failure = await failureOf(fixture.take(ndjson(records), {}, { engine: failingFrom(4, error), chunkLimits }));
  expect(failure.reason).toBe('storage-full');
  expect(failure.message).toBe(
    'the disk is full: 40 records were ingested; run it again to complete it, nothing is counted twice',
  );
  expect(failure.summary?.records).toEqual({ shop: 40 });
  expect((await fixture.landed('shop')).length).toBe(40);
  await fixture.take(ndjson(records), {}, { chunkLimits });
  expect((await fixture.landed('shop')).length).toBe(100);
});

test('any other failure of the engine stops the run with its words', async () => {
  const error = new EngineError(
    'Code: 60. DB::Exception: Table default.landing_shop does not exist. (UNKNOWN_TABLE)',
    'UNKNOWN_TABLE',
  );
  const failure = await failureOf(fixture.take(ndjson(records), {}, { engine: failingFrom(0, error), chunkLimits }));
  expect(failure.reason).toBe('engine');
  expect(failure.message).toMatch(
    /^the engine failed: Table default.landing_shop does not exist.*; 0 records were ingested/,
  );
  expect(failure.summary?.rejected).toBe(0);
});

test('the batch has failed and no longer holds back the watermark', async () => {
  await failureOf(fixture.take(ndjson(records), {}, { engine: failingFrom(0, noSpace), chunkLimits }));
  const open = await fixture.accounts.selectFrom('ingest_batch').where('status', '=', 'open').selectAll().execute();
  expect(open).toEqual([]);
});

test('rows it refuses in any form are rejected with its words, and the others of their chunk go in', async () => {
  const odd = { ...full.shop, seller_id: '777', shop_name: 'odd' };
  const lines = [...records.slice(0, 30), odd, ...records.slice(30), odd];
  const summary = await fixture.take(ndjson(lines), {}, { engine: refusing(fixture.engine, 'odd') });
  expect(summary).toMatchObject({ records: { shop: 100 }, rejected: 2 });
  expect(rejectsIn(summary)).toMatchObject([
    { line: 31, field: '', reason: 'rejected by the engine: Not to my taste (INCORRECT_DATA)' },
    { line: 102, value: expect.stringContaining('777') },
  ]);
  expect((await fixture.landed('shop')).length).toBe(100);
});
