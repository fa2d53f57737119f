import type { JsonRecord } from '../fields/records.ts';
import type { Headings } from './headings.ts';
import type { FieldSource } from './readers/reader.ts';
import type { RowDoubt } from './row-doubts.ts';
import type { SourceTable } from './source-table.ts';

/** The files of one provider, as people hold them. One a file, in `from/`. */
export interface Source {
  /** As `--from` has it. */
  readonly name: string;
  /** Other names of it. */
  readonly otherNames?: readonly string[];
  readonly title: string;
  /** Where such files come from, for docs/sources.md. */
  readonly about: string;
  /** Of several that suit a table the first counts. */
  readonly tables: readonly TableDeclaration[];
  /** Why a document is refused by what its envelope says, such as an error of the provider. */
  readonly refusal?: (context: JsonRecord) => string | undefined;
}

/** One kind of table, and the records its rows become. */
export interface TableDeclaration {
  /** What a row is, for messages and docs/sources.md. */
  readonly rows: string;
  readonly containers: readonly SourceTable['container'][];
  /** How files head the columns that are used below by name; absent: by that name. */
  readonly headings?: Headings;
  readonly recognised: Recognition;
  readonly records: readonly RecordDeclaration[];
  /** Sources that have it write it alike: a file is of one or the other, not of the first. */
  readonly isAlike?: true;
  /** Of which day the numbers are, in words. */
  readonly day: string;
  /** Columns with local dates, which may have the day or the month first: all of them tell which. */
  readonly dates?: readonly string[];
  /**
   * Columns that tell lines apart, the group first, such as an order, whose lines follow each other. Lines of a group that have
   * the same get a number, as {@link occurrenceColumn}, whatever stands between them.
   */
  readonly lineOf?: readonly string[];
  /** What looks wrong in rows and is taken in all the same. */
  readonly doubt?: RowDoubt;
  /** Rows that are none, such as a line of totals. */
  readonly isNoRow?: (values: JsonRecord) => boolean;
  /** Columns left out because they are about persons. */
  readonly personal?: readonly string[];
  /** Columns that have no place in our records, and why where it is not plain. */
  readonly lost?: readonly string[];
}

/** Which of the lines that are the same a row is, counted from 1. No file has such a column. */
export const occurrenceColumn = 'occurrence';

/** What tells a table: never the name of its file. */
export interface Recognition {
  /** Columns, or members of the rows, that are all there. */
  readonly all: readonly string[];
  /** At least one of them is there. */
  readonly any?: readonly string[];
  /** None of them is there. */
  readonly none?: readonly string[];
  /** Name of the sheet, or path of the list in a document. */
  readonly place?: RegExp;
}

/** A record that is made of a row. */
export interface RecordDeclaration {
  readonly kind: string;
  readonly fields: Readonly<Record<string, Mapping>>;
  /** It is made only of rows that say one of these fields of it; absent: of every row. */
  readonly onlyWith?: readonly string[];
  readonly backCast?: BackCast;
}

/** Of several, the first that says something. */
export type Mapping = OneMapping | readonly OneMapping[];

export type OneMapping = FieldSource | LinksMapping;

/** `products` of a video or live. */
export interface LinksMapping {
  /** A list in the row, of which each element is a link or an id; absent: the row itself is about one product. */
  readonly each?: string;
  readonly link: Readonly<Record<string, FieldSource>>;
}

/**
 * A running total with windows beside it, as of day D, tells what the total was before: T − w on the day D − n. These
 * become derived records.
 */
export interface BackCast {
  /** By the field of the total: columns of its windows by their days. */
  readonly windows?: Readonly<Record<string, Readonly<Record<number, string>>>>;
  /** A list of days up to D in the row, with what was added on each. */
  readonly days?: {
    readonly list: string;
    readonly day: string;
    /** Increments by the field of the total. */
    readonly added: Readonly<Record<string, string>>;
  };
  /** Fields of the record that a derived one carries too, besides its key and time. */
  readonly keeps: readonly string[];
}

/** Names of windows of so many days: `{n}` in the name is the number. */
export function windowsOf(name: string, days: readonly number[]): Readonly<Record<number, string>> {
  return Object.fromEntries(days.map((n) => [n, name.replace('{n}', String(n))]));
}

/** Columns that a declaration knows. */
export function columnsOf(table: TableDeclaration): ReadonlySet<string> {
  const { recognised, records, personal = [], lost = [] } = table;
  const mapped = records.flatMap(({ fields, backCast }) => [
    ...Object.values(fields).flatMap(namesIn),
    ...Object.values(backCast?.windows ?? {}).flatMap((windows) => Object.values(windows)),
    ...(backCast?.days === undefined ? [] : [backCast.days.list]),
  ]);
  const named = [...recognised.all, ...(recognised.any ?? []), ...mapped, ...personal, ...lost];
  return new Set(named.map((name) => name.split('.')[0] ?? name));
}

/** Whether a column, or the one that a member is inside, is among those of a table. */
export function isColumnIn(present: ReadonlySet<string>, name: string): boolean {
  return present.has(name.split('.')[0] ?? name);
}

/** Of columns that fields are made of: the first of these fields, as `kind.field`. */
export function fieldsByColumn({ records }: TableDeclaration): ReadonlyMap<string, string> {
  const found = records.flatMap(({ kind, fields }) =>
    Object.entries(fields).flatMap(([field, mapping]) =>
      namesIn(mapping).map((name) => [name, `${kind}.${field}`] as const),
    ),
  );
  return new Map(found.reverse());
}

function namesIn(mapping: Mapping): readonly string[] {
  return alternatives(mapping).flatMap((one) => {
    if (!isLinks(one)) return one.from;
    return one.each === undefined ? Object.values(one.link).flatMap(({ from }) => from) : [one.each];
  });
}

/** The ways of a mapping, the first to be tried first. */
export function alternatives(mapping: Mapping): readonly OneMapping[] {
  return isSeveral(mapping) ? mapping : [mapping];
}

export function isLinks(mapping: OneMapping): mapping is LinksMapping {
  return 'link' in mapping;
}

function isSeveral(mapping: Mapping): mapping is readonly OneMapping[] {
  return Array.isArray(mapping);
}
