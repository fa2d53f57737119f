import type { ShownDay } from './shown-day.ts';

/** How files of one provider look. One a file. */
export interface SourceForm {
  /** As `--from` of `vitrine ingest` has it. */
  readonly name: string;
  readonly title: string;
  readonly extension: 'csv' | 'json' | 'ndjson';
  /** What the file does not say, so that ingest has to be told: names of options. */
  readonly tells: readonly ('region' | 'zone' | 'currency' | 'day' | 'creator')[];
  /** A file is of one country. */
  readonly isOfOneRegion?: boolean;
  /** The file in pieces of text. */
  write(shown: ShownDay): Iterable<string>;
}
