/** Takes the bytes of a source, block by block, and makes records of them. */
export interface BlockReader {
  push(block: Buffer): void;
  /** The source is at its end: what is held back is read. */
  end(): void;
}
