import type { Field } from '../../packages/server/src/ingest/fields/field-type.ts';
import type { Fields, Kind } from '../../packages/server/src/ingest/kinds/kind.ts';

/** A field as a column of the landing table of its kind. */
export interface Column extends Field {
  readonly name: string;
}

/** The fields of a group of a kind; none if the kind lacks the group. */
export function columnsOf(fields: Fields = {}): readonly Column[] {
  return Object.entries(fields).map(([name, field]) => ({ name, ...field }));
}

/** All fields of a kind, in the order of its landing table. */
export function everyColumn({ declaration }: Kind): readonly Column[] {
  const { key, required, lastSeen, details, others } = declaration;
  return columnsOf({ ...key, ...required, ...lastSeen, ...details, ...others });
}

/** A meaning as a text in SQL. */
export function quoted(meaning: string): string {
  return `'${meaning.replaceAll('`', '').replaceAll("'", "''")}'`;
}

/** The comment of a column, empty without a meaning. */
export function commented(meaning: string): string {
  return meaning === '' ? '' : ` COMMENT ${quoted(meaning)}`;
}

/** Lines of SQL, indented and separated by commas. */
export function listed(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join(',\n');
}

/** Names in lines of at most 120 characters, indented. */
export function wrapped(names: readonly string[]): string {
  return names
    .join(', ')
    .replace(/(.{1,110})(?: |$)/g, '    $1\n')
    .trimEnd();
}
