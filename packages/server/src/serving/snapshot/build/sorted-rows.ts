import { byRowNumber, type RowNumbers } from '../read/page-order.ts';

/** Row numbers from `first` on, by ascending value, then by id. */
export function ascendingRows(
  values: Float64Array,
  first: number,
  rowCount: number,
  breakTie = byRowNumber,
): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(rowCount);
  for (let i = 0; i < rowCount; i++) rows[i] = first + i;
  return rows.sort((a, b) => (values[a] as number) - (values[b] as number) || breakTie(a, b));
}

/** The same by descending value; rows of equal value stay in their order. */
export function descendingRows(ascending: RowNumbers, values: Float64Array): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(ascending.length);
  let written = 0;
  for (let end = ascending.length; end > 0; ) {
    const value = values[ascending[end - 1] as number];
    let start = end - 1;
    while (start > 0 && values[ascending[start - 1] as number] === value) start--;
    rows.set(ascending.subarray(start, end), written);
    written += end - start;
    end = start;
  }
  return rows;
}
