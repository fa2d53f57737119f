import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdempotentRequests } from '../../../src/access/idempotency/idempotent-requests.ts';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { type AdminServer, adminServer, expectError } from './admin-server.ts';

let server: AdminServer;
let id: string;
beforeAll(async () => {
  server = await adminServer();
  const key = await server.vitrine.keys.create({ name: 'buyer', credits: 100 });
  id = key.id;
});
afterAll(() => server.remove());

function send(path: string, body: object, key: string) {
  return server.call('POST', path, { body, headers: { 'idempotency-key': key } });
}

const minute = 60_000;
const changes = async () => [await server.vitrine.keys.list(), await server.vitrine.adminKeys.list()];
const creditsOf = async () => (await server.vitrine.keys.list()).find((key) => key.id === id)?.credits;

describe('a change with an Idempotency-Key', () => {
  it('is made once: a grant sent twice counts once, and has the same response', async () => {
    const key = randomUUID();
    const before = Number(await creditsOf());
    const [first, second] = [
      await send(`/admin/v1/keys/${id}/grant`, { credits: 5 }, key),
      await send(`/admin/v1/keys/${id}/grant`, { credits: 5 }, key),
    ];
    expect(second.text).toBe(first.text);
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(await creditsOf()).toBe(before + 5);
    const audit = await server.vitrine.audit.list({ limit: 1_000 });
    expect(audit.filter(({ action }) => action === 'keys.grant')).toHaveLength(1);
  });

  it.each([
    ['/admin/v1/keys', { name: 'once' }],
    ['rotate', {}],
  ])('%s gives the very key again', async (path, body) => {
    const url = path === 'rotate' ? `/admin/v1/keys/${id}/rotate` : path;
    const key = randomUUID();
    const [first, second] = [await send(url, body, key), await send(url, body, key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((second.json.data as CreatedKey).key).toBe((first.json.data as CreatedKey).key);
  });

  it('is refused with another body', async () => {
    const key = randomUUID();
    await send(`/admin/v1/keys/${id}/grant`, { credits: 1 }, key);
    const before = await creditsOf();
    expectError(await send(`/admin/v1/keys/${id}/grant`, { credits: 2 }, key), 422, /a different body/);
    expect(await creditsOf()).toBe(before);
  });

  it('that failed may be sent again, for nothing was done', async () => {
    const key = randomUUID();
    const refund = () => send(`/admin/v1/keys/${id}/refund`, { credits: 1, reason: 'outage' }, key);
    expectError(await refund(), 400, /credits/);
    expectError(await refund(), 400, /credits/);
  });

  it('that failed half-way may be sent again, for nothing was done', async () => {
    const key = randomUUID();
    const before = Number(await creditsOf());
    const { accounts } = server.vitrine;
    const grant = () => send(`/admin/v1/keys/${id}/grant`, { credits: 5 }, key);
    const rename = (from: string, to: string) => accounts.schema.alterTable(from).renameTo(to).execute();
    await rename('credit_entry', 'credit_entry_away');
    expect((await grant()).status).toBe(500);
    await rename('credit_entry_away', 'credit_entry');
    expect((await grant()).status).toBe(200);
    expect(await creditsOf()).toBe(before + 5);
  });

  it('whose server was killed before the change is made by a retry a minute later, once', async () => {
    const [key, route, body] = [randomUUID(), `/admin/v1/keys/${id}/grant`, { credits: 5 }];
    const before = Number(await creditsOf());
    const killed = new IdempotentRequests(server.vitrine.accounts, { now: () => Date.now() - minute });
    await killed.begin({ caller: 'admin-token', key, route: `POST ${route}`, body: JSON.stringify(body) });
    const [first, second] = [await send(route, body, key), await send(route, body, key)];
    expect([first.status, second.text]).toEqual([200, first.text]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(await creditsOf()).toBe(before + 5);
  });

  it.each([
    ['/admin/v1/keys', { name: 'lost' }],
    ['/admin/v1/admin-keys', { name: 'lost', scopes: ['usage'] }],
    ['/admin/v1/keys/ID/rotate', {}],
    ['/admin/v1/keys/ID/grant', { credits: 5 }],
    ['/admin/v1/keys/ID/refund', { credits: 5, reason: 'outage' }],
  ])('%s is not made again when it was made and its response is lost', async (path, body) => {
    const [key, url] = [randomUUID(), path.replace('ID', id)];
    const { accounts } = server.vitrine;
    await accounts.updateTable('credit_balance').set({ charged: 50 }).where('key_id', '=', id).execute();
    expect((await send(url, body, key)).status).toBeLessThan(300);
    const lost = accounts.updateTable('idempotent_request').set({ response: null });
    await lost.set(({ eb }) => ({ begun_at: eb('begun_at', '-', minute) })).execute();
    const before = await changes();
    expectError(await send(url, body, key), 409, /no response yet/);
    expect(await changes()).toEqual(before);
  });

  it('that was never begun may be sent again', async () => {
    const key = randomUUID();
    const { accounts } = server.vitrine;
    const grant = () => send(`/admin/v1/keys/${id}/grant`, { credits: 5 }, key);
    const rename = (from: string, to: string) => accounts.schema.alterTable(from).renameTo(to).execute();
    await rename('audit_change', 'audit_change_away');
    expect((await grant()).status).toBe(500);
    await rename('audit_change_away', 'audit_change');
    expect((await grant()).status).toBe(200);
  });

  it('wants one that nobody can guess', async () => {
    expectError(await send('/admin/v1/keys', { name: 'x' }, 'short'), 400, /^Invalid parameter: Idempotency-Key/);
  });
});
