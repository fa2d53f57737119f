import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { program, type Running, serving, temporaryDirectory, vitrine, vitrineJson } from './vitrine.ts';

const directory = temporaryDirectory();
const data = join(directory.path, 'data');
const place = ['--data', data];

interface Key {
  readonly id: string;
  readonly key: string;
  readonly credits: number | null;
}

interface Batches {
  readonly records: number;
  readonly rejected: number;
  readonly batches: readonly { readonly source: string; readonly records: Readonly<Record<string, number>> }[];
}

let key: Key;
let server: Running | undefined;

afterAll(async () => {
  await server?.stop();
  directory.remove();
});

async function products(shown: Key = key): Promise<{ status: number; ids: readonly string[] }> {
  const url = `${server?.url}/v1/tiktok/product/list/analytics?region=US&page_size=10&page_num=1`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${shown.key}` } });
  const { data } = (await response.json()) as { data: readonly { product_id: string }[] | null };
  return { status: response.status, ids: (data ?? []).map(({ product_id }) => product_id).sort() };
}

describe('on a directory that no server has', () => {
  it('a simulated marketplace is taken in from standard input, and again without a change', async () => {
    const simulated = await vitrine(['simulate', '--products', '30', '--days', '10', '--end-date', '2026-11-20']);
    expect(simulated).toMatchObject({ status: 0, stderr: '' });
    for (const batch of [1, 2]) {
      const taken = await vitrineJson<Batches>(['ingest', '-', ...place], { stdin: simulated.stdout });
      expect(taken).toMatchObject({ rejected: 0, batches: [{ batch, source: 'stdin' }] });
      expect(taken.records).toBe(simulated.stdout.trimEnd().split('\n').length);
    }
  });

  it('what comes slowly, and in more than one insert, is all taken in: the engine finds nothing on standard input', async () => {
    const other = join(directory.path, 'slow');
    const words = 'simulate --products 2500 --days 4 --end-date 2026-11-20';
    const whole = (await vitrine(words.split(' '))).stdout.trimEnd().split('\n').length;
    const { stdout } = spawnSync(
      'bash',
      ['-c', `"$0" "$1" ${words} | "$0" "$1" ingest - --json --data "${other}"`, process.execPath, program],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(stdout)).toMatchObject({ records: whole, rejected: 0 });
  });

  it('is published as of the day asked for, and as of the latest day', async () => {
    expect(await vitrineJson(['publish', '--as-of', '2026-11-18', ...place])).toMatchObject({
      version: 1,
      asOf: '2026-11-18',
    });
    const report = await vitrineJsonHere(['publish', ...place]);
    expect(report).toMatchObject({ version: 2, asOf: '2026-11-20', rows: { 'product-list': 30 } });
  });

  it('keys are made, listed without the key itself, granted credits and revoked', async () => {
    key = await vitrineJsonHere(['keys', 'create', '--name', 'one', '--credits', '3', '--qps', '50', ...place]);
    expect(key).toMatchObject({ name: 'one', credits: 3, qps: 50, key: expect.stringMatching(/^sk_live_/) });
    expect(await vitrineJsonHere(['keys', 'grant', key.id, '4', ...place])).toMatchObject({ credits: 7 });
    const other = await vitrineJsonHere<Key>(['keys', 'create', '--name', 'two', ...place]);
    expect(await vitrineJsonHere(['keys', 'revoke', other.id, ...place])).toMatchObject({
      revokedAt: expect.any(Number),
    });
    const listed = await vitrineHere(['keys', 'list', ...place]);
    expect(listed.stdout).toMatch(/one +7 +50/);
    expect(listed.stdout).toMatch(/two +unlimited +default/);
    expect(listed.stdout).not.toContain(key.key);
  });

  it('keys have a monthly quota, and credits that expire', async () => {
    const made = await vitrineJsonHere<Key>(['keys', 'create', '--name', 'plan', '--monthly-quota', '500', ...place]);
    expect(made).toMatchObject({ credits: 500, monthlyQuota: 500, renewsAt: expect.any(Number) });
    const granted = await vitrineJsonHere(['keys', 'grant', made.id, '7', '--expires', '2126-01-01', ...place]);
    expect(granted).toMatchObject({ credits: 507 });
    expect((await vitrineHere(['keys', 'list', ...place])).stdout).toMatch(/plan +507 \(500 per month\)/);
    const more = await vitrineHere(['keys', 'update', made.id, '--monthly-quota', '900', ...place]);
    expect(more.stdout).toContain('Credits: 507 (900 per month)');
    const ended = await vitrineJsonHere(['keys', 'update', made.id, '--monthly-quota', 'none', ...place]);
    expect(ended).toMatchObject({ credits: 507, monthlyQuota: null, renewsAt: null });
    const refund = await vitrineHere(['keys', 'refund', made.id, '1', '--reason', 'none was charged', ...place]);
    expect(refund).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('vitrine: CREDITS: expected at most 0'),
    });
    await vitrineHere(['keys', 'revoke', made.id, ...place]);
  });

  it('keys have an owner, endpoints, a burst and an end, which can be changed', async () => {
    const rules = ['--owner', 'Ann', '--scope', 'product-list,shop-videos', '--qps', '5', '--burst', '20'];
    const period = ['--not-before', '2026-01-01', '--expires', '2126-01-01T12:00:00+02:00'];
    const made = await vitrineJsonHere<Key>(['keys', 'create', '--name', 'ruled', ...rules, ...period, ...place]);
    expect(made).toMatchObject({
      owner: 'Ann',
      scopes: ['product-list', 'shop-videos'],
      qps: 5,
      burst: 20,
      notBefore: Date.UTC(2026, 0, 1),
      expiresAt: Date.UTC(2126, 0, 1, 10),
    });
    const listed = await vitrineHere(['keys', 'list', ...place]);
    expect(listed.stdout).toMatch(/ruled +unlimited +5\+20 +Ann +product-list,shop-videos .*2126-01-01 10:00/);
    const away = ['--scope', 'all', '--qps', 'default', '--not-before', 'now', '--expires', 'never', '--owner', 'Bob'];
    expect(await vitrineJsonHere(['keys', 'update', made.id, ...away, ...place])).toMatchObject({
      name: 'ruled',
      owner: 'Bob',
      scopes: null,
      qps: null,
      burst: 20,
      notBefore: null,
      expiresAt: null,
    });
    const wrong = await vitrineHere(['keys', 'create', '--name', 'x', '--scope', 'everything', ...place]);
    expect(wrong).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('vitrine: --scope: expected one or more of'),
    });
  });

  it('test keys are free, and a rotated key stays the same one', async () => {
    const trial = await vitrineJsonHere<Key>(['keys', 'create', '--name', 'trial', '--test', ...place]);
    expect(trial).toMatchObject({ mode: 'test', credits: null, key: expect.stringMatching(/^sk_test_/) });
    const rotated = await vitrineJsonHere<Key>(['keys', 'rotate', trial.id, '--overlap', '30m', ...place]);
    expect(rotated).toMatchObject({ id: trial.id, name: 'trial', key: expect.stringMatching(/^sk_test_/) });
    expect(rotated.key).not.toBe(trial.key);
    const said = await vitrineHere(['keys', 'rotate', trial.id, ...place]);
    expect(said.stdout).toContain('The old secret keeps working for 24h.');
  });

  it('the doctor finds nothing to mend', async () => {
    expect(await vitrineJsonHere(['doctor', ...place], { environment: { PORT: '0' } })).toMatchObject({ ok: true });
  });
});

describe('while a server runs on the directory', () => {
  beforeAll(async () => {
    server = await serving(data, { LOG_LEVEL: 'info' });
  });

  it('it answers calls, and says where it is and how to be its operator only to its owner', async () => {
    expect(await products()).toMatchObject({ status: 200, ids: { length: 10 } });
    const said = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
    expect(said).toMatchObject({ url: server?.url, pid: server?.pid });
    for (const name of ['server.json', 'admin-token', 'accounts.sqlite'])
      expect(statSync(join(data, name)).mode & 0o777).toBe(0o600);
  });

  it('commands go through it, and what they change holds at once', async () => {
    const lines = productLines('4242424242', 1_000_000, 9_000_000);
    expect(await vitrineJson(['ingest', '-', ...place], { stdin: lines })).toMatchObject({ records: 2, rejected: 0 });
    expect(await vitrineJsonHere(['publish', ...place])).toMatchObject({ version: 3 });
    expect(await products()).toMatchObject({ status: 200, ids: expect.arrayContaining(['4242424242']) });
    const before = key;
    key = await vitrineJsonHere(['keys', 'rotate', key.id, ...place]);
    for (const each of [key, before]) expect(await products(each)).toMatchObject({ status: 200 });
    await vitrineJsonHere(['keys', 'update', key.id, '--scope', 'shop-videos', ...place]);
    expect(await products()).toMatchObject({ status: 403 });
    await vitrineJsonHere(['keys', 'revoke', key.id, ...place]);
    expect(await products()).toMatchObject({ status: 401 });
    key = await vitrineJsonHere(['keys', 'create', '--name', 'three', ...place]);
    expect(await products()).toMatchObject({ status: 200 });
  });

  it('they may name it, from anywhere, with its token', async () => {
    const token = readFileSync(join(data, 'admin-token'), 'utf8').trim();
    const named = ['--server', server?.url ?? '', '--token', token];
    expect(await vitrineJsonHere(['keys', 'list', ...named])).toHaveLength(6);
    expect(await vitrineJsonHere(['doctor', ...named])).toMatchObject({ ok: true });
    const wrong = await vitrineHere(['keys', 'list', '--server', server?.url ?? '', '--token', 'not-the-token']);
    expect(wrong).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('admin token is missing or wrong'),
    });
  });

  it('the doctor knows of it', async () => {
    const { stdout } = await vitrineHere(['doctor', ...place], { environment: { PORT: '0' } });
    expect(stdout).toContain(`in use by the server at ${server?.url}`);
  });

  it('it tells who used it how much', async () => {
    expect(await vitrineJsonHere(['usage', '--from', '2020-01-01', '--to', '2020-12-31', ...place])).toEqual([]);
    const wrong = await vitrineHere(['usage', '--by', 'hour', '--from', '2020-01-01', '--to', '2020-12-31', ...place]);
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('vitrine: --from: expected') });
  });

  it('it stops with status 0 and leaves the directory to others', async () => {
    expect(await server?.stop()).toBe(0);
    expect(await server?.log).toMatch(/"msg":"stopping: .*\n.*"msg":"stopped"/);
    server = undefined;
    expect(existsSync(join(data, 'server.json'))).toBe(false);
    expect(await vitrineJsonHere(['publish', ...place])).toMatchObject({ version: 4 });
  });

  it('what was used up to its end can be told then', async () => {
    const asked = { keyId: key.id, endpoint: 'product-list', requests: 1, credits: 1, statuses: { 200: 1 }, rows: 10 };
    expect(await vitrineJsonHere(['usage', '--key', key.id, ...place])).toMatchObject([asked]);
    expect(await vitrineJsonHere(['usage', '--key', key.id, '--endpoint', 'shop-videos', ...place])).toEqual([]);
    const { stdout } = await vitrineHere(['usage', '--by', 'day', ...place]);
    expect(stdout).toMatch(/^PERIOD +KEY +ENDPOINT +REQUESTS/);
    expect(stdout).toContain('200: 4, 401: 1, 403: 1');
  });
});
