import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, lists } from '../../src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../src/catalogue/endpoint.ts';
import { checkLookup, checkQuery } from '../../src/catalogue/parameters.ts';
import type { FieldKind } from '../../src/serving/list-source.ts';
import { type TemporaryEngine, temporaryEngine } from '../serving/temporary-engine.ts';

const columnTypes: Readonly<Record<FieldKind, readonly string[]>> = {
  id: ['UInt64'],
  digits: ['String'],
  text: ['String'],
  code: ['LowCardinality(String)'],
  json: ['String'],
  count: ['Int64'],
  flag: ['UInt8'],
  day: ['UInt32'],
  date: ['Date'],
  amount: ['Decimal(24, 2)'],
  rate: ['Decimal(9, 4)'],
  rating: ['Decimal(9, 2)'],
};

const sentence = /^[A-Z].*[.]$/s;

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

describe('the catalogue as a whole', () => {
  it.each(['id', 'path', 'tool', 'title'] as const)('gives every endpoint a %s of its own', (property) => {
    expect(repeated(catalogue.map((endpoint) => endpoint[property]))).toEqual([]);
  });

  it('gives every list a table of its own', () => {
    expect(repeated(lists.map(({ table }) => table))).toEqual([]);
  });

  it('holds every list', () => {
    expect(catalogue.filter(({ kind }) => kind === 'list')).toEqual(lists);
  });
});

describe.each(catalogue)('$id', (endpoint) => {
  it('is complete', () => {
    expect(endpoint.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(endpoint.tool).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(endpoint.path).toMatch(/^\/v1(\/[a-z]+(-[a-z]+)*)+$/);
    expect(endpoint.summary).toMatch(sentence);
    expect(endpoint.description).toMatch(sentence);
    expect(endpoint.priceCredits).toBe(1);
  });

  it('explains each parameter and each field, and names none twice', () => {
    for (const { name, description } of [...endpoint.parameters, ...endpoint.row]) {
      expect([name, description]).toEqual([name, expect.stringMatching(/^\S.{2,}$/)]);
    }
    expect(repeated(endpoint.parameters.map(({ name }) => name))).toEqual([]);
    expect(repeated(endpoint.row.map(({ name }) => name))).toEqual([]);
  });

  it('has an example with a whole row', () => {
    const byValue = endpoint.fieldByValue === undefined ? [] : Object.values(endpoint.example.query).slice(0, 1);
    const shown = Object.keys(endpoint.example.row);
    const whole = endpoint.row.filter(({ name, onlyOf }) => onlyOf === undefined || shown.includes(name));
    expect(new Set(shown)).toEqual(new Set([...byValue, ...whole.map(({ name }) => name)]));
    expect(endpoint.row.map(({ name }) => name)).toContain(endpoint.rowId);
  });
});

describe.each(catalogue.filter((endpoint) => endpoint.kind === 'lookup'))('$id', (endpoint) => {
  it('takes nothing but arguments, and has an example that is a right question', () => {
    expect(new Set(endpoint.parameters.map(({ use }) => use.as))).toEqual(new Set(['argument']));
    expect(() => checkLookup(endpoint, endpoint.example.query)).not.toThrow();
  });
});

describe.each(lists)('$id', (endpoint) => {
  it('has one parameter each for the sort field and its direction, unless they are fixed, the page its size, its fields and whether they say how sure they are', () => {
    const uses = endpoint.parameters.map(({ use }) => use.as).filter((as) => as !== 'key' && as !== 'filter');
    const order = endpoint.fixedOrder === undefined ? ['sortField', 'sortType'] : [];
    const sure = endpoint.onRequest.length > 0 ? ['sure'] : [];
    expect(uses).toEqual([...order, 'pageNum', 'pageSize', 'fields', ...sure]);
  });

  it('sorts, filters and keys by fields of its row', () => {
    const fields = [...endpoint.row, ...endpoint.unserved].map(({ name }) => name);
    const used = [...endpoint.sortFields, ...endpoint.filterFields, ...endpoint.key, endpoint.rowId];
    expect(fields).toEqual(expect.arrayContaining(used));
    expect(endpoint.key.length).toBeGreaterThan(0);
  });

  it('numbers its sort fields from 1, by their names', () => {
    const sort = endpoint.parameters.find(({ use }) => use.as === 'sortField');
    const choices = endpoint.sortFields.map((label, i) => ({ value: i + 1, label }));
    if (endpoint.fixedOrder === undefined) expect(sort?.domain).toEqual({ kind: 'choice', choices });
    else expect([sort, choices.length]).toEqual([undefined, 1]);
  });

  it('names few columns for tables, its id among them, all of them fields that fit in a cell', () => {
    const cells = endpoint.row.filter(({ kind }) => kind !== 'json').map(({ name }) => name);
    expect(cells).toEqual(expect.arrayContaining([...endpoint.columns]));
    expect(endpoint.columns).toContain(endpoint.rowId);
    expect(endpoint.columns.length).toBeLessThanOrEqual(8);
  });

  it('has an example that is a right question', () => {
    expect(() => checkQuery(endpoint, endpoint.example.query)).not.toThrow();
    for (const { name } of endpoint.row.filter(({ kind }) => kind === 'json')) {
      expect(() => JSON.parse(String(endpoint.example.row[name]))).not.toThrow();
    }
  });
});

describe('the serving table', () => {
  let place: TemporaryEngine;
  beforeAll(async () => {
    place = await temporaryEngine();
  });
  afterAll(() => place.remove());

  async function columns({ table }: ListEndpoint) {
    const sql =
      'SELECT name, type, comment FROM system.columns WHERE database = currentDatabase() AND table = {table:String}';
    return place.engine.rows<{ name: string; type: string; comment: string }>(sql, { table });
  }

  it.each(lists)(
    'of $id has a column of the right type for each field, and none besides but the version',
    async (endpoint) => {
      const types = new Map((await columns(endpoint)).map(({ name, type }) => [name, type]));
      for (const { name, kind } of endpoint.row) expect([name, ...columnTypes[kind]]).toContain(types.get(name));
      const expected = ['version', ...[...endpoint.row, ...endpoint.unserved].map(({ name }) => name)];
      expect(new Set(types.keys())).toEqual(new Set(expected));
    },
  );

  it.each(lists)('of $id says what each column means', async (endpoint) => {
    expect((await columns(endpoint)).filter(({ comment }) => comment === '')).toEqual([]);
  });

  it.each(lists)('of $id is parted by version and ordered for its key', async ({ table, key, rowId }) => {
    const sql =
      'SELECT partition_key, sorting_key FROM system.tables WHERE database = currentDatabase() AND name = {table:String}';
    const sorting_key = ['version', ...key, rowId].join(', ');
    expect(await place.engine.rows(sql, { table })).toEqual([{ partition_key: 'version', sorting_key }]);
  });
});
