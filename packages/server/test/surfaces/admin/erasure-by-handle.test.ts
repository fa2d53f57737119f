import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer } from './admin-server.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

const observed_at = '2026-11-20T10:00:00Z';

/** Records of somebody by id, by handle and by both. */
function recordsOf(user_id: string, unique_id: string): readonly object[] {
  const products = [{ product_id: '1' }];
  return [
    { kind: 'creator', observed_at, user_id, unique_id },
    { kind: 'video', video_id: `${user_id}1`, observed_at, unique_id: `@${unique_id.toUpperCase()}`, products },
    { kind: 'live', live_id: `${user_id}2`, observed_at, user_id, products },
    { kind: 'sale', product_id: '1', day: '2026-11-19', observed_at, basis: 'measured', units: 1, unique_id },
  ];
}

async function take(records: readonly object[]) {
  const body = records.map((record) => JSON.stringify(record)).join('\n');
  const headers = { 'content-type': 'application/x-ndjson' };
  const { json } = await server.call('POST', '/admin/v1/ingest', { body, headers });
  return json.data as Readonly<Record<string, unknown>>;
}

const all = { creator: 1, video: 1, live: 1, sale: 1 };

describe.each([
  ['by id', '7001', 'zyxann', '7001'],
  ['by handle', '7002', 'zyxbob', '@ZYXbob'],
])('an erasure %s covers what came under the id and under the handle', (_, id, handle, given) => {
  beforeEach(async () => {
    await take(recordsOf('7999', 'zyxother'));
  });

  it('in the preview, in what is deleted, and in what comes later', async () => {
    await take(recordsOf(id, handle));
    const body = { user_id: given };
    const preview = await server.call('POST', '/admin/v1/forget/creator/preview', { body });
    expect(preview.json.data).toMatchObject({ isKnown: true, uniqueId: handle, records: all });
    const erased = await server.call('POST', '/admin/v1/forget/creator', { body: { ...body, confirm: true } });
    expect(erased.json.data).toMatchObject({ records: all });
    expect(await take(recordsOf(id, handle))).toMatchObject({ records: {}, forgotten: 4 });
    expect(await take(recordsOf('7999', 'zyxother'))).toMatchObject({ records: all });
  });
});
