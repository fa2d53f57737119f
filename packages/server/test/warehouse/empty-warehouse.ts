import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { openChdb } from '../../src/warehouse/engine/chdb/chdb.ts';
import { applySchema } from '../../src/warehouse/schema.ts';
import { templatePath } from './template-path.ts';

/**
 * Makes the engine's folder with empty tables, as the first start does, in a tenth of the time: the schema is made once
 * a run and copied from then on. Opening it checks that it is the present one all the same. The process must not have
 * an engine open.
 */
export async function makeEmptyWarehouse(directory: string): Promise<void> {
  const template = templatePath();
  if (!existsSync(template)) await makeTemplate(template);
  // The engine's links are relative.
  cpSync(template, directory, { recursive: true, verbatimSymlinks: true });
}

/** Two workers may do so at the same time: what one finished first, the other takes. */
async function makeTemplate(path: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  const engine = await openChdb({ directory: draft, sessions: 1 });
  await applySchema(engine);
  await engine.close();
  try {
    renameSync(draft, path);
  } catch {
    rmSync(draft, { recursive: true });
  }
}
