import type { Engine } from '../engine/engine.ts';
import { refusesRows } from '../engine/engine-failures.ts';

const columns = [
  'at',
  'key_id',
  'endpoint',
  'status',
  'credits',
  'latency_us',
  'rows',
  'bytes',
  'dataset_version',
] as const;

/**
 * Puts a batch of lines into `usage_record`, and with it into the totals. Given again under its id it changes nothing.
 *
 * @returns `refused` when the engine cannot read it. @throws EngineError when the engine fails otherwise.
 */
export async function storeUsage(engine: Engine, batchId: string, ndjson: Buffer): Promise<'stored' | 'refused'> {
  try {
    await engine.insert('usage_record', ndjson, columns, batchId);
    return 'stored';
  } catch (error) {
    if (refusesRows(error)) return 'refused';
    throw error;
  }
}
