import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { type Ended, type Running, serving, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
const data = directory.path;
let server: Running;
let key: string;
beforeAll(async () => {
  const place = ['--data', data];
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

function save(words: readonly string[], shown = key): Promise<Ended> {
  return vitrineHere(['export', 'product-list', '--region', 'US', ...words, '--data', data], {
    environment: { VITRINE_KEY: shown },
  });
}

describe('vitrine export', () => {
  it('gives the whole list, a row a line, in the order of the field named', async () => {
    const { status, stdout, stderr } = await save(['--sort', 'total_sale_30d_cnt', '--min-total-sale-30d-cnt', '3']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '23 rows for 3 credits\n' });
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { product_id: string }).product_id);
    expect(ids).toEqual(Array.from({ length: 23 }, (_, i) => String(1025 - i)));
  });

  it('writes CSV, XLSX and Parquet files, and as many rows as wanted', async () => {
    const csv = join(data, 'products.csv');
    expect((await save(['--format', 'csv', '--out', csv, '--limit', '7'])).status).toBe(0);
    expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toHaveLength(8);
    const xlsx = join(data, 'products.xlsx');
    expect((await save(['--out', xlsx])).status).toBe(0);
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK');
    const parquet = join(data, 'products.parquet');
    expect((await save(['--format', 'parquet', '--out', parquet])).status).toBe(0);
    const { buffer, byteOffset, byteLength } = readFileSync(parquet);
    const rows = await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
    expect(rows).toHaveLength(25);
    expect(rows[0]).toMatchObject({ region: 'US', total_sale_30d_cnt: expect.any(BigInt) });
  });

  it('gives the days of a region', async () => {
    const csv = join(data, 'days.csv');
    const words = ['--region', 'US', '--start-date', '2026-11-01', '--end-date', '2026-11-30'];
    const days = (more: readonly string[]) =>
      vitrineHere(['export', 'product-trends', ...words, ...more, '--data', data], {
        environment: { VITRINE_KEY: key },
      });
    const { status, stderr } = await days(['--fields', 'dt,product_id,total_sale_1d_cnt', '--out', csv]);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^\d+ rows for \d+ credits\n$/)]);
    const [heading, ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(heading).toBe('dt,product_id,total_sale_1d_cnt');
    expect(new Set(rows.map((row) => row.split(',')[1])).size).toBe(25);
    expect((await days(['--product-id', '1001'])).status).toBe(2);
  });

  it('leaves no file when the key has not the credits or the scope, and says why', async () => {
    const out = join(data, 'none.csv');
    const poor = await vitrineJsonHere<{ key: string }>([
      'keys',
      'create',
      '--name',
      'poor',
      '--credits',
      '2',
      '--data',
      data,
    ]);
    const refused = await save(['--out', out], poor.key);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('this costs more than the 2 credits') });
    const narrow = await vitrineJsonHere<{ key: string }>([
      'keys',
      'create',
      '--name',
      'narrow',
      '--scope',
      'product-list',
      '--data',
      data,
    ]);
    expect(await save(['--out', out], narrow.key)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('export'),
    });
    expect(existsSync(out)).toBe(false);
  });

  it('refuses what it does not know', async () => {
    expect(await save(['--format', 'xml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ndjson, csv, parquet, xlsx'),
    });
    expect(await save(['--out', 'products.json'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        '--out: expected a file name that ends in .ndjson, .csv, .parquet or .xlsx, or --format',
      ),
    });
    expect((await save(['--page-num', '1'])).status).toBe(2);
    expect((await save(['--limit', '0'])).status).toBe(2);
    expect((await save(['--sort', 'nothing'])).status).toBe(2);
  });
});
