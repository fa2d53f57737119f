import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { checkQuery } from '../../packages/server/src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../packages/server/src/serving/clickhouse-reader.ts';
import type { SnapshotBudget } from '../../packages/server/src/serving/snapshot/plan/budget.ts';
import { SnapshotReader } from '../../packages/server/src/serving/snapshot/snapshot-reader.ts';
import { Snapshots } from '../../packages/server/src/serving/snapshot/snapshots.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { type Row, rowsOf, store } from '../../packages/server/test/serving/rows.ts';
import { temporaryEngine } from '../../packages/server/test/serving/temporary-engine.ts';

export const roomy: SnapshotBudget = { memoryBytesMax: 1e9, diskBytesMax: 1e9 };

type BuildEngine = Pick<Engine, 'rows' | 'writeFile'>;

export interface WatchedOptions {
  /** Lists that there are; default: all. */
  readonly sources?: readonly ListEndpoint[];
  readonly budget?: SnapshotBudget;
  /** Where snapshots are kept; default: a new directory. */
  readonly directory?: string;
  readonly retirementMs?: number;
  /** Stands before the engine's `writeFile`. */
  readonly writeFile?: (write: Engine['writeFile'], ...question: Parameters<Engine['writeFile']>) => Promise<void>;
}

/** A snapshot reader, and what is seen of it from outside. */
export interface WatchedReader {
  readonly directory: string;
  readonly reader: SnapshotReader;
  /** Files of rows that the engine was asked to write. */
  readonly written: readonly string[];
  readonly failures: readonly unknown[];
  /** Reasons by list. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Names of the snapshots on disk, and of what else is left beside them. */
  kept(): readonly string[];
}

/** An engine with small lists, and room for snapshots of them. */
export interface SnapshotFixture {
  readonly engine: Engine;
  readonly directory: string;
  readonly engineReader: ClickHouseReader;
  /** Stores lists whose rows tell their version, in place of what was stored under its number. */
  publish(version: number, differences?: Differences): Promise<void>;
  watched(options?: WatchedOptions): WatchedReader;
  /** The first page of an endpoint as text, from any reader. */
  pageText(reader: Pick<SnapshotReader, 'page'>, endpoint: ListEndpoint, version: number): Promise<string>;
  remove(): Promise<void>;
}

export async function openSnapshotFixture(): Promise<SnapshotFixture> {
  const { engine, remove } = await temporaryEngine();
  return snapshotFixtureOn(engine, remove);
}

/** A fixture on an engine that exists. */
export function snapshotFixtureOn(engine: Engine, removeEngine: () => Promise<void>): SnapshotFixture {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-snapshots-'));
  const engineReader = new ClickHouseReader(engine);
  return {
    engine,
    directory,
    engineReader,
    publish: (version, differences = {}) => publish(engine, version, differences),
    watched: (options = {}) =>
      watchedReader(engine, engineReader, { directory: mkdtempSync(join(directory, 'snapshots-')), ...options }),
    async pageText(reader, endpoint, version) {
      const query = checkQuery(endpoint, endpoint.example.query);
      return (await reader.page(endpoint, query, version)).rows.toString();
    },
    async remove() {
      await removeEngine();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Values of a list's rows, by endpoint id. */
type Differences = Readonly<Record<string, Row>>;

export const rowsAList = 25;

async function publish(engine: Engine, version: number, differences: Differences): Promise<void> {
  for (const endpoint of lists) {
    await engine.command(`ALTER TABLE ${endpoint.table} DROP PARTITION '${version}'`);
    await store(engine, endpoint, version, markedRows(endpoint, version, differences[endpoint.id]));
  }
}

function markedRows(endpoint: ListEndpoint, version: number, difference: Row = {}): readonly Row[] {
  const marked = endpoint.row.find(({ kind }) => kind === 'text')?.name ?? '';
  const ids = Array.from({ length: rowsAList }, (_, i) => String(1_000 + i));
  return rowsOf(
    endpoint,
    ids.map((id) => ({ [endpoint.rowId]: id, [marked]: markOf(version), ...difference })),
  );
}

/** What every row of a version holds. */
export function markOf(version: number): string {
  return `of version ${version}.`;
}

function watchedReader(
  engine: BuildEngine,
  engineReader: ClickHouseReader,
  {
    directory = '',
    sources = lists,
    budget = roomy,
    retirementMs,
    writeFile = (write, ...question) => write(...question),
  }: WatchedOptions,
): WatchedReader {
  const [written, failures, leftOut]: [string[], unknown[], Map<string, string>] = [[], [], new Map()];
  const watchedEngine: BuildEngine = {
    rows: (sql, parameters) => engine.rows(sql, parameters),
    writeFile: (path, ...rest) => {
      written.push(path);
      return writeFile((...question) => engine.writeFile(...question), path, ...rest);
    },
  };
  const onLeftOut = (list: string, reason: string) => leftOut.set(list, reason);
  const snapshots = new Snapshots({ engine: watchedEngine, directory, sources, budget, onLeftOut });
  const onFailure = (error: unknown) => failures.push(error);
  const reader = new SnapshotReader({
    snapshots,
    engineReader,
    onFailure,
    ...(retirementMs !== undefined && { retirementMs }),
  });
  return { directory, reader, written, failures, leftOut, kept: () => readdirSync(directory).sort() };
}

/** What `shares` says when all lists are answered by one. */
export function allBy(who: 'snapshot' | 'engine'): Readonly<Record<string, string>> {
  return Object.fromEntries(lists.map(({ id }) => [id, who]));
}

/** All endpoints answer with the engine's bytes, and every page comes from the one named. */
export async function expectEngineBytes(
  fixture: SnapshotFixture,
  reader: SnapshotReader,
  version: number,
  who: 'snapshot' | 'engine',
  endpoints: readonly ListEndpoint[] = lists,
): Promise<void> {
  const before = { ...reader.pagesRead() };
  for (const endpoint of endpoints) {
    const expected = await fixture.pageText(fixture.engineReader, endpoint, version);
    expect(expected).toContain(markOf(version));
    expect(await fixture.pageText(reader, endpoint, version)).toBe(expected);
  }
  expect(reader.pagesRead()[who] - before[who]).toBe(endpoints.length);
}
