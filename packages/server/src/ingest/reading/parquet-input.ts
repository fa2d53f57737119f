import type { Engine } from '../../warehouse/engine/engine.ts';
import { engineWords } from '../../warehouse/engine/engine-failures.ts';
import { IngestError } from '../ingest-error.ts';
import type { Kind } from '../kinds/kind.ts';
import { type Column, checkColumns, quoted } from './table-columns.ts';

export interface ParquetFile {
  /** For messages. */
  readonly name: string;
  /** Absolute, without wildcards. */
  readonly path: string;
  readonly gzip: boolean;
  readonly kind: Kind;
}

/**
 * Looks at a file's columns.
 *
 * @returns its rows as NDJSON, in their order.
 * @throws IngestError `source` when it is unreadable or lacks a column that is required.
 */
export async function openParquet(engine: Engine, file: ParquetFile): Promise<() => AsyncIterable<Buffer>> {
  const columns = await describe(engine, file);
  checkColumns(file.name, file.kind, columns);
  return () => rows(engine, file, columns);
}

async function describe(engine: Engine, file: ParquetFile): Promise<readonly Column[]> {
  const sql = "DESCRIBE TABLE file({path:String}, 'Parquet', 'auto', {compression:String})";
  try {
    return await engine.rows(sql, fileParameters(file));
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

async function* rows(engine: Engine, file: ParquetFile, columns: readonly Column[]): AsyncIterable<Buffer> {
  try {
    for await (const block of engine.stream(selectSql(file.kind, columns), fileParameters(file)))
      yield Buffer.from(block.buffer, block.byteOffset, block.length);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Moments as ISO 8601 in UTC. */
function selectSql(kind: Kind, columns: readonly Column[]): string {
  const cells = columns.map(({ name }) => `${cellSql(kind, name)} AS ${quoted(name)}`);
  return `SELECT ${cells.join(', ')}
    FROM file({path:String}, 'Parquet', 'auto', {compression:String}) AS t
    FORMAT JSONEachRow
    SETTINGS date_time_output_format = 'iso', session_timezone = 'UTC', input_format_parquet_preserve_order = 1`;
}

/** Ids as text. Of a column that is no field nothing is read: that it is there is all that is counted. */
function cellSql(kind: Kind, name: string): string {
  const field = kind.fields.get(name);
  if (field === undefined && name !== 'kind') return '1';
  return field?.isId ? `toString(t.${quoted(name)})` : `t.${quoted(name)}`;
}

function fileParameters({ path, gzip }: ParquetFile) {
  return { path, compression: gzip ? 'gzip' : 'none' };
}

function unreadable({ name, path }: ParquetFile, cause: unknown): IngestError {
  if (cause instanceof IngestError) return cause;
  const words = cause instanceof Error ? engineWords(cause) : String(cause);
  return new IngestError('source', `cannot read ${name} as Parquet: ${words.replaceAll(path, name)}`, { cause });
}
