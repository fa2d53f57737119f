import type { ScannedRow } from './row-scanner.ts';
import { bytesIn, hasText } from './row-values.ts';

/** Watches for the rows of the next key: rows of a key follow each other. */
export class KeyGroups {
  readonly #positions: readonly number[];
  #values: readonly Uint8Array[] = [];

  /** @param positions places of the key's fields in the row. */
  constructor(positions: readonly number[]) {
    this.#positions = positions;
  }

  /** Key of the rows seen last: its values, joined by `/`. */
  get key(): string {
    return this.#values.map((value) => Buffer.from(value).toString('latin1').replaceAll('"', '')).join('/');
  }

  /** Whether this row begins the rows of another key than that of the row before. Call once a row. */
  begins(row: ScannedRow): boolean {
    const values = this.#values;
    if (values.length > 0 && this.#positions.every((at, i) => hasText(row, at, values[i] as Uint8Array))) return false;
    this.#values = this.#positions.map((at) => bytesIn(row, at));
    return true;
  }
}
