import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AdminServer, adminServer, expectError } from '../admin/admin-server.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer({ VITRINE_MEDIA: 'off' });
});
afterAll(() => server.remove());

it('with VITRINE_MEDIA=off there is neither the endpoint nor the route, and nothing tells of them', async () => {
  expectError(await server.call('GET', '/v1/tiktok/batch/cover/download'), 404, /^No such path/);
  expectError(await server.call('GET', '/media/image.webp'), 404, /^No such path/);
  const { text } = await server.call('GET', '/openapi.json');
  expect(text).not.toContain('/cover/download');
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const { key: token } = await server.vitrine.keys.create({ name: 'agent' });
  const { text: tools } = await server.call('POST', '/mcp', { token, body });
  expect(tools).toContain('product_list_analytics');
  expect(tools).not.toContain('batch_download_cover_images');
});
