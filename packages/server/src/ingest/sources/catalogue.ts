import { kinds } from '../kinds/index.ts';
import { sources } from './from/index.ts';
import { headingsOf } from './headings.ts';
import { alternatives, isLinks, type Mapping, occurrenceColumn, type Source, type TableDeclaration } from './source.ts';
import { toldNames } from './told.ts';

/** What people want to know of a source before they give a file of it. */
export interface SourceEntry {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly title: string;
  readonly about: string;
  readonly tables: readonly SourceTableEntry[];
  /** Columns that files also head otherwise, such as in the language of the page. */
  readonly headings: readonly HeadingEntry[];
}

export interface HeadingEntry {
  /** In English, as tables name the column. */
  readonly heading: string;
  readonly also: readonly string[];
}

export interface SourceTableEntry {
  readonly rows: string;
  readonly containers: readonly string[];
  /** Kinds of the records that rows become. */
  readonly kinds: readonly string[];
  /** Of which day the numbers are. */
  readonly day: string;
  /** Options that are asked for where rows do not say it. */
  readonly asksFor: readonly string[];
  /** Columns that fields are made of. */
  readonly fields: readonly SourceFieldEntry[];
  /** Columns left out because they are about persons. */
  readonly personal: readonly string[];
  readonly lost: readonly string[];
}

export interface SourceFieldEntry {
  /** As `kind.field`. */
  readonly field: string;
  /** Columns by their English headings; of JSON, paths of members. */
  readonly from: readonly string[];
  /** How it is read. */
  readonly reads: readonly string[];
}

/** Every source whose files are read, in its order in the documentation. */
export function sourceCatalogue(): readonly SourceEntry[] {
  return sources.map(entryOf);
}

function entryOf({ name, otherNames = [], title, about, tables }: Source): SourceEntry {
  return { name, otherNames, title, about, tables: tables.map(tableEntry), headings: headingEntries(tables) };
}

function headingEntries(tables: readonly TableDeclaration[]): readonly HeadingEntry[] {
  const all = new Set(tables.map(({ headings }) => headings ?? {}));
  return [...all].flatMap((headings) =>
    Object.keys(headings).flatMap((name) => {
      const [heading = name, ...also] = headingsOf(headings, name);
      return also.length === 0 ? [] : [{ heading, also }];
    }),
  );
}

function tableEntry(table: TableDeclaration): SourceTableEntry {
  const { rows, containers, records, day, personal = [], lost = [], headings } = table;
  const shown = (names: readonly string[]) =>
    unique(names.flatMap((name) => (name === occurrenceColumn ? [] : (headingsOf(headings, name)[0] ?? []))));
  const fields = records
    .flatMap(({ kind, fields: mapped }) =>
      Object.entries(mapped).flatMap(([field, mapping]) => fieldEntries(`${kind}.${field}`, mapping)),
    )
    .map((entry) => ({ ...entry, from: shown(entry.from) }));
  const asked = new Set(records.flatMap((record) => askedOf(record.kind, record.fields)));
  const asksFor = toldNames.filter((name) => asked.has(name));
  const kindNames = records.map(({ kind }) => kind);
  return { rows, containers, kinds: kindNames, day, asksFor, fields, personal: shown(personal), lost: shown(lost) };
}

function fieldEntries(field: string, mapping: Mapping): readonly SourceFieldEntry[] {
  const ways = alternatives(mapping);
  const plain = ways.flatMap((way) => (isLinks(way) ? [] : [way]));
  const from = plain.flatMap((way) => way.from);
  const own = plain.length === 0 ? [] : [{ field, from, reads: unique(plain.map(({ reader }) => reader.reads)) }];
  const links = ways.flatMap((way) =>
    isLinks(way)
      ? Object.entries(way.link).map(([name, source]) => ({
          field: `${field}[].${name}`,
          from: source.from.map((column) => (way.each === undefined ? column : `${way.each}[].${column}`)),
          reads: [source.reader.reads],
        }))
      : [],
  );
  return [...own, ...links];
}

/**
 * What a record cannot do without: its required fields or what stands in for them, the currency without which amounts
 * are left out, and what readers need.
 */
function askedOf(kind: string, fields: Readonly<Record<string, Mapping>>): readonly string[] {
  const declared = kinds.get(kind);
  const needed = new Set([...(declared?.required ?? []), ...(declared?.declaration.named?.by ?? []), 'currency']);
  return Object.entries(fields).flatMap(([field, mapping]) => {
    const ways = alternatives(mapping).flatMap((way) => (isLinks(way) ? [] : [way]));
    const told = needed.has(field) ? ways.find((way) => way.told !== undefined)?.told : undefined;
    return [told, ...ways.map(({ reader }) => reader.asks)].filter((name) => name !== undefined);
  });
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
