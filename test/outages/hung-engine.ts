import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';

/** More statements than the engine has sessions. */
const statements = 8;

/**
 * Holds up whatever else is asked of the engine: every session of it sleeps, as long as the engine allows at a time,
 * again and again.
 *
 * @param sleeps of three seconds each, in every statement.
 */
export function hang(engine: Engine, sleeps: number): Promise<unknown> {
  const sql = `SELECT sleepEachRow(3) FROM numbers(${sleeps}) SETTINGS max_block_size = 1`;
  return Promise.all(Array.from({ length: statements }, () => engine.rows(sql)));
}
