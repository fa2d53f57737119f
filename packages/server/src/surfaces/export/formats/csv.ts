import { plainText, valuesOf } from '../../../serving/page-rows.ts';
import type { ExportFormat } from './export-format.ts';

/** RFC 4180 with a heading, lines ending in CR LF. */
export const csv: ExportFormat = {
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(list, pages) {
    yield Buffer.from(lineOf(list.row.map(({ name }) => name)));
    for await (const page of pages) {
      let lines = '';
      for (const values of valuesOf(list, page)) lines += lineOf(values.map(plainText));
      yield Buffer.from(lines);
    }
  },
};

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
