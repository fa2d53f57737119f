import type { ScannedRow } from './row-scanner.ts';
import { bytesIn, hasText, textIn } from './row-values.ts';

/** Watches for the rows of the next key: rows of a key follow each other. */
export class KeyGroups {
  readonly #position: number;
  #bytes: Uint8Array | undefined;
  #key = '';

  /** @param position place of the key's field in the row. */
  constructor(position: number) {
    this.#position = position;
  }

  /** Key of the rows seen last. */
  get key(): string {
    return this.#key;
  }

  /** Whether this row begins the rows of another key than that of the row before. Call once a row. */
  begins(row: ScannedRow): boolean {
    if (this.#bytes !== undefined && hasText(row, this.#position, this.#bytes)) return false;
    this.#bytes = bytesIn(row, this.#position);
    this.#key = textIn(row, this.#position);
    return true;
  }
}
