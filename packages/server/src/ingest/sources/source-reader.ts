import type { Suspicion } from '../../kernel/suspicion.ts';
import { isPresent } from '../fields/records.ts';
import { IngestError } from '../ingest-error.ts';
import { kinds } from '../kinds/index.ts';
import type { RecordIntake } from '../validating/record-intake.ts';
import { placeOf } from '../validating/rejects.ts';
import { type Converted, convertRow } from './convert.ts';
import { withDateOrder } from './date-order.ts';
import { sources } from './from/index.ts';
import { misspeltColumns, nearestInWords } from './nearest.ts';
import { mayBe } from './readers/currency-marks.ts';
import type { DateOrder } from './readers/reader.ts';
import { namedColumns, type Recognised, recognise, type Shape } from './recognise.ts';
import { type FileHeadings, fileHeadings, headingOf } from './row-columns.ts';
import { RowDoubts } from './row-doubts.ts';
import { alternatives, isLinks, occurrenceColumn, type Source, type TableDeclaration } from './source.ts';
import type { SourceRow, SourceTable } from './source-table.ts';
import { asking, type Told, type ToldName } from './told.ts';

export interface SourceRequest {
  /** Of the file, for messages. */
  readonly name: string;
  /** Those the file may be from. */
  readonly sources: readonly Source[];
  readonly told: Told;
  /** What its tables have to be in; undefined: anything. */
  readonly container?: SourceTable['container'] | undefined;
}

interface TableRequest extends SourceRequest {
  readonly dateOrder: DateOrder | undefined;
}

/** Reads the tables of a file, each by the source that recognises it. */
export class SourceReader {
  readonly #request: SourceRequest;
  readonly #intake: RecordIntake;
  /** In the order they were met. */
  readonly #met = new Set<string>();
  #last: Source | undefined;
  /** Tables that no source has. */
  readonly #unknown: Shape[] = [];

  constructor(request: SourceRequest, intake: RecordIntake) {
    this.#request = request;
    this.#intake = intake;
  }

  /** Names of the sources met so far; undefined: none is recognised yet. */
  get from(): string | undefined {
    return this.#met.size === 0 ? undefined : [...this.#met].join(', ');
  }

  /** What declares a table; of sources that suit it equally well the one that was met before. */
  recognise(shape: Shape): Recognised | undefined {
    const { sources: asked, name } = this.#request;
    return recognise(asked, shape, name, this.#last);
  }

  /** @throws IngestError `source` when something has to be told that was not. */
  async *read(table: SourceTable): AsyncGenerator<void> {
    const recognised = this.recognise(table);
    const asked = recognised === undefined ? this.#request.sources : [recognised.source];
    const refusal = asked.map(({ refusal: refused }) => refused?.(table.context)).find(isPresent);
    if (recognised !== undefined) this.#meet(recognised);
    if (refusal !== undefined) yield* this.#refuse(table, refusal);
    else if (recognised === undefined) yield* this.#passOver(table);
    else yield* this.#take(table, recognised);
  }

  /** @throws IngestError `source` when no table was one of a source. */
  end(): void {
    if (this.#met.size > 0 || this.#unknown.length === 0) return;
    // Rows of a table may be records of our own, of a kind that it does not say.
    const isTable = this.#unknown.some(({ container }) => container !== 'json');
    throw new IngestError('source', unrecognised(this.#request, this.#unknown), { asks: isTable ? 'kind' : undefined });
  }

  #meet({ source, likewise }: Recognised): void {
    this.#met.add([source, ...likewise].map(({ name }) => name).join(' or '));
    if (likewise.length === 0) this.#last = source;
  }

  /** One reject for all that stands in a response that is an error; what stands behind it is read for itself. */
  async *#refuse({ lineNumber = 1, rows }: SourceTable, refusal: string): AsyncGenerator<void> {
    this.#intake.refuse(lineNumber, refusal, '');
    for await (const group of rows()) {
      for (const { lineNumber: line, unread } of group) if (unread !== undefined) this.#intake.refuse(line, unread, '');
      yield;
    }
  }

  /** Tables beside the rows, such as further sheets, are nobody's; what JSON holds are rows. */
  async *#passOver({ container, file, place, columns, rows }: SourceTable): AsyncGenerator<void> {
    const shape = { container, place, columns };
    if (columns.length > 0) this.#unknown.push(shape);
    if (container === 'csv' && file !== undefined) {
      const nearest = nearestInWords(this.#request.sources, shape);
      this.#intake.refuse(1, `${file} is of no known source: it has ${columns.join(', ')}${nearest}`, '');
    }
    if (container !== 'json') return;
    for await (const group of rows()) {
      for (const { lineNumber, unread, values } of group)
        this.#intake.refuse(lineNumber, unread ?? this.#unknownRow(place, Object.keys(values)), '');
      yield;
    }
  }

  /** Names of members alone: what they say may be about persons. */
  #unknownRow(place: string, columns: readonly string[]): string {
    const expected = 'expected a row of a known source';
    const of = columns.length === 0 ? 'an empty object' : `one with ${columns.slice(0, shownNamesMax).join(', ')}`;
    const other = recognise(sources, { container: 'json', place, columns }, '', this.#last)?.source.name;
    return other === undefined
      ? `${expected}, got ${of}`
      : `${expected.replace('a known source', this.#asked)}, got one of ${other}: leave out --from (over HTTP from=), or split the file`;
  }

  get #asked(): string {
    return this.#request.sources.map(({ name }) => name).join(', ');
  }

  /** Rows of a table, and how its dates are written. */
  async #ordered(table: SourceTable, { table: { dates }, names }: Recognised) {
    if (dates === undefined) return { order: undefined, groups: table.rows() };
    const columns = table.columns.filter((column) => dates.includes(names?.get(column) ?? column));
    const { order, rows } = await withDateOrder(this.#request.name, table.rows(), columns, this.#request.told);
    return { order, groups: rows };
  }

  async *#take(table: SourceTable, recognised: Recognised): AsyncGenerator<void> {
    checkContainer(this.#request, table.container);
    checkHeaded(this.#request, recognised, fileHeadings(table.columns, recognised.names));
    const { order, groups } = await this.#ordered(table, recognised);
    const rows = new TableRows(table, recognised, { ...this.#request, dateOrder: order }, this.#intake);
    for await (const group of groups) {
      for (const row of group) rows.take(row);
      yield;
    }
    // Members of JSON are written by programs, which know their names.
    const misspelt = table.container === 'json' ? [] : misspeltColumns(recognised, table.columns);
    for (const suspicion of [...misspelt, ...rows.doubts()]) this.#intake.suspect(suspicion);
  }
}

/** A format that is told is not passed over. */
function checkContainer({ name, container: told }: SourceRequest, container: SourceTable['container']): void {
  if (told === undefined || told === container) return;
  const [own, given] = [container, told].map((each) => (each === 'json' ? 'ndjson' : each));
  const expected = `expected --format (over HTTP format=) to be ${own} or left out, got ${given}`;
  throw new IngestError('source', `${name}: ${expected}`);
}

/** What is told is not taken for what the headings say otherwise. */
function checkHeaded(
  { name, told: { currency } }: SourceRequest,
  { headed = new Map() }: Recognised,
  headings: FileHeadings,
): void {
  if (currency === undefined) return;
  for (const [column, mark] of headed) {
    if (mark.length === 0 || mayBe(mark, currency)) continue;
    const expected = `expected --currency (over HTTP currency=) to be what its headings say`;
    throw new IngestError(
      'source',
      `${name}: ${expected}, ${mark.join(' or ')} of ${headingOf(headings, column)}, got ${currency}`,
    );
  }
}

/** Takes in the rows of a table that is recognised. */
class TableRows {
  readonly #declaration: TableDeclaration;
  readonly #names: Recognised['names'];
  readonly #known: Parameters<typeof convertRow>[2];
  readonly #request: SourceRequest;
  readonly #intake: RecordIntake;
  readonly #doubts: RowDoubts | undefined;
  #isFirst = true;
  readonly #occurrences = new Map<string, number>();
  #group: unknown;

  constructor({ context, columns }: SourceTable, recognised: Recognised, request: TableRequest, intake: RecordIntake) {
    const { table, names, headed } = recognised;
    const above = namedColumns(table, Object.keys(context)).names;
    this.#declaration = table;
    this.#doubts = table.doubt && new RowDoubts(table.doubt);
    this.#names = names;
    this.#known = {
      told: request.told,
      context: renamed(context, above),
      headed,
      headings: new Map([...fileHeadings(Object.keys(context), above), ...fileHeadings(columns, names)]),
      dateOrder: request.dateOrder,
    };
    this.#request = request;
    this.#intake = intake;
  }

  /** What looks wrong in the rows so far. */
  doubts(): readonly Suspicion[] {
    return this.#doubts?.found() ?? [];
  }

  take({ values: given, lineNumber, unread, isTotal }: SourceRow): void {
    if (unread !== undefined) this.#intake.refuse(lineNumber, unread, '');
    else if (isTotal === true) this.#intake.skip('totalRows');
    else this.#takeValues(renamed(given, this.#names), lineNumber);
  }

  #takeValues(given: SourceRow['values'], lineNumber: number): void {
    if (this.#isFirst && this.#isDescription(given)) this.#intake.skip('descriptionRows');
    else this.#takeRow(given, lineNumber);
  }

  #takeRow(given: SourceRow['values'], lineNumber: number): void {
    const values = this.#numbered(given);
    if (this.#declaration.isNoRow?.(values) === true) return;
    this.#doubts?.see(values);
    for (const converted of convertRow(this.#declaration, values, this.#known)) {
      this.#askFor(converted);
      this.#intake.take({ ...converted, lineNumber });
    }
    this.#isFirst = false;
  }

  /** Exports of the marketplace say below each heading what it means, where a row would have its dates. */
  #isDescription(values: SourceRow['values']): boolean {
    const { dates = [] } = this.#declaration;
    const texts = dates.map((column) => values[column]);
    return (
      texts.length > 0 &&
      texts.every((text) => typeof text === 'string' && /\p{L}.*\s.*\p{L}/u.test(text) && !/\d/.test(text))
    );
  }

  #numbered(values: SourceRow['values']): SourceRow['values'] {
    const { lineOf } = this.#declaration;
    if (lineOf === undefined) return values;
    const [group, ...line] = lineOf.map((column) => values[column]);
    if (group !== this.#group) this.#occurrences.clear();
    this.#group = group;
    const same = JSON.stringify(line);
    const occurrence = (this.#occurrences.get(same) ?? 0) + 1;
    this.#occurrences.set(same, occurrence);
    return { ...values, [occurrenceColumn]: occurrence };
  }

  /** What the first row lacks, all lack. */
  #askFor({ record, unread }: Converted): void {
    const { name } = this.#request;
    const missing = this.#isFirst ? missingOf(this.#declaration, record) : undefined;
    if (missing !== undefined) throw asking(missing, `${name}: ${this.#declaration.rows} do not say their ${missing}`);
    const ask = unread.find((each) => each.ask !== undefined);
    if (ask?.ask !== undefined) throw asking(ask.ask, `${name}: ${placeOf(ask)}: ${ask.reason}`);
  }
}

/** What has to be told of a record: what its kind requires, and the row does not say. */
function missingOf({ records }: TableDeclaration, record: Converted['record']): ToldName | undefined {
  const kind = kinds.get(String(record['kind']));
  const fields = records.find(({ kind: name }) => name === record['kind'])?.fields ?? {};
  for (const field of kind?.required ?? []) {
    // A name may stand in place of an id.
    const named = kind?.declaration.named;
    const names = field === named?.id ? [field, ...named.by] : [field];
    if (names.some((name) => isPresent(record[name]))) continue;
    for (const one of names.flatMap((name) => alternatives(fields[name] ?? []))) {
      if (!isLinks(one) && one.told !== undefined) return one.told;
    }
  }
  return undefined;
}

function renamed(values: SourceRow['values'], names: Recognised['names']): SourceRow['values'] {
  if (names === undefined) return values;
  return Object.fromEntries(Object.entries(values).map(([column, value]) => [names.get(column) ?? column, value]));
}

const shownMax = 300;
const shownNamesMax = 8;

/** The first table tells it. */
function unrecognised({ name, sources: asked }: SourceRequest, [table]: readonly Shape[]): string {
  const columns = table?.columns.join(', ') ?? '';
  const shown = columns.length > shownMax ? `${columns.slice(0, shownMax)}…` : columns;
  const known = asked.map((source) => source.name).join(', ');
  const expected = asked.length === 1 ? `expected a file of ${known}` : `expected a file of one of ${known}`;
  const nearest = table === undefined ? '' : nearestInWords(asked, table);
  return `${name}: ${expected} (see vitrine sources) or our own records (of CSV and XLSX with --kind, over HTTP kind=); it has ${shown}${nearest}`;
}
