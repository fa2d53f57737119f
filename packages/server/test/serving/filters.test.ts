import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../src/catalogue/endpoint.ts';
import type { Parameter } from '../../src/catalogue/parameter.ts';
import { checkQuery } from '../../src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../src/serving/clickhouse-reader.ts';
import type { Condition, PageQuery } from '../../src/serving/page-query.ts';
import type { Reader } from '../../src/serving/reader.ts';
import { narrow } from './narrow.ts';
import { ordered } from './ordering.ts';
import { parsed, type Row, rowsOf, store } from './rows.ts';
import { type TemporaryEngine, temporaryEngine } from './temporary-engine.ts';

/** Small and crossing: every filter meets rows below, at and above its limit. */
const values = ['0', '1', '2'];
const days = ['20260101', '20260102', '20260131'];
const filtered = lists.filter(({ filterFields }) => filterFields.length > 0);
const version = 1;

let place: TemporaryEngine;
let reader: Reader;
const stored = new Map<ListEndpoint, readonly Row[]>();

beforeAll(async () => {
  place = await temporaryEngine();
  reader = new ClickHouseReader(place.engine);
  for (const endpoint of filtered) {
    const rows = rowsOf(endpoint, fc.sample(difference(endpoint), { numRuns: 60, seed: 1 }));
    const distinct = [...new Map(rows.map((row) => [row[endpoint.rowId], row])).values()];
    stored.set(endpoint, distinct);
    await store(place.engine, endpoint, version, distinct);
  }
});
afterAll(() => place.remove());

function difference(endpoint: ListEndpoint): fc.Arbitrary<Row> {
  const fields = endpoint.filterFields.map((name) => [name, fc.constantFrom(...candidates(endpoint, name))] as const);
  return fc.record({ ...Object.fromEntries(fields), [endpoint.rowId]: fc.integer({ min: 1, max: 500 }).map(String) });
}

function candidates(endpoint: ListEndpoint, field: string): readonly string[] {
  return endpoint.row.some(({ name, kind }) => name === field && kind === 'day') ? days : values;
}

function arbitraryQuery(endpoint: ListEndpoint): fc.Arbitrary<PageQuery> {
  const optional = endpoint.parameters.filter(({ required }) => !required);
  const parts = optional.map((parameter) => [parameter.name, oftenAbsent(endpoint, parameter)] as const);
  return fc
    .record({
      ...Object.fromEntries(parts),
      page_num: fc.constantFrom('1', '2'),
      page_size: fc.constantFrom('10', '3'),
    })
    .map((raw) => ({ ...keyOf(endpoint), ...raw }))
    .filter((raw) => isAccepted(endpoint, raw))
    .map((raw) => checkQuery(endpoint, raw));
}

function oftenAbsent(endpoint: ListEndpoint, { use, domain }: Parameter): fc.Arbitrary<string> {
  const taken =
    domain.kind === 'choice'
      ? domain.choices.map(({ value }) => String(value))
      : domain.kind === 'name'
        ? domain.names
        : candidates(endpoint, use.as === 'filter' ? use.field : '');
  return fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...taken) });
}

function isAccepted(endpoint: ListEndpoint, raw: Readonly<Record<string, string>>): boolean {
  try {
    checkQuery(endpoint, raw);
    return true;
  } catch {
    return false;
  }
}

function keyOf(endpoint: ListEndpoint): Readonly<Record<string, string>> {
  return Object.fromEntries(endpoint.key.map((name) => [name, String(endpoint.example.row[name])]));
}

function plainPage(endpoint: ListEndpoint, { key, filters, sort, pageNum, pageSize }: PageQuery): readonly Row[] {
  const rows = (stored.get(endpoint) ?? []).filter((row) =>
    [...key, ...filters].every((condition) => holds(row, condition)),
  );
  const start = (pageNum - 1) * pageSize;
  return ordered(endpoint, rows, sort.field, sort.descending).slice(start, start + pageSize);
}

function holds(row: Row, { field, test, value }: Condition): boolean {
  const given = row[field] ?? '';
  if (test === 'equal' || test === 'equalInAnyCase') return String(given) === value;
  if (test === 'contains' || test === 'holds') return String(given).includes(value);
  return test === 'atLeast' ? Number(given) >= Number(value) : Number(given) <= Number(value);
}

describe('any filters together', () => {
  it.each(filtered.map((endpoint) => ({ endpoint, id: endpoint.id })))(
    'choose the rows of $id that a plain filter would',
    async ({ endpoint }) => {
      await fc.assert(
        fc.asyncProperty(arbitraryQuery(endpoint), async (query) => {
          const rows = parsed(await reader.page(narrow(endpoint, query), query, version));
          const idsOf = (list: readonly Row[]) => list.map((row) => row[endpoint.rowId]);
          expect(idsOf(rows)).toEqual(idsOf(plainPage(endpoint, query)));
        }),
        { numRuns: 150 },
      );
    },
  );
});

describe('a limit', () => {
  it('is compared exactly, as a decimal', async () => {
    const [list] = filtered;
    if (list === undefined) throw new Error('no endpoint has filters');
    await store(place.engine, list, 2, rowsOf(list, [{ spu_avg_price: '0.30', product_commission_rate: '0.1' }]));
    const found = async (filters: Row) => {
      const query = checkQuery(list, { ...keyOf(list), page_num: '1', page_size: '10', ...filters });
      return (await reader.page(list, query, 2)).count;
    };
    expect(await found({ min_spu_avg_price: '0.3', max_spu_avg_price: '0.3' })).toBe(1);
    expect(await found({ min_spu_avg_price: '0.300001' })).toBe(0);
    expect(await found({ max_spu_avg_price: '0.299999' })).toBe(0);
    expect(await found({ min_product_commission_rate: 0.1, max_product_commission_rate: '0.100000' })).toBe(1);
    expect(await found({ max_total_sale_cnt: '9223372036854775807', max_spu_avg_price: '999999999999999' })).toBe(1);
  });
});
