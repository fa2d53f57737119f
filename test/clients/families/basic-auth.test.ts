import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FamilyServer, familyServer, getEnvelope, rowsInList } from './family-server.ts';

/**
 * Clients of EchoTik, and workflow tools such as n8n: a base URL that ends in /api/v3, and an account with a password.
 */
let server: FamilyServer;
beforeAll(async () => {
  server = await familyServer();
});
afterAll(() => server.remove());

const page = { page_num: 1, page_size: 10 };
const calls: readonly (readonly [string, Readonly<Record<string, string | number>>])[] = [
  ['product/list', { region: 'US', product_sort_field: 1, sort_type: 1, off_mark: 0, ...page }],
  ['product/influencer/list', { product_id: '1729400000000000001', product_influencer_sort_field: 3, ...page }],
  ['product/video/list', { product_id: '1729400000000000001', min_create_time: 1, ...page }],
  ['influencer/product/list', { user_id: '7100000000000000001', unique_id: 'maratidiesup', sort_type: 1, ...page }],
  ['seller/video/list', { seller_id: '7490000000000000001', seller_video_sort_field: 1, ...page }],
];

function basic(userName: string, password: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}` };
}

describe.each(calls)('GET /api/v3/echotik/%s', (path, parameters) => {
  const ask = (headers: Readonly<Record<string, string>>) =>
    getEnvelope(`${server.origin}/api/v3/echotik/${path}`, parameters, headers);

  it('answers an account whose password is the key with code 0 and an array', async () => {
    const { status, envelope } = await ask(basic('me@example.com', server.key));
    expect([status, envelope.code, envelope.data?.length]).toEqual([200, 0, Math.min(10, rowsInList)]);
  });

  it('takes the key as the user name, and as X-API-Key', async () => {
    expect((await ask(basic(server.key, ''))).status).toBe(200);
    expect((await ask({ 'x-api-key': server.key })).status).toBe(200);
  });

  it('refuses the account of the other service with a 401 that is in the envelope too', async () => {
    const { status, envelope } = await ask(basic('me@example.com', 'their-password'));
    expect([status, envelope.code, envelope.data]).toEqual([401, 401, null]);
    expect(JSON.stringify(envelope)).not.toContain('their-password');
  });
});

it('a path of EchoTik that is not served is a 404 in the envelope', async () => {
  const url = `${server.origin}/api/v3/echotik/product/nothing`;
  const { status, envelope } = await getEnvelope(url, page, basic('me', server.key));
  expect([status, envelope.code, envelope.data]).toEqual([404, 404, null]);
});
