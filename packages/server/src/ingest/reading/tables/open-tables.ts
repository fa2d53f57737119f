import { Readable } from 'node:stream';
import { IngestError } from '../../ingest-error.ts';
import type { SourceTable } from '../../sources/source-table.ts';
import { firstBytes, resumed } from '../byte-input.ts';
import { csvTable } from '../csv/csv-table.ts';
import type { Spool } from '../spool.ts';
import { asUtf8 } from '../utf8.ts';
import { isXlsx } from '../xlsx/workbook.ts';
import { xlsxTables } from '../xlsx/xlsx-tables.ts';
import { isZip, ZipArchive } from '../zip/zip-archive.ts';
import { otherContent } from './other-content.ts';

const headBytes = 1024;

/** A file whose content tells what it is. */
export interface TableFile {
  /** For messages. */
  readonly name: string;
  /** Path in a zip. */
  readonly file?: string;
  /** Its bytes, not gzip any more. */
  readonly blocks: AsyncGenerator<Buffer>;
  /** Where these bytes are on disk; absent: nowhere yet. */
  readonly path?: string | undefined;
}

/** Reads the tables of JSON. */
export type OpenJson = (blocks: AsyncGenerator<Buffer>) => AsyncIterable<SourceTable>;

/**
 * The tables of a file, whatever it is called: CSV, the sheets of XLSX, what stands in JSON, and those of every file in
 * a zip. The rows of each are read before the next one.
 *
 * @throws IngestError `source` when it is something else, damaged or beyond bounds.
 */
export async function* openTables(file: TableFile, spool: Spool, json: OpenJson): AsyncGenerator<SourceTable> {
  try {
    const head = await firstBytes(file.blocks, headBytes);
    const blocks = resumed(head, file.blocks);
    const other = otherContent(head);
    if (other !== undefined) throw new IngestError('source', `${file.name} is ${other}`);
    yield* isZip(head) ? zipTables({ ...file, blocks }, spool, json) : textTables({ ...file, blocks }, json);
  } finally {
    await file.blocks.return(undefined);
  }
}

async function* textTables({ name, file, blocks }: TableFile, json: OpenJson): AsyncGenerator<SourceTable> {
  const text = asUtf8(blocks);
  const head = await firstBytes(text, headBytes);
  const whole = resumed(head, text);
  if (/^[\ufeff\s]*[[{]/.test(head.toString())) yield* json(whole);
  else yield await csvTable({ name, file, blocks: whole });
}

async function* zipTables(given: TableFile, spool: Spool, json: OpenJson): AsyncGenerator<SourceTable> {
  const { name, file, blocks } = given;
  const path = given.path ?? (await spool.write(name, Readable.from(blocks), '.zip'));
  const archive = await ZipArchive.open(name, path);
  try {
    if (isXlsx(archive)) yield* xlsxTables({ name, file, archive }, spool);
    else if (file !== undefined) throw new IngestError('source', `${name} is a zip within a zip: unpack it first`);
    else yield* packedTables(name, archive, spool, json);
  } finally {
    archive.close();
  }
}

async function* packedTables(
  name: string,
  archive: ZipArchive,
  spool: Spool,
  json: OpenJson,
): AsyncGenerator<SourceTable> {
  const paths = archive.paths.filter((path) => !isBesides(path));
  if (paths.length === 0) throw new IngestError('source', `${name} is a zip without files`);
  for (const path of paths) {
    yield* openTables({ name: `${name}: ${path}`, file: path, blocks: archive.read(path) }, spool, json);
  }
}

/** What systems put beside the files of a person: `__MACOSX/`, `.DS_Store`. */
function isBesides(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
