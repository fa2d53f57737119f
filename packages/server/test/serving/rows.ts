import type { ListEndpoint } from '../../src/catalogue/endpoint.ts';
import type { Page } from '../../src/serving/reader.ts';
import type { Engine } from '../../src/warehouse/engine/engine.ts';

/** A row as it is stored: ids and large integers as text, so that no digit is lost on the way. */
export type Row = Readonly<Record<string, string | number>>;

/** Rows of an endpoint that are its example but for the fields given. */
export function rowsOf(endpoint: ListEndpoint, differences: readonly Row[]): readonly Row[] {
  return differences.map((difference) => ({ ...endpoint.example.row, ...difference }));
}

/** Stores rows in the endpoint's table, as a publish of that version would. */
export async function store(
  engine: Engine,
  endpoint: ListEndpoint,
  version: number,
  rows: readonly Row[],
): Promise<void> {
  const lines = rows.map((row) => JSON.stringify({ ...row, version }));
  await engine.insert(endpoint.table, Buffer.from(lines.join('\n')));
}

/** The rows of a page as a client reads them. */
export function parsed(page: Page): readonly Row[] {
  return JSON.parse(`[${page.rows}]`) as Row[];
}
