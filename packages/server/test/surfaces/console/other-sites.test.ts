import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';
import { adminToken, type ConsoleSite, consoleSite, fromConsole, loggedIn, login } from './console-site.ts';

let place: TemporaryLocation | undefined;
let accounts: AccountsDatabase;
let site: ConsoleSite;
let session: { readonly cookie: string };
beforeAll(async () => {
  place = await engines[0]?.newLocation();
  if (place === undefined) throw new Error('no database');
  accounts = await openAccounts(place.location);
  site = await consoleSite(accounts, { now: () => 1_790_000_000_000 });
  session = await loggedIn(site, { key: adminToken });
});
afterAll(async () => {
  await site.server.close();
  await accounts.destroy();
  await place?.remove();
});

type Headers = Readonly<Record<string, string>>;

/** Every change there is, as a browser sends it that holds the cookie. */
const changes = [
  ['POST', '/console/v1/session'],
  ['DELETE', '/console/v1/session'],
  ['POST', '/console/v1/probe'],
] as const;

async function errorOf(method: 'POST' | 'DELETE', url: string, headers: Headers) {
  const { statusCode, body } = await site.server.inject({ method, url, headers: { ...session, ...headers } });
  return [statusCode, JSON.parse(body).error?.id];
}

const changesMade = async () => (await site.audit.list({ limit: 1_000 })).map(({ action }) => action);

describe('a change that another site has a browser ask for', () => {
  const foreign = [403, 'console-request-foreign'];

  it.each(changes)('is refused without the header that no other site can send: %s %s', async (method, url) => {
    const before = await changesMade();
    await fc.assert(
      fc.asyncProperty(fc.option(fc.stringMatching(/^[ -~]{0,4}$/)), async (value) => {
        fc.pre(value?.trim() !== '1');
        expect(await errorOf(method, url, value === null ? {} : { 'x-vitrine-console': value })).toEqual(foreign);
      }),
      { numRuns: 20 },
    );
    expect(await changesMade()).toEqual(before);
  });

  it.each(changes)('is refused where the browser says that it is from elsewhere: %s %s', async (method, url) => {
    for (const site of ['cross-site', 'same-site', 'none', ''])
      expect(await errorOf(method, url, { ...fromConsole, 'sec-fetch-site': site })).toEqual(foreign);
  });

  it('is refused before anybody is told whether the cookie is good', async () => {
    expect(await errorOf('POST', '/console/v1/probe', { cookie: 'vitrine_session_80=x' })).toEqual(foreign);
  });
});

describe('a change that the console asks for', () => {
  it('is made, also by a browser that does not say where it comes from', async () => {
    expect(await errorOf('POST', '/console/v1/probe', fromConsole)).toEqual([200, undefined]);
    expect(await errorOf('POST', '/console/v1/probe', { 'x-vitrine-console': '1' })).toEqual([200, undefined]);
  });

  it('is recorded with who is logged in, as their coming and going is', async () => {
    const { id, key } = await site.keys.create({ name: 'Ann', scopes: ['view', 'operate'] });
    const headers = { ...(await loggedIn(site, { key })), ...fromConsole, 'x-forwarded-for': '198.51.100.7' };
    await site.server.inject({ method: 'POST', url: '/console/v1/probe', headers });
    const { data } = (await site.server.inject({ method: 'DELETE', url: '/console/v1/session', headers })).json();
    const by = { actor: id, actorName: 'Ann', outcome: 'done' };
    expect(await site.audit.list({ limit: 3 })).toMatchObject([
      { ...by, action: 'console.logout', origin: '198.51.100.7', detail: { id: data.id } },
      { ...by, action: 'probe', origin: '198.51.100.7', detail: { id: 'key_probe' } },
      { ...by, action: 'console.login', origin: '127.0.0.1', detail: { id: data.id } },
    ]);
  });

  it('is not made for somebody who was logged out while it was on its way', async () => {
    const leaving = await loggedIn(site, { key: adminToken });
    const { data } = (await site.server.inject({ url: '/console/v1/session', headers: leaving })).json();
    async function* body() {
      yield Buffer.from('{');
      await site.sessions.end(data.id);
      yield Buffer.from('}');
    }
    const headers = { ...leaving, ...fromConsole, 'content-type': 'application/json' };
    const payload = Readable.from(body());
    const answer = await site.server.inject({ method: 'POST', url: '/console/v1/probe', headers, payload });
    expect([answer.statusCode, answer.json().error.id]).toEqual([401, 'session-ended']);
  });

  it('is kept by no cache', async () => {
    const answers = [
      await site.server.inject(login({ key: adminToken })),
      await site.server.inject({ url: '/console/v1/session', headers: session }),
    ];
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual(['no-store', 'no-store']);
  });
});
