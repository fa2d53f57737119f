import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { count, type Fields, id } from '../../packages/server/src/catalogue/field.ts';
import { type Key, ofId } from '../../packages/server/src/catalogue/key.ts';
import { defineList } from '../../packages/server/src/catalogue/list.ts';
import { fixedOrder } from '../../packages/server/src/catalogue/order.ts';
import { type ListSql, listSql } from '../../scripts/lists/list-sql.ts';
import { publishSql } from '../../scripts/lists/publish-sql.ts';
import { tableSql } from '../../scripts/lists/table-sql.ts';

interface MadeUp {
  readonly key?: Key;
  /** Fields besides the ids and the units. */
  readonly more?: Fields;
  readonly unserved?: Fields;
}

/** A list of shops, which is added up over products unless its key is one. */
function listWith({ key = ofId('user_id', 'Creator.'), more = {}, unserved = {} }: MadeUp = {}): ListEndpoint {
  const row: Fields = {
    user_id: id('Creator', '1'),
    product_id: id('Product', '1'),
    seller_id: id('Shop', '1'),
    units: count('Units', 3),
    ...more,
  };
  return defineList({
    ...{ id: 'test-list', path: '/v1/test', tag: 'Tests', title: 'A list', summary: 'A.', description: 'A.' },
    key: [key],
    order: fixedOrder('units', 'descending'),
    rowId: 'seller_id',
    columns: ['seller_id'],
    row,
    unserved,
    exampleQuery: {},
  });
}

const ofProducts = listWith({ key: ofId('product_id', 'Product.') });
const select = 'SELECT 1 AS product_id';

describe('what a publish does for a list', () => {
  it.each<readonly [string, ListSql]>([
    ['all rows are counted and checked', { select, keys: select, broken: "''" }],
    ['only the rows are checked', { select }],
  ])('is generated where each row is of one product: %s', (_, sql) => {
    expect(publishSql(ofProducts, sql)).toContain('-- name: broken\n');
  });

  it('is not, where rows of products are read from other lists, which a quarantine fills before it', () => {
    const sql = { select: 'SELECT * FROM serving_product_list' };
    expect(() => publishSql(ofProducts, sql)).toThrow(/^test-list has a row for each product and reads other lists/);
    expect(publishSql(listWith(), sql)).toContain('-- name: insert\n');
  });

  it.each([{ keys: select }, { broken: "''" }])(
    'is not, where %o would check what is no row of a product',
    (checks) => {
      const refused =
        /^test-list is added up over products, which are checked themselves: leave out all but the SELECT$/;
      expect(() => publishSql(listWith(), { select, ...checks })).toThrow(refused);
    },
  );
});

describe('the SQL of a list', () => {
  let path: string;
  beforeAll(() => {
    path = mkdtempSync(join(tmpdir(), 'vitrine-lists-'));
  });
  afterAll(() => rmSync(path, { recursive: true, force: true }));

  /** What is read of a file beside the declaration. */
  function read(text: string): ListSql {
    writeFileSync(join(path, 'test-list.sql'), text);
    return listSql(listWith(), pathToFileURL(`${path}/`));
  }

  it('is one to three statements, with or without a last semicolon', () => {
    expect(read('-- Rows;\nSELECT 1')).toEqual({ select: 'SELECT 1' });
    expect(read('SELECT 1;\n\nSELECT 2;\n')).toEqual({ select: 'SELECT 1', keys: 'SELECT 2' });
    expect(read("SELECT 1;\nSELECT 2;\nif(a, ';', '')\n")).toEqual({
      select: 'SELECT 1',
      keys: 'SELECT 2',
      broken: "if(a, ';', '')",
    });
  });

  it('is refused with a fourth statement, which nothing would run', () => {
    expect(() => read("SELECT 1;\nSELECT 2;\n'';\nSELECT 4;\n")).toThrow(
      'test-list.sql has more than three statements',
    );
  });

  it('is refused where there is none, unless the rows are those of another list', () => {
    const nowhere = pathToFileURL(`${path}/nowhere/`);
    expect(() => listSql(listWith(), nowhere)).toThrow(/^test-list has no SQL: write .*test-list\.sql, or set rowsOf$/);
    const others = { ...listWith(), rowsOf: { list: ofProducts, where: '1' } };
    expect(listSql(others, nowhere)).toEqual({ select: '' });
  });
});

describe('a field of a list', () => {
  const taken = ['version', 'name', 'rows', 'list', 'fails', 'cause', 'other_cause', 'selected', 'wanted', 'found'];

  it.each([...taken, 'Units', '1d', 'units-sold', 'a b', ''])('may not be called "%s", served or not', (name) => {
    const more = { [name]: count('Units', 3) };
    for (const list of [listWith({ more }), listWith({ unserved: more })]) {
      expect(() => tableSql(list)).toThrow(new TypeError(`no field may be called ${name}`));
      expect(() => publishSql(list, { select })).toThrow(new TypeError(`no field may be called ${name}`));
    }
  });

  it('must be there for a list to have it as its key', () => {
    const list = listWith({ key: ofId('video_id', 'Video.') });
    expect(() => tableSql(list)).toThrow(new TypeError('test-list has no field video_id'));
  });
});
