import { createHash } from 'node:crypto';
import type { Engine, SqlParameters } from '../engine/engine.ts';
import { runFile, stepFile } from './steps.ts';

const file = stepFile('01_scratch');
const scratchTables = file.statements.flatMap(
  (statement) => /^CREATE TABLE \{state:Identifier\}\.(\w+)/.exec(statement)?.[1] ?? [],
);
/** Says, as the comment of the table that is made last, that all are there as this release has them. */
const shape = createHash('sha256').update(file.statements.join()).digest('hex').slice(0, 16);
const lastTable = scratchTables.at(-1);

/**
 * Makes the scratch tables of a lineage, or empties them where an earlier publish left them as they are to be. Those of
 * another shape are dropped first, not replaced: the engine keeps the files of a replaced table for a while, and an erasure
 * must leave none.
 */
export async function makeScratch(engine: Engine, parameters: SqlParameters): Promise<void> {
  const found = await engine.rows<{ name: string; comment: string }>(
    'SELECT name, comment FROM system.tables WHERE database = {state:String} AND has({names:Array(String)}, name)',
    { ...parameters, names: scratchTables },
  );
  if (found.some(({ name, comment }) => name === lastTable && comment === shape))
    return emptyScratch(engine, String(parameters['state']));
  // The one that says so goes first.
  const left = found.map(({ name }) => name).sort((a, b) => Number(b === lastTable) - Number(a === lastTable));
  for (const name of left) await engine.command(`DROP TABLE {state:Identifier}.${name} SYNC`, parameters);
  await runFile(engine, file, parameters);
  await engine.command(`ALTER TABLE {state:Identifier}.${lastTable} MODIFY COMMENT '${shape}'`, parameters);
}

/** Empties the scratch tables of a lineage. */
export async function emptyScratch(engine: Engine, state: string): Promise<void> {
  const filled = await engine.rows<{ name: string }>(
    `SELECT DISTINCT table AS name FROM system.parts
     WHERE active AND rows > 0 AND database = {state:String} AND has({names:Array(String)}, table)`,
    { state, names: scratchTables },
  );
  for (const { name } of filled) await engine.command(`TRUNCATE TABLE {state:Identifier}.${name}`, { state });
}
