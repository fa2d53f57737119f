import type { Engine } from '../../warehouse/engine.ts';
import { engineWords } from '../../warehouse/engine-failures.ts';
import { mismatch } from '../fields/field-kind.ts';
import { IngestError } from '../ingest-error.ts';
import type { Kind } from '../kinds/kind.ts';
import { type Column, checkColumns, knownColumns, quoted, unknownColumns } from './table-columns.ts';

export interface TableFile {
  /** For messages. */
  readonly name: string;
  /** Absolute, without wildcards. */
  readonly path: string;
  readonly format: 'csv' | 'parquet';
  readonly gzip: boolean;
  readonly kind: Kind;
}

/** A CSV or Parquet file as records. */
export interface TableSource {
  /** The kind, able to tell a row that has more values than the header has names. */
  readonly kind: Kind;
  /** Names of columns that are no fields of the kind. */
  readonly unknown: readonly string[];
  /** NDJSON, a row a line, in the order of the file. */
  blocks(): AsyncIterable<Buffer>;
}

/** Looks at a file's columns. @throws IngestError `source` when it is unreadable or lacks a column that is required. */
export async function openTable(engine: Engine, file: TableFile): Promise<TableSource> {
  const columns = await readable(file, () => (file.format === 'csv' ? csvColumns : parquetColumns)(engine, file));
  checkColumns(file.name, file.kind, columns);
  return {
    kind: file.format === 'csv' ? withoutBeyond(file.kind) : file.kind,
    unknown: unknownColumns(file.kind, columns).map((column) => column.name),
    blocks: () => tableBlocks(engine, file, columns),
  };
}

async function* tableBlocks(engine: Engine, file: TableFile, columns: readonly Column[]): AsyncIterable<Buffer> {
  const sql = file.format === 'csv' ? csvSql(file.kind, columns) : parquetSql(file.kind, columns);
  const structure = columns.map(({ name }) => `${quoted(name)} Nullable(String)`);
  const parameters = { ...fileParameters(file), structure: [...structure, `${beyond} Nullable(String)`].join(', ') };
  try {
    for await (const block of engine.stream(sql, parameters))
      yield Buffer.from(block.buffer, block.byteOffset, block.length);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Takes what a row of CSV holds beyond the columns its header names. */
const beyond = '_beyond_header';

function withoutBeyond(kind: Kind): Kind {
  const field = { check: (value: unknown) => mismatch('as many values as the header has names', value) };
  return { ...kind, fields: new Map([...kind.fields, [beyond, field]]) };
}

const csvSettings =
  'input_format_csv_use_best_effort_in_schema_inference = 0, input_format_csv_allow_variable_number_of_columns = 1';

/** The engine describes no CSV without rows, so the header is given to it as one. */
async function csvColumns(engine: Engine, file: TableFile): Promise<readonly Column[]> {
  const lines = "file({path:String}, 'LineAsString', 'line String', {compression:String})";
  const [first] = await engine.rows<{ line: string }>(`SELECT line FROM ${lines} LIMIT 1`, fileParameters(file));
  if (first === undefined) throw new IngestError('source', `${file.name} is empty: CSV begins with a header`);
  const twice = `${first.line}\n${first.line}\n`;
  return engine.rows(`DESCRIBE TABLE format('CSVWithNames', {twice:String}) SETTINGS ${csvSettings}`, { twice });
}

function parquetColumns(engine: Engine, file: TableFile): Promise<readonly Column[]> {
  return engine.rows(
    "DESCRIBE TABLE file({path:String}, 'Parquet', 'auto', {compression:String})",
    fileParameters(file),
  );
}

/** An empty cell says nothing. The header is skipped as a line because the structure names one column more than it does. */
function csvSql(kind: Kind, columns: readonly Column[]): string {
  const cells = knownColumns(kind, columns).map(({ name }) => `nullIf(t.${quoted(name)}, '') AS ${quoted(name)}`);
  return `SELECT ${[...cells, beyond].join(', ')}
    FROM file({path:String}, 'CSV', {structure:String}, {compression:String}) AS t
    FORMAT JSONEachRow
    SETTINGS ${csvSettings}, input_format_csv_skip_first_lines = 1, input_format_csv_trim_whitespaces = 1`;
}

/** Ids as text, moments as ISO 8601 in UTC, rows in the order of the file. */
function parquetSql(kind: Kind, columns: readonly Column[]): string {
  const cells = knownColumns(kind, columns).map(({ name }) => {
    const cell = `t.${quoted(name)}`;
    return `${kind.fields.get(name)?.isId ? `toString(${cell})` : cell} AS ${quoted(name)}`;
  });
  return `SELECT ${cells.join(', ')}
    FROM file({path:String}, 'Parquet', 'auto', {compression:String}) AS t
    FORMAT JSONEachRow
    SETTINGS date_time_output_format = 'iso', session_timezone = 'UTC', input_format_parquet_preserve_order = 1`;
}

function fileParameters({ path, gzip }: TableFile) {
  return { path, compression: gzip ? 'gzip' : 'none' };
}

async function readable<Result>(file: TableFile, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable({ name, format }: TableFile, cause: unknown): IngestError {
  if (cause instanceof IngestError) return cause;
  const words = cause instanceof Error ? engineWords(cause) : String(cause);
  const formatName = format === 'csv' ? 'CSV' : 'Parquet';
  return new IngestError('source', `cannot read ${name} as ${formatName}: ${words}`, { cause });
}
