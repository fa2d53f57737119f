import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IngestError } from '../ingest-error.ts';

const unzippedBytes = 1024 * 1024;

export interface ByteInput {
  /** For messages. */
  readonly name: string;
  /** It is said to be gzip; without that it is unpacked all the same where it begins like gzip. */
  readonly gzip: boolean;
  open(): AsyncIterable<Buffer>;
}

/**
 * The unpacked bytes of an input. `onBytes` is called with the size of each block read, before it is unpacked.
 *
 * @throws IngestError `source` when it cannot be read, is no gzip though said to be, or is damaged.
 */
export async function* readBytes(input: ByteInput, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  const raw = metered(input, onBytes);
  try {
    const head = await firstBytes(raw, 2);
    const zipped = isGzip(head);
    if (input.gzip && !zipped) throw new IngestError('source', notGzip(input.name, head));
    const whole = resumed(head, raw);
    yield* zipped ? unzipped(input.name, whole) : whole;
  } finally {
    await raw.return(undefined);
  }
}

/** Whether bytes begin as gzip does. */
export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** What is wrong with something that should be gzip. */
export function notGzip(name: string, head: Buffer): string {
  const begins = head.length === 0 ? 'it is empty' : `it begins with the bytes ${head.toString('hex', 0, 2)}, not 1f8b`;
  return `${name} is not gzip: ${begins}`;
}

async function* metered({ name, open }: ByteInput, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  try {
    for await (const block of open()) {
      onBytes(block.length);
      yield block;
    }
  } catch (cause) {
    throw new IngestError('source', `cannot read ${name}: ${messageOf(cause)}`, { cause });
  }
}

/** So many bytes from the beginning, or a few more; fewer where there are no more. */
export async function firstBytes(raw: AsyncGenerator<Buffer>, bytesMin: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < bytesMin) {
    const next = await raw.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

/** Blocks of which the first bytes were taken to be looked at. */
export async function* resumed(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

/** What comes after the first bytes. */
export async function* behind(bytes: number, blocks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const block of blocks) {
    const skipped = Math.min(left, block.length);
    left -= skipped;
    yield block.subarray(skipped);
  }
}

async function* unzipped(name: string, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: unzippedBytes });
  // The error also comes out of the iteration below, where it is turned into words.
  pipeline(packed, gunzip, () => {});
  try {
    for await (const block of gunzip) yield block;
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw new IngestError('source', `${name} is damaged: ${gzipWords(cause)}`, { cause });
  }
}

function gzipWords(cause: unknown): string {
  const endsEarly = cause instanceof Error && 'code' in cause && cause.code === 'Z_BUF_ERROR';
  return endsEarly ? 'its gzip data ends early' : `its gzip data cannot be unpacked (${messageOf(cause)})`;
}

/** What an error says. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
