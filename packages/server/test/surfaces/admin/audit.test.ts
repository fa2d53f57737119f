import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer, expectError, observations } from './admin-server.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

interface Entry {
  readonly id: number;
  readonly action: string;
  readonly outcome: string | null;
  readonly request: object;
  readonly detail: object;
}

async function entries(query = ''): Promise<readonly Entry[]> {
  return (await server.call('GET', `/admin/v1/audit${query}`)).json.data as readonly Entry[];
}

const ndjson = { 'content-type': 'application/x-ndjson' };

describe('every change over HTTP is in the audit log', () => {
  it.each([
    ['ingest', '/admin/v1/ingest', { body: observations, headers: ndjson }, 'done', {}, { batch: 1 }],
    [
      'publish',
      '/admin/v1/publish',
      { body: { as_of: '2026-11-19' } },
      'done',
      { as_of: '2026-11-19' },
      { version: 1 },
    ],
    ['publish', '/admin/v1/publish', { headers: { accept: 'application/x-ndjson' } }, 'done', {}, { version: 2 }],
    ['versions.rollback', '/admin/v1/versions/rollback', {}, 'done', {}, { version: 1, from: 2 }],
    ['keys.create', '/admin/v1/keys', { body: { name: 'a' } }, 'done', { name: 'a' }, { id: expect.any(String) }],
    ['keys.create', '/admin/v1/keys', { body: {} }, 'failed', {}, { code: 400 }],
    ['keys.revoke', '/admin/v1/keys/key_no/revoke', {}, 'failed', { id: 'key_no' }, { code: 404 }],
  ])('%s: POST %s %j is %s', async (action, path, options, outcome, request, detail) => {
    await server.call('POST', path, options);
    const [entry] = await entries('?limit=1');
    expect(entry).toMatchObject({ actor: 'admin-token', origin: '127.0.0.1', action, outcome, request, detail });
  });

  it('under the name that a command on the directory has for it', async () => {
    await server.call('PATCH', '/admin/v1/keys/key_no', { body: { qps: 5 } });
    const [entry] = await entries('?limit=1');
    expect(entry).toMatchObject({ action: 'keys.update', outcome: 'failed', request: { id: 'key_no', qps: 5 } });
  });

  it('with the admin key that acted', async () => {
    const { id, key } = await server.vitrine.adminKeys.create({ name: 'nightly job', scopes: ['keys'] });
    await server.call('POST', '/admin/v1/keys', { body: { name: 'c' }, token: key });
    const [entry] = await entries('?limit=1');
    expect(entry).toMatchObject({ actor: id, actorName: 'nightly job', action: 'keys.create', outcome: 'done' });
    await server.call('POST', `/admin/v1/admin-keys/${id}/revoke`);
    const [revocation] = await entries('?limit=1');
    expect(revocation).toMatchObject({
      actor: 'admin-token',
      actorName: null,
      action: 'admin-keys.revoke',
      request: { id },
    });
  });

  it('and no change of a key that was revoked while its body was on its way', async () => {
    const { id, key } = await server.vitrine.adminKeys.create({ name: 'leaver', scopes: ['keys'] });
    const body = '{"name":"made by nobody"}';
    const client = connect(Number(new URL(server.url).port), '127.0.0.1');
    const headers = [
      `Authorization: Bearer ${key}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ];
    client.write(`POST /admin/v1/keys HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers.join('\r\n')}\r\n\r\n`);
    const used = async () => (await server.vitrine.adminKeys.list()).find((each) => each.id === id)?.lastUsedAt;
    await expect.poll(used).not.toBeNull();
    await server.vitrine.adminKeys.revoke(id);
    client.write(body);
    expect(await text(client)).toContain('HTTP/1.1 401 ');
    expect((await server.vitrine.keys.list()).some(({ name }) => name === 'made by nobody')).toBe(false);
  });

  it('but not what was refused for want of the token, nor what only looks', async () => {
    const before = await entries();
    await server.call('POST', '/admin/v1/keys', { body: { name: 'x' }, token: 'wrong' });
    await server.call('GET', '/admin/v1/keys');
    expect(await entries()).toEqual(before);
  });

  it('without what a refused upload held', async () => {
    const body = '{"kind":"creator","user_id":"zyxhandle","observed_at":"2026-11-20T00:00:00Z"}';
    const refused = await server.call('POST', '/admin/v1/ingest?strict=1', { body, headers: ndjson });
    expectError(refused, 400, /zyxhandle/);
    const [entry] = await entries('?limit=1');
    expect(entry).toMatchObject({
      action: 'ingest',
      outcome: 'failed',
      request: { strict: '1' },
      detail: { code: 400 },
    });
    expect(JSON.stringify(entry)).not.toContain('zyxhandle');
  });

  it('and never a key', async () => {
    const { json } = await server.call('POST', '/admin/v1/keys', { body: { name: 'b' } });
    const { key } = json.data as { key: string };
    const made = await server.call('POST', '/admin/v1/admin-keys', { body: { name: 'd', scopes: ['audit'] } });
    const adminKey = (made.json.data as { key: string }).key;
    expect(adminKey).toMatch(/^sk_admin_/);
    const text = JSON.stringify(await entries());
    expect(text).not.toContain(key);
    expect(text).not.toContain(adminKey);
  });
});

describe('lists', () => {
  it('of runs of ingest say what came of each, newest first', async () => {
    await server.call('POST', '/admin/v1/ingest', { body: '{"kind":"nothing"}', headers: ndjson });
    await server.call('POST', '/admin/v1/ingest?strict=1', { body: '{', headers: ndjson });
    const { json } = await server.call('GET', '/admin/v1/ingest');
    expect(json.data).toMatchObject([
      { batch: 4, status: 'failed', rejected: 1, records: {}, error: expect.stringContaining('invalid line') },
      { batch: 3, status: 'done', rejected: 1, records: {}, error: null },
      { batch: 2, status: 'failed', rejected: 1 },
      { batch: 1, status: 'done', rejected: 0, records: { product: 2 }, source: 'http', bytes: observations.length },
    ]);
    const older = await server.call('GET', '/admin/v1/ingest?limit=1&before=4');
    expect(older.json.data).toMatchObject([{ batch: 3 }]);
  });

  it.each([
    ['/admin/v1/audit?limit=0', 'limit: expected a whole number from 1 to 1000, got "0"'],
    ['/admin/v1/audit?limit=1001', 'limit: expected a whole number from 1 to 1000, got "1001"'],
    ['/admin/v1/ingest?before=x', 'before: expected a whole number from 1 to 9007199254740991, got "x"'],
    ['/admin/v1/ingest?limit=1&limit=2', 'limit: expected a whole number from 1 to 1000, got ["1","2"]'],
  ])('%s is refused', async (path, message) => {
    expectError(await server.call('GET', path), 400, `Invalid parameter: ${message}`);
  });

  it('are kept by nobody on the way', async () => {
    expect((await server.call('GET', '/admin/v1/audit')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a rollback', () => {
  it('is served at once, and refused where it cannot be', async () => {
    await server.call('POST', '/admin/v1/publish');
    expect((await server.call('GET', '/readyz')).json).toMatchObject({ data: { datasetVersion: 3 } });
    const { status, json } = await server.call('POST', '/admin/v1/versions/rollback', { body: { version: 1 } });
    expect({ status, json }).toMatchObject({ status: 200, json: { code: 0, data: { from: 3, version: 1 } } });
    expect((await server.call('GET', '/readyz')).json).toMatchObject({ data: { datasetVersion: 1 } });
    const refused = (body: unknown) => server.call('POST', '/admin/v1/versions/rollback', { body });
    expectError(await refused({}), 409, 'Cannot roll back: no data is left of the versions before 1');
    expectError(await refused({ version: 3 }), 409, 'Cannot roll back: the data of version 3 was deleted');
    expectError(await refused({ version: 9 }), 404, 'No such version: 9');
    expectError(await refused({ version: 'x' }), 400, /^Invalid request body: version: /);
  });

  it('waits its turn while a publish runs', async () => {
    const refusals: Promise<void>[] = [];
    const refused = async () =>
      expectError(
        await server.call('POST', '/admin/v1/versions/rollback'),
        409,
        'A publish or rollback is already running',
      );
    await server.vitrine.publish({ onStep: (_, index) => void (index === 0 && refusals.push(refused())) });
    expect(refusals).toHaveLength(1);
    await Promise.all(refusals);
  });
});
