import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { type Ended, program, type Running, serving, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
const data = directory.path;
let server: Running;
let key: string;
beforeAll(async () => {
  const place = ['--data', data];
  // The product of id 1000 + n sells n, so that an order by sales is known.
  const products = Array.from({ length: 25 }, (_, i) => productLines(String(1001 + i), 100, 101 + i));
  await vitrine(['ingest', '-', ...place], { stdin: products.join('') });
  await vitrineHere(['publish', ...place]);
  key = (await vitrineJsonHere<{ key: string }>(['keys', 'create', '--name', 'cli', ...place])).key;
  server = await serving(data, { VITRINE_QPS: '10000' });
});
afterAll(async () => {
  await server.stop();
  directory.remove();
});

function get(...words: readonly string[]): Promise<Ended> {
  return vitrineHere(['get', ...words, '--data', data], { environment: { VITRINE_KEY: key } });
}

const products = ['product-list', '--region', 'US'];
const bySales = [...products, '--sort', 'total_sale_30d_cnt', '--columns', 'product_id,total_sale_30d_cnt'];

describe('vitrine get', () => {
  it('gives every page that matches, as CSV, in the order of the field named', async () => {
    const { status, stdout, stderr } = await get(
      ...bySales,
      '--min-total-sale-30d-cnt',
      '3',
      '--all',
      '--format',
      'csv',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const expected = Array.from({ length: 23 }, (_, i) => `${1025 - i},${25 - i}`);
    expect(stdout).toBe(`${['product_id,total_sale_30d_cnt', ...expected].join('\r\n')}\r\n`);
  });

  it('gives one page unless told otherwise, as a table', async () => {
    const { stdout } = await get(...bySales, '--page-num', '3', '--page-size', '7', '--sort-type', 'ascending');
    const expected = Array.from({ length: 7 }, (_, i) => `${1015 + i}        ${15 + i}`);
    expect(stdout.split('\n')).toEqual(['product_id  total_sale_30d_cnt', ...expected, '']);
  });

  it('gives one JSON document with every field of a row, also when there is no row', async () => {
    const { stdout } = await get(...products, '--json', '--page-size', '2', '--sales-trend-flag', 'stable');
    const rows = JSON.parse(stdout);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ region: 'US', currency: 'USD', skus: expect.any(String) });
    expect(JSON.parse((await get('product-list', '--region', 'XX', '--json')).stdout)).toEqual([]);
  });

  it('shows in a table what the endpoint names for it, sales among it, and says when there is no row', async () => {
    const { stdout } = await get(...products, '--page-size', '1');
    expect(stdout.split('\n')[0]?.split(/ +/)).toEqual([
      'product_id',
      'product_name',
      'total_sale_30d_cnt',
      'total_sale_gmv_30d_amt',
      'currency',
      'spu_avg_price',
      'total_sale_cnt',
      'total_ifl_cnt',
    ]);
    const none = await get('product-list', '--region', 'XX');
    expect([none.status, none.stderr]).toEqual([0, '0 rows\n']);
    const everything = await get(...products, '--columns', 'all', '--format', 'ndjson', '--page-size', '1');
    expect(Object.keys(JSON.parse(everything.stdout))).toContain('desc_detail');
  });

  it('fetches and shows the fields asked for, in the order of the row, or of --columns', async () => {
    const few = [...products, '--fields', 'total_sale_cnt,product_id', '--page-size', '1', '--format', 'csv'];
    expect((await get(...few)).stdout).toBe('product_id,total_sale_cnt\r\n1025,125\r\n');
    expect((await get(...few, '--columns', 'total_sale_cnt')).stdout).toBe('total_sale_cnt\r\n125\r\n');
    const unfetched = await get(...few, '--columns', 'region');
    expect([unfetched.status, unfetched.stderr]).toEqual([
      2,
      expect.stringContaining('expected some of product_id, total_sale_cnt'),
    ]);
    const unknown = await get(...products, '--fields', 'prise');
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('got "prise"')]);
  });

  it.each(['csv', 'ndjson', 'json'])('writes the format that the name of the file says: .%s', async (end) => {
    const path = join(data, `by-name.${end}`);
    expect((await get(...products, '--page-size', '2', '--out', path)).status).toBe(0);
    const text = readFileSync(path, 'utf8');
    const rows = {
      csv: () => text.trimEnd().split('\r\n').slice(1),
      ndjson: () => text.trimEnd().split('\n'),
      json: () => JSON.parse(text),
    };
    expect(rows[end as keyof typeof rows]()).toHaveLength(2);
  });

  it.each(['products.txt', 'products'])('writes to a file of any name the format that is named: %s', async (name) => {
    const path = join(data, name);
    expect((await get(...products, '--page-size', '2', '--format', 'ndjson', '--out', path)).status).toBe(0);
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });

  it('writes Parquet whose columns have the types of the fields', async () => {
    const path = join(data, 'products.parquet');
    const { status, stdout } = await get(...products, '--all', '--out', path);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    const { buffer, byteOffset, byteLength } = readFileSync(path);
    const rows = await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) });
    expect(rows).toHaveLength(25);
    expect(rows[0]).toMatchObject({ product_id: '1025', total_sale_cnt: 125n, spu_avg_price: 9.99, off_mark: 0n });
  });

  it('has asked for enough when whoever reads it has', () => {
    const words = [program, 'get', ...products, '--all', '--format', 'csv', '--data', data].join(' ');
    const piped = spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', `${process.execPath} ${words} | head -n 1`], {
      env: { PATH: process.env['PATH'], VITRINE_KEY: key },
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    expect([piped.status, piped.stderr]).toEqual([0, '']);
    expect(piped.stdout).toMatch(/^category_id,/);
  });

  it('asks the server that is named', async () => {
    const { stdout } = await vitrineHere(['get', ...products, '--server', server.url, '--key', key, '--json']);
    expect(JSON.parse(stdout)).toHaveLength(10);
  });
});

describe('vitrine get, used wrongly, says what is wrong and ends with status 2', () => {
  it.each([
    [['product-list'], 'Missing required argument: --region'],
    [
      ['product-ranking', '--region', 'US', '--date', '2026-11-02', '--rank-type', '2'],
      'Missing required argument: --sort',
    ],
    [
      ['product-ranking', '--region', 'US', '--date', '2026-11-02', '--rank-type', '2', '--sort', 'gmv'],
      '--sort: expected one of total_sale_cnt (1), total_ifl_cnt (2), got "gmv"',
    ],
    [['product-sales'], 'Unknown command product-sales'],
    [[...products, '--product-sort-field', '1'], 'unknown option: --product-sort-field'],
    [[...products, '--format', 'csv', '--json'], 'expected one format, got --json and --format csv'],
    [[...products, '--format', 'xlsx'], '--format: expected one of table, csv, json, ndjson, parquet, got "xlsx"'],
    [
      [...products, '--out', join(data, 'products.xlsx')],
      `--out: expected a file name that ends in .csv, .json, .ndjson or .parquet, or --format, got "${data}/products.xlsx"`,
    ],
    [[...products, '--out', join(data, 'products.csv.gz')], '--out: expected a file name that ends in .csv, '],
    [[...products, '--columns', 'price'], '--columns: unknown field "price": expected some of category_id, '],
    [[...products, '--sort', 'price'], '--sort: expected one of total_sale_cnt (1), '],
    [[...products, '--free-shipping', 'maybe'], '--free-shipping: expected one of no (0), yes (1), got "maybe"'],
    [[...products, '--page-size', '11'], '--page-size: expected a whole number from 1 to 10, got "11"'],
  ])('%j', async (words, message) => {
    const { status, stdout, stderr } = await get(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`vitrine: ${message}`);
  });

  it('when no key is given', async () => {
    const { status, stderr } = await vitrineHere(['get', ...products, '--data', data]);
    expect(status).toBe(2);
    expect(stderr).toContain('no API key: pass it with --key or VITRINE_KEY; "vitrine keys create" creates one');
  });
});

describe('vitrine get, when it fails', () => {
  it('says that no server runs, or why the server refuses, and leaves no file', async () => {
    const nowhere = await vitrineHere(['get', ...products, '--key', 'k', '--data', join(data, 'never-made')]);
    expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining('vitrine: no server is running on')]);
    const path = join(data, 'refused.csv');
    const refused = await vitrineHere(['get', ...products, '--key', 'sk_live_x', '--data', data, '--out', path]);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('vitrine: Invalid apiKey: ')]);
    expect(existsSync(path)).toBe(false);
  });
});
