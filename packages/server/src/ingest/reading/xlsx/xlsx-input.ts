import type { JsonRecord } from '../../fields/records.ts';
import { IngestError } from '../../ingest-error.ts';
import type { Kind } from '../../kinds/kind.ts';
import type { SourceRow, SourceTable } from '../../sources/source-table.ts';
import type { RecordIntake } from '../../validating/record-intake.ts';
import type { Input } from '../input.ts';
import type { Spool } from '../spool.ts';
import { checkColumns } from '../table-columns.ts';
import { ZipArchive } from '../zip/zip-archive.ts';
import { isXlsx } from './workbook.ts';
import { xlsxTables } from './xlsx-tables.ts';

export interface XlsxRequest {
  /** For messages. */
  readonly name: string;
  readonly path: string;
  /** Its size. */
  readonly bytes: number;
  readonly kind: Kind;
}

/** A workbook of our own records: every sheet whose columns are those of the kind; others are passed over. */
export function openXlsx({ name, path, bytes, kind }: XlsxRequest, spool: Spool): Input {
  return {
    kind,
    async *read(intake, onBytes) {
      const archive = await ZipArchive.open(name, path);
      try {
        if (!isXlsx(archive)) throw new IngestError('source', `${name} is a zip, but not an Excel file (XLSX)`);
        yield* readSheets(name, kind, xlsxTables({ name, archive }, spool), intake);
        onBytes(bytes);
      } finally {
        archive.close();
      }
    },
  };
}

async function* readSheets(
  name: string,
  kind: Kind,
  sheets: AsyncIterable<SourceTable>,
  intake: RecordIntake,
): AsyncGenerator<void> {
  let first: SourceTable | undefined;
  let taken = 0;
  for await (const sheet of sheets) {
    first ??= sheet;
    if (!kind.required.every((field) => sheet.columns.includes(field))) continue;
    taken += 1;
    for await (const rows of sheet.rows()) {
      for (const row of rows) take(row, intake);
      yield;
    }
  }
  if (taken > 0) return;
  if (first === undefined) throw new IngestError('source', `${name} has no sheet with a header`);
  checkColumns(
    `${name}: sheet ${first.place}`,
    kind,
    first.columns.map((column) => ({ name: column, type: 'String' })),
  );
}

function take({ values, lineNumber, unread }: SourceRow, intake: RecordIntake): void {
  if (unread === undefined) intake.take({ record: asTexts(values), lineNumber });
  else intake.refuse(lineNumber, unread, '');
}

/** Numbers as text, as CSV has them: ids may be among them. */
function asTexts(values: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(value)]));
}

/** A number that has lost digits does not pass for an id. */
function asText(value: unknown): string {
  const isLossy = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return isLossy ? value.toExponential() : String(value);
}
