import { createReadStream } from 'node:fs';
import { open, stat, symlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Engine } from '../../warehouse/engine.ts';
import { IngestError } from '../ingest-error.ts';
import type { Kind } from '../kinds/kind.ts';
import { isGzip, messageOf, notGzip, readBytes } from './byte-source.ts';
import type { IngestFormat } from './format.ts';
import type { Spool } from './spool.ts';
import { openTable } from './table-source.ts';

const readBytesAtOnce = 1024 * 1024;

/** Where bytes come from: a file, or a stream that can be read once. */
export type Origin = { readonly path: string } | { readonly stream: Readable };

export interface SourceRequest {
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

/** Records as NDJSON, whatever they were written as. */
export interface Source {
  /** The kind of every record, where the file holds one kind. */
  readonly kind: Kind | undefined;
  /** Names that no record of the kind has; each stands in every record. */
  readonly unknown: readonly string[];
  /** @param onBytes is told of the bytes read, as they are stored. */
  blocks(onBytes: (bytes: number) => void): AsyncIterable<Buffer>;
}

/**
 * Opens what is to be read; streams that have to be read twice, or by the engine, are first written to the spool.
 *
 * @throws IngestError `source` or `storage-full`.
 */
export async function openSource(engine: Engine, spool: Spool, request: SourceRequest): Promise<Source> {
  if (request.format !== 'ndjson') return openTableSource(engine, spool, request, request.format);
  const origin = request.twice ? { path: await filePath(spool, request) } : request.origin;
  if ('path' in origin) await checkFile(request.name, origin.path);
  const openStream = () =>
    'path' in origin ? createReadStream(origin.path, { highWaterMark: readBytesAtOnce }) : origin.stream;
  const bytes = { name: request.name, gzip: request.gzip, open: openStream };
  return { kind: request.kind, unknown: [], blocks: (onBytes) => readBytes(bytes, onBytes) };
}

async function openTableSource(
  engine: Engine,
  spool: Spool,
  request: SourceRequest,
  format: 'csv' | 'parquet',
): Promise<Source> {
  const { name, kind } = request;
  if (kind === undefined) throw new IngestError('source', `${name}: say which kind of record the file holds (kind)`);
  const path = await filePath(spool, request);
  const bytes = await checkFile(name, path);
  const gzip = await gzipOf(request, path);
  const table = await openTable(engine, { name, path: await withoutWildcards(spool, path), format, gzip, kind });
  return {
    ...table,
    async *blocks(onBytes) {
      yield* table.blocks();
      onBytes(bytes);
    },
  };
}

async function filePath(spool: Spool, { name, origin }: SourceRequest): Promise<string> {
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

async function gzipOf(request: SourceRequest, path: string): Promise<boolean> {
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
