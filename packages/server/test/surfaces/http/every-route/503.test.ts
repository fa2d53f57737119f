import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer } from '../../admin/admin-server.ts';
import { expectNoRate, expectRate, expectRefusal } from './exactly.ts';
import { accountRoutes, paidRoutes } from './routes.ts';

let server: AdminServer;
let token: string;
beforeAll(async () => {
  server = await adminServer();
  token = (await server.vitrine.keys.create({ name: 'early', credits: 1, qps: 1_000 })).key;
});
afterAll(() => server.remove());

describe('503 before the first publish, at no charge', () => {
  it.each(paidRoutes.filter(({ hasTag }) => hasTag))('GET $path', async ({ url }) => {
    const answer = await server.call('GET', url, { token });
    expectRefusal(answer, 503, 'No dataset is published yet');
    expectRate(answer, { limit: 1_000 });
    const [listed] = await server.vitrine.keys.list();
    expect(listed?.credits).toBe(1);
  });

  it('GET /readyz', async () => {
    const answer = await server.call('GET', '/readyz', { token: null });
    expectRefusal(answer, 503, 'No dataset is published yet');
    expectNoRate(answer);
  });

  it.each(accountRoutes)('not GET $path', async ({ url }) => {
    expect(await server.call('GET', url, { token })).toMatchObject({ status: 200 });
  });
});
