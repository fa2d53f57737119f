import { isPresent, isRecord, type JsonRecord, without } from '../fields/records.ts';
import { meantCurrency, parsedOrUndefined } from '../fields/texts.ts';
import { kinds } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import { backCast } from './back-cast.ts';
import { valueAt } from './paths.ts';
import type { CurrencyMark } from './readers/currency-marks.ts';
import { localCurrency } from './readers/marketplaces.ts';
import { type DateOrder, type FieldSource, type Reading, Rounded, Unreadable } from './readers/reader.ts';
import { RoundedTotals } from './rounded-totals.ts';
import { columnFor, columnsInWords, type FileHeadings, headingOf } from './row-columns.ts';
import {
  alternatives,
  isLinks,
  type LinksMapping,
  type Mapping,
  type RecordDeclaration,
  type TableDeclaration,
} from './source.ts';
import type { Told } from './told.ts';

/** A value of a row that cannot be read. */
export interface UnreadField {
  readonly field: string;
  /** As the file heads it. */
  readonly column: string | undefined;
  readonly reason: string;
  readonly value: unknown;
  readonly ask: Unreadable['ask'];
}

/** A record made of a row. */
export interface Converted {
  readonly record: JsonRecord;
  readonly unread: readonly UnreadField[];
  /** The column of the file that a field of the record comes from; undefined: none. */
  readonly columnOf: (field: string) => string | undefined;
}

/** What is known of all rows of a table. */
export interface TableKnowledge {
  readonly told: Told;
  readonly context: JsonRecord;
  /** Currencies that headings name, by the names of their columns. */
  readonly headed: ReadonlyMap<string, CurrencyMark> | undefined;
  readonly headings: FileHeadings;
  readonly dateOrder: DateOrder | undefined;
}

/** The records of a row: those of its declarations, their rounded totals, and what its windows say of earlier days. */
export function convertRow(table: TableDeclaration, values: JsonRecord, known: TableKnowledge): readonly Converted[] {
  const local = localOf(table, values, known);
  return table.records.flatMap((declaration) => new Row(values, known, local).convert(declaration));
}

/** The currency of the marketplace, which a row may name for all its records. */
function localOf(table: TableDeclaration, values: JsonRecord, known: TableKnowledge): string | undefined {
  const mapping = table.records.map(({ fields }) => fields['region']).find(isPresent);
  const region = mapping === undefined ? undefined : new Row(values, known, undefined).read('region', mapping);
  return localCurrency(region, known.told);
}

/** A row while a record is made of it. */
class Row {
  readonly #values: JsonRecord;
  readonly #known: TableKnowledge;
  readonly #unread: UnreadField[] = [];
  readonly #rounded = new RoundedTotals();
  #reading: Reading;
  /** Nothing says the currency but the marketplace. */
  #isCurrencyLocal = false;

  constructor(values: JsonRecord, known: TableKnowledge, local: string | undefined) {
    this.#values = values;
    this.#known = known;
    const { told, dateOrder } = known;
    const currency = told.currency === undefined ? undefined : meantCurrency(told.currency);
    this.#reading = { told, currency, local, dateOrder };
  }

  /** None: the row says nothing of such a record. */
  convert(declaration: RecordDeclaration): readonly Converted[] {
    const { kind: name, fields, onlyWith, backCast: back } = declaration;
    const kind = kinds.get(name);
    const record: Record<string, unknown> = { kind: name };
    this.#readCurrency(fields['currency'], record);
    for (const field in fields) {
      const mapping = fields[field];
      if (mapping === undefined || field === 'currency') continue;
      const value = this.read(field, mapping);
      if (value !== undefined) record[field] = value;
    }
    const says = (field: string) => field in record || this.#unread.some((unread) => unread.field === field);
    if (kind === undefined || onlyWith?.some(says) === false) return [];
    if (fields['currency'] !== undefined) this.#checkCurrency(kind, record, fields);
    const total = { ...record, ...this.#rounded.values };
    const derived =
      back === undefined ? [] : this.#backCast(back, this.#isCurrencyUnread ? withoutMoney(kind, total) : total);
    const rounded = this.#rounded.settle(kind, record);
    const columnOf = (field: string) => this.#columnOf(fields, field);
    return [
      { record, unread: this.#unread, columnOf },
      ...[...(rounded === undefined ? [] : [rounded]), ...derived].map((each) => ({
        record: { ...each, kind: name },
        unread: [],
        columnOf,
      })),
    ];
  }

  /** First, for it decides how amounts are read. What the row says of it and cannot be read, nothing else makes up for. */
  #readCurrency(mapping: Mapping | undefined, record: Record<string, unknown>): void {
    if (mapping === undefined) return;
    const { told, local } = this.#reading;
    const read = this.read('currency', mapping) ?? told.currency;
    this.#isCurrencyLocal = read === undefined;
    const currency = this.#isCurrencyUnread ? undefined : (read ?? local);
    if (typeof currency === 'string') record['currency'] = currency;
    this.#reading = {
      ...this.#reading,
      currency: typeof currency === 'string' ? meantCurrency(currency) : undefined,
    };
  }

  get #isCurrencyUnread(): boolean {
    return this.#unread.some(({ field }) => field === 'currency');
  }

  /** Amounts have to be in a currency, and a record without them names none that the row does not. */
  #checkCurrency(kind: Kind, record: Record<string, unknown>, fields: RecordDeclaration['fields']): void {
    const all = { ...record, ...this.#rounded.values };
    const amounts = [...kind.fields].flatMap(([name, { isMoney }]) => (isMoney && isPresent(all[name]) ? [name] : []));
    const plain = amounts.filter((name) => !kind.json.includes(name));
    if (amounts.length === 0) {
      if (this.#isCurrencyLocal) delete record['currency'];
    } else if (plain.length > 0 && record['currency'] === undefined && !this.#isCurrencyUnread) {
      const columns = new Set(plain.map((name) => this.#columnOf(fields, name) ?? name));
      const reason = `rows do not say the currency of ${[...columns].join(', ')}`;
      this.#unread.push({ field: 'currency', column: undefined, reason, value: undefined, ask: 'currency' });
    }
  }

  #backCast(declaration: NonNullable<RecordDeclaration['backCast']>, record: JsonRecord): readonly JsonRecord[] {
    return backCast(declaration, record, this.#values, {
      reading: this.#reading,
      steps: this.#rounded.steps,
      untrue: (field, reason, value) => {
        const column = headingOf(this.#known.headings, field);
        this.#unread.push({ field, column, reason, value, ask: undefined });
      },
    });
  }

  read(field: string, mapping: Mapping): unknown {
    for (const one of alternatives(mapping)) {
      const value = isLinks(one) ? this.#links(field, one) : this.#readFrom(field, one, this.#values);
      if (value !== undefined) return value instanceof Rounded ? this.#round(field, value) : value;
    }
    return undefined;
  }

  #readFrom(field: string, source: FieldSource, values: JsonRecord): unknown {
    const { from, reader, told, constant, together } = source;
    if (constant !== undefined) return constant;
    if (together) return this.#readTogether(field, source, values);
    for (const path of from) {
      const value = valueAt(values, path) ?? valueAt(this.#known.context, path);
      const read =
        value === undefined ? undefined : this.#taken(field, [path], value, reader.read(value, this.#readingAt(path)));
      if (read !== undefined) return read;
    }
    const given = told === undefined ? undefined : this.#known.told[told];
    return given === undefined ? undefined : reader.read(given, this.#reading);
  }

  #readingAt(path: string): Reading {
    const headed = this.#known.headed?.get(path);
    return headed === undefined ? this.#reading : { ...this.#reading, headed };
  }

  #readTogether(field: string, { from, reader }: FieldSource, values: JsonRecord): unknown {
    const found = from.map((path) => [path, valueAt(values, path) ?? valueAt(this.#known.context, path)] as const);
    const present = found.filter(([, value]) => value !== undefined);
    const value = Object.fromEntries(present);
    const read = present.length === 0 ? undefined : reader.read(value, this.#reading);
    return this.#taken(field, Object.keys(value), value, read);
  }

  #taken(field: string, from: readonly string[], value: unknown, read: unknown): unknown {
    if (!(read instanceof Unreadable)) return read;
    const column = columnsInWords(this.#known.headings, read.column === undefined ? from : [read.column]);
    this.#unread.push({ field, column, reason: read.reason, value, ask: read.ask });
    return undefined;
  }

  #columnOf(fields: RecordDeclaration['fields'], field: string): string | undefined {
    return columnFor({ ...this.#known, values: this.#values }, fields, field, this.#reading);
  }

  /** Without a currency, an amount is told with the record. */
  #round(field: string, rounded: Rounded): unknown {
    if (!field.startsWith('total_') || (field.endsWith('_amt') && this.#isCurrencyUnread)) return rounded.value;
    this.#rounded.add(field, rounded);
    return undefined;
  }

  #links(field: string, { each, link }: LinksMapping): unknown {
    const rows = each === undefined ? [this.#values] : this.#listAt(each);
    const links = rows.map((row) => {
      const entries = Object.entries(link).map(([name, source]) => [name, this.#readFrom(field, source, row)] as const);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    });
    const named = links.filter((each) => 'product_id' in each);
    return named.length === 0 ? undefined : this.#rounded.addLinks(field, named);
  }

  #listAt(path: string): readonly JsonRecord[] {
    const value = valueAt(this.#values, path);
    const list = typeof value === 'string' ? parsedOrUndefined(value) : value;
    return Array.isArray(list) ? list.map((each) => (isRecord(each) ? each : { product_id: each })) : [];
  }
}

function withoutMoney({ fields }: Kind, record: JsonRecord): JsonRecord {
  return without(
    record,
    [...fields].flatMap(([name, { isMoney }]) => (isMoney ? [name] : [])),
  );
}
