import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { productLines } from './samples.ts';
import { serving, temporaryDirectory, vitrine, vitrineJson } from './vitrine.ts';

const directory = temporaryDirectory();
const place = ['--data', join(directory.path, 'data')];
afterAll(() => directory.remove());

beforeAll(async () => {
  await vitrine(['ingest', '-', ...place], { stdin: productLines('1') });
  await vitrine(['publish', ...place]);
});

const statement = 'SELECT product_id, [1, 2] AS list FROM products';

it('prints a table, with the version it is of beside', async () => {
  const { stdout, stderr } = await vitrine(['sql', statement, ...place]);
  expect(stdout).toBe('product_id  list\n1           [1,2]\n');
  expect(stderr).toMatch(/^1 row of version 1, as of \d{4}-\d\d-\d\d$/m);
});

it('prints JSON, and writes files by their extension', async () => {
  expect(await vitrineJson(['sql', statement, ...place])).toMatchObject({ rows: [['1', [1, 2]]] });
  const out = join(directory.path, 'rows.csv');
  await vitrine(['sql', statement, '--out', out, ...place]);
  expect(readFileSync(out, 'utf8')).toBe('"product_id","list"\n1,"[1,2]"\n');
});

it('prints as much of a table as a person reads, and says so', async () => {
  const { stdout, stderr } = await vitrine(['sql', 'SELECT number FROM numbers(1234)', ...place]);
  expect(stdout.trimEnd().split('\n')).toHaveLength(201);
  expect(stderr).toContain('the first 200 of 1,234 rows of version 1');
});

it.each([
  ['rows', []],
  ['a file', ['--format', 'csv']],
])('leaves of a statement for %s its shape in the audit log, and no value', async (_, more) => {
  await vitrine([
    'sql',
    "SELECT product_id FROM products WHERE product_name = 'mara' AND product_id != 7100000000000000002",
    ...more,
    ...place,
  ]);
  const [entry] = await vitrineJson<readonly { readonly action: string; readonly request: object }[]>([
    'audit',
    '--limit',
    '1',
    ...place,
  ]);
  const sql = 'SELECT product_id FROM products WHERE product_name = … AND product_id != …';
  expect(entry).toMatchObject({ action: 'sql', request: { sql } });
});

it('says why a statement was not run', async () => {
  const { status, stderr } = await vitrine(['sql', 'SELECT * FROM nothing', ...place]);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/The statement was not run: .*nothing/),
  });
});

it('asks the server that runs on the directory', async () => {
  const server = await serving(place[1] ?? '');
  try {
    const { stdout } = await vitrine(['sql', statement, '--format', 'ndjson', ...place]);
    expect(stdout).toBe('{"product_id":"1","list":[1,2]}\n');
    const refused = await vitrine(['sql', 'SELECT 1', '--format', 'csv', ...place, '--token', 'wrong']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
  } finally {
    await server.stop();
  }
});
