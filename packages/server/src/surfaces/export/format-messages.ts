import type { RowField } from '../../serving/list-source.ts';
import type { ExportFormatName } from './formats/formats.ts';

/** What a thread that writes a format begins with. */
export interface FormatTask {
  readonly format: ExportFormatName;
  readonly row: readonly RowField[];
}

/** What it is sent, once for each `want`: null when there are no more. */
export type SentPage = { readonly rows: Uint8Array; readonly count: number } | null;

/** What it says. */
export type FormatMessage = { readonly kind: 'want' } | { readonly kind: 'chunk'; readonly bytes: Uint8Array };
