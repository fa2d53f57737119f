import { afterAll, beforeAll, describe, it } from 'vitest';
import { adminScopes } from '../../../../src/access/admin-keys/admin-keys.ts';
import { DatabaseAdminKeys } from '../../../../src/access/admin-keys/database-admin-keys.ts';
import { newKey } from '../../../../src/access/keys/key-format.ts';
import { type AdminServer, adminServer } from '../../admin/admin-server.ts';
import { expectNoRate, expectRefusal } from './exactly.ts';
import { adminRoutes, keyedRoutes } from './routes.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

const day = 86_400_000;
const moment = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
const hint = 'sk_live_..….{4}';

/** Every way in which a key does not work. */
const refused: readonly {
  readonly what: string;
  readonly token: (server: AdminServer) => Promise<string | null>;
  readonly message: string | RegExp;
}[] = [
  {
    what: 'no key',
    token: async () => null,
    message: 'apiKey is null',
  },
  {
    what: 'a mistyped key',
    token: async () => `${newKey()}x`,
    message: 'Invalid apiKey: a text of 47 characters is not a valid key: it is mistyped or incomplete',
  },
  {
    what: 'a key nobody made',
    token: async () => newKey(),
    message: new RegExp(`^Invalid apiKey: ${hint} is well formed but unknown to this server$`),
  },
  {
    what: 'a revoked key',
    async token({ vitrine }) {
      const { id, key } = await vitrine.keys.create({ name: 'leaver' });
      await vitrine.keys.revoke(id);
      return key;
    },
    message: new RegExp(`^Invalid apiKey: ${hint} was revoked at ${moment}$`),
  },
  {
    what: 'a key before its time',
    token: async ({ vitrine }) => (await vitrine.keys.create({ name: 'soon', notBefore: Date.now() + day })).key,
    message: new RegExp(`^Invalid apiKey: ${hint} is not valid until ${moment}$`),
  },
  {
    what: 'a key that was rotated without an overlap',
    async token({ vitrine }) {
      const { id, key } = await vitrine.keys.create({ name: 'leaked' });
      await vitrine.keys.rotate(id, 0);
      return key;
    },
    message: new RegExp(`^Invalid apiKey: ${hint} was rotated and stopped working at ${moment}$`),
  },
  {
    what: 'a key after its time',
    async token({ vitrine }) {
      const { id, key } = await vitrine.keys.create({ name: 'guest' });
      // No key can be made so that it is over at once.
      await vitrine.accounts.updateTable('api_key').set({ expires_at: 1 }).where('id', '=', id).execute();
      return key;
    },
    message: new RegExp(`^Invalid apiKey: ${hint} expired at 1970-01-01T00:00:00.001Z$`),
  },
];

describe.each(refused)('401 for $what', ({ token, message }) => {
  it.each(keyedRoutes)('GET $path, before its question is looked at', async ({ path, url, wrongUrl }) => {
    for (const asked of [url, wrongUrl ?? path]) {
      const answer = await server.call('GET', asked, { token: await token(server) });
      expectRefusal(answer, 401, message);
      expectNoRate(answer);
    }
  });
});

describe('401 for an admin key that works no more', () => {
  it.each(adminRoutes)('$method $path', async ({ method, path }) => {
    const { vitrine } = server;
    const wanted = { name: 'for a while', scopes: adminScopes };
    const leaver = await vitrine.adminKeys.create(wanted);
    await vitrine.adminKeys.revoke(leaver.id);
    const longAgo = new DatabaseAdminKeys(vitrine.accounts, { now: () => 0 });
    const guest = await longAgo.create({ ...wanted, expiresAt: 1 });
    const hint = 'sk_admin_..….{4}';
    const revoked = await server.call(method, path, { token: leaver.key });
    expectRefusal(revoked, 401, new RegExp(`^admin key ${hint} was revoked at ${moment}$`));
    const expired = await server.call(method, path, { token: guest.key });
    expectRefusal(expired, 401, new RegExp(`^admin key ${hint} expired at 1970-01-01T00:00:00.001Z$`));
  });
});

describe('401 for a token that is not the right one', () => {
  it.each(adminRoutes)('$method $path', async ({ method, path }) => {
    const { key } = await server.vitrine.keys.create({ name: 'caller' });
    for (const token of [null, 'wrong', key, newKey('admin')]) {
      const answer = await server.call(method, path, { token });
      expectRefusal(answer, 401, 'admin token is missing or wrong: send it as "Authorization: Bearer TOKEN"');
    }
  });
});
