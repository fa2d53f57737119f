import type { RowNumbers } from './page-order.ts';

/** Into so many parts of equal length an order is cut. */
const partCount = 32;
/** The whole needs no bits. */
export const cutCount = partCount - 1;

/** The rows of one key: those with numbers from `first` on. */
export interface RowSpan {
  readonly first: number;
  readonly rows: number;
}

/** A stretch of an order, from one place to another, exclusive, and the bits of that order. */
export interface OrderStretch {
  readonly bits: OrderBits;
  readonly from: number;
  readonly to: number;
}

/**
 * For each cut of an order, which rows come before it: a bit a row, words of 32. The rows of any stretch of the order
 * are, but for those beside its ends, the difference of two of them, and the rows of several stretches of several
 * orders their intersection: thousands of rows an instruction.
 */
export type OrderBits = readonly Uint32Array<ArrayBufferLike>[];

export function wordCount(rows: number): number {
  return Math.ceil(rows / 32);
}

/** Rows of a key that come before a cut, from 1 on. */
function rowsBefore(cut: number, { rows }: RowSpan): number {
  return Math.floor((cut * rows) / partCount);
}

/** @param ascending row numbers, those of a key together, each by the column's value. */
export function orderBits(ascending: RowNumbers, groups: readonly RowSpan[]): Uint32Array<ArrayBuffer>[] {
  const bits = new Uint32Array(wordCount(ascending.length));
  return Array.from({ length: cutCount }, (_, i) => {
    for (const group of groups) {
      const [from, to] = [group.first + rowsBefore(i, group), group.first + rowsBefore(i + 1, group)];
      for (let place = from; place < to; place++) addBit(bits, ascending[place] as number);
    }
    return bits.slice();
  });
}

function addBit(bits: Uint32Array, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
}

export function hasBit(bits: Uint32Array, row: number): boolean {
  return ((bits[row >>> 5] as number) & (1 << (row & 31))) !== 0;
}

/**
 * Marks the rows of a key that may be in all stretches: all that are, and some that lie beside their ends.
 *
 * @param marks a bit for every row of the list; the words of the key's rows are overwritten.
 * @returns how many are marked.
 */
export function markStretches(stretches: readonly OrderStretch[], group: RowSpan, marks: Uint32Array): number {
  const last = group.first + group.rows - 1;
  const [firstWord, lastWord] = [group.first >>> 5, last >>> 5];
  const masks = stretches.map((stretch) => maskOf(stretch, group));
  for (let from = firstWord; from <= lastWord; from += wordsTogether) {
    const to = Math.min(from + wordsTogether, lastWord + 1);
    marks.fill(0xffffffff, from, to);
    for (const mask of masks) keep(mask, marks, from, to);
  }
  marks[firstWord] = (marks[firstWord] as number) & (0xffffffff << (group.first & 31));
  marks[lastWord] = (marks[lastWord] as number) & (0xffffffff >>> (31 - (last & 31)));
  let count = 0;
  for (let word = firstWord; word <= lastWord; word++) count += bitCount(marks[word] as number);
  return count;
}

/** So many words stay in the processor's nearest cache while all masks are laid over them. */
const wordsTogether = 2_048;

/** Bits that a stretch leaves: those `within` that are not `before`; undefined: all, and none. */
interface Mask {
  readonly before: Uint32Array | undefined;
  readonly within: Uint32Array | undefined;
}

/**
 * Leaves out the rows before the last cut at or before the stretch, and those not before the first cut at or after it.
 */
function maskOf({ bits, from, to }: OrderStretch, group: RowSpan): Mask {
  return {
    before: bits[lastCut(from - group.first, group) - 1],
    within: bits[firstCut(to - group.first, group) - 1],
  };
}

function keep({ before, within }: Mask, marks: Uint32Array, from: number, to: number): void {
  if (before !== undefined && within !== undefined)
    for (let word = from; word < to; word++)
      marks[word] = (marks[word] as number) & (within[word] as number) & ~(before[word] as number);
  else if (before !== undefined)
    for (let word = from; word < to; word++) marks[word] = (marks[word] as number) & ~(before[word] as number);
  else if (within !== undefined)
    for (let word = from; word < to; word++) marks[word] = (marks[word] as number) & (within[word] as number);
}

/** Last cut with at most so many rows before it; 0 when there is none. */
function lastCut(rows: number, group: RowSpan): number {
  let cut = 0;
  while (cut < cutCount && rowsBefore(cut + 1, group) <= rows) cut++;
  return cut;
}

/** First cut with at least so many rows before it; beyond the cuts when there is none. */
function firstCut(rows: number, group: RowSpan): number {
  let cut = 1;
  while (cut <= cutCount && rowsBefore(cut, group) < rows) cut++;
  return cut;
}

/** Bits of a word that are set, by the sums of ever wider fields (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Calls `onRow` with each marked row of a key, ascending. */
export function forEachMarked(marks: Uint32Array, { first, rows }: RowSpan, onRow: (row: number) => void): void {
  const lastWord = (first + rows - 1) >>> 5;
  for (let word = first >>> 5; word <= lastWord; word++) {
    for (let left = marks[word] as number; left !== 0; left &= left - 1) {
      onRow(word * 32 + 31 - Math.clz32(left & -left));
    }
  }
}
