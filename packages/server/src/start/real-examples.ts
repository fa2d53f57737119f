import { type Endpoint, sourceOf } from '../catalogue/endpoint.ts';
import type { Parameter } from '../catalogue/parameter.ts';
import { checkLookup, checkRows } from '../catalogue/parameters.ts';
import type { CurrentDataset } from '../serving/current-dataset.ts';
import { firstDateOf, periodKindOf } from '../serving/rankings/period.ts';
import type { Page, Reader } from '../serving/reader.ts';
import { type Lookups, lookUp } from '../surfaces/lookups.ts';
import { dateOf, dayOf } from '../warehouse/day.ts';

type Row = Endpoint['example']['row'];
type Query = Endpoint['example']['query'];

/** Who answers the questions of the examples. */
export interface Answering {
  readonly reader: Reader;
  readonly lookups: Lookups;
  readonly dataset: CurrentDataset;
}

/**
 * The catalogue with examples that work on this server: its questions about the last days, and about ids that the served
 * dataset has, each out of a row that an example before it answered, and the first row of the answer. Where there is none, the made-up
 * example stays.
 *
 * For data that nobody minds to see: the docs show it to everybody. @throws EngineError
 */
export async function withRealExamples(
  catalogue: readonly Endpoint[],
  answering: Answering,
): Promise<readonly Endpoint[]> {
  const known = new Map<string, string>();
  const shown: Endpoint[] = [];
  for (const endpoint of catalogue) {
    const query = answerable(endpoint, known, answering.dataset.current()?.asOf ?? '');
    const row = query && (await firstRow(endpoint, query, answering));
    if (row) learn(known, endpoint, row);
    shown.push(query && row ? withExample(endpoint, { query, row }) : endpoint);
  }
  return shown;
}

/** The days of an export are those of its trend. */
function withExample(endpoint: Endpoint, example: Endpoint['example']): Endpoint {
  if (endpoint.kind !== 'trend') return { ...endpoint, example };
  const { series } = endpoint;
  const days = { start_date: example.query['start_date'] ?? '', end_date: example.query['end_date'] ?? '' };
  const query = { ...series.example.query, ...days };
  return { ...endpoint, example, series: { ...series, example: { ...example, query } } };
}

/**
 * The example's question with ids that are known and dates up to the as-of day; undefined when an id is not known, or
 * something else would have to be.
 */
function answerable(endpoint: Endpoint, known: ReadonlyMap<string, string>, asOf: string): Query | undefined {
  const { parameters, rowId, example } = endpoint;
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(example.query)) {
    const { domain, use } = parameters.find((parameter) => parameter.name === name) ?? {};
    const kind = domain?.kind;
    const ofIds = use?.as === 'key' ? use.field : rowId;
    const withIds = kind === 'id' ? known.get(name) : kind === 'ids' ? known.get(ofIds) : value;
    const asked = kind === 'date' && use !== undefined ? recentDate(use, example.query, asOf) : withIds;
    if (asked === undefined || kind === 'addresses' || kind === 'phrase') return undefined;
    query[name] = asked;
  }
  return query;
}

/** Days that the example of a range of days is about. */
const exampleDays = 27;

/** For a date of a question: of a period the last that is over, of a range its ends, the as-of day being the last. */
function recentDate(use: Parameter['use'], query: Query, asOf: string): string | undefined {
  if (asOf === '') return undefined;
  const daysBefore = (days: number) => dateOf(dayOf(asOf) - days);
  if (use.as === 'filter') return use.test === 'atLeast' ? daysBefore(exampleDays - 1) : asOf;
  if (use.as !== 'key' || use.periodKind === undefined) return undefined;
  const kind = periodKindOf(query[use.periodKind] ?? '');
  const current = firstDateOf(kind, asOf);
  return firstDateOf(kind, dateOf(dayOf(current) - 1));
}

async function firstRow(endpoint: Endpoint, query: Query, answering: Answering): Promise<Row | undefined> {
  const { rows } = await answer(endpoint, query, answering);
  const [first] = JSON.parse(`[${rows}]`) as readonly Row[];
  return first;
}

async function answer(endpoint: Endpoint, query: Query, { reader, lookups, dataset }: Answering): Promise<Page> {
  if (endpoint.kind === 'lookup') return lookUp(lookups, endpoint, checkLookup(endpoint, query), '');
  const version = dataset.current()?.version ?? 0;
  return reader.page(sourceOf(endpoint), checkRows(endpoint, query), version);
}

/** The first id of each name stays, so that the examples tell of one product. */
function learn(known: Map<string, string>, { row: fields }: Endpoint, row: Row): void {
  for (const { name, kind } of fields) {
    const value = row[name];
    if (kind === 'id' && typeof value === 'string' && value !== '0' && !known.has(name)) known.set(name, value);
  }
}
