import { afterAll, beforeAll, describe, it } from 'vitest';
import { type AdminServer, adminServer } from '../../admin/admin-server.ts';
import { expectNoRate, expectRefusal } from './exactly.ts';
import { adminRoutes, keyedRoutes, openPaths, pathWith } from './routes.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

const paths = [...keyedRoutes, ...adminRoutes].map(({ path }) => pathWith(path));

describe('404 below every path there is, before the key is looked at', () => {
  it.each([...new Set([...paths, ...openPaths])])('%s/x/y/z', async (path) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await server.call(method, `${path}/x/y/z?secret=1`, { token: null });
      expectRefusal(answer, 404, new RegExp(`^No such path: ${path}/x/y/z\\. .*See /docs`));
      expectNoRate(answer);
    }
  });
});

describe('404 for a key that there is not', () => {
  it.each([
    ['PATCH', '/admin/v1/keys/key_none', { name: 'x' }],
    ['POST', '/admin/v1/keys/key_none/rotate', {}],
    ['POST', '/admin/v1/keys/key_none/revoke', {}],
    ['POST', '/admin/v1/keys/key_none/grant', { credits: 1 }],
    ['POST', '/admin/v1/keys/key_none/refund', { credits: 1, reason: 'x' }],
  ] as const)('%s %s', async (method, path, body) => {
    expectRefusal(await server.call(method, path, { body }), 404, 'No such key: key_none');
  });

  it('nor an admin key', async () => {
    const answer = await server.call('POST', '/admin/v1/admin-keys/adm_none/revoke');
    expectRefusal(answer, 404, 'No such admin key: adm_none');
  });

  it('nor a session', async () => {
    const answer = await server.call('POST', '/admin/v1/sessions/ses_none/end');
    expectRefusal(answer, 404, 'No such session: ses_none');
  });
});
