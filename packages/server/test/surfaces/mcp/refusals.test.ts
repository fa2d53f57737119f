import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import type { Reader } from '../../../src/serving/reader.ts';
import { errorAbout, type TestServer, testServer } from '../http/test-server.ts';
import { message, post, toolCall, toolResult } from './messages.ts';

let broken = false;
const breakable = (reader: Reader): Reader => ({
  page: (...question) => (broken ? Promise.reject(new Error('the disk is on fire')) : reader.page(...question)),
});

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ wrapReader: breakable });
});
beforeEach(() => {
  broken = false;
});
afterAll(() => test.remove());

const call = toolCall(productList.tool, { region: 'US' });

async function revoked(): Promise<CreatedKey> {
  const key = await test.newKey();
  await test.keys.revoke(key.id);
  return key;
}

describe('a tool call that is refused is answered with the envelope of the error', () => {
  it.each([
    ['without a key', async () => undefined, 401, /^apiKey is null/],
    ['with a revoked key', revoked, 401, /was revoked/],
    ['outside the scopes of its key', () => test.newKey({ scopes: ['shop-videos'] }), 403, /may not call product-list/],
    ['without credits', () => test.newKey({ credits: 0 }), 402, /^apiKey quota is not enough/],
  ])('%s', async (_, newKey, code, said) => {
    const key = await newKey();
    const { isError, envelope } = toolResult(await post(test, call, key === undefined ? {} : { key }));
    expect(isError).toBe(true);
    expect(envelope).toEqual({
      code,
      message: expect.stringMatching(said),
      data: null,
      requestId: expect.any(String),
      error: errorAbout,
    });
  });

  it('when it comes too often, with the time to wait', async () => {
    const key = await test.newKey({ qps: 1, credits: 0 });
    const refusals = new Set<number>();
    // The limiter of the test counts over 600 seconds.
    for (let i = 0; i < 600; i++) refusals.add(toolResult(await post(test, call, { key })).envelope.code);
    expect([...refusals]).toEqual([402]);
    const response = await post(test, call, { key });
    expect(toolResult(response).envelope).toMatchObject({ code: 429, message: expect.stringMatching(/try again in/) });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('when the reader fails, costs nothing and keeps the cause for the log', async () => {
    broken = true;
    const key = await test.newKey({ credits: 1 });
    const response = await post(test, call, { key });
    expect(toolResult(response).envelope).toMatchObject({ code: 500, message: 'Internal server error' });
    expect(response.body).not.toContain('fire');
    expect(test.log.join('')).toContain('the disk is on fire');
    expect(await test.creditsOf(key)).toBe(1);
  });

  it('when nothing is published', async () => {
    const { dataset } = test;
    test.dataset = undefined;
    const response = await post(test, call, { key: await test.newKey() });
    test.dataset = dataset;
    expect(toolResult(response).envelope).toMatchObject({ code: 503, message: 'No dataset is published yet' });
  });
});

describe('usage', () => {
  it('records a tool call as a call of its endpoint that ended as the envelope says, and no other message', async () => {
    await test.usage.flush();
    await test.engine.command('TRUNCATE TABLE usage_record');
    const key = await test.newKey({ credits: 1 });
    await post(test, message('tools/list'), { key });
    for (let i = 0; i < 2; i++) await post(test, call, { key });
    await test.usage.flush();
    const rows = await test.engine.rows(
      'SELECT key_id, endpoint, status, credits, rows FROM usage_record ORDER BY status',
    );
    const { id: endpoint } = productList;
    expect(rows).toEqual([
      { key_id: key.id, endpoint, status: 200, credits: 1, rows: 1 },
      { key_id: key.id, endpoint, status: 402, credits: 0, rows: 0 },
    ]);
  });
});
