import { existsSync, readFileSync } from 'node:fs';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';

/** The SQL of a list, as its file beside the declaration states it. */
export interface ListSql {
  /** Gives its rows: a column a field, a windowed measure as an array, amounts in cents. */
  readonly select: string;
  /** The rows there must be: gives the columns of the key and the row id. */
  readonly keys?: string;
  /** What breaks a row besides negative numbers and windows that shrink: a text, empty for a good row. */
  readonly broken?: string;
}

/** Reads the SQL of a list; rows of another list have none of their own. */
export function listSql({ id, rowsOf }: ListEndpoint): ListSql {
  if (rowsOf !== undefined) return { select: '' };
  const file = new URL(`../../packages/server/src/catalogue/lists/${id}.sql`, import.meta.url);
  if (!existsSync(file)) throw new Error(`${id} has no SQL: write catalogue/lists/${id}.sql, or set rowsOf`);
  const text = readFileSync(file, 'utf8').replace(/^\s*--.*\n/gm, '');
  const [select = '', keys, broken, ...more] = text.split(/;\s*$/m).map((statement) => statement.trim());
  if (more.some((statement) => statement !== '')) throw new Error(`${id}.sql has more than three statements`);
  return { select, ...(keys && { keys }), ...(broken && { broken }) };
}
