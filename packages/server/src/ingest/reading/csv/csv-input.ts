import type { Kind } from '../../kinds/kind.ts';
import { type ByteInput, readBytes } from '../byte-input.ts';
import type { Input } from '../input.ts';
import { CsvReader } from './csv-reader.ts';
import { type Header, headerIn } from './header.ts';

/**
 * Opens a CSV file and reads its header.
 *
 * @param isOnce its bytes can be read once; otherwise they are opened anew each time.
 * @throws IngestError `source` when it is unreadable or lacks a column that is required.
 */
export async function openCsv(bytes: ByteInput, kind: Kind, isOnce: boolean): Promise<Input> {
  let early = 0;
  let onBytes = (count: number): void => {
    early += count;
  };
  const first = readBytes(bytes, (count) => onBytes(count));
  const { header, head } = await readHeader(bytes.name, kind, first);
  if (!isOnce) await first.return(undefined);
  return {
    kind,
    reader: (intake) => new CsvReader(header, intake),
    blocks(hear) {
      if (!isOnce) return behind(header.bytes, readBytes(bytes, hear));
      hear(early);
      onBytes = hear;
      return behind(header.bytes, resumed(head, first));
    },
  };
}

interface Head {
  readonly header: Header;
  /** What was read to find it. */
  readonly head: Buffer;
}

async function readHeader(name: string, kind: Kind, blocks: AsyncGenerator<Buffer>): Promise<Head> {
  let head: Buffer = Buffer.alloc(0);
  try {
    for (;;) {
      const { value, done = false } = await blocks.next();
      if (!done) head = Buffer.concat([head, value]);
      const header = headerIn(name, kind, head, done);
      if (header !== undefined) return { header, head };
    }
  } catch (error) {
    await blocks.return(undefined);
    throw error;
  }
}

async function* resumed(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

/** What comes after the first bytes. */
async function* behind(bytes: number, blocks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const block of blocks) {
    const skipped = Math.min(left, block.length);
    left -= skipped;
    yield block.subarray(skipped);
  }
}
