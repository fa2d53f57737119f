import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../src/catalogue/endpoint.ts';
import { ClickHouseReader } from '../../src/serving/clickhouse-reader.ts';
import { fieldOf } from '../../src/serving/list-source.ts';
import type { Condition } from '../../src/serving/page-query.ts';
import type { Reader } from '../../src/serving/reader.ts';
import { narrow } from './narrow.ts';
import { ordered } from './ordering.ts';
import { parsed, type Row, rowsOf, store } from './rows.ts';
import { type TemporaryEngine, temporaryEngine } from './temporary-engine.ts';

const rowCount = 11;
const version = 3;
/** Few values, so that rows tie, and of different lengths, so that text order would show. */
const digits = ['', '7', '10', '1700000000'];
const amounts = ['0', '9.5', '10.25'];
/** Beyond 2^63 and of different lengths: ids are compared as unsigned numbers. */
const ids = ['9', '10', '100', '18446744073709551615', '9223372036854775808', '2', '33', '1', '77', '500', '40'];

let place: TemporaryEngine;
let reader: Reader;
const stored = new Map<ListEndpoint, readonly Row[]>();

beforeAll(async () => {
  place = await temporaryEngine();
  reader = new ClickHouseReader(place.engine);
  for (const endpoint of lists) {
    stored.set(endpoint, rowsWithTies(endpoint));
    await store(place.engine, endpoint, version, stored.get(endpoint) ?? []);
    await store(place.engine, endpoint, version, rowsOf(endpoint, [elsewhere(endpoint)]));
  }
});
afterAll(() => place.remove());

function rowsWithTies(endpoint: ListEndpoint): readonly Row[] {
  const differences = Array.from({ length: rowCount }, (_, row) => ({
    ...Object.fromEntries(endpoint.sortFields.map((name, field) => [name, sample(endpoint, name, row * (field + 1))])),
    [endpoint.rowId]: ids[row] ?? '',
  }));
  return rowsOf(endpoint, differences);
}

function sample(endpoint: ListEndpoint, name: string, seed: number): string {
  const { kind } = fieldOf(endpoint, name);
  const values = kind === 'digits' ? digits : kind === 'amount' ? amounts : ['0', '1', '12'];
  return values[seed % values.length] ?? '';
}

/** A row under another key: it must be on no page. */
function elsewhere(endpoint: ListEndpoint): Row {
  return Object.fromEntries(endpoint.key.map((name) => [name, name === 'region' ? 'XX' : '5']));
}

function keyOf(endpoint: ListEndpoint): readonly Condition[] {
  return endpoint.key.map((field) => ({ field, test: 'equal', value: String(endpoint.example.row[field]) }));
}

async function allPages(endpoint: ListEndpoint, sort: { field: string; descending: boolean }, pageSize: number) {
  const rows: Row[] = [];
  for (let pageNum = 1; ; pageNum++) {
    const page = await reader.page(endpoint, { key: keyOf(endpoint), filters: [], sort, pageNum, pageSize }, version);
    rows.push(...parsed(page));
    if (page.count < pageSize) return rows;
  }
}

const orders = lists.flatMap((endpoint) =>
  endpoint.sortFields.flatMap((field) =>
    [false, true].map((descending) => ({ endpoint, id: endpoint.id, field, descending })),
  ),
);

describe('the pages of any size, one after the other,', () => {
  it.each(orders)('hold each row of $id once, by $field, descending: $descending', async (order) => {
    const { endpoint, field, descending } = order;
    const list = narrow(endpoint, { key: keyOf(endpoint), filters: [], sort: order });
    const expected = ordered(endpoint, stored.get(endpoint) ?? [], field, descending);
    for (let pageSize = 1; pageSize <= 10; pageSize++) {
      const rows = await allPages(list, { field, descending }, pageSize);
      expect(rows.map((row) => row[endpoint.rowId])).toEqual(expected.map((row) => row[endpoint.rowId]));
    }
  });
});
