import type { RowGroup } from '../build/build-columns.ts';
import { countedPlaces, isCounted, type OrderCounts, type OrderPart, skipTo } from './flag-counts.ts';
import { forEachMarked, hasBit, markStretches, type OrderBits } from './order-bits.ts';
import { orderedPage, type RowNumbers } from './page-order.ts';
import type { Predicate } from './predicates.ts';

/** A column in memory. Orders hold row numbers, those of a key together. */
export interface Column {
  readonly values: Float64Array;
  readonly ascending: RowNumbers;
  readonly bits: OrderBits;
  /** Of a column that sorts. */
  readonly descending: RowNumbers | undefined;
  /** Of the flags along both orders of a column that sorts. */
  readonly counts: { readonly ascending: OrderCounts; readonly descending: OrderCounts };
}

/** The rows of a key that meet one predicate: those at `from` to `to`, exclusive, in its column's ascending order. */
export interface Candidates extends Predicate {
  readonly values: Float64Array;
  readonly rows: RowNumbers;
  readonly bits: OrderBits;
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
  const { values, ascending: rows, bits } = columns[predicate.column] as Column;
  const end = first + rowCount;
  const from = firstPlace(rows, first, end, (row) => (values[row] as number) >= predicate.low);
  const to = firstPlace(rows, from, end, (row) => (values[row] as number) > predicate.high);
  return { ...predicate, values, rows, bits, from, to, count: to - from };
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

/** The columns of a list, and room to work in; queries take turns. */
export interface Workplace {
  readonly columns: readonly Column[];
  /** As many as the largest key has rows. */
  readonly room: Uint32Array<ArrayBuffer>;
  /** A bit a row of the list. */
  readonly marks: Uint32Array<ArrayBuffer>;
}

/**
 * So many rows that meet one predicate are tested for the others, and so many steps are gone along an order without
 * marks: each looks into memory that no cache holds, a tenth of a microsecond, and marking half a million rows takes a
 * hundred.
 */
const drivenRowsMax = 4_096;
const unmarkedStepsMax = 512;
/** What it costs to take a row out of the marks and to put it in its place, in steps along an order. */
const rowSteps = 4;

/**
 * The rows of a page, in order. The cheapest way depends on how many rows meet the predicates: test the rows of the
 * rarest predicate; walk the order until the page is full, starting near it if counts allow; or, if both could be slow,
 * first mark and count the rows that may meet all predicates.
 */
export function rowsOfPage(place: Workplace, unsorted: readonly Candidates[], group: RowGroup, walk: Walk): RowNumbers {
  // The one that leaves fewest rows for the others is tested first.
  const candidates = unsorted.toSorted((a, b) => a.count - b.count);
  const [rarest] = candidates;
  const tests = candidates.filter(({ column }) => column !== walk.column);
  const part = stretch(place.columns, candidates, group, walk);
  if (rarest === undefined || tests.length === 0) return stretchPage(part, walk);
  if (rarest.count <= drivenRowsMax) return inOrder(place, rowsByDriving(rarest, candidates, place.room), walk);
  const skipping = rowsBySkipping(part, tests, walk);
  if (skipping !== undefined) return skipping;
  if (stepsExpected(tests, group, walk) <= unmarkedStepsMax) {
    const walked = rowsByWalking(place.columns, candidates, group, walk, unmarkedStepsMax);
    if (walked !== undefined) return walked;
  }
  const marked = markStretches(candidates, group, place.marks);
  const steps = ((walk.offset + walk.size) / Math.max(marked, 1)) * group.rows;
  if (marked * rowSteps <= steps) return inOrder(place, markedRows(place, candidates, group), walk);
  return rowsByWalking(place.columns, candidates, group, walk, Number.POSITIVE_INFINITY, place.marks) ?? nothing;
}

const nothing: RowNumbers = new Uint32Array(0);

/** Along the order of the answer until the page is full, if the predicates had nothing to do with each other. */
function stepsExpected(tests: readonly Candidates[], { rows }: RowGroup, { offset, size }: Walk): number {
  return tests.reduce((steps, { count }) => (steps * rows) / Math.max(count, 1), offset + size);
}

function inOrder({ columns }: Workplace, rows: RowNumbers, { column, descending, offset, size }: Walk): RowNumbers {
  return orderedPage(rows, (columns[column] as Column).values, descending, offset, size);
}

/** The rows that meet all predicates, of those marked. */
function markedRows({ marks, room }: Workplace, candidates: readonly Candidates[], group: RowGroup): RowNumbers {
  let marked = 0;
  forEachMarked(marks, group, (row) => {
    room[marked++] = row;
  });
  return meetingAll(candidates, room.subarray(0, marked));
}

interface Stretch extends OrderPart {
  readonly counts: OrderCounts;
}

/** The page of a stretch all rows of which are in the answer. */
function stretchPage({ order, from, to }: OrderPart, { offset, size }: Walk): RowNumbers {
  return order.subarray(Math.min(from + offset, to), Math.min(from + offset + size, to));
}

/**
 * Goes along the order of the answer and tests each row, until the page is full.
 *
 * @param stepsMax rows looked at at most.
 * @param marks tells the rows that need no test, as they cannot be in the answer.
 * @returns undefined when the steps were not enough.
 */
export function rowsByWalking(
  columns: readonly Column[],
  candidates: readonly Candidates[],
  group: RowGroup,
  walk: Walk,
  stepsMax = Number.POSITIVE_INFINITY,
  marks?: Uint32Array,
): RowNumbers | undefined {
  const tests = candidates.filter(({ column }) => column !== walk.column);
  return pageAlong(stretch(columns, candidates, group, walk), tests, walk, stepsMax, marks);
}

/**
 * When there is one test, of a flag whose values are counted: goes to where the page begins and walks from there.
 *
 * @returns undefined when there is another test, or more.
 */
function rowsBySkipping(part: Stretch, tests: readonly Candidates[], walk: Walk): RowNumbers | undefined {
  const [test] = tests;
  const counts = test && part.counts.get(test.column);
  if (test === undefined || counts === undefined || tests.length > 1 || !isCounted(test)) return undefined;
  const near = pageAlong(part, tests, walk, countedPlaces);
  if (near !== undefined) return near;
  const { from, skipped, total } = skipTo(part, { counts, flags: test.values, value: test.low }, walk.offset);
  if (walk.offset >= total) return nothing;
  // The last page need not look on behind its last row.
  const size = Math.min(walk.size, total - walk.offset);
  return pageAlong({ ...part, from }, tests, { ...walk, offset: walk.offset - skipped, size });
}

/** @returns undefined when the steps were not enough. */
function pageAlong(
  { order, from, to }: OrderPart,
  tests: readonly Candidates[],
  walk: Walk,
  stepsMax = Number.POSITIVE_INFINITY,
  marks?: Uint32Array,
): RowNumbers | undefined {
  if (walk.offset + walk.size > stepsMax && stepsMax < to - from) return undefined;
  const found = new Uint32Array(walk.size);
  const end = Math.min(to, from + stepsMax);
  let matches = 0;
  for (let place = from; place < end && matches < walk.offset + walk.size; place++) {
    const row = order[place] as number;
    if (marks !== undefined && !hasBit(marks, row)) continue;
    if (!meetsAll(tests, row)) continue;
    if (matches >= walk.offset) found[matches - walk.offset] = row;
    matches++;
  }
  if (end < to && matches < walk.offset + walk.size) return undefined;
  return found.subarray(0, Math.max(0, matches - walk.offset));
}

/** The part of the order where rows of the answer can be: a predicate on the sorting column narrows it. */
function stretch(
  columns: readonly Column[],
  candidates: readonly Candidates[],
  { first, rows }: RowGroup,
  { column, descending }: Walk,
): Stretch {
  const { ascending, descending: backward, counts } = columns[column] as Column;
  const { from, to } = candidates.find((each) => each.column === column) ?? { from: first, to: first + rows };
  if (!descending || backward === undefined) return { order: ascending, from, to, counts: counts.ascending };
  const mirrored = 2 * first + rows;
  return { order: backward, from: mirrored - to, to: mirrored - from, counts: counts.descending };
}

/** Tests the rows that meet one predicate for the others. @param room for the rows found, in no order of the answer. */
export function rowsByDriving(
  rarest: Candidates,
  candidates: readonly Candidates[],
  room: Uint32Array<ArrayBuffer>,
): RowNumbers {
  const tests = candidates.filter((each) => each !== rarest);
  room.set(rarest.rows.subarray(rarest.from, rarest.to));
  return meetingAll(tests, room.subarray(0, rarest.count));
}

/** Those of some rows that meet all predicates. @param rows overwritten */
function meetingAll(tests: readonly Candidates[], rows: Uint32Array<ArrayBuffer>): RowNumbers {
  return rows.subarray(
    0,
    tests.reduce((count, test) => keepMeeting(test, rows, count), rows.length),
  );
}

/**
 * Moves those of the first rows that meet a predicate to the front. It does not branch, so that the processor looks
 * into memory for several rows at a time.
 *
 * @returns how many they are.
 */
function keepMeeting({ values, low, high }: Candidates, rows: Uint32Array, count: number): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    const value = values[row] as number;
    rows[kept] = row;
    kept += Number(value >= low) & Number(value <= high);
  }
  return kept;
}

function meetsAll(tests: readonly Candidates[], row: number): boolean {
  for (let i = 0; i < tests.length; i++) {
    const { values, low, high } = tests[i] as Candidates;
    const value = values[row] as number;
    if (value < low || value > high) return false;
  }
  return true;
}
