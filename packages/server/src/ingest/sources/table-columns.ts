import { IngestError } from '../ingest-error.ts';
import type { Kind } from '../kinds/kind.ts';

/** A column of a CSV or Parquet file, as the engine describes it. */
export interface Column {
  readonly name: string;
  /** ClickHouse type. */
  readonly type: string;
}

/** Checks that records of a kind can be made of a file's columns. @throws IngestError `source`. */
export function checkColumns(name: string, kind: Kind, columns: readonly Column[]): void {
  const present = new Set(columns.map((column) => column.name));
  const missing = kind.required.filter((field) => !present.has(field));
  const has = columns.map((column) => column.name).join(', ');
  if (missing.length > 0)
    refuse(`${name} has no column ${missing.join(', ')}, which ${kind.name} needs; it has ${has}`);
  if (present.size < columns.length) refuse(`${name} has two columns of the same name; it has ${has}`);
  const lossy = columns.find((column) => kind.fields.get(column.name)?.isId && column.type.includes('Float'));
  if (lossy !== undefined) {
    refuse(
      `${name}: column ${lossy.name} holds ids as ${lossy.type}, which loses digits; write text or 64-bit integers`,
    );
  }
}

function refuse(message: string): never {
  throw new IngestError('source', message);
}

/** Columns that become fields of a record. */
export function knownColumns(kind: Kind, columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ name }) => name === 'kind' || kind.fields.has(name));
}

/** Columns that do not. */
export function unknownColumns(kind: Kind, columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ name }) => name !== 'kind' && !kind.fields.has(name));
}

/** A name as it stands in SQL. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
