import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer, error, type Loopback, openLoopback, rows } from '../../server/test/mirror/loopback.ts';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { serving, temporaryDirectory } from './vitrine.ts';

const key = 'upstream-key-0123456789';
const product = {
  product_id: '11',
  product_name: 'Box',
  region: 'US',
  currency: 'USD',
  min_price: 10,
  total_sale_cnt: 500,
  total_sale_1d_cnt: 7,
};

const home = temporaryDirectory();
const [keyFile, watchFile] = [join(home.path, 'key'), join(home.path, 'watch.json')];
let upstream: Loopback;
let data: string;
let directories = 0;
beforeAll(() => {
  writeFileSync(keyFile, key, { mode: 0o600 });
  writeFileSync(watchFile, JSON.stringify({ products: ['11'], shops: ['21'] }));
});
beforeEach(async () => {
  data = join(home.path, `data-${++directories}`);
  upstream = await openLoopback(rows([]));
  upstream.next.push(
    rows([product]),
    rows([{ seller_id: '21', seller_name: 'Shop', region: 'US', total_sale_cnt: 900 }]),
  );
});
afterEach(() => upstream.close());
afterAll(() => home.remove());

const words = () => [
  'mirror',
  '--upstream',
  upstream.url,
  '--key',
  keyFile,
  '--watch',
  watchFile,
  '--budget',
  '5',
  '--data',
  data,
];

describe('vitrine mirror', () => {
  it('fetches what is watched, ingests it, and says what it spent', async () => {
    const { status, stdout, stderr } = await vitrineHere(words());
    expect({ status, stderr }).toEqual({ status: 0, stderr: `New data directory: ${data}\n` });
    expect(stdout).toMatch(
      /^Mirrored http:\/\/127\.0\.0\.1:\d+ on \d{4}-\d\d-\d\d: 2 of 2 watched items are fresh\n {2}2 of 5 credits spent\n/,
    );
    const [batch] = await vitrineJsonHere<{ source: string; records: object }[]>(['batches', 'list', '--data', data]);
    expect(batch).toMatchObject({ source: expect.stringMatching(/^mirror-127\.0\.0\.1-/), records: { shop: 1 } });
    const shown = await vitrineHere(['mirror', '--status', '--data', data]);
    expect(shown.stdout).toContain('No mirror is running\nMirrored');
    expect(`${stdout}${shown.stdout}`).not.toContain(key);
  });

  it('works through the server that runs on the directory', async () => {
    const server = await serving(data);
    try {
      expect(await vitrineJsonHere(words())).toMatchObject({ ended: 'complete', credits: 2, records: { shop: 1 } });
    } finally {
      await server.stop();
    }
  });

  it('leaves out a response that holds nothing it knows, and is not held up by it', async () => {
    upstream.next.splice(0, 2, rows([]), rows([{ seller_id: '21', colour: 'red' }]));
    expect(await vitrineJsonHere(words())).toMatchObject({ ended: 'complete', unreadable: 1, records: {} });
    expect(await vitrineJsonHere(words())).toMatchObject({ ended: 'complete', credits: 2, unreadable: 0 });
  });

  it('fails when every call failed', async () => {
    upstream.next.splice(0);
    upstream.otherwise = answer(200, '<html>');
    const budget = words().map((word) => (word === '5' ? '50' : word));
    const { status, stdout, stderr } = await vitrineHere(budget);
    expect(status).toBe(1);
    expect(stdout).toContain('0 of 2 watched items are fresh');
    expect(stderr).toContain('vitrine: nothing could be fetched: ');
  });

  it('leaves it out beside others, which go in', async () => {
    upstream.next.splice(1, 1, rows([{ seller_id: '21', colour: 'red' }]));
    expect(await vitrineJsonHere(words())).toMatchObject({ ended: 'complete', records: { product: 2 } });
  });

  it('fails with a clear word once the upstream takes no more calls', async () => {
    upstream.next.splice(0, 2, error(402, 'top up'));
    const { status, stdout, stderr } = await vitrineHere(words());
    expect(status).toBe(1);
    expect(stdout).toContain(
      'stale: shop 21 (never fetched): the key has no credits left at the upstream (402): top up',
    );
    expect(stderr).toContain('vitrine: the run ended early: the key has no credits left at the upstream (402): top up');
  });

  it.each<[string, readonly string[], number, string]>([
    [
      'no budget',
      ['mirror', '--upstream', 'http://x', '--watch', 'w'],
      2,
      '--upstream, --watch and --budget are required',
    ],
    [
      'a budget of nothing',
      [...'mirror --upstream http://x --watch w --budget 0'.split(' ')],
      2,
      '--budget: expected a whole number',
    ],
    [
      'a zone that is none',
      [...'mirror --upstream http://x --watch w --budget 1 --zone Mars'.split(' ')],
      2,
      '--zone: expected a time zone',
    ],
    [
      'a time that is none',
      [...'mirror --upstream http://x --watch w --budget 1 --at 6'.split(' ')],
      2,
      '--at: expected a time as HH:MM',
    ],
    [
      'a status of nothing',
      ['mirror', '--status', '--data', '/nonexistent'],
      1,
      'no mirror has run on this data directory',
    ],
  ])('refuses %s', async (_what, given, status, message) => {
    const ended = await vitrineHere(given);
    expect(ended).toMatchObject({ status, stderr: expect.stringContaining(message) });
  });

  it('takes the key from the environment, or from a file that nobody else may read, and shows it to nobody', async () => {
    const without = words().filter((word) => word !== '--key' && word !== keyFile);
    expect(await vitrineHere(without)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('set VITRINE_UPSTREAM_KEY'),
    });
    const asKey = await vitrineHere([...without, '--key', key]);
    expect(asKey).toMatchObject({ status: 1, stderr: expect.stringContaining('no such key file') });
    expect(asKey.stderr).not.toContain(key);
    chmodSync(keyFile, 0o644);
    expect(await vitrineHere(words())).toMatchObject({ status: 1, stderr: expect.stringContaining('has mode 0644') });
    chmodSync(keyFile, 0o600);
    expect(upstream.asked).toEqual([]);
    const environment = { VITRINE_UPSTREAM_KEY: key };
    expect((await vitrineHere(without, { environment })).status).toBe(0);
  });
});
