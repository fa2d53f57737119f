import type { RowGroup } from './build-columns.ts';
import type { RowNumbers } from './page-order.ts';
import type { Predicate } from './predicates.ts';

/** A column in memory. Orders hold row numbers, those of a key together. */
export interface Column {
  readonly values: Float64Array;
  readonly ascending: RowNumbers;
  /** Of a column that sorts. */
  readonly descending: RowNumbers | undefined;
}

/** The rows of a key that meet one predicate: those at `from` to `to`, exclusive, in its column's ascending order. */
export interface Candidates extends Predicate {
  readonly values: Float64Array;
  readonly rows: RowNumbers;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Which rows of an order are wanted. */
export interface Walk {
  /** Index of the sorting column. */
  readonly column: number;
  readonly descending: boolean;
  readonly offset: number;
  readonly size: number;
}

/** Finds by bisection how many rows meet a predicate, and where they are. */
export function candidatesOf(
  columns: readonly Column[],
  predicate: Predicate,
  { first, rows: rowCount }: RowGroup,
): Candidates {
  const { values, ascending: rows } = columns[predicate.column] as Column;
  const end = first + rowCount;
  const from = firstPlace(rows, first, end, (row) => (values[row] as number) >= predicate.low);
  const to = firstPlace(rows, from, end, (row) => (values[row] as number) > predicate.high);
  return { ...predicate, values, rows, from, to, count: to - from };
}

/** First place of a row for which `isPast` holds; it holds for all after it. */
function firstPlace(rows: RowNumbers, from: number, to: number, isPast: (row: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(rows[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Whether fewer rows have to be looked at in the order of the answer, until the page is full, than among those that meet
 * the rarest predicate. Predicates are taken to be independent of each other.
 */
export function walkIsShorter(candidates: readonly Candidates[], group: RowGroup, walk: Walk): boolean {
  const fewest = Math.min(...candidates.map(({ count }) => count));
  const others = candidates.filter(({ column }) => column !== walk.column);
  const share = others.reduce((product, { count }) => (product * count) / group.rows, 1);
  return (walk.offset + walk.size) / share <= fewest;
}

/** Goes along the order of the answer and tests each row, until the page is full. */
export function rowsByWalking(
  columns: readonly Column[],
  candidates: readonly Candidates[],
  group: RowGroup,
  walk: Walk,
): RowNumbers {
  const { order, from, to } = stretch(columns, candidates, group, walk);
  const tests = candidates.filter(({ column }) => column !== walk.column);
  if (tests.length === 0)
    return order.subarray(Math.min(from + walk.offset, to), Math.min(from + walk.offset + walk.size, to));
  const found = new Uint32Array(walk.size);
  let matches = 0;
  for (let place = from; place < to && matches < walk.offset + walk.size; place++) {
    const row = order[place] as number;
    if (!meetsAll(tests, row)) continue;
    if (matches >= walk.offset) found[matches - walk.offset] = row;
    matches++;
  }
  return found.subarray(0, Math.max(0, matches - walk.offset));
}

/** The part of the order where rows of the answer can be: a predicate on the sorting column narrows it. */
function stretch(
  columns: readonly Column[],
  candidates: readonly Candidates[],
  { first, rows }: RowGroup,
  { column, descending }: Walk,
): { readonly order: RowNumbers; readonly from: number; readonly to: number } {
  const { ascending, descending: backward } = columns[column] as Column;
  const { from, to } = candidates.find((each) => each.column === column) ?? { from: first, to: first + rows };
  if (!descending || backward === undefined) return { order: ascending, from, to };
  const mirrored = 2 * first + rows;
  return { order: backward, from: mirrored - to, to: mirrored - from };
}

/** Tests the rows that meet one predicate for the others. @param room for the rows found, in no order of the answer. */
export function rowsByDriving(
  fewest: Candidates,
  candidates: readonly Candidates[],
  room: Uint32Array<ArrayBuffer>,
): RowNumbers {
  const tests = candidates.filter((each) => each !== fewest);
  let matches = 0;
  for (let place = fewest.from; place < fewest.to; place++) {
    const row = fewest.rows[place] as number;
    if (meetsAll(tests, row)) room[matches++] = row;
  }
  return room.subarray(0, matches);
}

function meetsAll(tests: readonly Candidates[], row: number): boolean {
  for (let i = 0; i < tests.length; i++) {
    const { values, low, high } = tests[i] as Candidates;
    const value = values[row] as number;
    if (value < low || value > high) return false;
  }
  return true;
}
