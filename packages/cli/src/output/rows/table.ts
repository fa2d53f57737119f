import type { AnyRow, FieldSpec } from '@vitrine/sdk';
import { table as tableText } from '../format.ts';
import type { Column, RowFormat } from './row-format.ts';

const cellCharactersMax = 40;
const gap = 2;

/** For reading: texts are cut short, and on a terminal there are as many columns as fit. */
export const table: RowFormat = async function* (rows, { fields, columns = fields.map(fieldColumn), width }) {
  const all: AnyRow[] = [];
  for await (const row of rows) all.push(row);
  yield `${readableTable(
    columns.map(({ heading }) => heading),
    all.map((row) => columns.map(({ cell }) => cell(row))),
    width,
  )}\n`;
};

/** A column that is a field. */
export function fieldColumn({ name }: FieldSpec): Column {
  return { heading: name, cell: (row) => row[name] };
}

/** @param width of the terminal, in characters; undefined: there is none, and so no limit. */
export function readableTable(
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
  width: number | undefined,
): string {
  const cells = rows.map((row) => row.map(cellOf));
  const columns = names.map((name, i) => [name, ...cells.map((row) => row[i] ?? '')]);
  const count = width === undefined ? columns.length : fitting(columns, width);
  return tableText(
    names.slice(0, count),
    cells.map((row) => row.slice(0, count)),
  );
}

/** What a marketplace wrote must not steer the terminal. */
function cellOf(value: unknown): string {
  const text = (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu,
    ' ',
  );
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
