import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer, observations } from '../../admin/admin-server.ts';
import { expectNoRate, expectRate, expectSuccess } from './exactly.ts';
import { accountRoutes, adminRoutes, callAdmin, keyedRoutes, makeKeys, type PathIds, paidRoutes } from './routes.ts';

let server: AdminServer;
let ids: PathIds;
let token: string;
beforeAll(async () => {
  server = await adminServer();
  const headers = { 'content-type': 'application/x-ndjson' };
  await server.call('POST', '/admin/v1/ingest', { body: observations, headers });
  await server.call('POST', '/admin/v1/publish');
  ({ ids, token } = await makeKeys(server, { credits: 100 }));
});
afterAll(() => server.remove());

describe('200 and 201, each in the envelope', () => {
  it.each(paidRoutes)('GET $path: the rows, their tag, and where the key stands', async ({ url, hasTag }) => {
    const answer = await server.call('GET', url, { token });
    expectSuccess(answer, 200, expect.any(Array));
    expectRate(answer, { limit: 1_000 });
    expect(answer.headers.get('etag')).toEqual(hasTag ? expect.stringMatching(/^W\/"1-[\w-]{22}"$/) : null);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
  });

  it.each(accountRoutes)('GET $path: what the key wants to know, and where it stands', async ({ url }) => {
    const answer = await server.call('GET', url, { token });
    expectSuccess(answer, 200, expect.anything());
    expectRate(answer, { limit: 1_000 });
  });

  it.each(keyedRoutes)('GET $path is for test keys too, and takes nothing from them', async ({ url }) => {
    const trial = await server.vitrine.keys.create({ name: 'trial', mode: 'test' });
    expect(trial.key).toMatch(/^sk_test_/);
    expectSuccess(await server.call('GET', url, { token: trial.key }), 200, expect.anything());
    const balance = await server.call('GET', '/v1/account/balance', { token: trial.key });
    expectSuccess(balance, 200, { keyId: trial.id, credits: null });
    const [listed] = (await server.vitrine.keys.list()).filter((key) => key.id === trial.id);
    expect(listed?.credits).toBeNull();
  });

  it.each(adminRoutes)('$method $path', async (route) => {
    const answer = await callAdmin(server, route, route.right, ids);
    expectSuccess(answer, route.status, expect.anything());
    expectNoRate(answer);
  });
});
