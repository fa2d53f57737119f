import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseAdminKeys } from '../../../src/access/admin-keys/database-admin-keys.ts';
import { DatabaseSessionAdministration } from '../../../src/access/console-sessions/database-session-administration.ts';
import { DatabaseKeys } from '../../../src/access/keys/database-keys.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { adminKeyRoutes } from '../../../src/surfaces/admin/admin-key-routes.ts';
import { keyRoutes } from '../../../src/surfaces/admin/key-routes.ts';
import { sessionAdminRoutes } from '../../../src/surfaces/admin/session-admin-routes.ts';
import { handleErrors } from '../../../src/surfaces/http/error-handling.ts';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';
import { adminToken, tokenGate } from './token-gate.ts';

describe.each(engines)('keys in $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('an id that no key can have', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    const server: HttpServer = fastify();
    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      const keys = new DatabaseKeys(accounts, systemClock);
      handleErrors(server);
      await keyRoutes({ keys, adminGate: tokenGate })(server);
      const adminKeys = new DatabaseAdminKeys(accounts, systemClock);
      await adminKeyRoutes({ adminKeys, adminGate: tokenGate })(server);
      const sessions = new DatabaseSessionAdministration(accounts, systemClock);
      await sessionAdminRoutes({ sessions, adminGate: tokenGate })(server);
    });
    afterAll(async () => {
      await server.close();
      await accounts.destroy();
      await place.remove();
    });

    it.each([
      ['PATCH', 'keys', '', { name: 'new' }],
      ['POST', 'keys', '/rotate', {}],
      ['POST', 'keys', '/revoke', {}],
      ['POST', 'keys', '/grant', { credits: 1 }],
      ['POST', 'keys', '/refund', { credits: 1, reason: 'why' }],
      ['POST', 'admin-keys', '/revoke', {}],
      ['POST', 'sessions', '/end', {}],
    ] as const)('is no such key: %s %s/ID%s', async (method, kind, verb, payload) => {
      for (const id of ['%00', 'key_1%00', '%0A', '%F0%9F%91%80', "'", `key_${'x'.repeat(90)}`]) {
        const headers = { authorization: `Bearer ${adminToken}` };
        const answer = await server.inject({ method, url: `/admin/v1/${kind}/${id}${verb}`, headers, payload });
        expect([id, answer.statusCode]).toEqual([id, 404]);
      }
    });
  });
});
