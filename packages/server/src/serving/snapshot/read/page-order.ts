import quickselect from 'quickselect';

/** Numbers of rows, in the order they are stored in. */
export type RowNumbers = Uint32Array<ArrayBufferLike>;

/** Which of two rows of equal value comes first, as the difference of their places: the one of the smaller id. */
export type TieBreak = (a: number, b: number) => number;

/** Where rows are stored in the order of their ids. */
export const byRowNumber: TieBreak = (a, b) => a - b;

/**
 * Brings the rows of one page to their places in the list's order, without sorting the rest: by value, then by id.
 *
 * @param rows the rows of the list, in any order; changed.
 * @param values value of each row, by its number.
 * @returns the rows of the page, in order.
 */
export function orderedPage(
  rows: RowNumbers,
  values: ArrayLike<number>,
  descending: boolean,
  offset: number,
  size: number,
  breakTie = byRowNumber,
): RowNumbers {
  const end = Math.min(offset + size, rows.length);
  if (offset >= end) return rows.subarray(0, 0);
  const sign = descending ? -1 : 1;
  const compare = (a: number, b: number) => ((values[a] as number) - (values[b] as number)) * sign || breakTie(a, b);
  const array = rows as unknown as number[];
  if (offset > 0) quickselect(array, offset, 0, rows.length - 1, compare);
  if (end < rows.length) quickselect(array, end - 1, offset, rows.length - 1, compare);
  return rows.subarray(offset, end).sort(compare);
}
