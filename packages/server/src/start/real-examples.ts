import type { Endpoint } from '../catalogue/endpoint.ts';
import { checkLookup, checkRows } from '../catalogue/parameters.ts';
import type { CurrentDataset } from '../serving/current-dataset.ts';
import type { Page, Reader } from '../serving/reader.ts';
import { type Lookups, lookUp } from '../surfaces/lookups.ts';

type Row = Endpoint['example']['row'];
type Query = Endpoint['example']['query'];

/** Who answers the questions of the examples. */
export interface Answering {
  readonly reader: Reader;
  readonly lookups: Lookups;
  readonly dataset: CurrentDataset;
}

/**
 * The catalogue with examples that work on this server: its questions about ids that the served dataset has, each out
 * of a row that an example before it answered, and the first row of the answer. Where there is none, the made-up
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
    const query = answerable(endpoint, known);
    const row = query && (await firstRow(endpoint, query, answering));
    if (row) learn(known, endpoint, row);
    shown.push(query && row ? { ...endpoint, example: { query, row } } : endpoint);
  }
  return shown;
}

/** The example's question with ids that are known; undefined when one is not, or something else would have to be. */
function answerable({ parameters, example }: Endpoint, known: ReadonlyMap<string, string>): Query | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(example.query)) {
    const kind = parameters.find((parameter) => parameter.name === name)?.domain.kind;
    const asked = kind === 'id' ? known.get(name) : value;
    if (asked === undefined || kind === 'addresses') return undefined;
    query[name] = asked;
  }
  return query;
}

async function firstRow(endpoint: Endpoint, query: Query, answering: Answering): Promise<Row | undefined> {
  const { rows } = await answer(endpoint, query, answering);
  const [first] = JSON.parse(`[${rows}]`) as readonly Row[];
  return first;
}

async function answer(endpoint: Endpoint, query: Query, { reader, lookups, dataset }: Answering): Promise<Page> {
  if (endpoint.kind === 'lookup') return lookUp(lookups, endpoint, checkLookup(endpoint, query), '');
  const version = dataset.current()?.version ?? 0;
  const list = endpoint.kind === 'detail' ? endpoint.of : endpoint;
  return reader.page(list, checkRows(endpoint, query), version);
}

/** The first id of each name stays, so that the examples tell of one product. */
function learn(known: Map<string, string>, { row: fields }: Endpoint, row: Row): void {
  for (const { name, kind } of fields) {
    const value = row[name];
    if (kind === 'id' && typeof value === 'string' && value !== '0' && !known.has(name)) known.set(name, value);
  }
}
