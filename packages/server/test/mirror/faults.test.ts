import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Following, follow } from './following.ts';
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

const watch = { products: ['11', '12'] };
const good = ['11', '12'].map((product_id) => expect.objectContaining({ product_id }));

/** Rows that were ingested. */
function ingestedRows(): readonly unknown[] {
  return mirror.ingested.flatMap(({ response }) => JSON.parse(response).data);
}

const hangs: Reaction = () => mirror.platform.expire();
const drips: Reaction = (_request, response) => {
  response.writeHead(200);
  response.write('{"code":0,', () => mirror.platform.expire());
};
const resets: Reaction = (request) => request.socket.destroy();
const cut: Reaction = (_request, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"code":0,"data":[', () => response.destroy());
};
const huge: Reaction = (_request, response) => {
  response.writeHead(200);
  const piece = Buffer.alloc(1024 * 1024, 32);
  const write = () => void (response.destroyed || response.write(piece, write));
  write();
};

describe('an error that may be over soon is asked again, later each time, and costs nothing', () => {
  it.each([500, 502, 503, 504, 408, 429])('HTTP %i', async (status) => {
    upstream.next.push(error(status, 'try later'), error(status, 'try later'));
    const report = await mirror.run(watch);
    expect(report).toMatchObject({ ended: 'complete', credits: 1, creditsUncertain: 0, stale: [] });
    expect(report.attempts).toMatchObject({ rows: 1, trouble: 2 });
    expect(mirror.platform.waits).toEqual([750, 1500]);
    expect(ingestedRows()).toEqual(good);
  });

  it('an error in an envelope that comes with 200', async () => {
    upstream.next.push(answer(200, { code: 500, message: 'internal', data: null }));
    expect(await mirror.run(watch)).toMatchObject({ credits: 1, attempts: { rows: 1, trouble: 1 } });
  });
});

describe('the pace is the one that the upstream asks for', () => {
  it('waits for as long as Retry-After says', async () => {
    upstream.next.push(error(429, 'slow down', { 'retry-after': '42' }));
    await mirror.run(watch);
    expect(mirror.platform.waits).toEqual([42_000]);
  });

  it('waits for the reset once nothing of the rate is left', async () => {
    const ids = Array.from({ length: 15 }, (_, i) => String(100 + i));
    upstream.otherwise = products({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '10' });
    await mirror.run({ products: ids });
    expect(mirror.platform.waits).toEqual([10_000]);
  });

  it('ends the run where it would have to wait for more than a quarter of an hour', async () => {
    upstream.next.push(error(429, 'come back tomorrow', { 'retry-after': '7200' }));
    const report = await mirror.run(watch);
    expect(report).toMatchObject({ ended: 'rate', why: 'the upstream asks for a pause of 120 minutes', credits: 0 });
    expect(upstream.asked).toHaveLength(1);
  });
});

describe('a call without a whole answer is asked again, and counted as charged, for it may have been', () => {
  it.each([
    ['hangs', hangs],
    ['drips', drips],
    ['resets', resets],
    ['cuts the answer', cut],
  ])('an upstream that %s', async (_what, reaction) => {
    upstream.next.push(reaction);
    const report = await mirror.run(watch);
    expect(report).toMatchObject({ ended: 'complete', credits: 2, creditsUncertain: 1, attempts: { silence: 1 } });
    expect(ingestedRows()).toEqual(good);
  });

  it('a connection that was never made costs nothing', async () => {
    await upstream.close();
    const report = await mirror.run(watch);
    expect(report).toMatchObject({ credits: 0, creditsUncertain: 0, attempts: { silence: 6 } });
    expect(report.stale.map(({ what, asOf }) => [what, asOf])).toEqual([
      ['product 11', null],
      ['product 12', null],
    ]);
  });
});

describe('a garbage answer is counted, charged and left out', () => {
  it.each<[string, Reaction]>([
    ['HTML', answer(200, '<html><body>Welcome</body></html>')],
    ['no JSON', answer(200, 'ok')],
    ['truncated JSON', answer(200, '{"code":0,"data":[{"product_id":"11"')],
    ['nothing', answer(200, '')],
    ['no envelope', answer(200, [{ product_id: '11' }])],
    ['no list', rows('11')],
    ['numbers in place of rows', rows([1, 2])],
    ['rows without IDs', rows([{ name: 'x' }])],
    ['rows of other products', rows([{ product_id: '99', total_sale_cnt: 5 }])],
    ['bytes that are no text', (_request, response) => void response.end(Buffer.from([0xff, 0xfe, 0x00]))],
    ['a day that no calendar has', products({ 'x-dataset-as-of': '2026-02-30' })],
    ['a day that is still to come', products({ 'x-dataset-as-of': '2026-08-13' })],
    ['more bytes than any answer has', huge],
  ])('%s', async (_what, reaction) => {
    upstream.next.push(reaction);
    const report = await mirror.run(watch);
    expect(report).toMatchObject({ ended: 'complete', credits: 2, stale: [], attempts: { garbage: 1, rows: 1 } });
    expect(ingestedRows()).toEqual(good);
  });

  it('is not paid for more than three times a call', async () => {
    upstream.otherwise = answer(200, '<html>');
    expect(await mirror.run(watch)).toMatchObject({
      credits: 3,
      stale: [{ what: 'product 11', why: 'HTML, not JSON' }, { what: 'product 12' }],
    });
    expect(mirror.ingested).toEqual([]);
  });
});

describe('what is of no use to ask again ends the day, with a clear word', () => {
  it.each([
    [401, 'the upstream does not know the key (401): no'],
    [402, 'the key has no credits left at the upstream (402): no'],
    [403, 'the key may not do this at the upstream (403): no'],
  ])('HTTP %i', async (status, why) => {
    upstream.otherwise = error(status, 'no');
    const report = await mirror.run({ products: ['11'], shops: ['21'] });
    expect(report).toMatchObject({ ended: 'over', why, credits: 0 });
    expect(report.stale.map((each) => each.why)).toEqual([why, why]);
    expect(upstream.asked).toHaveLength(1);
  });

  it('a refusal of one ID costs nothing and does not keep others from being fetched', async () => {
    upstream.next.push(rows([]), error(404, 'no such shop'), rows([{ seller_id: '22' }]));
    const report = await mirror.run({ products: ['11'], shops: ['21', '22'] });
    expect(report).toMatchObject({ ended: 'complete', credits: 2, unknown: ['product 11'] });
    expect(report.stale).toEqual([{ what: 'shop 21', asOf: null, why: 'HTTP 404: no such shop' }]);
  });

  it('follows no redirect: the key is for one address', async () => {
    upstream.next.push(answer(302, '', { location: `${upstream.url}/elsewhere` }));
    const report = await mirror.run(watch);
    expect(report.stale.map(({ why }) => why)).toEqual(['HTTP 302', 'HTTP 302']);
    expect(upstream.asked).toHaveLength(1);
  });

  it('stops asking an upstream that fails again and again', async () => {
    upstream.otherwise = error(500, 'internal');
    const ids = Array.from({ length: 100 }, (_, i) => String(100 + i));
    const report = await mirror.run({ products: ids, shops: ['1', '2', '3'] });
    expect(report).toMatchObject({ ended: 'unreachable', credits: 0 });
    expect(upstream.asked).toHaveLength(5 * 6);
    expect(report.stale).toHaveLength(103);
  });
});

it('nothing is lost and nothing is wrong, whatever the upstream does in between', async () => {
  const ids = Array.from({ length: 40 }, (_, i) => String(1000 + i));
  const faults: readonly Reaction[] = [
    error(500, 'internal'),
    error(429, 'slow', { 'retry-after': '5' }),
    answer(200, '<html>'),
    answer(200, '{"code":0,"data":[{"product_id":"1000"'),
    rows([{ product_id: '9', total_sale_cnt: 1 }]),
    resets,
    hangs,
    cut,
  ];
  const fault = fc.option(fc.integer({ min: 0, max: faults.length - 1 }), { freq: 1, nil: undefined });
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 25 }), async (script) => {
      const following = follow(upstream);
      const before = mirror;
      mirror = following;
      try {
        upstream.next.splice(0);
        upstream.next.push(...script.map((at) => (at === undefined ? products() : (faults[at] ?? products()))));
        let report = await mirror.run({ products: ids });
        for (let runs = 0; report.stale.length > 0 && runs < 30; runs++) report = await mirror.run({ products: ids });
        const seen = (ingestedRows() as readonly { product_id: string }[]).map(({ product_id }) => product_id);
        expect(seen.sort()).toEqual(ids);
        expect(report.credits).toBeLessThanOrEqual(report.budget);
      } finally {
        mirror = before;
        following.close();
      }
    }),
    { numRuns: 30 },
  );
});
