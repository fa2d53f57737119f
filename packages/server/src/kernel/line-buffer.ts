const bytesAtFirst = 64 * 1024;
/** UTF-8 takes no more for each unit of a text. */
const unitBytesMax = 3;

/**
 * Collects lines as the bytes they will be written as. Thousands of texts that wait would be looked at and moved in
 * every collection of young garbage, which stops everything else; bytes are not.
 */
export class LineBuffer {
  #bytes = Buffer.allocUnsafeSlow(bytesAtFirst);
  #length = 0;
  #lines = 0;

  /** Lines collected since they were last taken. */
  get lines(): number {
    return this.#lines;
  }

  /** @param line with its line end. */
  add(line: string): void {
    this.#makeRoom(line.length * unitBytesMax);
    this.#length += this.#bytes.write(line, this.#length);
    this.#lines++;
  }

  /** All lines, and begins anew. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    if (this.#length > 0) this.#bytes = Buffer.allocUnsafeSlow(bytesAtFirst);
    this.#length = 0;
    this.#lines = 0;
    return taken;
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
