/** Takes the bytes of an input, block by block, and makes records of them. */
export interface BlockReader {
  push(block: Buffer): void;
  /** The input ends: what is held back is read. */
  end(): void;
}

/** Hands over all blocks, each in a step of its own. */
export async function* readBlocks(reader: BlockReader, blocks: AsyncIterable<Buffer>): AsyncGenerator<void> {
  for await (const block of blocks) {
    reader.push(block);
    yield;
  }
  reader.end();
}
