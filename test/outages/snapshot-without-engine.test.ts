import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AdminServer, adminServer, observations } from '../../packages/server/test/surfaces/admin/admin-server.ts';
import { paidPath } from './caller.ts';
import { hang } from './hung-engine.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
  await server.call('POST', '/admin/v1/ingest', {
    body: observations,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  await server.call('POST', '/admin/v1/publish');
});
afterAll(() => server.remove());

it('what the snapshot holds is answered and charged while the engine hangs', async () => {
  const { key: token } = await server.vitrine.keys.create({ name: 'caller', credits: 100, qps: 1_000 });
  let isHanging = true;
  const hanging = hang(server.vitrine.engine, 1).then(() => {
    isHanging = false;
  });
  for (let call = 0; call < 20; call++) {
    expect(await server.call('GET', paidPath, { token })).toMatchObject({ status: 200 });
  }
  expect(isHanging).toBe(true);
  await hanging;
  const { json } = await server.call('GET', '/v1/account/balance', { token });
  expect(json.data).toMatchObject({ credits: 80 });
});
