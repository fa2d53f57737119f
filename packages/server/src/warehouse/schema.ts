import { createHash } from 'node:crypto';
import { type Engine, EngineError } from './engine/engine.ts';
import { renameTables } from './renamed-tables.ts';
import { readSqlFiles, type SqlFile } from './sql-files.ts';

/**
 * Makes every table that is missing. Safe to run at each start, and quick where this very schema was made before and is whole.
 *
 * The engine passes over a function whose file it cannot read when it starts, and afterwards neither knows that function nor lets it
 * be dropped or created anew. Replacing works for all of them, known or not, so nothing else is done to functions here.
 */
export async function applySchema(engine: Engine): Promise<void> {
  const files = readSqlFiles(new URL('./schema/', import.meta.url));
  const print = fingerprint(files);
  if ((await madeSchema(engine)) === `${print} ${await partsOf(engine)}`) return;
  // One that is cut short is nobody's: neither this program nor another takes it for its own.
  await recordSchema(engine, 'cut short');
  await renameTables(engine);
  for (const { statements } of files) for (const statement of statements) await engine.command(statement);
  await recordSchema(engine, `${print} ${await partsOf(engine)}`);
}

function recordSchema(engine: Engine, made: string): Promise<void> {
  return engine.command(`CREATE OR REPLACE FUNCTION vitrineSchema AS () -> '${made}'`);
}

/** Names which tables there are, and what the functions say. */
async function partsOf(engine: Engine): Promise<string> {
  const [parts] = await engine.rows<{ parts: string }>(`
    SELECT hex(sipHash64(
      (SELECT arraySort(groupArray(name)) FROM system.tables WHERE database = currentDatabase()),
      (SELECT arraySort(groupArray(create_query)) FROM system.functions
       WHERE origin = 'SQLUserDefined' AND name != 'vitrineSchema'))) AS parts`);
  return parts?.parts ?? '';
}

function fingerprint(files: readonly SqlFile[]): string {
  const hash = createHash('sha256');
  for (const { name, statements } of files) hash.update(name + statements.join());
  return hash.digest('hex').slice(0, 16);
}

/** The fingerprint of the schema that was made last, which the engine keeps as a function. */
async function madeSchema(engine: Engine): Promise<string | undefined> {
  try {
    const [made] = await engine.rows<{ print: string }>('SELECT vitrineSchema() AS print');
    return made?.print;
  } catch (error) {
    if (error instanceof EngineError && error.type === 'UNKNOWN_FUNCTION') return undefined;
    throw error;
  }
}
