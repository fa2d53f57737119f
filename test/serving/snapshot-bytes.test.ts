import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { ClickHouseFinder, ClickHouseReader } from '../../packages/server/src/serving/clickhouse-reader.ts';
import { countRows } from '../../packages/server/src/serving/count-rows.ts';
import { hasOneRowEach } from '../../packages/server/src/serving/list-source.ts';
import { isUnindexed } from '../../packages/server/src/serving/page-query.ts';
import { rowExpressions, rowFormatSettings } from '../../packages/server/src/serving/page-sql.ts';
import type { Page, Reader } from '../../packages/server/src/serving/reader.ts';
import { SnapshotReader } from '../../packages/server/src/serving/snapshot/snapshot-reader.ts';
import { Snapshots } from '../../packages/server/src/serving/snapshot/snapshots.ts';
import { narrow } from '../../packages/server/test/serving/narrow.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { simulated } from '../publish/simulated.ts';
import { arbitraryQuery, type Occurring, occurringValues } from './arbitrary-query.ts';
import { storeLargeLists } from './large-lists.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-snapshots-'));
const endpoints = lists.map((endpoint) => ({ endpoint, id: endpoint.id }));
let fixture: PublishFixture;
let engineReader: ClickHouseReader;
let reader: SnapshotReader;

beforeAll(async () => {
  fixture = await openPublishFixture();
  engineReader = new ClickHouseReader(fixture.engine);
  const snapshots = new Snapshots({
    engine: fixture.engine,
    directory,
    sources: lists,
    budget: { memoryBytesMax: 1e9, diskBytesMax: 1e9 },
    onLeftOut: (id, reason) => {
      throw new Error(`${id} was left out: ${reason}`);
    },
  });
  const forTexts: Reader = {
    page: (source, query, version, frame) => {
      if (![...query.key, ...query.filters].some(isUnindexed)) return Promise.reject(new Error('the engine was asked'));
      return engineReader.page(source, query, version, frame);
    },
  };
  const onFailure = (error: unknown) => {
    throw error;
  };
  reader = new SnapshotReader({
    snapshots,
    engineReader: forTexts,
    finder: new ClickHouseFinder(fixture.engine),
    onFailure,
  });
});
afterAll(async () => {
  await reader.close();
  await fixture.remove();
  rmSync(directory, { recursive: true });
});

/** Pages of random queries, from both. */
async function expectSamePages(endpoint: ListEndpoint, version: number, numRuns: number): Promise<void> {
  const occurring: Occurring = await occurringValues(fixture.engine, endpoint, version);
  await fc.assert(
    fc.asyncProperty(arbitraryQuery(endpoint, occurring), async (query) => {
      const [snapshot, engine] = await Promise.all([
        reader.page(endpoint, query, version),
        engineReader.page(endpoint, query, version),
      ]);
      expect(snapshot.rows.toString()).toBe(engine.rows.toString());
      expect(snapshot.count).toBe(engine.count);
      if (snapshot.total !== undefined)
        expect(snapshot.total).toBe(await countRows(fixture.engine, endpoint, query, version));
    }),
    { numRuns },
  );
}

/** The same by the ids of the rows alone. */
async function expectSameRows(endpoint: ListEndpoint, version: number, numRuns: number): Promise<void> {
  const occurring: Occurring = await occurringValues(fixture.engine, endpoint, version);
  const idsIn = ({ rows }: Page) =>
    (JSON.parse(`[${rows}]`) as Record<string, string>[]).map((row) => row[endpoint.rowId]);
  await fc.assert(
    fc.asyncProperty(arbitraryQuery(endpoint, occurring), async (query) => {
      const snapshot = await reader.page(endpoint, query, version);
      const engine = await engineReader.page(narrow(endpoint, query), query, version);
      expect(idsIn(snapshot)).toEqual(idsIn(engine));
      expect(snapshot.count).toBe(engine.count);
    }),
    { numRuns },
  );
}

/** Every row of every key. */
async function expectSameRowBytes(endpoint: ListEndpoint, version: number): Promise<void> {
  const [key = ''] = endpoint.key;
  const rows = `SELECT ${rowExpressions(endpoint)} FROM ${endpoint.table} AS listed WHERE version = {version:UInt32}`;
  const lines = await fixture.engine.bytes(`${rows} SETTINGS ${rowFormatSettings} FORMAT JSONEachRow`, { version });
  const expected = lines.toString().trimEnd().split('\n');
  const keys = new Set(expected.map((line) => String((JSON.parse(line) as Record<string, string>)[key])));
  const found: string[] = [];
  for (const value of keys) found.push(...(await rowsOfKey(endpoint, value, version)));
  expect(found.sort()).toEqual(expected.sort());
}

async function rowsOfKey(endpoint: ListEndpoint, value: string, version: number): Promise<readonly string[]> {
  const key = endpoint.key.map((field) => ({ field, test: 'equal' as const, value }));
  const sort = { field: endpoint.sortFields[0] ?? '', descending: false };
  const rows: string[] = [];
  for (let pageNum = 1; ; pageNum++) {
    const page = await reader.page(endpoint, { key, filters: [], sort, pageNum, pageSize: 1 }, version);
    if (page.count === 0) return rows;
    rows.push(page.rows.toString());
  }
}

/** Rows by their ids, whatever their key, some of them unknown. */
async function expectSameDetails(endpoint: ListEndpoint, version: number): Promise<void> {
  const sql = `SELECT toString(${endpoint.rowId}) AS id, count() AS rows FROM ${endpoint.table} WHERE version = {version:UInt32} GROUP BY id`;
  const found = await fixture.engine.rows<{ id: string; rows: string }>(sql, { version });
  // Made rows may be in several markets at once.
  const rowsById = new Map(found.map(({ id, rows }) => [id, Number(rows)]));
  const anyId = fc.bigInt(0n, 2n ** 64n - 1n).map(String);
  const arbitraryId = fc
    .oneof(fc.constantFrom(...rowsById.keys()), anyId)
    .filter((id) => (rowsById.get(id) ?? 1) === 1);
  const sort = { field: endpoint.rowId, descending: false };
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(arbitraryId, { minLength: 1, maxLength: 10 }), async (ids) => {
      const query = { key: [], filters: [], ids, sort, pageNum: 1, pageSize: ids.length };
      const [snapshot, engine] = await Promise.all([
        reader.page(endpoint, query, version),
        engineReader.page(endpoint, query, version),
      ]);
      expect(snapshot.rows.toString()).toBe(engine.rows.toString());
      expect(snapshot.count).toBe(engine.count);
    }),
    { numRuns: 60 },
  );
}

async function expectSameBytes(endpoint: ListEndpoint, version: number): Promise<void> {
  await expectSameRowBytes(endpoint, version);
  await expectSameRows(endpoint, version, 400);
  await expectSamePages(endpoint, version, 60);
  if (hasOneRowEach(endpoint)) await expectSameDetails(endpoint, version);
}

describe('a snapshot answers with the bytes of the engine', () => {
  describe('on a simulated marketplace', () => {
    let version: number;
    beforeAll(async () => {
      await fixture.take(simulated({ products: 400, days: 20, seed: 5, endDate: '2026-08-31' }));
      ({ version } = await fixture.publish());
      await reader.prepare(version);
    });
    it.each(endpoints)('for $id', ({ endpoint }) => expectSameBytes(endpoint, version));
  });

  describe('on long lists with many equal values and hostile texts', () => {
    const version = 1_000;
    beforeAll(async () => {
      await storeLargeLists(fixture.engine, version);
      await reader.prepare(version);
    });
    it.each(endpoints)('for $id', ({ endpoint }) => expectSameBytes(endpoint, version));
  });
});
