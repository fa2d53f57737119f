import { fieldOf, type ListSource } from '../../src/serving/list-source.ts';
import type { Row } from './rows.ts';

/** Orders rows the slow and plain way: by the field as a number, then by id. */
export function ordered(source: ListSource, rows: readonly Row[], field: string, descending: boolean): readonly Row[] {
  const { kind } = fieldOf(source, field);
  const key = (row: Row) => (kind === 'digits' ? BigInt(row[field] || 0) : Number(row[field]));
  const id = (row: Row) => BigInt(row[source.rowId] ?? 0);
  return [...rows].sort((a, b) => compare(key(a), key(b)) * (descending ? -1 : 1) || compare(id(a), id(b)));
}

function compare(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
