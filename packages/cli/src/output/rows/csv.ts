import type { RowFormat } from './row-format.ts';

/** RFC 4180 with a heading, lines ending in CR LF. */
export const csv: RowFormat = async function* (rows, { fields }) {
  yield lineOf(fields.map(({ name }) => name));
  for await (const row of rows) yield lineOf(fields.map(({ name }) => String(row[name] ?? '')));
};

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
