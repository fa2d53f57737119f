import type { Engine } from '../../../warehouse/engine/engine.ts';
import type { ListSource } from '../../list-source.ts';

/**
 * Tells the rows of a version from those that another publish had under the same number: after a backup is put back,
 * numbers are given again. It reads the columns that queries ask about.
 *
 * @throws EngineError, or the signal's reason
 */
export async function contentsOf(
  engine: Pick<Engine, 'rows'>,
  sources: readonly ListSource[],
  version: number,
  signal: AbortSignal,
): Promise<string> {
  const contents: string[] = [];
  for (const source of sources) {
    signal.throwIfAborted();
    const [row] = await engine.rows<{ contents: string }>(statement(source), { version });
    contents.push(`${source.id} ${row?.contents}`);
  }
  return contents.join(', ');
}

function statement({ table, key, rowId, sortFields, filterFields }: ListSource): string {
  const names = [...new Set([...key, rowId, ...sortFields, ...filterFields])].join(', ');
  return `
    SELECT concat(toString(count()), ' ', hex(sumWithOverflow(cityHash64(${names})))) AS contents
    FROM ${table} WHERE version = {version:UInt32}
    SETTINGS os_threads_nice_value_query = 19`;
}
