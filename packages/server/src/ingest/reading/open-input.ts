import { createReadStream } from 'node:fs';
import { open, stat, symlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Engine } from '../../warehouse/engine/engine.ts';
import { IngestError } from '../ingest-error.ts';
import type { Kind } from '../kinds/kind.ts';
import type { RecordIntake } from '../validating/record-intake.ts';
import type { BlockReader } from './block-reader.ts';
import { isGzip, messageOf, notGzip, readBytes } from './byte-input.ts';
import { openCsv } from './csv/csv-input.ts';
import type { IngestFormat } from './format.ts';
import type { Input } from './input.ts';
import { LineReader } from './ndjson/line-reader.ts';
import { WholeLines } from './ndjson/whole-lines.ts';
import { openParquet } from './parquet-input.ts';
import type { Spool } from './spool.ts';

const readBytesAtOnce = 1024 * 1024;

/** Where bytes come from: a file, or a stream that can be read once. */
export type Origin = { readonly path: string } | { readonly stream: Readable };

export interface InputRequest {
  /** For messages. */
  readonly name: string;
  readonly origin: Origin;
  readonly format: IngestFormat;
  /** It is said to be gzip. */
  readonly gzip: boolean;
  readonly kind: Kind | undefined;
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
  if ('path' in origin) await checkFile(request.name, origin.path);
  const open = () =>
    'path' in origin ? createReadStream(origin.path, { highWaterMark: readBytesAtOnce }) : origin.stream;
  const bytes = { name: request.name, gzip: request.gzip, open };
  if (request.format === 'csv') return openCsv(bytes, kindOf(request), 'stream' in origin);
  return { kind: request.kind, reader: readLines, blocks: (onBytes) => readBytes(bytes, onBytes) };
}

/** The engine hands over its rows as NDJSON. */
async function openParquetInput(engine: Engine, spool: Spool, request: InputRequest): Promise<Input> {
  const { name } = request;
  const kind = kindOf(request);
  const path = await filePath(spool, request);
  const bytes = await checkFile(name, path);
  const gzip = await gzipOf(request, path);
  const rows = await openParquet(engine, { name, path: await withoutWildcards(spool, path), gzip, kind });
  return {
    kind,
    reader: readLines,
    async *blocks(onBytes) {
      yield* rows();
      onBytes(bytes);
    },
  };
}

function readLines(intake: RecordIntake): BlockReader {
  return new WholeLines(new LineReader(intake));
}

function kindOf({ name, kind }: InputRequest): Kind {
  if (kind === undefined)
    throw new IngestError('source', `${name}: specify the kind of the records in the file (kind)`);
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
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
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
