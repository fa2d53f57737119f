/** The longest line that is read, in bytes. */
export const lineBytesMax = 8 * 1024 * 1024;

const headBytes = 1024;
const newline = 10;

export interface LinesHandler {
  /** One or more whole lines, with or without the newline of the last. Valid only during the call. */
  lines(region: Buffer): void;
  /** A line longer than {@link lineBytesMax}, of which only the beginning was kept. */
  oversized(head: Buffer): void;
}

/** Cuts blocks of bytes into regions of whole lines, holding back at most one line of the longest length. */
export class WholeLines {
  readonly #handler: LinesHandler;
  #held: Buffer[] = [];
  #heldBytes = 0;

  constructor(handler: LinesHandler) {
    this.#handler = handler;
  }

  /** Takes the next block of the stream. */
  push(block: Buffer): void {
    const rest = this.#heldBytes === 0 ? block : this.#finishHeld(block);
    const wholeEnd = rest.lastIndexOf(newline) + 1;
    if (wholeEnd > 0) this.#handler.lines(rest.subarray(0, wholeEnd));
    if (wholeEnd < rest.length) this.#hold(rest.subarray(wholeEnd));
  }

  /** Takes the end of the stream: what is held back is the last line. */
  end(): void {
    if (this.#heldBytes > 0) this.#release();
  }

  /** Completes the held line, where the block does, and returns what follows it. */
  #finishHeld(block: Buffer): Buffer {
    const end = block.indexOf(newline);
    if (end < 0) return block;
    this.#hold(block.subarray(0, end));
    this.#release();
    return block.subarray(end + 1);
  }

  #hold(part: Buffer): void {
    this.#heldBytes += part.length;
    if (this.#heldBytes <= lineBytesMax) this.#held.push(Buffer.from(part));
    else this.#held = [Buffer.concat([...this.#held, part.subarray(0, headBytes)]).subarray(0, headBytes)];
  }

  #release(): void {
    const held = Buffer.concat(this.#held);
    const oversized = this.#heldBytes > lineBytesMax;
    this.#held = [];
    this.#heldBytes = 0;
    if (oversized) this.#handler.oversized(held);
    else this.#handler.lines(held);
  }
}
