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

/** Where the SQL of the lists of the catalogue is. */
const catalogueLists = new URL('../../packages/server/src/catalogue/lists/', import.meta.url);

/** Reads the SQL of a list; rows of another list have none. @throws Error where it is missing or too long */
export function listSql({ id, rowsOf }: ListEndpoint, folder = catalogueLists): ListSql {
  if (rowsOf !== undefined) return { select: '' };
  const file = new URL(`${id}.sql`, folder);
  if (!existsSync(file)) throw new Error(`${id} has no SQL: write catalogue/lists/${id}.sql, or set rowsOf`);
  const text = readFileSync(file, 'utf8').replace(/^\s*--.*\n/gm, '');
  const [select = '', keys, broken, ...more] = text.split(/;\s*$/m).map((statement) => statement.trim());
  if (more.some((statement) => statement !== '')) throw new Error(`${id}.sql has more than three statements`);
  return { select, ...(keys && { keys }), ...(broken && { broken }) };
}
