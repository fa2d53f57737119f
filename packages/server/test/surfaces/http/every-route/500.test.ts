import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, publishedServer } from '../../admin/admin-server.ts';
import { expectNoRate, expectRate, expectRefusal } from './exactly.ts';
import { accountRoutes, adminRoutes, callAdmin, makeKeys, type PathIds, paidRoutes, pathWith } from './routes.ts';

let server: AdminServer;
let ids: PathIds;
let token: string;
beforeAll(async () => {
  server = await publishedServer({ VITRINE_SNAPSHOT: 'off' });
  ({ ids, token } = await makeKeys(server, { credits: 100 }));
});
afterAll(() => server.remove());

const message = 'Internal server error';

describe('500 when tables of the engine are gone, at no charge', () => {
  beforeAll(async () => {
    for (const table of await tables()) await server.vitrine.engine.command(`RENAME TABLE ${table} TO ${table}_away`);
  });
  afterAll(async () => {
    for (const table of await tables()) {
      await server.vitrine.engine.command(`RENAME TABLE ${table} TO ${table.replace('_away', '')}`);
    }
  });

  it.each(paidRoutes)('GET $path', async ({ url }) => {
    const answer = await server.call('GET', url, { token });
    expectRefusal(answer, 500, message);
    expectRate(answer, { limit: 1_000 });
  });

  it('GET /v1/account/usage', async () => {
    expectRefusal(await server.call('GET', accountRoutes[1]?.url ?? '', { token }), 500, message);
  });

  it('GET /admin/v1/usage', async () => {
    expectRefusal(await server.call('GET', '/admin/v1/usage'), 500, message);
  });
});

async function tables(): Promise<readonly string[]> {
  const rows = await server.vitrine.engine.rows<{ readonly name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND (name LIKE 'serving_%' OR name LIKE 'usage%' OR name LIKE 'landing_video%' OR name = 'landing_category')",
  );
  return rows.map(({ name }) => name);
}

describe('500 when the audit log cannot be written', () => {
  const rename = (from: string, to: string) => server.vitrine.accounts.schema.alterTable(from).renameTo(to).execute();
  beforeAll(() => rename('audit_change', 'audit_change_away'));
  afterAll(() => rename('audit_change_away', 'audit_change'));

  it.each(adminRoutes.filter(({ method }) => method !== 'GET'))('$method $path changes nothing', async (route) => {
    const keysBefore = await server.vitrine.keys.list();
    expectRefusal(await callAdmin(server, route, route.right, ids), 500, message);
    expect(await server.vitrine.keys.list()).toEqual(keysBefore);
    expect((await server.vitrine.versions.list()).map(({ version }) => version)).toEqual([1]);
  });

  it('GET /admin/v1/audit', async () => {
    expectRefusal(await server.call('GET', '/admin/v1/audit'), 500, message);
  });
});

describe.each([
  ['ingest_batch', '/admin/v1/ingest'],
  ['dataset_version', '/admin/v1/versions'],
])('500 when the table %s is gone', (table, path) => {
  const rename = (from: string, to: string) => server.vitrine.accounts.schema.alterTable(from).renameTo(to).execute();
  beforeAll(() => rename(table, `${table}_away`));
  afterAll(() => rename(`${table}_away`, table));

  it(`GET ${path}`, async () => {
    expectRefusal(await server.call('GET', path), 500, message);
  });
});

describe('500 when the table of keys is gone', () => {
  let unseen: string;
  const rename = (from: string, to: string) => server.vitrine.accounts.schema.alterTable(from).renameTo(to).execute();
  beforeAll(async () => {
    unseen = (await server.vitrine.keys.create({ name: 'not looked up before' })).key;
    await rename('api_key', 'api_key_away');
  });
  afterAll(() => rename('api_key_away', 'api_key'));

  it.each([...paidRoutes, ...accountRoutes])('GET $path', async ({ url }) => {
    const answer = await server.call('GET', url, { token: unseen });
    expectRefusal(answer, 500, message);
    expectNoRate(answer);
  });

  it.each([
    ['GET', '/admin/v1/keys', undefined],
    ['POST', '/admin/v1/keys', { name: 'x' }],
    ['PATCH', '/admin/v1/keys/{id}', { name: 'x' }],
    ['POST', '/admin/v1/keys/{id}/rotate', {}],
    ['POST', '/admin/v1/keys/{id}/revoke', {}],
    ['POST', '/admin/v1/keys/{id}/grant', { credits: 1 }],
    ['POST', '/admin/v1/keys/{id}/refund', { credits: 1, reason: 'x' }],
  ] as const)('%s %s', async (method, path, body) => {
    const options = body === undefined ? {} : { body };
    expectRefusal(await server.call(method, pathWith(path, ids), options), 500, message);
  });
});
