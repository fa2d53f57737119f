import type { ListEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import { fieldOf } from '../../../packages/server/src/serving/list-source.ts';
import type { Engine } from '../../../packages/server/src/warehouse/engine/engine.ts';
import { measuredLists } from '../measured-lists.ts';
import { measuredFilters } from './measured-filters.ts';

/** A list that a request can ask for. */
export interface ListSample {
  /** Value of the list's key: an id or a region. */
  readonly key: string;
  /** Rows in the list. */
  readonly rows: number;
}

/** What one row holds in the fields that can be filtered by. */
export interface RowSample {
  /** Key of the row's list. */
  readonly key: string;
  /** Text by field. */
  readonly values: Readonly<Record<string, string>>;
}

/** What requests to an endpoint are made of, taken from its rows. */
export interface EndpointSample {
  readonly endpoint: ListEndpoint;
  /** Lists, each as likely as any other. */
  readonly anyLists: readonly ListSample[];
  /** Lists, each as likely as it has rows. */
  readonly longLists: readonly ListSample[];
  /** Each row as likely as any other. */
  readonly rows: readonly RowSample[];
}

const listsMax = 4_000;
const rowsMax = 4_000;

/** Draws from a version's rows, by hashes of their keys: the same rows give the same samples. */
export async function drawSamples(engine: Engine, version: number): Promise<readonly EndpointSample[]> {
  const samples: EndpointSample[] = [];
  for (const endpoint of measuredLists) {
    const anyLists = await engine.rows<ListSample>(listsSql(endpoint, anyOrder(endpoint)), { version });
    const longLists = await engine.rows<ListSample>(listsSql(endpoint, longOrder(endpoint)), { version });
    const rows = await engine.rows<RowSample>(rowsSql(endpoint), { version });
    samples.push({ endpoint, anyLists: anyLists.map(counted), longLists: longLists.map(counted), rows });
  }
  return samples;
}

function counted({ key, rows }: ListSample): ListSample {
  return { key, rows: Number(rows) };
}

function keyOf({ key }: ListEndpoint): string {
  const [field, ...others] = key;
  if (field === undefined || others.length > 0) throw new TypeError('a list with one field as its key is expected');
  return field;
}

/** Lists in an order in which each has the same chance to be among the first. */
function anyOrder(endpoint: ListEndpoint): string {
  const key = keyOf(endpoint);
  return `SELECT ${key} FROM ${endpoint.table} WHERE version = {version:UInt32}
    GROUP BY ${key} ORDER BY cityHash64(${key}, 'any list') LIMIT ${listsMax}`;
}

/** Lists of rows in an order in which each row has the same chance to be among the first. */
function longOrder(endpoint: ListEndpoint): string {
  const key = keyOf(endpoint);
  return `SELECT ${key} FROM ${endpoint.table} WHERE version = {version:UInt32}
    ORDER BY cityHash64(${key}, ${endpoint.rowId}, 'long list') LIMIT ${listsMax}`;
}

function listsSql(endpoint: ListEndpoint, chosen: string): string {
  const key = keyOf(endpoint);
  return `SELECT toString(chosen.${key}) AS key, counted.rows AS rows FROM (${chosen}) AS chosen
    INNER JOIN (SELECT ${key}, count() AS rows FROM ${endpoint.table} WHERE version = {version:UInt32} GROUP BY ${key}) AS counted
    ON counted.${key} = chosen.${key} ORDER BY cityHash64(chosen.${key}, 'order')`;
}

function rowsSql(endpoint: ListEndpoint): string {
  const key = keyOf(endpoint);
  const fields = measuredFilters(endpoint).map((name) => `'${name}', toString(${filterValue(endpoint, name)})`);
  return `SELECT toString(${key}) AS key, map(${fields.join(', ')}) AS values FROM ${endpoint.table}
    WHERE version = {version:UInt32}
    ORDER BY cityHash64(${key}, ${endpoint.rowId}, 'row') LIMIT ${rowsMax}`;
}

/** Digits that are unknown count as 0. */
function filterValue(endpoint: ListEndpoint, name: string): string {
  return fieldOf(endpoint, name).kind === 'digits' ? `toUInt64OrZero(${name})` : name;
}
