import type { Engine } from './engine.ts';
import { readSqlFiles } from './sql-files.ts';

/** Makes every table that is missing. Safe to run at each start. */
export async function applySchema(engine: Engine): Promise<void> {
  for (const file of readSqlFiles(new URL('./schema/', import.meta.url))) {
    for (const statement of file.statements) await engine.command(statement);
  }
}
