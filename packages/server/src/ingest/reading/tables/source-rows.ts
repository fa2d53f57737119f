import type { SourceRow } from '../../sources/source-table.ts';
import { type CellRow, cellValue } from './table-head.ts';

/** The cells of a row by the names of their columns; undefined: it is blank. */
export function sourceRow(columns: readonly string[], { cells, lineNumber }: CellRow): SourceRow | undefined {
  const values: Record<string, unknown> = {};
  let count = 0;
  for (const [index, cell] of cells.entries()) {
    const value = cellValue(cell);
    if (value === undefined) continue;
    values[columns[index] ?? `column ${index + 1}`] = value;
    count += 1;
  }
  return count === 0 ? undefined : { values, lineNumber };
}

/** As many rows that look like totals may stand at the end. */
const totalsMax = 10;

/** Marks the totals that stand behind the last row. */
export async function* withTotalsMarked(
  groups: AsyncIterable<readonly SourceRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  let held: SourceRow[] = [];
  for await (const group of groups) {
    const rows: SourceRow[] = [];
    for (const row of group) {
      if (isTotal(row) && held.length < totalsMax) held.push(row);
      else {
        rows.push(...held, row);
        held = [];
      }
    }
    if (rows.length > 0) yield rows;
  }
  if (held.length > 0) yield held.map((row) => ({ ...row, isTotal: true as const }));
}

function isTotal({ values }: SourceRow): boolean {
  for (const name in values) {
    const value = values[name];
    return typeof value === 'string' && totals.has(value.toLowerCase().replace(/\s*[:：]$/, ''));
  }
  return false;
}

/** What a line of totals begins with, in the languages of the marketplaces. */
const totals: ReadonlySet<string> = new Set([
  'total',
  'totals',
  'grand total',
  'subtotal',
  'sum',
  'summary',
  '合计',
  '合計',
  '总计',
  '總計',
  '汇总',
  '小计',
  'รวม',
  'รวมทั้งหมด',
  'ยอดรวม',
  'jumlah',
  'jumlah total',
  'total keseluruhan',
  'tổng',
  'tổng cộng',
  'gesamt',
  'gesamtsumme',
  'summe',
  'total general',
  'totale',
  'suma',
  '総計',
]);
