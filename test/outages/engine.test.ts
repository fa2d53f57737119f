import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer, observations } from '../../packages/server/test/surfaces/admin/admin-server.ts';
import { paidPath } from './caller.ts';
import { hang } from './hung-engine.ts';

/** With the sleeps of all sessions, longer than a page may take. */
const sleeps = 3;

let server: AdminServer;
let token: string;
let hanging: Promise<unknown>;
beforeAll(async () => {
  server = await adminServer({ VITRINE_SNAPSHOT: 'off' });
  await server.call('POST', '/admin/v1/ingest', {
    body: observations,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  await server.call('POST', '/admin/v1/publish');
  token = (await server.vitrine.keys.create({ name: 'caller', credits: 100, qps: 1_000 })).key;
});
afterAll(() => server.remove());

const tooSlow = {
  status: 503,
  json: { code: 503, message: 'The request took longer than 10 s and was cancelled', data: null },
};

describe('while the engine hangs', () => {
  beforeAll(() => {
    hanging = hang(server.vitrine.engine, sleeps);
  });

  it('what needs it is given up after ten seconds with a 503, at no charge, and all else is answered', async () => {
    const given = Promise.all(
      [paidPath, paidPath, '/v1/account/usage'].map((path) => server.call('GET', path, { token })),
    );
    const told = server.call('GET', '/admin/v1/usage');
    for (const path of ['/healthz', '/readyz', '/v1/account/balance']) {
      expect(await server.call('GET', path, { token })).toMatchObject({ status: 200 });
    }
    for (const answer of [...(await given), await told]) {
      expect(answer).toMatchObject(tooSlow);
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    const { json } = await server.call('GET', '/v1/account/balance', { token });
    expect(json.data).toMatchObject({ credits: 100 });
  });

  it('usage waits, and is there when the engine is back, which needs nobody', async () => {
    await hanging;
    expect(await server.call('GET', paidPath, { token })).toMatchObject({ status: 200 });
    const statusesOfPaid = async () => {
      const { json } = await server.call('GET', '/v1/account/usage', { token });
      const rows = json.data as readonly { endpoint: string; statuses: object }[];
      return rows.find(({ endpoint }) => !endpoint.startsWith('account-'))?.statuses;
    };
    await expect.poll(statusesOfPaid).toEqual({ 200: 1, 503: 2 });
  });
});
