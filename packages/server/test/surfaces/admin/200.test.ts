import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer, observations } from './admin-server.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

const ndjson = { 'content-type': 'application/x-ndjson' };

interface Key {
  readonly id: string;
  readonly key: string;
}

describe('publish', () => {
  it('answers with its report, and what it made is served at once', async () => {
    const before = await server.call('GET', '/admin/v1/versions');
    expect(before.json).toMatchObject({ code: 0, data: { served: null, versions: [] } });
    await server.call('POST', '/admin/v1/ingest', { body: observations, headers: ndjson });
    const { status, json } = await server.call('POST', '/admin/v1/publish', { body: { as_of: '2026-11-19' } });
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { code: 0, data: { version: 1, asOf: '2026-11-19' } },
    });
    expect((await server.call('GET', '/readyz')).json).toMatchObject({ data: { datasetVersion: 1 } });
  });

  it('needs no body', async () => {
    const { json } = await server.call('POST', '/admin/v1/publish');
    expect(json).toMatchObject({ code: 0, data: { version: 2, asOf: '2026-11-20' } });
  });

  it('tells each step as it begins when asked for lines, and its report as the last one', async () => {
    const headers = { accept: 'application/x-ndjson' };
    const { text, json } = await server.call('POST', '/admin/v1/publish', { headers });
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    // A step that takes long is told again.
    const steps = lines.slice(0, -1).filter(({ index }, i) => index !== lines[i - 1]?.index);
    expect(steps.map(({ index }) => index)).toEqual(steps.map((_, index) => index));
    expect(new Set(steps.map(({ count }) => count))).toEqual(new Set([steps.length]));
    expect(json).toMatchObject({ code: 0, data: { version: 3, steps: { [steps[0].step]: expect.any(Number) } } });
  });

  it('leaves all versions to be listed, newest first', async () => {
    const { json } = await server.call('GET', '/admin/v1/versions');
    expect(json.data).toMatchObject({ served: 3, versions: [{ version: 3 }, { version: 2 }, { version: 1 }] });
  });
});

describe('keys', () => {
  it('are made (201), the only answer that holds the key', async () => {
    const { status, json } = await server.call('POST', '/admin/v1/keys', { body: { name: 'a', credits: 5, qps: 9 } });
    expect({ status, json }).toMatchObject({ status: 201, json: { data: { name: 'a', credits: 5, qps: 9 } } });
    const { key } = json.data as Key;
    const listed = await server.call('GET', '/admin/v1/keys');
    expect(listed).toMatchObject({ status: 200, json: { data: [{ name: 'a', credits: 5, revokedAt: null }] } });
    expect(listed.text).not.toContain(key);
  });

  it('are granted credits and revoked, and callers feel it at once', async () => {
    const { json } = await server.call('POST', '/admin/v1/keys', { body: { name: 'b', credits: 0 } });
    const { id, key } = json.data as Key;
    const asked = () =>
      server.call('GET', '/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=10', { token: key });
    expect(await asked()).toMatchObject({ status: 402 });
    const granted = await server.call('POST', `/admin/v1/keys/${id}/grant`, { body: { credits: 1 } });
    expect(granted).toMatchObject({ status: 200, json: { data: { id, credits: 1 } } });
    expect(await asked()).toMatchObject({ status: 200, json: { data: [{ product_id: '77' }] } });
    const revoked = await server.call('POST', `/admin/v1/keys/${id}/revoke`);
    expect(revoked).toMatchObject({ status: 200, json: { data: { id, revokedAt: expect.any(Number) } } });
    expect(await asked()).toMatchObject({ status: 401 });
  });
});
