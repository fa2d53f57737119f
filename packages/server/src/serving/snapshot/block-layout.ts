/**
 * Layout of a list's index file, a block a key: how the rows of that key are found and ordered without reading them.
 *
 * | part    | type          | holds                                                                         |
 * |---------|---------------|-------------------------------------------------------------------------------|
 * | start   | 1 double      | where the key's first row begins in the file of rows                          |
 * | ends    | rows × uint32 | where each row ends, from there                                               |
 * | columns | rows × double | for each column the value of each row                                         |
 * | orders  | rows × uint32 | large blocks only: for each sorting column the row numbers ascending, and descending |
 *
 * Parts begin at multiples of 8 bytes.
 */
export interface BlockLayout {
  /** Byte within the block where the ends begin. */
  readonly ends: number;
  column(index: number): number;
  /** @param sort index among the columns that sort. */
  order(sort: number, descending: boolean): number;
  readonly bytes: number;
}

/** Up to so many rows, finding a page's rows among the values takes some microseconds, and no order need be kept. */
export const unorderedRowsMax = 1024;

export function blockLayout(rowCount: number, columnCount: number, sortCount: number): BlockLayout {
  const numbersBytes = 8 * Math.ceil((rowCount * 4) / 8);
  const columns = 8 + numbersBytes;
  const orders = columns + columnCount * rowCount * 8;
  const orderCount = rowCount > unorderedRowsMax ? 2 * sortCount : 0;
  return {
    ends: 8,
    column: (index) => columns + index * rowCount * 8,
    order: (sort, descending) => orders + (2 * sort + (descending ? 1 : 0)) * numbersBytes,
    bytes: orders + orderCount * numbersBytes,
  };
}
