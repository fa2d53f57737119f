import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usageLine } from '../../../src/access/usage/usage-record.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { usageAnswers } from '../../../src/surfaces/usage/usage-answer.ts';
import { storeUsage } from '../../../src/warehouse/usage/usage-store.ts';
import { noon, record } from '../../access/usage/recorders.ts';
import { type AdminServer, adminServer, expectError } from './admin-server.ts';

const hourMs = 3_600_000;

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
  const records = [
    record({ keyId: 'key_a', latencyMicros: 100 }),
    record({ keyId: 'key_a', status: 400, credits: 0, rows: 0, latencyMicros: 300 }),
    record({ keyId: 'key_a', endpoint: 'shop-videos', at: noon - hourMs }),
    record({ keyId: 'key_b' }),
    record({ keyId: '', endpoint: 'unknown', status: 404, credits: 0, rows: 0, bytes: 120 }),
  ];
  await storeUsage(server.vitrine.engine, 'a batch', Buffer.from(records.map(usageLine).join('')));
});
afterAll(() => server.remove());

const day = new Date(noon).toISOString().slice(0, 10);
const days = `from=${day}&to=${day}`;

async function rows(query: string): Promise<unknown> {
  const { status, json } = await server.call('GET', `/admin/v1/usage?${query}`);
  expect(status).toBe(200);
  return json.data;
}

describe('usage', () => {
  it('has a row a day, key and endpoint, with its statuses and latencies', async () => {
    const all = await rows(days);
    expect(all).toMatchObject([
      { keyId: '', endpoint: 'unknown', requests: 1, credits: 0, statuses: { 404: 1 }, rows: 0, bytes: 120 },
      { keyId: 'key_a', endpoint: 'product-list', requests: 2, credits: 1, statuses: { 200: 1, 400: 1 }, rows: 10 },
      { keyId: 'key_a', endpoint: 'shop-videos', requests: 1, credits: 1 },
      { keyId: 'key_b', endpoint: 'product-list', requests: 1, credits: 1 },
    ]);
    expect(all).toContainEqual({
      period: `${day}T00:00:00Z`,
      keyId: 'key_a',
      endpoint: 'product-list',
      requests: 2,
      credits: 1,
      statuses: { 200: 1, 400: 1 },
      rows: 10,
      bytes: 5000,
      latencyMicrosMean: 200,
      latencyMicrosP50: expect.any(Number),
      latencyMicrosP95: expect.any(Number),
      latencyMicrosP99: expect.any(Number),
      latencyMicrosMax: 300,
    });
  });

  it('has a row an hour when asked by hour', async () => {
    expect(await rows(`by=hour&key_id=key_a&${days}`)).toMatchObject([
      { period: `${day}T11:00:00Z`, endpoint: 'shop-videos', requests: 1 },
      { period: `${day}T12:00:00Z`, endpoint: 'product-list', requests: 2 },
    ]);
  });

  it('is told of a key or an endpoint alone, and of days without requests as nothing', async () => {
    expect(await rows(`key_id=key_b&${days}`)).toMatchObject([{ keyId: 'key_b' }]);
    expect(await rows(`endpoint=shop-videos&${days}`)).toMatchObject([{ keyId: 'key_a', endpoint: 'shop-videos' }]);
    expect(await rows('from=2020-01-01&to=2020-12-31')).toEqual([]);
    expect(await rows('')).toMatchObject({ length: 4 });
  });

  it('is for the operator alone', async () => {
    expectError(await server.call('GET', '/admin/v1/usage', { token: null }), 401, /^admin token is missing or wrong/);
  });

  it('asked for badly is a 400 that names the parameter', async () => {
    const answer = await server.call('GET', '/admin/v1/usage?by=week');
    expectError(answer, 400, 'Invalid parameter: by: expected day or hour, got "week"');
  });

  it('of a key or an endpoint that nobody knows is a 400, not an empty report', async () => {
    const key = await server.call('GET', '/admin/v1/usage?key_id=key_nobody');
    expectError(
      key,
      400,
      'Invalid parameter: key_id: expected the id of a key, as shown by "vitrine keys list", got "key_nobody"',
    );
    const endpoint = await server.call('GET', '/admin/v1/usage?endpoint=product-lists');
    expectError(endpoint, 400, /^Invalid parameter: endpoint: expected one of product-list, .*, got "product-lists"$/);
    const quiet = await server.call('GET', '/admin/v1/usage?endpoint=shop-videos&from=2020-01-01&to=2020-01-02');
    expect(quiet.status).toBe(200);
  });

  it('of more rows than one answer holds is a 400 that says how to ask for less', async () => {
    const answers = usageAnswers({
      engine: server.vitrine.engine,
      clock: systemClock,
      hasKey: async () => false,
      rowsMax: 3,
    });
    await expect(answers({ from: day, to: day })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('from: expected a range with at most 3 rows: request fewer days'),
    });
    expect(await answers({ from: day, to: day, key_id: 'key_a' })).toHaveLength(2);
  });
});

describe('metrics', () => {
  it('say how much waits to be stored and how much was lost', async () => {
    const response = await fetch(new URL('/metrics', url()));
    const text = await response.text();
    expect(text).toContain('vitrine_usage_records_lost 0');
    expect(text).toMatch(/vitrine_usage_spool_bytes \d+/);
  });
});

function url(): string {
  return JSON.parse(readFileSync(server.vitrine.paths.serverFile, 'utf8')).url;
}
