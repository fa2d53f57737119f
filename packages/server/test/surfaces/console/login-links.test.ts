import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret } from '../../../src/access/console-sessions/console-secrets.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';
import {
  adminToken,
  attemptsPerMinute,
  type ConsoleSite,
  consoleSite,
  fromConsole,
  loggedIn,
  login,
} from './console-site.ts';

const tenMinutes = 600_000;

describe.each(engines)('a login link with the accounts on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('when it is open', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let site: ConsoleSite;
    let now = 1_790_000_000_000;
    let addresses = 0;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      site = await consoleSite(accounts, { now: () => now });
    });
    afterAll(async () => {
      await site.server.close();
      await accounts.destroy();
      await place.remove();
    });

    const link = (token: string, host = 'data.example') =>
      site.server.inject({
        method: 'POST',
        url: '/admin/v1/login-links',
        headers: { authorization: `Bearer ${token}`, host },
      });
    const newCode = async (token = adminToken) => new URL((await link(token)).json().data.url).hash.slice(1);
    const from = (address: string) => ({ ...fromConsole, 'x-forwarded-for': address });
    const newAddress = () => `198.51.100.${++addresses}`;
    const logIn = async (shown: object, address = newAddress()) => {
      const { statusCode, body } = await site.server.inject(login(shown, from(address)));
      return [statusCode, JSON.parse(body).error?.id];
    };
    const worked = [201, undefined];
    const refused = [401, 'login-code-invalid'];

    it('leads to where it was asked for, with its code behind #', async () => {
      const { data } = (await link(adminToken, 'data.example:8080')).json();
      expect(data).toEqual({
        url: expect.stringMatching(/^http:\/\/data\.example:8080\/login#vtl_[\w-]{43}$/),
        expiresAt: now + tenMinutes,
      });
      expect((await link(adminToken, 'a b')).json().message).toMatch(/^Invalid parameter: Host: expected a name/);
    });

    it('logs in as whoever asked for it', async () => {
      const { id, key } = await site.keys.create({ name: 'viewer', scopes: ['view'] });
      for (const [token, actor] of [
        [adminToken, 'admin-token'],
        [key, id],
      ] as const) {
        const session = await loggedIn(site, { code: await newCode(token) });
        const { data } = (await site.server.inject({ url: '/console/v1/session', headers: session })).json();
        expect(data).toMatchObject({ actor });
      }
      const { key: other } = await site.keys.create({ name: 'importer', scopes: ['ingest'] });
      expect((await link(other)).json().error.id).toBe('admin-scope-missing');
    });

    it('works once, and for ten minutes', async () => {
      const [code, late] = [await newCode(), await newCode()];
      expect(await logIn({ code })).toEqual(worked);
      expect(await logIn({ code })).toEqual(refused);
      now += tenMinutes;
      expect(await logIn({ code: late })).toEqual(refused);
    });

    it('works no more once its key is revoked', async () => {
      const { id, key } = await site.keys.create({ name: 'leaver', scopes: ['view'] });
      const code = await newCode(key);
      await site.keys.revoke(id);
      expect(await logIn({ code })).toEqual(refused);
    });

    it.each(['code', 'key'])('is one of a few attempts of an address, as each wrong %s is', async (what) => {
      const address = newAddress();
      const session = await loggedIn(site, { key: adminToken });
      for (let attempt = 0; attempt < attemptsPerMinute; attempt++)
        expect((await logIn({ [what]: newSecret('code') }, address))[0]).toBe(401);
      const tooMany = [429, 'attempts-exceeded'];
      expect(await logIn({ [what]: newSecret('code') }, address)).toEqual(tooMany);
      expect(await logIn({ code: await newCode() }, address)).toEqual(tooMany);
      expect(await logIn({ code: await newCode() })).toEqual(worked);
      // Neither are they shut out who are logged in there, nor is the operator.
      const look = { url: '/console/v1/session', headers: { ...session, ...from(address) } };
      expect((await site.server.inject(look)).statusCode).toBe(200);
      expect(await logIn({ key: adminToken }, address)).toEqual(worked);
    });

    it('is not needed to try out sessions, which are counted too', async () => {
      const address = newAddress();
      const look = async (cookie?: string) => {
        const headers = { ...from(address), ...(cookie === undefined ? {} : { cookie }) };
        return (await site.server.inject({ url: '/console/v1/session', headers })).statusCode;
      };
      for (let attempt = 0; attempt <= attemptsPerMinute; attempt++) expect(await look()).toBe(401);
      for (let attempt = 0; attempt < attemptsPerMinute; attempt++)
        expect(await look(`vitrine_session_80=${newSecret('session')}`)).toBe(401);
      expect(await look(`vitrine_session_80=${newSecret('session')}`)).toBe(429);
      // Old tabs of one person keep nobody else there from logging in.
      expect(await logIn({ code: await newCode() }, address)).toEqual(worked);
    });
  });
});
