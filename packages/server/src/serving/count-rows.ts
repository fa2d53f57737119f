import type { Engine } from '../warehouse/engine/engine.ts';
import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
import { countStatement } from './page-sql.ts';

/** How many rows all pages of a query have together. @throws EngineError */
export async function countRows(
  engine: Pick<Engine, 'rows'>,
  source: ListSource,
  query: PageQuery,
  version: number,
): Promise<number> {
  const { sql, parameters } = countStatement(source, query, version);
  const [found] = await engine.rows<{ rows: string }>(sql, parameters);
  return Number(found?.rows);
}
