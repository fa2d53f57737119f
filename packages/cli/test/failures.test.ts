import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { productLines } from './samples.ts';
import { program, serving, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());
const data = join(directory.path, 'data');
const place = ['--data', data];
mkdirSync(data);

/** Holds of every failure: status 1, nothing as a result, one line that says what is wrong. */
async function expectFailure(words: readonly string[], message: RegExp, stdin = ''): Promise<void> {
  const { status, stdout, stderr } = await vitrine(words, { stdin });
  expect(stderr).toMatch(/^vitrine: [^\n]+\n$/);
  expect(stderr).toMatch(message);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
}

describe('a failure ends with status 1 and one line', () => {
  it('when there is nothing to publish', () => expectFailure(['publish', ...place], /nothing to publish yet: ingest/));

  it('when a file is not there', () => expectFailure(['ingest', 'no.ndjson', ...place], /cannot read no\.ndjson/));

  it('when standard input cannot be read', () => {
    const words = `"$0" "$1" ingest - --data "${data}" < "${directory.path}"`;
    const { status, stderr } = spawnSync('bash', ['-c', words, process.execPath, program], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^vitrine: cannot read stdin: [^\n]+\n$/),
    });
  });

  it('when a file is no gzip though its name says so', () => {
    const path = join(directory.path, 'plain.ndjson.gz');
    writeFileSync(path, productLines('1'));
    return expectFailure(['ingest', path, ...place], /plain\.ndjson\.gz is not gzip: it begins with the bytes 7b22/);
  });

  it('when a strict run meets a bad line', () => {
    const lines = `${productLines('1')}{"kind":"product"}\n`;
    return expectFailure(
      ['ingest', '-', '--strict', ...place],
      /stdin has 1 invalid line.*line 3.*nothing was ingested/,
      lines,
    );
  });

  it('when a key is not there', () => expectFailure(['keys', 'revoke', 'key_none', ...place], /No such key: key_none/));

  it('when no server answers', () =>
    expectFailure(
      ['keys', 'list', '--server', 'http://127.0.0.1:1', '--token', 'any'],
      /no response from http:\/\/127\.0\.0\.1:1: /,
    ));

  it('when the data directory is a file', () => {
    const path = join(directory.path, 'file');
    writeFileSync(path, '');
    return expectFailure(['keys', 'list', '--data', path], /is not a directory/);
  });

  it('when the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    await expectFailure(
      ['serve', '--port', String(port), ...place],
      new RegExp(`port ${port} on 127\\.0\\.0\\.1 is already in use`),
    );
    holder.close();
  });

  it('when a server runs on the directory already', async () => {
    const server = await serving(data);
    const said = new RegExp(`a server is already running on ${data}, at ${server.url} \\(process ${server.pid}\\)`);
    await expectFailure(['serve', '--port', '0', ...place], said).finally(() => server.stop());
  });

  it('when the server on the directory has a token only the environment knows', async () => {
    const other = join(directory.path, 'other');
    const server = await serving(other, { VITRINE_ADMIN_TOKEN: 'only-the-environment' });
    await expectFailure(['keys', 'list', '--data', other], /--token or VITRINE_ADMIN_TOKEN/).finally(() =>
      server.stop(),
    );
  });
});

describe('bad lines', () => {
  it('are told with file, line and reason, and do not keep the good ones out', async () => {
    const path = join(directory.path, 'some.ndjson');
    writeFileSync(path, `${productLines('1')}{"kind":"nothing"}\n`);
    const { status, stdout, stderr } = await vitrine(['ingest', path, ...place]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('some.ndjson: 2 records') });
    expect(stderr).toMatch(/some\.ndjson:3: kind: /);
    expect(stderr).toMatch(/some\.ndjson: 1 line rejected; all rejects are in /);
  });

  it('and fields that look misspelt are named with the one that was meant', async () => {
    const line = productLines('2').split('\n')[0]?.replace('total_sale_cnt', 'total_sales_cnt') ?? '';
    const { status, stdout } = await vitrine(['ingest', '-', ...place], { stdin: line });
    expect(status).toBe(0);
    expect(stdout).toContain('ignored unknown field product.total_sales_cnt in 1 record');
    expect(stdout).toContain('did you mean total_sale_cnt?');
  });

  it('and fields that are left out, values that are mended and what looks wrong are in the summary', async () => {
    const record = { kind: 'product', product_id: '3', observed_at: '2026-08-12T00:00:00Z', region: 'UK' };
    const line = JSON.stringify({ ...record, min_price: '199.000', product_rating: '-' });
    const { status, stdout } = await vitrine(['ingest', '-', ...place], { stdin: line });
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(1)).toEqual([
      '  left out product.product_rating once, as in line 1: expected a rating from 0 to 5, got "-"',
      '  read product.region UK as GB in 1 record',
      expect.stringMatching(/^ {2}looks wrong: product\.min_price: 199\.000 was read as 199: .*; such as 199\.000$/),
      '',
    ]);
  });

  it('fail a run that took nothing in', async () => {
    const { status, stderr } = await vitrine(['ingest', '-', ...place], { stdin: 'no\nJSON\n' });
    expect(status).toBe(1);
    expect(stderr).toContain('nothing was ingested');
  });
});
