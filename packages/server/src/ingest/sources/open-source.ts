import { isRecord } from '../fields/records.ts';
import { parsedOrUndefined } from '../fields/texts.ts';
import { type ByteInput, firstBytes, readBytes, resumed } from '../reading/byte-input.ts';
import { csvColumnsIn } from '../reading/csv/csv-table.ts';
import type { IngestFormat } from '../reading/format.ts';
import type { Input } from '../reading/input.ts';
import type { Spool } from '../reading/spool.ts';
import { openTables } from '../reading/tables/open-tables.ts';
import { otherContent } from '../reading/tables/other-content.ts';
import { utf16Of } from '../reading/utf8.ts';
import { isZip, type ZipOnDisk } from '../reading/zip/zip-archive.ts';
import type { RecordIntake } from '../validating/record-intake.ts';
import { sourcesNamed } from './from/index.ts';
import { jsonTables } from './json/json-tables.ts';
import { SourceReader } from './source-reader.ts';
import type { SourceTable } from './source-table.ts';
import type { Told } from './told.ts';

const headBytes = 64 * 1024;

export interface SourceFile {
  readonly bytes: ByteInput;
  /** Name of its source; `auto` or undefined: it is recognised, and may also hold our own records. */
  readonly readAs: string | undefined;
  readonly told: Told;
  readonly format: IngestFormat;
  /** The format is told: tables of sources have to be in it. */
  readonly isFormatTold: boolean;
  /** It is a zip, such as XLSX, on disk. */
  readonly zip: ZipOnDisk | undefined;
  readonly spool: Spool;
}

/** What tables of sources are in, by what is told of their format. */
const containers: ReadonlyMap<IngestFormat, SourceTable['container']> = new Map([
  ['ndjson', 'json'],
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
]);

/** How our own records are read. */
type ReadOwn = (intake: RecordIntake, blocks: AsyncIterable<Buffer>) => AsyncIterable<void>;

/** A file that is looked at when it is read: it is of a source, or holds our own records. */
export function openSource(source: SourceFile, readOwn: ReadOwn): Input {
  const { bytes, readAs = 'auto', told, format, isFormatTold, zip, spool } = source;
  const { name } = bytes;
  const container = isFormatTold ? containers.get(format) : undefined;
  const sources = sourcesNamed(readAs);
  let recognised: string | undefined;
  return {
    kind: undefined,
    get from() {
      return recognised;
    },
    async *read(intake, onBytes) {
      const reader = new SourceReader({ name, sources, told, container }, intake);
      const classify = (place: string, columns: readonly string[]) =>
        reader.recognise({ container: 'json', place, columns })?.table;
      if (zip !== undefined) onBytes(zip.bytes);
      const read = readBytes(bytes, zip === undefined ? onBytes : () => {});
      const head = await firstBytes(read, headBytes);
      const blocks = resumed(head, read);
      if (readAs === 'auto' && format === 'ndjson' && isOwn(head)) return yield* readOwn(intake, blocks);
      const file = { name, blocks, path: zip?.path };
      for await (const table of openTables(file, spool, (text) => jsonTables(text, classify))) {
        yield* reader.read(table);
        recognised = reader.from;
      }
      reader.end();
    },
  };
}

/**
 * Whether a file holds our own records: objects, one a line, that name a kind, be it one of ours or not. What is neither JSON nor a table of a
 * source is read so too, and each line says what is wrong with it.
 */
function isOwn(head: Buffer): boolean {
  if (isZip(head) || utf16Of(head) !== undefined || otherContent(head) !== undefined) return false;
  const text = head.toString('utf8').replace(/^[\ufeff\s]+/, '');
  const lines = text.split('\n');
  if (!/^[[{]/.test(text)) return lines.some(namesKind) || !isTable(head);
  return lines.length === 1 && head.length >= headBytes ? startsWithKind(text) : lines.some(namesKind);
}

/** One of several columns, whether or not a source has them: a file without a comma in it is none. */
function isTable(head: Buffer): boolean {
  return csvColumnsIn(Buffer.from(head.toString('utf8'))).length > 1;
}

function namesKind(line: string): boolean {
  const record = parsedOrUndefined(line);
  return isRecord(record) && typeof record['kind'] === 'string';
}

/** Of a line that is longer than what is looked at. */
function startsWithKind(text: string): boolean {
  return /^[^{]*\{[^{}[\]]*?"kind"\s*:\s*"/.test(text);
}
