import { statfsSync } from 'node:fs';
import type { Engine } from '../../../warehouse/engine/engine.ts';
import type { ListSource } from '../../list-source.ts';
import { ListUnfit } from '../build/row-values.ts';
import { indexBytes } from '../read/column-list.ts';
import { blockLayout } from './block-layout.ts';
import type { ListPlan } from './plan.ts';

/** What a snapshot may take. */
export interface SnapshotBudget {
  readonly memoryBytesMax: number;
  /** Undefined: half of what is free on the disk. */
  readonly diskBytesMax: number | undefined;
}

/** What is left of a budget. */
export class Remainder {
  #memoryBytes: number;
  #diskBytes: number;

  /** @param directory on the disk that the snapshot goes to. */
  constructor({ memoryBytesMax, diskBytesMax }: SnapshotBudget, directory: string) {
    this.#memoryBytes = memoryBytesMax;
    this.#diskBytes = diskBytesMax ?? freeBytes(directory) / 2;
  }

  /** Takes all of it, or nothing. @throws ListUnfit */
  take(needs: Needs): void {
    const shortage = this.takeIfThere(needs);
    if (shortage !== undefined) throw shortage;
  }

  /** As {@link take}. @returns why not */
  takeIfThere({ memory, rows, index }: Needs): ListUnfit | undefined {
    const disk = rows + index;
    if (memory > this.#memoryBytes) return tooLarge('memory', memory, this.#memoryBytes);
    if (disk > this.#diskBytes) return tooLarge('disk', disk, this.#diskBytes);
    this.#memoryBytes -= memory;
    this.#diskBytes -= disk;
    return undefined;
  }

  giveBack({ memory, rows, index }: Needs): void {
    this.#memoryBytes += memory;
    this.#diskBytes += rows + index;
  }
}

function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

function tooLarge(what: string, needed: number, left: number): ListUnfit {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return new ListUnfit(`it needs ${megabytes(needed)} of ${what}, and ${megabytes(left)} of the budget are left`);
}

/** What a list needs, in bytes. */
export interface Needs {
  readonly memory: number;
  /** Of disk, for its rows: an estimate, most rows take less as text than as the engine holds them. */
  readonly rows: number;
  /** Of disk, for all else. */
  readonly index: number;
}

/** Bytes a key takes in memory, and in the file of keys. */
const keyBytes = 28;

/** Bytes a block takes beside its rows' share, at most. */
const blockBytes = 8;

/** @throws EngineError */
export async function needsOf(
  engine: Pick<Engine, 'rows'>,
  source: ListSource,
  plan: ListPlan,
  version: number,
): Promise<Needs> {
  const { rows, keys, bytes: valueBytes } = await sizeOf(engine, source, version);
  const bytes = valueBytes + rows * nameBytes(plan);
  if (plan.shape === 'columns') return { memory: indexBytes(plan, rows), rows: bytes, index: indexBytes(plan, rows) };
  const sorts = plan.columns.filter((column) => column.sorts).length;
  const blocks = blockLayout(rows, plan.columns.length, sorts).bytes + keys * blockBytes;
  return { memory: keys * keyBytes, rows: bytes, index: blocks + keys * keyBytes };
}

/** What the names of a stored row take. */
function nameBytes({ shape, fields }: ListPlan): number {
  return shape === 'columns' ? fields.reduce((sum, { name }) => sum + name.length + 4, 0) : 0;
}

async function sizeOf(engine: Pick<Engine, 'rows'>, { key, table }: ListSource, version: number) {
  const [counted] = await engine.rows<{ rows: string; keys: string }>(
    `SELECT count() AS rows, uniq(${key.join(', ')}) AS keys FROM ${table} WHERE version = {version:UInt32}`,
    { version },
  );
  const [stored] = await engine.rows<{ bytes: string }>(
    `SELECT sum(data_uncompressed_bytes) AS bytes FROM system.parts
     WHERE active AND database = currentDatabase() AND table = {table:String} AND partition = {partition:String}`,
    { table, partition: String(version) },
  );
  return { rows: Number(counted?.rows), keys: Number(counted?.keys), bytes: Number(stored?.bytes) };
}
