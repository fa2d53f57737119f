import type { Kind } from '../../kinds/kind.ts';
import { readBlocks } from '../block-reader.ts';
import { type ByteInput, behind, readBytes, resumed } from '../byte-input.ts';
import type { Input } from '../input.ts';
import { asUtf8 } from '../utf8.ts';
import { CsvReader } from './csv-reader.ts';
import { type Header, headerIn } from './header.ts';
import { RowRecords } from './row-records.ts';

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
  const first = asUtf8(readBytes(bytes, (count) => onBytes(count)));
  const { header, head } = await readHeader(bytes.name, kind, first);
  if (!isOnce) await first.return(undefined);
  const blocks = (hear: typeof onBytes): AsyncIterable<Buffer> => {
    if (!isOnce) return behind(header.bytes, asUtf8(readBytes(bytes, hear)));
    hear(early);
    onBytes = hear;
    return behind(header.bytes, resumed(head, first));
  };
  return {
    kind,
    read: (intake, hear) => readBlocks(new CsvReader(header, new RowRecords(header, intake)), blocks(hear)),
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
