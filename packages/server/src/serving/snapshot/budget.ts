import { statfsSync } from 'node:fs';
import type { Engine } from '../../warehouse/engine.ts';
import type { ListSource } from '../list-source.ts';
import { blockLayout } from './block-layout.ts';
import { indexBytes } from './column-list.ts';
import { type ListPlan, planOf } from './plan.ts';

/** What a snapshot may take. */
export interface SnapshotBudget {
  readonly memoryBytesMax: number;
  /** Undefined: half of what is free on the disk. */
  readonly diskBytesMax: number | undefined;
}

/** What is asked of the budget. */
interface BudgetRequest {
  readonly engine: Pick<Engine, 'rows'>;
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

/** The lists that the budget has room for, in the order of the catalogue. */
export async function fittingLists(request: BudgetRequest, draft: string): Promise<readonly Fitting[]> {
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
  { engine, version }: BudgetRequest,
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
