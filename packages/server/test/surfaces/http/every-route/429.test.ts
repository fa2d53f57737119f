import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, type Answer, publishedServer } from '../../admin/admin-server.ts';
import { expectRate, expectRefusal } from './exactly.ts';
import { accountRoutes, keyedRoutes, paidRoutes } from './routes.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await publishedServer();
});
afterAll(() => server.remove());

/** So many calls at once fit into one window, however slow the machine. */
function atOnce(url: string, token: string): Promise<readonly Answer[]> {
  return Promise.all(Array.from({ length: 20 }, () => server.call('GET', url, { token })));
}

describe('429 for a key that calls too often', () => {
  it.each(keyedRoutes)('GET $path, before its question is looked at', async ({ url, wrongUrl }) => {
    const { key } = await server.vitrine.keys.create({ name: 'hasty', qps: 1, credits: 100 });
    const refused = (await atOnce(wrongUrl ?? url, key)).filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expectRefusal(answer, 429, 'qps limit exceeded: this key may make 1 calls per second, try again in 1 s');
      expect(answer.headers.get('retry-after')).toBe('1');
      expectRate(answer, { limit: 1, remaining: 0 });
    }
  });

  it.each(paidRoutes)('GET $path lets a burst through that is allowed', async ({ url }) => {
    const { key } = await server.vitrine.keys.create({ name: 'bursting', qps: 1, burst: 19 });
    expect((await atOnce(url, key)).map(({ status }) => status)).toEqual(Array(20).fill(200));
  });

  it.each(accountRoutes)('GET $path lets others through', async ({ url }) => {
    const [hasty, other] = await Promise.all(
      ['hasty', 'other'].map((name) => server.vitrine.keys.create({ name, qps: 1 })),
    );
    await atOnce(url, hasty?.key ?? '');
    expect(await server.call('GET', url, { token: other?.key ?? '' })).toMatchObject({ status: 200 });
  });
});
