import type { WrittenObject } from '../validating/record-intake.ts';

const bytesAtFirst = 64 * 1024;

/** Rows of one kind on their way into the engine, as NDJSON that carries the batch number. */
export class Chunk {
  readonly #prefix: Buffer;
  #bytes = Buffer.allocUnsafeSlow(bytesAtFirst);
  #length = 0;
  #lineNumbers: number[] = [];

  constructor(batch: number) {
    this.#prefix = Buffer.from(`{"batch":${batch},`);
  }

  get byteLength(): number {
    return this.#length;
  }

  /** Number of the line each row came from. */
  get lineNumbers(): readonly number[] {
    return this.#lineNumbers;
  }

  /** Its NDJSON; valid until the chunk is changed. */
  get ndjson(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Adds an object as it stands: its opening brace gives way to one with the batch number. */
  addObject({ bytes, start, end }: WrittenObject, lineNumber: number): void {
    const size = this.#prefix.length + (end - start);
    this.#reserve(size);
    this.#length += this.#prefix.copy(this.#bytes, this.#length);
    this.#length += bytes.copy(this.#bytes, this.#length, start + 1, end);
    this.#endRow(lineNumber);
  }

  /** Adds a row that is written already, batch number included. */
  addRow(row: string, lineNumber: number): void {
    this.#reserve(Buffer.byteLength(row) + 1);
    this.#length += this.#bytes.write(row, this.#length);
    this.#endRow(lineNumber);
  }

  /** Empties it, keeping its memory for the next rows. */
  clear(): void {
    this.#length = 0;
    this.#lineNumbers = [];
  }

  #endRow(lineNumber: number): void {
    this.#bytes[this.#length] = 10;
    this.#length += 1;
    this.#lineNumbers.push(lineNumber);
  }

  #reserve(size: number): void {
    const needed = this.#length + size;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
