import type { Engine, SqlParameters } from '../engine/engine.ts';
import { runFile, stepFile } from './steps.ts';

const file = stepFile('01_scratch');
const scratchTables = file.statements.flatMap(
  (statement) => /^CREATE TABLE \{state:Identifier\}\.(\w+)/.exec(statement)?.[1] ?? [],
);

/**
 * Makes the scratch tables of a lineage anew, whatever shape an earlier release gave them. They are dropped first, not
 * replaced: the engine keeps the files of a replaced table for a while, and an erasure must leave none.
 */
export async function makeScratch(engine: Engine, parameters: SqlParameters): Promise<void> {
  for (const table of scratchTables)
    await engine.command(`DROP TABLE IF EXISTS {state:Identifier}.${table} SYNC`, parameters);
  await runFile(engine, file, parameters);
}

/** Empties the scratch tables of a lineage. */
export async function emptyScratch(engine: Engine, state: string): Promise<void> {
  for (const table of scratchTables) await engine.command(`TRUNCATE TABLE ${state}.${table}`);
}
