import type { Frame, Page } from '../../reader.ts';

/** Where a row is in the file of rows, its line end included. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** The stored rows of a list, open for reading. */
export interface StoredRows {
  /**
   * The rows as JSON, in the order given, within the frame.
   *
   * @throws SnapshotDamaged when they are not rows of the list, or what the operating system says.
   */
  page(ranges: readonly RowRange[], frame?: Frame): Page;
  close(): void;
}

/** A file of the snapshot that does not hold what it should. */
export class SnapshotDamaged extends Error {
  override readonly name = 'SnapshotDamaged';
}

/** Of a page that is to stand alone. */
export const noFrame: Frame = { before: Buffer.alloc(0), after: Buffer.alloc(0) };

/** Stored bytes of some rows together. */
export function bytesOf(ranges: readonly RowRange[]): number {
  let bytes = 0;
  for (const { start, end } of ranges) bytes += end - start;
  return bytes;
}
