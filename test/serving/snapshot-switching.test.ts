import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import type { Reader } from '../../packages/server/src/serving/reader.ts';
import type { SnapshotReader } from '../../packages/server/src/serving/snapshot/snapshot-reader.ts';
import {
  bearing,
  exampleUrl,
  type Headers,
  type TestServer,
  testServer,
} from '../../packages/server/test/surfaces/http/test-server.ts';
import { endMs } from '../running/end-ms.ts';
import { allBy, expectEngineBytes, markOf, type SnapshotFixture, snapshotFixtureOn } from './snapshot-fixture.ts';

const versions = [1, 2, 3, 4];
const last = 4;
let serving: Reader;
let server: TestServer;
let fixture: SnapshotFixture;
beforeAll(async () => {
  server = await testServer({ wrapReader: () => ({ page: (...question) => serving.page(...question) }) });
  fixture = snapshotFixtureOn(server.engine, () => server.remove());
  for (const version of versions) await fixture.publish(version);
});
afterAll(() => fixture.remove());

/** Waits until a version's snapshot is closed: from then on the engine is asked. */
async function untilClosed(reader: SnapshotReader, version: number): Promise<void> {
  const isClosed = () => Object.values(reader.shares(lists, version)).every((who) => who === 'engine');
  await vi.waitUntil(isClosed, { timeout: endMs });
}

/** Asks once. @returns the version that answered. */
async function expectWholeAnswer(endpoint: ListEndpoint, headers: Headers): Promise<number> {
  const response = await server.server.inject({ url: exampleUrl(endpoint), headers });
  expect(response.statusCode).toBe(200);
  const version = Number(/^W\/"(\d+)-/.exec(String(response.headers.etag))?.[1]);
  const rows = response.json<{ data: readonly object[] }>().data;
  expect(rows.length).toBe(10);
  for (const row of rows) expect(Object.values(row)).toContain(markOf(version));
  return version;
}

describe('while versions are published', () => {
  it('no call fails, and each answer is wholly of the version that its ETag names', async () => {
    const { reader, failures, kept } = fixture.watched({ retirementMs: 1 });
    serving = reader;
    const headers = bearing(await server.newKey());
    let isPublishing = true;
    const clients = lists.map(async (endpoint) => {
      while (isPublishing) await expectWholeAnswer(endpoint, headers);
    });
    for (const version of versions) {
      await reader.prepare(version);
      server.dataset = { version, asOf: '2026-11-20' };
      for (const endpoint of lists) expect(await expectWholeAnswer(endpoint, headers)).toBe(version);
    }
    isPublishing = false;
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(reader.pagesRead().snapshot).toBeGreaterThanOrEqual(versions.length * lists.length);
    for (const version of versions.slice(0, -1)) await untilClosed(reader, version);
    expect(kept()).toEqual([`v${last}`]);
    await reader.close();
  });

  it('only the last one asked for is built, of those that come while another is', async () => {
    const { reader, written } = fixture.watched();
    await Promise.all(versions.map((version) => reader.prepare(version)));
    expect(reader.shares(lists, last)).toEqual(allBy('snapshot'));
    expect(written.length).toBe(lists.length);
    await reader.close();
  });

  it('the snapshot of the served one answers, and says so, while the next is built', async () => {
    const during: unknown[] = [];
    const { reader } = fixture.watched({
      writeFile(write, path, ...rest) {
        if (path.includes('v2')) during.push(reader.shares(lists, 1), reader.shares(lists, 2));
        return write(path, ...rest);
      },
    });
    await reader.prepare(1);
    await reader.prepare(2);
    expect(during.slice(0, 2)).toEqual([allBy('snapshot'), allBy('engine')]);
    await reader.close();
  });
});

describe('a version that is served again, as after a rollback,', () => {
  it('keeps its snapshot if that was about to be closed', async () => {
    const { reader, written, failures } = fixture.watched({ retirementMs: 1 });
    await reader.prepare(1);
    await reader.prepare(2);
    await reader.prepare(1);
    await untilClosed(reader, 2);
    await expectEngineBytes(fixture, reader, 1, 'snapshot');
    expect(reader.shares(lists, 1)).toEqual(allBy('snapshot'));
    expect(written.length).toBe(2 * lists.length);
    expect(failures).toEqual([]);
    await reader.close();
  });

  it('gets a new one if that was closed', async () => {
    const { reader, kept } = fixture.watched({ retirementMs: 1 });
    await reader.prepare(1);
    await reader.prepare(2);
    await untilClosed(reader, 1);
    await reader.prepare(1);
    await expectEngineBytes(fixture, reader, 1, 'snapshot');
    expect(kept()).toEqual(['v1']);
    await reader.close();
  });
});
