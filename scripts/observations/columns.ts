import type { Field } from '../../packages/server/src/ingest/fields/field-type.ts';
import type { Fields, Kind, KindDeclaration } from '../../packages/server/src/ingest/kinds/kind.ts';

/** A field as a column of the landing table of its kind. */
export interface Column extends Field {
  readonly name: string;
}

/** The fields of a group of a kind; none if the kind lacks the group. */
export function columnsOf(fields: Fields = {}): readonly Column[] {
  return Object.entries(fields).map(([name, field]) => ({ name, ...field }));
}

/** All fields of a kind, in the order of the documentation. */
export function everyField({ declaration }: Kind): readonly Column[] {
  const { key, required, lastSeen, details, others, reworked } = declaration;
  return columnsOf({ ...key, ...reworked?.dropped, ...required, ...lastSeen, ...details, ...others });
}

/** All columns of a kind, in the order of its landing table. */
export function everyColumn({ declaration }: Kind): readonly Column[] {
  const { required, lastSeen, details, others, reworked } = declaration;
  return columnsOf({ ...keyOf(declaration), ...required, ...reworked?.columns, ...lastSeen, ...details, ...others });
}

/** Fields or columns that come first in the key of a landing table. */
export function keyOf({ key, reworked }: KindDeclaration): Fields {
  return { ...key, ...reworked?.key };
}

/** Whether records of a kind say of their totals that they are rounded or derived. */
export function isGraded({ fields }: Kind): boolean {
  return fields.has('derived');
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
