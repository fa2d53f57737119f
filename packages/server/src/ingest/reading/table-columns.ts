import { IngestError } from '../ingest-error.ts';
import type { Kind } from '../kinds/kind.ts';
import { sources } from '../sources/from/index.ts';
import { recognise } from '../sources/recognise.ts';

/** A column of a CSV or Parquet file, as the engine describes it. */
export interface Column {
  readonly name: string;
  /** ClickHouse type. */
  readonly type: string;
}

const columnsMax = 1000;
const listedMax = 500;

/** Checks that records of a kind can be made of a file's columns. @throws IngestError `source`. */
export function checkColumns(name: string, kind: Kind, columns: readonly Column[]): void {
  if (columns.length > columnsMax) {
    refuse(
      `${name} has ${columns.length.toLocaleString('en')} columns, expected at most ${columnsMax.toLocaleString('en')}`,
    );
  }
  const present = new Set(columns.map((column) => column.name));
  const { named } = kind.declaration;
  const isNamed = (field: string) => field === named?.id && named.by.every((name) => present.has(name));
  const missing = kind.required.filter((field) => !present.has(field) && !isNamed(field));
  if (missing.length > 0) {
    const lacks = `${name} has no column ${missing.join(', ')}, which ${kind.name} requires; it has ${listed(columns)}`;
    refuse(`${lacks}${ofSource([...present])}`);
  }
  const twice = columns.find((column, index) => columns.findIndex((other) => other.name === column.name) < index);
  if (twice !== undefined) refuse(`${name}: column ${twice.name} is there twice, expected unique names`);
  const lossy = columns.find((column) => kind.fields.get(column.name)?.isId && column.type.includes('Float'));
  if (lossy !== undefined) {
    refuse(
      `${name}: column ${lossy.name} stores ids as ${lossy.type}, which loses digits; use text or 64-bit integers`,
    );
  }
}

/** What it is instead; empty: nothing that is known, or of no source alone. */
function ofSource(columns: readonly string[]): string {
  try {
    const found = recognise(sources, { container: 'csv', place: '', columns }, '');
    return found === undefined ? '' : `. It is a table of ${found.source.name}: leave out --kind (over HTTP kind=)`;
  } catch {
    return '';
  }
}

function refuse(message: string): never {
  throw new IngestError('source', message);
}

function listed(columns: readonly Column[]): string {
  const names = columns.map((column) => column.name).join(', ');
  return names.length > listedMax ? `${names.slice(0, listedMax)}…` : names;
}

/** A name as it stands in SQL. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
