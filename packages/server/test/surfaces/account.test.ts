import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from './http/test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

const usage = '/v1/account/usage';
const balance = '/v1/account/balance';
const url = exampleUrl(productList);

function ask(path: string, headers = {}) {
  return test.server.inject({ url: path, headers });
}

describe('the balance', () => {
  it('is what the key has left at this moment, and asking is free', async () => {
    const key = await test.newKey({ credits: 3 });
    await ask(url, bearing(key));
    for (let i = 0; i < 3; i++) {
      const { statusCode, body } = await ask(balance, bearing(key));
      expect(statusCode).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ code: 0, message: 'success', data: { keyId: key.id, credits: 2 } });
    }
  });

  it('of an unlimited key is null', async () => {
    const key = await test.newKey();
    expect((await ask(balance, bearing(key))).json()).toMatchObject({ data: { keyId: key.id, credits: null } });
  });

  it('can be asked for when nothing is left', async () => {
    const key = await test.newKey({ credits: 0 });
    expect((await ask(balance, bearing(key))).json()).toMatchObject({ data: { credits: 0 } });
  });
});

describe('the usage of a key', () => {
  it('is told to its owner alone, and only its own', async () => {
    const [mine, other] = [await test.newKey(), await test.newKey()];
    for (let i = 0; i < 3; i++) await ask(url, bearing(mine));
    await ask(productList.path, bearing(mine));
    await ask(url, bearing(other));
    await test.usage.flush();
    for (const query of ['', `?key_id=${other.id}`, `?key_id=${other.id}&key_id=`, '?key_id=']) {
      const { data } = (await ask(usage + query, bearing(mine))).json();
      expect(data).toMatchObject([
        { keyId: mine.id, endpoint: productList.id, requests: 4, credits: 3, statuses: { 200: 3, 400: 1 }, rows: 3 },
      ]);
    }
  });

  it('counts these calls too, free', async () => {
    const key = await test.newKey({ credits: 1 });
    await ask(usage, bearing(key));
    await ask(balance, bearing(key));
    await test.usage.flush();
    const { data } = (await ask(usage, bearing(key))).json();
    expect(data).toMatchObject([
      { endpoint: 'account-balance', requests: 1, credits: 0 },
      { endpoint: 'account-usage', requests: 1, credits: 0 },
    ]);
    expect(await test.creditsOf(key)).toBe(1);
  });

  it('comes by day or hour, of one endpoint or all', async () => {
    const key = await test.newKey();
    await ask(url, bearing(key));
    await ask(balance, bearing(key));
    await test.usage.flush();
    const now = new Date().toISOString();
    const [day, hour] = [`${now.slice(0, 10)}T00:00:00Z`, `${now.slice(0, 13)}:00:00Z`];
    const byDay = (await ask(`${usage}?by=day&endpoint=${productList.id}`, bearing(key))).json();
    const byHour = (await ask(`${usage}?by=hour&endpoint=${productList.id}`, bearing(key))).json();
    // Past midnight the day of the records is yesterday.
    expect([day, hour].map((period) => period.slice(0, 10))).toContain(byDay.data[0].period.slice(0, 10));
    expect(byHour.data).toMatchObject([{ endpoint: productList.id, requests: 1 }]);
    expect(byHour.data[0].period).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/);
  });

  it('of days without calls is empty', async () => {
    const { data } = (await ask(`${usage}?from=2020-01-01&to=2020-01-31`, bearing(await test.newKey()))).json();
    expect(data).toEqual([]);
  });
});

describe.each([usage, balance])('%s', (path) => {
  it('answers as /openapi.json says', async () => {
    const key = await test.newKey();
    await ask(path, bearing(key));
    await test.usage.flush();
    const { data } = (await ask(path, bearing(key))).json();
    const { get } = (await ask('/openapi.json')).json().paths[path];
    const documented = get.responses['200'].content['application/json'].schema.properties.data;
    const [object, schema] = path === usage ? [data[0], documented.items] : [data, documented];
    expect(Object.keys(object)).toEqual(schema.required);
  });

  it('is refused without a key, before anything else is looked at', async () => {
    expectError(await ask(`${path}?from=never`), 401, /^apiKey is null$/);
    expectError(await ask(path, { authorization: 'Bearer sk_live_x' }), 401, /^Invalid apiKey: /);
  });

  it('counts for the rate limit, which comes before parameters', async () => {
    const key = await test.newKey({ qps: 1 });
    // The limits of these tests are counted over 600 seconds.
    for (let i = 0; i < 600; i++) await ask(balance, bearing(key));
    const response = await ask(`${path}?from=never`, bearing(key));
    expectError(response, 429, /^qps limit exceeded/);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('is a GET and nothing else', async () => {
    const response = await test.server.inject({ method: 'HEAD', url: path });
    expect([response.statusCode, response.headers['allow']]).toEqual([405, 'GET']);
  });
});

describe('a parameter that is not as documented', () => {
  it.each([
    ['from=yesterday', 'Invalid parameter: from: expected a day of 1970 to 2099 as YYYY-MM-DD, got "yesterday"'],
    ['to=2026-02-30', 'Invalid parameter: to: expected a day of 1970 to 2099 as YYYY-MM-DD, got "2026-02-30"'],
    ['to=9999-01-01', 'Invalid parameter: to: expected a day of 1970 to 2099 as YYYY-MM-DD, got "9999-01-01"'],
    [
      'from=2026-01-02&to=2026-01-01',
      'Invalid parameter: from: expected a day up to 2026-01-01, the last day, got "2026-01-02"',
    ],
    [
      'by=hour&from=2026-01-01&to=2026-12-31',
      'Invalid parameter: from: expected 2026-09-30 or later (at most 93 days by hour), got "2026-01-01"',
    ],
    ['by=week', 'Invalid parameter: by: expected day or hour, got "week"'],
    ['by=day&by=hour', 'Repeated parameter: by: expected once, got 2 times'],
    [`endpoint=${'x'.repeat(101)}`, 'Invalid parameter: endpoint: expected at most 100 characters, got "101 of them"'],
  ])('is a 400 that names it: %s', async (query, message) => {
    expectError(await ask(`${usage}?${query}`, bearing(await test.newKey())), 400, message);
  });
});
