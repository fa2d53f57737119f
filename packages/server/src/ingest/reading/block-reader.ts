/** Takes the bytes of an input, block by block, and makes records of them. */
export interface BlockReader {
  push(block: Buffer): void;
  /** The input ends: what is held back is read. */
  end(): void;
}
