import { IngestError } from '../../ingest-error.ts';

/** Excel itself holds 32,767 characters in a cell; other programs write more. */
export const cellLengthMax = 100_000;

/** The text of one cell, which comes in parts. */
export class CellText {
  readonly #what: string;
  #parts: string[] = [];
  #length = 0;

  /** @param what the cell is in, for messages. */
  constructor(what: string) {
    this.#what = what;
  }

  /** @throws IngestError `source` when it grows beyond bounds. */
  add(text: string): void {
    this.#length += text.length;
    if (this.#length > cellLengthMax) {
      const most = cellLengthMax.toLocaleString('en');
      throw new IngestError('source', `${this.#what} has a cell of more than ${most} characters`);
    }
    this.#parts.push(text);
  }

  /** The whole of it; what is added after that is of another cell. */
  take(): string {
    const text = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}

/** Characters that XML has no place for are written `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
