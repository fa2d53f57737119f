import type { CellValue } from 'hucre';
import type { FieldKind, RowField } from '../../../serving/list-source.ts';
import { plainText, valuesOf } from '../../../serving/page-rows.ts';
import type { ExportFormat } from './export-format.ts';

/**
 * One Excel file, whose sheets have a header each and as many rows as Excel takes. Days are dates, empty when unknown; ids are
 * texts, and so are whole numbers of more digits than Excel keeps.
 */
export const xlsx: ExportFormat = {
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  async *write({ row }, pages) {
    // Only this format needs it.
    const { writeXlsxStream } = await import('hucre/xlsx');
    yield* writeXlsxStream(cellsOf(row, pages), {
      name: 'Rows',
      columns: row.map(({ name, kind }) => ({ header: name, ...(isDay(kind) && { numFmt: 'yyyy-mm-dd' }) })),
      freezePane: { rows: 1 },
      zip64: true,
    });
  },
};

async function* cellsOf(
  row: readonly RowField[],
  pages: Parameters<ExportFormat['write']>[1],
): AsyncGenerator<CellValue[]> {
  for await (const page of pages)
    for (const values of valuesOf({ row }, page))
      yield row.map(({ kind }, i) => cells[kind](plainText(values[i] ?? '')));
}

const text = (value: string): CellValue => {
  const cell = value.replaceAll(noXml, '\ufffd').replaceAll(escaped, '_x005F$&');
  return cell.length > charactersMax ? `${cell.slice(0, charactersMax - 1)}…` : cell;
};
/** Characters that no XML may hold; pages of rows hold no half ones. */
const noXml = /[\ufffe\uffff]/g;
/** What Excel takes for a character by its number. */
const escaped = /_x[\da-f]{4}_/gi;
const number = (value: string): CellValue => (value.replace(/\D/g, '').length > digitsMax ? value : Number(value));

/** What a cell of Excel holds at most. */
const charactersMax = 32_767;
const digitsMax = 15;

const cells: Readonly<Record<FieldKind, (value: string) => CellValue>> = {
  id: text,
  digits: text,
  text,
  code: text,
  json: text,
  count: number,
  flag: number,
  day: (value) => dayCell(value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')),
  date: dayCell,
  amount: number,
  rate: number,
  rating: number,
};

function isDay(kind: FieldKind): boolean {
  return kind === 'day' || kind === 'date';
}

function dayCell(day: string): CellValue {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
