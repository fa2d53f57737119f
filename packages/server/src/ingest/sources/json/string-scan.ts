const quote = 0x22;
const newline = 0x0a;
const backslash = 0x5c;

/** A string of JSON that comes in blocks: knows whether it is open, and where it ends. */
export class StringScan {
  isOpen = false;
  /** The last block ended with a backslash. */
  #isEscaped = false;

  close(): void {
    this.isOpen = false;
    this.#isEscaped = false;
  }

  /** @returns the last byte that is looked at: the quote that ends the string, or the end of the line. */
  end(block: Buffer, start: number): number {
    let at = start;
    if (this.#isEscaped && block[at] !== newline) at += 1;
    while (at < block.length && block[at] !== quote && block[at] !== newline)
      at += block[at] === backslash && block[at + 1] !== newline ? 2 : 1;
    this.isOpen = at >= block.length || block[at] === newline;
    this.#isEscaped = at > block.length;
    return at;
  }
}
