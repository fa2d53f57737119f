import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from '../../src/mirror/journal/journal.ts';
import { MirrorLock } from '../../src/mirror/journal/mirror-lock.ts';
import { mirrorOnce, mirrorStatus } from '../../src/mirror/mirror-once.ts';
import { reportInWords } from '../../src/mirror/report.ts';
import { type Following, follow, key } from './following.ts';
import { answer, error, type Loopback, openLoopback, products, type Reaction, rows } from './loopback.ts';

let upstream: Loopback;
let mirror: Following;
beforeEach(async () => {
  upstream = await openLoopback(products());
  mirror = follow(upstream);
});
afterEach(async () => {
  mirror.close();
  await upstream.close();
});

function ids(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => String(1000 + i));
}

/** A list of so many rows, in pages. */
function list(count: number): Reaction {
  return (request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page_num'));
    const left = Math.max(0, Math.min(10, count - (page - 1) * 10));
    const data = Array.from({ length: left }, (_, i) => ({ video_id: String(page * 100 + i), product_id: '11' }));
    rows(data)(request, response);
  };
}

describe('a day', () => {
  it('is asked for once: what is held is not asked for again, and nothing is ingested twice', async () => {
    await mirror.run({ products: ids(25) });
    expect(upstream.asked).toHaveLength(3);
    const again = await mirror.run({ products: ids(25) });
    expect(upstream.asked).toHaveLength(3);
    expect(again).toMatchObject({ ended: 'complete', credits: 3, stale: [] });
    expect(mirror.ingested).toHaveLength(3);
  });

  it('goes on in the middle of a list', async () => {
    upstream.otherwise = (request, response) =>
      (request.url?.includes('detail') ? products() : list(95))(request, response);
    const watch = { products: [{ id: '11', videos: 60 }] };
    await mirror.run(watch, { budget: 3 });
    expect(await mirror.run(watch)).toMatchObject({ ended: 'complete', credits: 7, stale: [] });
    const pages = upstream.asked.map((target) => new URL(target, 'http://x').searchParams.get('page_num'));
    expect(pages).toEqual([null, '1', '2', '3', '4', '5', '6']);
  });

  it('ends a list at its last page, without asking for an empty one', async () => {
    upstream.otherwise = (request, response) =>
      (request.url?.includes('detail') ? rows([{ product_id: '11' }]) : list(15))(request, response);
    const report = await mirror.run({ products: [{ id: '11', videos: 1000 }] });
    expect(report).toMatchObject({ ended: 'complete', credits: 3, stale: [] });
  });

  it('begins anew with the next one', async () => {
    await mirror.run({ products: ids(10) });
    mirror.platform.setTime(Date.parse('2026-08-13T06:00:00Z'));
    const report = await mirror.run({ products: ids(10) }, { day: '2026-08-13' });
    expect(report).toMatchObject({ credits: 1, stale: [] });
    expect(mirror.ingested.map(({ asOf }) => asOf)).toEqual(['2026-08-11', '2026-08-12']);
  });
});

describe('a budget', () => {
  it('is never exceeded, by all runs of the day together, and what is left comes first on the next day', async () => {
    const watch = { products: ids(50) };
    const first = await mirror.run(watch, { budget: 2 });
    expect(first).toMatchObject({ ended: 'budget', credits: 2, why: 'the budget of 2 credits is spent' });
    expect(first.stale.map(({ what }) => what)).toEqual(
      ids(50)
        .slice(20)
        .map((id) => `product ${id}`),
    );
    expect((await mirror.run(watch, { budget: 2 })).credits).toBe(2);
    expect(upstream.asked).toHaveLength(2);
    await mirror.run(watch, { budget: 2, day: '2026-08-13' });
    expect(upstream.asked[2]).toContain('product_ids=1020,1021');
    await mirror.run(watch, { budget: 2, day: '2026-08-14' });
    expect(upstream.asked[4]).toContain('product_ids=1040,1041');
    expect(upstream.asked[5]).toContain('product_ids=1000,1001');
  });

  it('counts a call of a process that was killed before its answer came', async () => {
    mirror.journal.begin('2026-08-12', '/asked', 0);
    const report = await mirror.run({ products: ids(20) }, { budget: 2 });
    expect(report).toMatchObject({ ended: 'budget', credits: 2, creditsUncertain: 1 });
  });
});

describe('an upstream that tags its answers', () => {
  it('is told which one is held, and charges nothing for what is unchanged', async () => {
    upstream.next.push(products({ etag: '"v1"', 'x-dataset-as-of': '2026-08-11' }));
    await mirror.run({ products: ids(10) });
    upstream.otherwise = (request, response) => {
      expect(request.headers['if-none-match']).toBe('"v1"');
      answer(304, '')(request, response);
    };
    mirror.platform.setTime(Date.parse('2026-08-13T06:00:00Z'));
    const report = await mirror.run({ products: ids(10) }, { day: '2026-08-13' });
    expect(report).toMatchObject({ ended: 'complete', credits: 0, attempts: { unchanged: 1 } });
    expect(report.stale[0]).toEqual({
      what: 'product 1000',
      asOf: '2026-08-11',
      why: 'the upstream has nothing later',
    });
    expect(mirror.ingested).toHaveLength(1);
  });

  it('is not believed that nothing has changed where nothing is held', async () => {
    upstream.next.push(answer(304, ''));
    expect(await mirror.run({ products: ids(1) })).toMatchObject({
      stale: [{ what: 'product 1000', why: 'HTTP 304' }],
    });
  });
});

describe('responses', () => {
  it('state the day that the upstream says, else the one before they came', async () => {
    upstream.next.push(products({ 'x-dataset-as-of': '2026-08-09' }), products());
    const { stale } = await mirror.run({ products: ids(20) });
    expect(mirror.ingested.map(({ asOf }) => asOf)).toEqual(['2026-08-09', '2026-08-11']);
    expect(stale).toHaveLength(10);
  });

  it('are kept until they are ingested, and go in with the next run', async () => {
    const door = () => Promise.reject(new Error('the disk is full'));
    const failed = mirror.run({ products: ids(10) }, { door });
    await expect(failed).rejects.toThrow(
      'cannot ingest responses of 2026-08-11, the next run tries again: the disk is full',
    );
    await mirror.run({ products: ids(10) });
    expect(upstream.asked).toHaveLength(1);
    expect(mirror.ingested).toHaveLength(1);
  });
});

describe('one mirror at a time', () => {
  it('a second one is refused, in another process too, and a dead one is in nobody’s way', () => {
    const script = `import { MirrorLock } from ${JSON.stringify(new URL('../../dist/mirror/journal/mirror-lock.js', import.meta.url).href)};
      try { MirrorLock.take(process.argv[1]); process.kill(process.pid, 'SIGKILL'); } catch (error) { console.log(error.message); }`;
    const second = () =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script, mirror.directory], { encoding: 'utf8' });
    const lock = MirrorLock.take(mirror.directory);
    expect(second()).toContain('another mirror runs on this data directory');
    expect(mirrorStatus(mirror.directory)).toMatchObject({ isRunning: true });
    lock.release();
    expect(second).toThrow('Command failed');
    expect(mirrorStatus(mirror.directory)).toMatchObject({ isRunning: false });
    MirrorLock.take(mirror.directory).release();
  });

  it('has the day of its zone', async () => {
    const settings = { address: { url: upstream.url, key }, watched: [], budget: 1 };
    const options = { directory: mirror.directory, settings, platform: mirror.platform, door: () => Promise.reject() };
    mirror.platform.setTime(Date.parse('2026-08-12T23:00:00Z'));
    expect((await mirrorOnce({ ...options, zone: 'Asia/Jakarta' })).day).toBe('2026-08-13');
    expect((await mirrorOnce(options)).day).toBe('2026-08-12');
  });
});

it('the key is in no file, report or message, even where the upstream repeats it', async () => {
  const echo: Reaction = (request, response) => error(500, `not ${request.headers.authorization}`)(request, response);
  upstream.next.push(
    ...Array<Reaction>(6).fill(echo),
    rows([{ seller_id: '21', note: `your key is ${key}` }]),
    error(403, `${key} may not do this`),
  );
  const report = await mirror.run({ products: ['11'], shops: ['21'], creators: ['31'] });
  expect(report).toMatchObject({ ended: 'over', why: expect.stringContaining('[hidden] may not do this') });
  expect(mirror.ingested).toHaveLength(1);
  const files = readdirSync(mirror.directory).map((name) => readFileSync(join(mirror.directory, name), 'latin1'));
  const said = [...files, JSON.stringify(report), reportInWords(report), JSON.stringify(mirror.ingested)];
  expect(said.filter((text) => text.includes(key))).toEqual([]);
});

it('a journal that another process reads meanwhile says what was spent', async () => {
  await mirror.run({ products: ids(15) });
  const reader = Journal.open(mirror.directory);
  expect(reader.spent('2026-08-12')).toEqual({ credits: 2, creditsUncertain: 0 });
  reader.close();
});
