import type { ListSource } from '../../../serving/list-source.ts';
import type { Page } from '../../../serving/reader.ts';

/** A way to write rows. */
export interface ExportFormat {
  readonly contentType: string;
  /** Of a file, without the point. */
  readonly extension: string;
  /** What pages become, piece by piece: no more than a few pages are held at a time. */
  write(list: Pick<ListSource, 'row'>, pages: AsyncIterable<Page>): AsyncIterable<Uint8Array>;
}
