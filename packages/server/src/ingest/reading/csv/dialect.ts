/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: string;
  /** What ends a line; before a line feed there may be a carriage return. */
  readonly lineEnd: '\n' | '\r';
}

/** What may stand between cells. */
export const delimiters: readonly string[] = [',', ';', '\t', '|'];

/** The byte that ends a line. */
export function lineEndByte({ lineEnd }: Dialect): number {
  return lineEnd.charCodeAt(0);
}
