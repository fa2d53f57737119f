import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChdb } from '../../src/warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../../src/warehouse/engine/engine.ts';
import { applySchema } from '../../src/warehouse/schema.ts';
import { makeEmptyWarehouse } from '../warehouse/empty-warehouse.ts';

/** A real engine with empty tables, in a directory that goes with it. One a process: it holds one directory. */
export interface TemporaryEngine {
  readonly engine: Engine;
  remove(): Promise<void>;
}

export async function temporaryEngine(): Promise<TemporaryEngine> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-engine-'));
  await makeEmptyWarehouse(directory);
  const engine = await openChdb({ directory, sessions: 1 });
  await applySchema(engine);
  return {
    engine,
    remove: async () => {
      await engine.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
