import { afterAll, beforeAll, describe, it } from 'vitest';
import { type AdminServer, publishedServer } from '../../admin/admin-server.ts';
import { expectRate, expectRefusal, expectSuccess } from './exactly.ts';
import { accountRoutes, paidRoutes } from './routes.ts';

let server: AdminServer;
let id: string;
let token: string;
beforeAll(async () => {
  server = await publishedServer();
  const made = await server.vitrine.keys.create({ name: 'poor', credits: 0, qps: 1_000 });
  id = made.id;
  token = made.key;
});
afterAll(() => server.remove());

describe('402 for a key without credits', () => {
  it.each(paidRoutes)('GET $path', async ({ url }) => {
    const answer = await server.call('GET', url, { token });
    expectRefusal(answer, 402, `apiKey quota is not enough: a call costs 1 credit and key ${id} has none left`);
    expectRate(answer, { limit: 1_000 });
  });

  it('not to be told what it has left', async () => {
    const [balance] = accountRoutes;
    const answer = await server.call('GET', balance?.url ?? '', { token });
    expectSuccess(answer, 200, { keyId: id, credits: 0 });
  });
});
