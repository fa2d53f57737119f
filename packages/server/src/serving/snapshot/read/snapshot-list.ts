import type { PageQuery } from '../../page-query.ts';
import type { Frame, Page } from '../../reader.ts';

/** A list of a snapshot, open for reading. */
export interface SnapshotList {
  readonly rows: number;
  /**
   * Answers without waiting: it reads memory and the disk's cache.
   *
   * @throws SnapshotDamaged, or what the operating system says, when its files cannot be read.
   */
  page(query: PageQuery, frame?: Frame): Page;
  close(): void;
}
