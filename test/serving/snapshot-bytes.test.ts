import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { ClickHouseReader } from '../../packages/server/src/serving/clickhouse-reader.ts';
import { SnapshotReader } from '../../packages/server/src/serving/snapshot/snapshot-reader.ts';
import { Snapshots } from '../../packages/server/src/serving/snapshot/snapshots.ts';
import { openPlace, type Place } from '../publish/place.ts';
import { simulated } from '../publish/simulated.ts';
import { arbitraryQuery, type Occurring, occurringValues } from './arbitrary-query.ts';
import { storeLargeLists } from './large-lists.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-snapshots-'));
const endpoints = lists.map((endpoint) => ({ endpoint, id: endpoint.id }));
let place: Place;
let engineReader: ClickHouseReader;
let reader: SnapshotReader;

beforeAll(async () => {
  place = await openPlace();
  engineReader = new ClickHouseReader(place.engine);
  const snapshots = new Snapshots({
    engine: place.engine,
    directory,
    sources: lists,
    budget: { memoryBytesMax: 1e9, diskBytesMax: 1e9 },
    onLeftOut: (id, reason) => {
      throw new Error(`${id} was left out: ${reason}`);
    },
  });
  const nobody = { page: () => Promise.reject(new Error('the engine was asked')) };
  const onFailure = (error: unknown) => {
    throw error;
  };
  reader = new SnapshotReader({ snapshots, engineReader: nobody, onFailure });
});
afterAll(async () => {
  await reader.close();
  await place.remove();
  rmSync(directory, { recursive: true });
});

async function expectSameBytes(endpoint: ListEndpoint, version: number, numRuns: number): Promise<void> {
  const occurring: Occurring = await occurringValues(place.engine, endpoint, version);
  await fc.assert(
    fc.asyncProperty(arbitraryQuery(endpoint, occurring), async (query) => {
      const [snapshot, engine] = await Promise.all([
        reader.page(endpoint, query, version),
        engineReader.page(endpoint, query, version),
      ]);
      expect(snapshot.rows.toString()).toBe(engine.rows.toString());
      expect(snapshot.count).toBe(engine.count);
    }),
    { numRuns },
  );
}

describe('a snapshot answers with the bytes of the engine', () => {
  describe('on a simulated marketplace', () => {
    let version: number;
    beforeAll(async () => {
      await place.take(simulated({ products: 400, days: 20, seed: 5, endDate: '2026-08-31' }));
      ({ version } = await place.publish());
      await reader.prepare(version);
    });
    it.each(endpoints)('for $id', ({ endpoint }) => expectSameBytes(endpoint, version, 400));
  });

  describe('on long lists with many equal values and hostile texts', () => {
    const version = 1_000;
    beforeAll(async () => {
      await storeLargeLists(place.engine, version);
      await reader.prepare(version);
    });
    it.each(endpoints)('for $id', ({ endpoint }) => expectSameBytes(endpoint, version, 400));
  });
});
