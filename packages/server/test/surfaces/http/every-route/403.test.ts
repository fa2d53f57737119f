import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminScopes } from '../../../../src/access/admin-keys/admin-keys.ts';
import { catalogue } from '../../../../src/catalogue/catalogue.ts';
import { type AdminServer, publishedServer } from '../../admin/admin-server.ts';
import { exampleUrl } from '../test-server.ts';
import { expectNoRate, expectRefusal, expectSuccess } from './exactly.ts';
import { accountRoutes, adminRoutes, callAdmin, makeKeys, pathWith } from './routes.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await publishedServer();
});
afterAll(() => server.remove());

const ids = catalogue.map(({ id }) => id);

async function tokenFor(scopes: readonly string[]): Promise<string> {
  return (await server.vitrine.keys.create({ name: 'narrow', credits: 10, scopes })).key;
}

describe('403 for an admin route that is not among the scopes of an admin key', () => {
  it.each(adminRoutes)('$method $path, before its body is looked at', async ({ method, path, scope }) => {
    const others = adminScopes.filter((each) => each !== scope);
    const { key } = await server.vitrine.adminKeys.create({ name: 'narrow', scopes: others });
    const answer = await server.call(method, pathWith(path), { token: key, body: method === 'GET' ? undefined : '{' });
    const wanted = scope === null ? 'the admin token' : `the scope ${scope}`;
    const message = `This admin key may not do this: it requires ${wanted}, but the key has the scopes ${others.join(', ')}`;
    expectRefusal(answer, 403, message);
  });

  it.each(adminRoutes.filter(({ scope }) => scope !== null))(
    'not $method $path for a key that has only this scope',
    async (route) => {
      const { key } = await server.vitrine.adminKeys.create({ name: 'one', scopes: [String(route.scope)] });
      const { ids: made } = await makeKeys(server);
      expect((await callAdmin(server, route, route.right, made, key)).status).not.toBe(403);
    },
  );
});

describe('403 for an endpoint that is not among the scopes of a key', () => {
  it.each(catalogue)('GET $path, before its question is looked at', async (endpoint) => {
    const others = ids.filter((id) => id !== endpoint.id);
    const token = await tokenFor(others);
    for (const url of [exampleUrl(endpoint), endpoint.path]) {
      const answer = await server.call('GET', url, { token });
      expectRefusal(answer, 403, `This key may not call ${endpoint.id}: expected one of ${others.join(', ')}`);
      expectNoRate(answer);
    }
  });

  it.each(catalogue)('not GET $path for a key that has only this scope', async (endpoint) => {
    const answer = await server.call('GET', exampleUrl(endpoint), { token: await tokenFor([endpoint.id]) });
    expectSuccess(answer, 200, expect.any(Array));
  });

  it.each(accountRoutes)('not GET $path, which every key may ask for', async ({ url }) => {
    const answer = await server.call('GET', url, { token: await tokenFor(['product-list']) });
    expectSuccess(answer, 200, expect.anything());
  });

  it('no longer once the scopes of the key are changed', async () => {
    const { id, key } = await server.vitrine.keys.create({ name: 'growing', scopes: ['shop-videos'] });
    const [endpoint] = catalogue;
    if (endpoint === undefined) throw new Error('the catalogue is empty');
    expect(await server.call('GET', exampleUrl(endpoint), { token: key })).toMatchObject({ status: 403 });
    await server.call('PATCH', `/admin/v1/keys/${id}`, { body: { scopes: null } });
    expect(await server.call('GET', exampleUrl(endpoint), { token: key })).toMatchObject({ status: 200 });
  });
});
