import { mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import type { Engine } from '../../warehouse/engine.ts';
import type { ListSource } from '../list-source.ts';
import { allRowsStatement } from '../page-sql.ts';
import { blockLayout } from './block-layout.ts';
import type { ListSummary } from './build-list.ts';
import { BuildThread } from './build-thread.ts';
import { indexBytes } from './column-list.ts';
import { filePath } from './files.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { fingerprintOf, type ListPlan, planOf } from './plan.ts';
import { ListUnfit } from './row-values.ts';

/** What a snapshot may take. */
export interface SnapshotBudget {
  readonly memoryBytesMax: number;
  /** Undefined: half of what is free on the disk. */
  readonly diskBytesMax: number | undefined;
}

export interface SnapshotRequest {
  readonly engine: Pick<Engine, 'rows' | 'writeFile'>;
  /** Where the snapshot goes; it appears there whole, or not at all. */
  readonly directory: string;
  readonly sources: readonly ListSource[];
  readonly version: number;
  readonly budget: SnapshotBudget;
  /** Hears why a list is left to the engine. */
  onLeftOut(listId: string, reason: string): void;
}

/** A list that fits. */
interface Fitting {
  readonly source: ListSource;
  readonly plan: ListPlan;
}

/** Fields of a stored row are told apart by a character that JSON always escapes. */
const storedRowSettings = [
  "format_custom_escaping_rule = 'JSON'",
  "format_custom_field_delimiter = '\\x01'",
  "format_custom_row_after_delimiter = '\\n'",
  // Answers are more urgent.
  'os_threads_nice_value_query = 19',
].join(', ');

/**
 * Builds the snapshot of a version. The engine writes the rows of one list while another thread indexes those of the one
 * before, so that neither this thread nor memory ever holds them.
 *
 * @throws EngineError, or what the disk reports; then there is no snapshot.
 */
export async function buildSnapshot(request: SnapshotRequest): Promise<void> {
  const draft = `${request.directory}.building`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const thread = new BuildThread();
  try {
    const lists = await buildLists(request, draft, thread);
    writeManifest(draft, { version: request.version, fingerprint: fingerprintOf(plansOf(request.sources)), lists });
    rmSync(request.directory, { recursive: true, force: true });
    renameSync(draft, request.directory);
  } finally {
    await thread.close();
    rmSync(draft, { recursive: true, force: true });
  }
}

export function plansOf(sources: readonly ListSource[]): readonly ListPlan[] {
  return sources.flatMap((source) => planOf(source) ?? []);
}

async function buildLists(request: SnapshotRequest, draft: string, thread: BuildThread): Promise<Manifest['lists']> {
  const indexing: Promise<[string, ListSummary] | undefined>[] = [];
  for (const { source, plan } of await fittingLists(request, draft)) {
    const sql = `${allRowsStatement(source)}, ${storedRowSettings}`;
    const rowsPath = filePath(draft, plan.id, 'rows');
    await request.engine.writeFile(rowsPath, 'CustomSeparated', sql, { version: request.version });
    indexing.push(indexed(request, draft, plan, thread));
  }
  const summaries = await Promise.all(indexing);
  return Object.fromEntries(summaries.filter((summary) => summary !== undefined));
}

async function indexed(
  request: SnapshotRequest,
  directory: string,
  plan: ListPlan,
  thread: BuildThread,
): Promise<[string, ListSummary] | undefined> {
  try {
    return [plan.id, await thread.run({ kind: 'build', directory, plan })];
  } catch (cause) {
    if (!(cause instanceof ListUnfit)) throw cause;
    request.onLeftOut(plan.id, cause.message);
    for (const part of ['rows', 'index', 'keys'] as const) rmSync(filePath(directory, plan.id, part), { force: true });
    return undefined;
  }
}

/** The lists that the budget has room for, in the order of the catalogue. */
async function fittingLists(request: SnapshotRequest, draft: string): Promise<readonly Fitting[]> {
  const { memoryBytesMax, diskBytesMax = freeBytes(draft) / 2 } = request.budget;
  let [memory, disk] = [memoryBytesMax, diskBytesMax];
  const fitting: Fitting[] = [];
  for (const source of request.sources) {
    const plan = planOf(source);
    if (plan === undefined) request.onLeftOut(source.id, 'its key has several fields');
    else {
      const needs = await needsOf(request, source, plan);
      if (needs.memory > memory) request.onLeftOut(source.id, leftOut('memory', needs.memory, memory));
      else if (needs.disk > disk) request.onLeftOut(source.id, leftOut('disk', needs.disk, disk));
      else {
        memory -= needs.memory;
        disk -= needs.disk;
        fitting.push({ source, plan });
      }
    }
  }
  return fitting;
}

function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

function leftOut(what: string, needed: number, left: number): string {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
  return `it needs ${megabytes(needed)} of ${what}, and ${megabytes(left)} of the budget are left`;
}

/** Bytes a key takes in memory. */
const keyBytes = 20;

/** An upper bound: as text, values take less than as the engine holds them. */
async function needsOf(
  { engine, version }: SnapshotRequest,
  source: ListSource,
  plan: ListPlan,
): Promise<{ readonly memory: number; readonly disk: number }> {
  const [counted] = await engine.rows<{ rows: string; keys: string }>(
    `SELECT count() AS rows, uniq(${source.key.join(', ')}) AS keys FROM ${source.table} WHERE version = {version:UInt32}`,
    { version },
  );
  const [stored] = await engine.rows<{ bytes: string }>(
    `SELECT sum(data_uncompressed_bytes) AS bytes FROM system.parts
     WHERE active AND database = currentDatabase() AND table = {table:String} AND partition = {partition:String}`,
    { table: source.table, partition: String(version) },
  );
  const [rows, keys, bytes] = [Number(counted?.rows), Number(counted?.keys), Number(stored?.bytes)];
  const sorts = plan.columns.filter((column) => column.sorts).length;
  if (plan.shape === 'columns') return { memory: indexBytes(plan, rows), disk: bytes + indexBytes(plan, rows) };
  return {
    memory: keys * keyBytes,
    disk: bytes + blockLayout(rows, plan.columns.length, sorts).bytes + keys * keyBytes,
  };
}
