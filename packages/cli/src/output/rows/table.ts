import type { AnyRow, FieldSpec } from '@vitrine/sdk';
import { table as tableText } from '../format.ts';
import type { RowFormat } from './row-format.ts';

const cellCharactersMax = 40;
const gap = 2;

/** For reading: texts are cut short, and on a terminal there are as many columns as fit. */
export const table: RowFormat = async function* (rows, { fields, width }) {
  const all: AnyRow[] = [];
  for await (const row of rows) all.push(row);
  const columns = fields.map((field) => columnOf(field, all));
  const shown = width === undefined ? columns : columns.slice(0, fitting(columns, width));
  const heading = shown.map(([name = '']) => name);
  yield `${tableText(
    heading,
    all.map((_, i) => shown.map((column) => column[i + 1] ?? '')),
  )}\n`;
};

/** The heading, then a cell a row. */
function columnOf({ name }: FieldSpec, rows: readonly AnyRow[]): readonly string[] {
  return [name, ...rows.map((row) => cellOf(row[name]))];
}

/** What a marketplace wrote must not steer the terminal. */
function cellOf(value: string | number | undefined): string {
  const text = String(value ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  const characters = [...text];
  return characters.length > cellCharactersMax ? `${characters.slice(0, cellCharactersMax - 1).join('')}…` : text;
}

/** How many columns there is room for, at least one. */
function fitting(columns: readonly (readonly string[])[], width: number): number {
  let used = -gap;
  const count = columns.findIndex((column) => {
    used += gap + Math.max(...column.map((cell) => cell.length));
    return used > width;
  });
  return count === -1 ? columns.length : Math.max(1, count);
}
