import type { ColumnPlan, ListPlan } from '../plan/plan.ts';
import type { RowNumbers } from './page-order.ts';

/** Values 0, 1, … of a flag that are counted; rows of any other value are found without counts. */
const countedValues = 4;
/** Places of an order from one count to the next. */
export const countedPlaces = 512;

/**
 * For places 0, 512, … of an order: how many rows before it have the flag at 0, 1, 2 and 3. They tell where a row of
 * the answer is without looking at those before it.
 */
export type FlagCounts = Uint32Array<ArrayBufferLike>;

/** Counts along one order, by the index of the flag's column. */
export type OrderCounts = ReadonlyMap<number, FlagCounts>;

/** Indexes of the columns that are flags. */
export function flagColumns(columns: readonly Pick<ColumnPlan, 'kind'>[]): readonly number[] {
  return columns.flatMap(({ kind }, i) => (kind === 'flag' ? [i] : []));
}

/** Numbers in the counts of one flag along one order. */
export function countsLength(rows: number): number {
  return countedValues * (Math.floor(rows / countedPlaces) + 1);
}

/** How many orders and flags there are counts of. */
export function countsOf({ columns }: ListPlan): number {
  return 2 * columns.filter(({ sorts }) => sorts).length * flagColumns(columns).length;
}

/** @param flags value of each row, by its number. */
export function flagCounts(order: RowNumbers, flags: Float64Array): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(countsLength(order.length));
  const running = new Uint32Array(countedValues);
  for (let place = 0; place < order.length; place++) {
    const flag = flags[order[place] as number] as number;
    if (flag < countedValues) running[flag] = (running[flag] as number) + 1;
    if ((place + 1) % countedPlaces === 0) counts.set(running, ((place + 1) / countedPlaces) * countedValues);
  }
  return counts;
}

/** Whether the rows that meet these bounds are counted: those of one value. */
export function isCounted({ low, high }: { readonly low: number; readonly high: number }): boolean {
  return low === high && low < countedValues;
}

/** A part of an order, from one place to another, exclusive. */
export interface OrderPart {
  readonly order: RowNumbers;
  readonly from: number;
  readonly to: number;
}

/** A flag, and the value it is to have. */
export interface CountedFlag {
  readonly counts: FlagCounts;
  readonly flags: Float64Array;
  readonly value: number;
}

/** Where to look for a row, and what is known without looking. */
interface Start {
  /** Less than 512 places before the row; in the last 512 of the part when it has no such row. */
  readonly from: number;
  /** Rows of the flag's value in the part before that place. */
  readonly skipped: number;
  /** Rows of the flag's value in the part. */
  readonly total: number;
}

/** Where to look for the row with so many rows of the flag's value before it in a part of an order. */
export function skipTo(part: OrderPart, flag: CountedFlag, offset: number): Start {
  const before = countBefore(part.from, part, flag);
  const total = countBefore(part.to, part, flag) - before;
  const first = Math.floor(part.from / countedPlaces);
  let [low, high] = [first, Math.floor(part.to / countedPlaces)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countAt(middle, flag) <= before + offset) low = middle;
    else high = middle - 1;
  }
  if (low === first) return { from: part.from, skipped: 0, total };
  return { from: low * countedPlaces, skipped: countAt(low, flag) - before, total };
}

function countAt(block: number, { counts, value }: CountedFlag): number {
  return counts[block * countedValues + value] as number;
}

function countBefore(end: number, { order }: OrderPart, flag: CountedFlag): number {
  const block = Math.floor(end / countedPlaces);
  let count = countAt(block, flag);
  for (let place = block * countedPlaces; place < end; place++)
    if (flag.flags[order[place] as number] === flag.value) count++;
  return count;
}
