/**
 * Layout of a list's index file, a block a key: how the rows of that key are found and ordered without reading them.
 *
 * | part    | type              | holds                                                                     |
 * |---------|-------------------|---------------------------------------------------------------------------|
 * | ends    | rows × uint32     | where each row ends, from where the key's first row begins                |
 * | ids     | rows × 2 × uint32 | id of each row, its lower half before the higher one                      |
 * | columns | rows × double     | for each column the value of each row                                     |
 * | orders  | rows × 2 × uint32 | large blocks only: for each sorting column where the rows begin and end, ascending, and then descending |
 *
 * Parts begin at multiples of 8 bytes. Orders hold places and not numbers of rows, so that a page is found with one
 * reading.
 */
export interface BlockLayout {
  /** Byte within the block where the ends begin. */
  readonly ends: number;
  readonly ids: number;
  column(index: number): number;
  /** @param sort index among the columns that sort. */
  order(sort: number, descending: boolean): number;
  readonly bytes: number;
}

/** Bytes of where a row begins and ends, as orders hold it. */
export const placeBytes = 8;

/** Up to so many rows, finding a page's rows among the values takes some microseconds, and no order need be kept. */
export const unorderedRowsMax = 1024;

export function blockLayout(rowCount: number, columnCount: number, sortCount: number): BlockLayout {
  const ids = 8 * Math.ceil((rowCount * 4) / 8);
  const columns = ids + rowCount * 8;
  const orders = columns + columnCount * rowCount * 8;
  const orderCount = rowCount > unorderedRowsMax ? 2 * sortCount : 0;
  return {
    ends: 0,
    ids,
    column: (index) => columns + index * rowCount * 8,
    order: (sort, descending) => orders + (2 * sort + (descending ? 1 : 0)) * rowCount * placeBytes,
    bytes: orders + orderCount * rowCount * placeBytes,
  };
}
