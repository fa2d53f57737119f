import type { SourceRow, SourceTable } from '../../sources/source-table.ts';
import type { Spool } from '../spool.ts';
import { sourceRow, withTotalsMarked } from '../tables/source-rows.ts';
import { tableHeadIn } from '../tables/table-head.ts';
import { asUtf8 } from '../utf8.ts';
import type { ZipArchive } from '../zip/zip-archive.ts';
import { SharedStrings, SharedStringsReader } from './shared-strings.ts';
import { type CellContext, SheetReader, type SheetRow } from './sheet-reader.ts';
import { readStyles } from './styles.ts';
import { readWorkbook, type Sheet } from './workbook.ts';
import { readXml, readXmlWhole } from './xml.ts';

const headRowsMax = 100;

/** A workbook, opened. */
export interface XlsxFile {
  /** For messages. */
  readonly name: string;
  /** Path in a zip. */
  readonly file?: string | undefined;
  readonly archive: ZipArchive;
}

/**
 * The sheets of a workbook that have a header, in their order; the rows of each are read before the next one. Memory is
 * bounded: sheets are streamed, and texts that cells share are kept in the spool.
 *
 * @throws IngestError `source` when it is damaged or has a cell, row or sheet beyond bounds.
 */
export async function* xlsxTables({ name, file, archive }: XlsxFile, spool: Spool): AsyncGenerator<SourceTable> {
  const { sheets, countsFrom1904, stylesPath, sharedStringsPath } = await readWorkbook(name, archive);
  const styles = await readStyles(name, archive, stylesPath);
  const strings = await sharedStrings(name, archive, sharedStringsPath, spool);
  try {
    for (const sheet of sheets) {
      const what = `${name}: sheet ${sheet.name}`;
      const groups = groupsIn(what, archive, sheet, { strings, styles, countsFrom1904 });
      try {
        const table = await sheetTable(what, groups);
        if (table !== undefined)
          yield { container: 'xlsx', ...(file !== undefined && { file }), place: sheet.name, ...table };
      } finally {
        await groups.return(undefined);
      }
    }
  } finally {
    strings?.close();
  }
}

async function sharedStrings(
  name: string,
  archive: ZipArchive,
  path: string | undefined,
  spool: Spool,
): Promise<SharedStrings | undefined> {
  if (path === undefined || !archive.has(path)) return undefined;
  const strings = new SharedStrings(await spool.newPath('.strings'));
  try {
    const what = `${name}: ${path}`;
    await readXmlWhole(what, asUtf8(archive.read(path)), new SharedStringsReader(what, strings));
    return strings;
  } catch (cause) {
    strings.close();
    throw cause;
  }
}

type SheetTable = Pick<SourceTable, 'columns' | 'context' | 'rows'>;

/** Undefined: the sheet has no header. */
async function sheetTable(what: string, groups: AsyncGenerator<readonly SheetRow[]>): Promise<SheetTable | undefined> {
  const first: SheetRow[] = [];
  let ended = false;
  while (first.length < headRowsMax && !ended) {
    const { value, done = false } = await groups.next();
    if (!done) first.push(...value);
    ended = done;
  }
  const head = tableHeadIn(what, first.slice(0, headRowsMax));
  if (head === undefined) return undefined;
  const { columns, context } = head;
  return {
    columns,
    context,
    rows: () => withTotalsMarked(sourceRows(columns, following(first.slice(head.rows), groups))),
  };
}

async function* following(
  first: readonly SheetRow[],
  groups: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[]> {
  yield first;
  yield* groups;
}

async function* sourceRows(
  columns: readonly string[],
  groups: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const group of groups) yield group.flatMap((row) => rowOf(columns, row) ?? []);
}

function rowOf(columns: readonly string[], row: SheetRow): SourceRow | undefined {
  const { lineNumber, unread } = row;
  return unread === undefined ? sourceRow(columns, row) : { values: {}, lineNumber, unread };
}

async function* groupsIn(
  what: string,
  archive: ZipArchive,
  { path }: Sheet,
  context: CellContext,
): AsyncGenerator<readonly SheetRow[]> {
  const reader = new SheetReader(what, context);
  for await (const _step of readXml(what, asUtf8(archive.read(path)), reader)) yield* reader.release();
  yield* reader.release();
}
