import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, serving, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
const data = join(directory.path, 'data');
/** A token of the operator's own choosing, which looks like nothing in particular. */
const chosen = 'correct-horse-battery-staple';
let server: Running;
let token: string;
let secrets: readonly string[];
/** What callers were sent back. */
let answers = '';
/** The audit log. */
let entries = '';

const bearing = (shown: string) => ({ headers: { authorization: `Bearer ${shown}` } });

async function send(path: string, init: RequestInit = {}): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
  answers += await (await fetch(server.url + path, { ...init, headers })).text();
}

const json = { 'content-type': 'application/json' };

/** Each place in which somebody could paste a secret that is not the header for it. */
async function sendEverywhere(secret: string): Promise<void> {
  const encoded = secret.replaceAll('_', '%5F');
  for (const path of [`/${secret}`, `/${encoded}`, `/docs/${secret}`, `/v1/tiktok/product/list?page_num=${secret}`])
    await send(path);
  await send('/healthz', { headers: { 'x-forwarded-for': secret, 'user-agent': secret } });
  await send(`/v1/account/usage?endpoint=${secret}&from=${secret}`);
  await send(`/admin/v1/usage?endpoint=${secret}`);
  await send(`/admin/v1/audit?limit=${secret}`);
  for (const id of [secret, encoded])
    for (const verb of ['revoke', 'grant', 'rotate'])
      await send(`/admin/v1/keys/${id}/${verb}?token=${secret}`, { method: 'POST', headers: json, body: '{}' });
  for (const body of [`{"name":"x","${secret}":1}`, `{"name":["${secret}"]}`, `{"name": ${secret}`, `"${secret}"`])
    await send(`/admin/v1/keys?token=${secret}`, { method: 'POST', headers: json, body });
  await send(`/admin/v1/publish?token=${secret}`, { method: 'POST', headers: json, body: `{"as_of":"${secret}"}` });
  await send('/admin/v1/versions/rollback', { method: 'POST', headers: json, body: `{"version":"${secret}"}` });
  const ndjson = { 'content-type': 'application/x-ndjson' };
  const line = `{"kind":"${secret}"}\n{"kind":"product","product_id":"${secret}"}\n${secret}\n`;
  for (const query of ['', '?strict=1', `?kind=${secret}`, `?format=${secret}`])
    await send(`/admin/v1/ingest${query}`, { method: 'POST', headers: ndjson, body: line });
  const console = { ...json, 'x-vitrine-console': '1', cookie: `vitrine_session=${secret}` };
  for (const body of [{ code: secret }, { key: secret }, { [secret]: secret }])
    await send('/console/v1/session', { method: 'POST', headers: console, body: JSON.stringify(body) });
  await send(`/console/v1/session?code=${secret}`, { headers: console });
  for (const params of [
    { name: secret, arguments: {} },
    { name: 'product_list', arguments: { page_num: secret } },
  ])
    await send('/mcp', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
    });
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

beforeAll(async () => {
  server = await serving(data, { LOG_LEVEL: 'trace' });
  token = readFileSync(join(data, 'admin-token'), 'utf8').trim();
  const made = await fetch(`${server.url}/admin/v1/keys`, {
    method: 'POST',
    headers: { ...bearing(token).headers, ...json },
    body: '{"name":"a"}',
  });
  const { key } = ((await made.json()) as { data: { key: string } }).data;
  const asked = await fetch(`${server.url}/admin/v1/login-links`, { method: 'POST', ...bearing(token) });
  const { url } = ((await asked.json()) as { data: { url: string } }).data;
  const code = new URL(url).hash.slice(1);
  secrets = [key, key.replace('live', 'test'), token, code, code.replace('vtl_', 'vts_')];
  for (const secret of [...secrets, chosen]) await sendEverywhere(secret);
  entries = await (await fetch(`${server.url}/admin/v1/audit?limit=1000`, bearing(token))).text();
  await server.stop();
  answers += (await vitrine(['keys', 'revoke', key, '--data', data])).stderr;
});
afterAll(() => directory.remove());

describe('a key or token in the wrong place', () => {
  it('is not in the log', async () => {
    const log = await server.log;
    expect(log).toContain('/admin/v1/keys/:id/revoke');
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });

  it('is not in any error that is sent back', () => {
    expect(answers).toContain('[hidden]');
    expect(secrets.filter((secret) => answers.includes(secret))).toEqual([]);
  });

  it('is in no file of the data directory: accounts and their audit log, usage, spool, rejects, warehouse', () => {
    const written = filesIn(data).filter((path) => !path.endsWith('admin-token'));
    expect(written.length).toBeGreaterThan(10);
    const holding = (secret: string) => written.filter((path) => readFileSync(path).includes(secret));
    for (const secret of secrets) expect(holding(secret)).toEqual([]);
  });

  it('is not in the audit log, even where it looks like none of ours', () => {
    expect(entries).toContain('keys.revoke');
    for (const secret of [...secrets, chosen]) expect(entries).not.toContain(secret);
  });
});
