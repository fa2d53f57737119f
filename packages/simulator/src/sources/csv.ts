/** A CSV table (RFC 4180) in pieces of a line, given the cells of a row by the headings. */
export function* csv<Row>(
  columns: Readonly<Record<string, (row: Row) => string | number>>,
  rows: Iterable<Row>,
): Generator<string, void, undefined> {
  yield csvLine(Object.keys(columns));
  const cells = Object.values(columns);
  for (const row of rows) yield csvLine(cells.map((cell) => cell(row)));
}

/** A line of CSV. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
