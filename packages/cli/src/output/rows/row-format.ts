import type { AnyRow, FieldSpec } from '@vitrine/sdk';

/** A column of a table for reading. */
export interface Column {
  readonly heading: string;
  readonly cell: (row: AnyRow) => unknown;
}

/** What is to be shown of the rows. */
export interface RowShape {
  readonly fields: readonly FieldSpec[];
  /** Of a table, where they are not simply the fields. */
  readonly columns?: readonly Column[];
  /** Of the terminal, in characters; undefined: there is none, and so no limit. */
  readonly width: number | undefined;
}

/** Turns rows into what is written, as they come where the format allows it. */
export type RowFormat = (rows: AsyncIterable<AnyRow>, shape: RowShape) => AsyncIterable<string | Uint8Array>;
