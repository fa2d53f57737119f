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

const asked = ['explain', 'product', '1', 'total_sale_7d_cnt'];

it('says in words of what a number is made', async () => {
  const { status, stdout } = await vitrine([...asked, ...place]);
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      /^total_sale_7d_cnt of product 1 in US: 10 \(version 1, as of 2026-11-20\)\nUnits sold in the last 7 days\nWindow: 2026-11-14 to 2026-11-20\n/,
    ),
  });
  expect(stdout).toContain('By day\nDAY         VALUE\n2026-11-20  10\n');
  expect(stdout).toContain('2026-11-20 10:00  110    exact  1      stdin   yes     a point of the series\n');
});

it('prints the answer as JSON', async () => {
  expect(await vitrineJson([...asked, ...place])).toMatchObject({ value: 10, unrounded: '10', basis: 'observed' });
});

it('names the field that was probably meant', async () => {
  const { status, stderr } = await vitrine(['explain', 'product', '1', 'total_sale_7_cnt', ...place]);
  expect(status).not.toBe(0);
  expect(stderr).toContain('did you mean total_sale_7d_cnt?');
});

it('asks the server that runs on the directory', async () => {
  const server = await serving(place[1] ?? '');
  try {
    expect(await vitrineJson([...asked, ...place])).toMatchObject({ value: 10, id: '1', field: 'total_sale_7d_cnt' });
  } finally {
    await server.stop();
  }
});

it('prints what docs/explain.md shows', async () => {
  const document = readFileSync(new URL('../../../docs/explain.md', import.meta.url), 'utf8');
  const [, records = ''] = /^```json\n([\s\S]*?)^```$/m.exec(document) ?? [];
  const [, shown = ''] = /^```text\n([\s\S]*?)^```$/m.exec(document) ?? [];
  const another = ['--data', join(directory.path, 'documented')];
  await vitrine(['ingest', '-', ...another], { stdin: records });
  await vitrine(['publish', ...another]);
  const { stdout } = await vitrine(['explain', 'product', '7', 'total_sale_7d_cnt', ...another]);
  expect(stdout).toBe(shown);
});
