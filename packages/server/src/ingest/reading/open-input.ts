import { createReadStream } from 'node:fs';
import { open, stat, symlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Engine } from '../../warehouse/engine/engine.ts';
import { emptyWords } from '../empty-words.ts';
import { IngestError } from '../ingest-error.ts';
import type { Kind } from '../kinds/kind.ts';
import { openSource } from '../sources/open-source.ts';
import type { Told } from '../sources/told.ts';
import type { RecordIntake } from '../validating/record-intake.ts';
import { readBlocks } from './block-reader.ts';
import { firstBytes, isGzip, messageOf, notGzip, readBytes, resumed } from './byte-input.ts';
import { openCsv } from './csv/csv-input.ts';
import type { IngestFormat } from './format.ts';
import type { Input } from './input.ts';
import { LineReader } from './ndjson/line-reader.ts';
import { WholeLines } from './ndjson/whole-lines.ts';
import { openParquet } from './parquet-input.ts';
import type { Spool } from './spool.ts';
import { otherContent } from './tables/other-content.ts';
import { openXlsx } from './xlsx/xlsx-input.ts';
import { isZip, type ZipOnDisk, zipWords } from './zip/zip-archive.ts';

const readBytesAtOnce = 1024 * 1024;
const headBytes = 8;

/** Where bytes come from: a file, or a stream that can be read once. */
export type Origin = { readonly path: string } | { readonly stream: Readable };

export interface InputRequest {
  /** For messages. */
  readonly name: string;
  readonly origin: Origin;
  readonly format: IngestFormat;
  /** The format is told, and not guessed. */
  readonly isFormatTold: boolean;
  /** It is said to be gzip. */
  readonly gzip: boolean;
  readonly kind: Kind | undefined;
  /** Name of the source it is of, `auto`, or undefined: recognised, unless a kind says that it is not. */
  readonly readAs: string | undefined;
  readonly told: Told;
  /** It is read twice. */
  readonly twice: boolean;
}

/**
 * Opens what is to be read; streams that have to be read twice, or by the engine, are first written to the spool.
 *
 * @throws IngestError `source` or `storage-full`.
 */
export async function openInput(engine: Engine, spool: Spool, request: InputRequest): Promise<Input> {
  if (request.format === 'parquet') return openParquetInput(engine, spool, request);
  const origin = request.twice ? { path: await filePath(spool, request) } : request.origin;
  const file = 'path' in origin ? await lookedAt(request.name, origin.path) : undefined;
  const open = () =>
    'path' in origin ? createReadStream(origin.path, { highWaterMark: readBytesAtOnce }) : origin.stream;
  const bytes = { name: request.name, gzip: request.gzip, open };
  const { kind, readAs, format } = request;
  if (kind === undefined || readAs !== undefined) return openSource({ ...request, bytes, zip: file, spool }, readLines);
  if (file !== undefined || format === 'xlsx') return openXlsxInput(spool, { ...request, origin }, kind);
  if (format === 'csv') return openCsv(bytes, kind, 'stream' in origin);
  return { kind, read: (intake, onBytes) => readLines(intake, noZip(bytes.name, readBytes(bytes, onBytes))) };
}

/** A file, if it is a zip, whatever its name says: it is not read from its beginning. */
async function lookedAt(name: string, path: string): Promise<ZipOnDisk | undefined> {
  const bytes = await checkFile(name, path);
  return isZip(await headOf(path)) ? { path, bytes } : undefined;
}

/** A stream is not looked at before it is read. @throws IngestError `source` when it is a zip */
async function* noZip(name: string, blocks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const head = await firstBytes(blocks, 4);
  if (isZip(head)) throw new IngestError('source', `${name} is ${zipWords}: give it with format xlsx`);
  yield* resumed(head, blocks);
}

async function openXlsxInput(spool: Spool, request: InputRequest, kind: Kind): Promise<Input> {
  const { name } = request;
  const path = await filePath(spool, request);
  const bytes = await checkFile(name, path);
  const head = await headOf(path);
  if (bytes === 0) throw new IngestError('source', emptyWords(name));
  if (!isZip(head)) throw new IngestError('source', `${name} is ${otherContent(head) ?? 'no Excel file (XLSX)'}`);
  return openXlsx({ name, path, bytes, kind }, spool);
}

/** The engine hands over its rows as NDJSON. */
async function openParquetInput(engine: Engine, spool: Spool, request: InputRequest): Promise<Input> {
  const { name } = request;
  const kind = kindOf(request);
  const path = await filePath(spool, request);
  const bytes = await checkFile(name, path);
  if (bytes === 0) throw new IngestError('source', emptyWords(name));
  const gzip = await gzipOf(request, path);
  const rows = await openParquet(engine, { name, path: await withoutWildcards(spool, path), gzip, kind });
  return {
    kind,
    async *read(intake, onBytes) {
      yield* readLines(intake, rows());
      onBytes(bytes);
    },
  };
}

function readLines(intake: RecordIntake, blocks: AsyncIterable<Buffer>): AsyncIterable<void> {
  return readBlocks(new WholeLines(new LineReader(intake)), blocks);
}

function kindOf({ name, kind }: InputRequest): Kind {
  if (kind === undefined)
    throw new IngestError('source', `${name}: specify the kind of the records in the file (kind)`, { asks: 'kind' });
  return kind;
}

async function filePath(spool: Spool, { name, origin }: InputRequest): Promise<string> {
  return 'path' in origin ? resolve(origin.path) : await spool.write(name, origin.stream, '.body');
}

/** @returns its size in bytes. */
async function checkFile(name: string, path: string): Promise<number> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new IngestError('source', `cannot read ${name}: ${messageOf(cause)}`, { cause });
  });
  if (found.isDirectory()) throw new IngestError('source', `cannot read ${name}: it is a directory`);
  return found.size;
}

async function gzipOf(request: InputRequest, path: string): Promise<boolean> {
  const head = await headOf(path);
  if (request.gzip && !isGzip(head)) throw new IngestError('source', notGzip(request.name, head));
  return isGzip(head);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The engine takes `*`, `?` and braces in a path for wildcards; a link has a name without them. */
async function withoutWildcards(spool: Spool, path: string): Promise<string> {
  if (!/[*?{}[\]]/.test(path)) return path;
  const link = await spool.newPath('.link');
  await symlink(path, link);
  return link;
}
