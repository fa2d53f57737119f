import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer, expectError, observations } from './admin-server.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

const everyRoute = [
  ['POST', '/admin/v1/ingest'],
  ['POST', '/admin/v1/publish'],
  ['GET', '/admin/v1/versions'],
  ['POST', '/admin/v1/versions/rollback'],
  ['GET', '/admin/v1/ingest'],
  ['POST', '/admin/v1/ingest/1/withdraw'],
  ['POST', '/admin/v1/ingest/1/restore'],
  ['GET', '/admin/v1/audit'],
  ['POST', '/admin/v1/forget/creator'],
  ['POST', '/admin/v1/keys'],
  ['GET', '/admin/v1/keys'],
  ['POST', '/admin/v1/keys/key_1/revoke'],
  ['POST', '/admin/v1/keys/key_1/grant'],
] as const;

describe('400', () => {
  it.each([
    ['/admin/v1/publish', {}, 'Cannot publish: nothing to publish yet: ingest observations first'],
    ['/admin/v1/publish', { as_of: '2026-13-01' }, /^Cannot publish: as-of: expected a day as YYYY-MM-DD/],
    [
      '/admin/v1/publish',
      { as_of: '0001-01-01', force: true },
      /^Cannot publish: as-of: expected a day from 2000-01-01/,
    ],
    [
      '/admin/v1/publish',
      { as_of: '9999-12-31', force: true },
      /^Cannot publish: as-of: expected a day from 2000-01-01/,
    ],
    ['/admin/v1/publish', { force: 'yes' }, /^Invalid request body: force: /],
    ['/admin/v1/publish', { asof: '2026-11-01' }, /^Invalid request body: .*asof/],
    ['/admin/v1/publish', '{', /^Invalid request body: /],
    ['/admin/v1/ingest/1/withdraw', {}, /^Invalid request body: reason: /],
    ['/admin/v1/ingest/1/withdraw', { reason: 'a\u001b[31mred' }, /^Invalid parameter: reason: .*control characters/],
    ['/admin/v1/ingest/1/withdraw', { reason: ' ' }, /^Invalid parameter: reason: expected 1 to 500 characters/],
    ['/admin/v1/keys', {}, /^Invalid request body: name: /],
    ['/admin/v1/keys', { name: '' }, 'Invalid parameter: name: expected 1 to 100 characters, got 0'],
    ['/admin/v1/keys', { name: 'x', credits: -1 }, /^Invalid parameter: credits: expected a whole number/],
    ['/admin/v1/keys', { name: 'x', credits: '5' }, /^Invalid request body: credits: /],
    ['/admin/v1/keys', { name: 'x', credit: 5 }, /^Invalid request body: .*credit/],
    ['/admin/v1/keys/key_1/grant', {}, /^Invalid request body: credits: /],
    ['/admin/v1/keys/key_1/grant', { credits: 0 }, /^Invalid parameter: credits: /],
  ])('POST %s %j', async (path, body, message) => {
    expectError(await server.call('POST', path, { body }), 400, message);
  });

  it('says as much to who asks for lines, for nothing has begun', async () => {
    const headers = { accept: 'application/x-ndjson' };
    expectError(await server.call('POST', '/admin/v1/publish', { headers }), 400, /nothing to publish/);
  });
});

describe('401, whatever else is wrong', () => {
  it.each(everyRoute)('%s %s', async (method, path) => {
    const body = method === 'POST' ? { body: '{' } : {};
    for (const token of [null, 'wrong', 'a-token-of-the-test', 'a-token-of-the-tests!']) {
      const refused = await server.call(method, path, { ...body, token });
      expectError(refused, 401, 'admin token is missing or wrong: send it as "Authorization: Bearer TOKEN"');
    }
  });

  it('is told to a caller with a key of the API too', async () => {
    const { key } = await server.vitrine.keys.create({ name: 'caller' });
    expectError(await server.call('GET', '/admin/v1/keys', { token: key }), 401, /admin token/);
  });
});

describe('404 and 405', () => {
  it.each(['revoke', 'grant'])('no such key to %s', async (verb) => {
    const answer = await server.call('POST', `/admin/v1/keys/key_none/${verb}`, { body: { credits: 1 } });
    expectError(answer, 404, 'No such key: key_none');
  });

  it('no such path, no such method', async () => {
    expectError(await server.call('GET', '/admin/v1/nothing'), 404, /^No such path: \/admin\/v1\/nothing\. /);
    expectError(await server.call('DELETE', '/admin/v1/keys'), 405, /expected GET, HEAD, POST$/);
  });
});

describe('409', () => {
  it('while a publish runs, and no longer once it is done', async () => {
    const { vitrine } = server;
    await server.call('POST', '/admin/v1/ingest', {
      body: observations,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const refusals: Promise<void>[] = [];
    const refused = async () =>
      expectError(await server.call('POST', '/admin/v1/publish'), 409, 'A publish or rollback is already running');
    await vitrine.publish({ onStep: (_, index) => void (index === 0 && refusals.push(refused())) });
    expect(refusals).toHaveLength(1);
    await Promise.all(refusals);
    expect(await server.call('POST', '/admin/v1/publish')).toMatchObject({ status: 200 });
  });
});
