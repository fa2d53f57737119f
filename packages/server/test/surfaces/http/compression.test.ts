import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { bearing, exampleUrl, type Headers, type TestServer, testServer } from './test-server.ts';

let test: TestServer;
let headers: Headers;
beforeAll(async () => {
  test = await testServer();
  headers = bearing(await test.newKey());
});
afterAll(() => test.remove());

const url = exampleUrl(productList);
const small = exampleUrl(productCreators);

function get(address: string, acceptEncoding?: string, others: Headers = {}) {
  const accept: Headers = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding };
  return test.server.inject({ url: address, headers: { ...headers, ...accept, ...others } });
}

function dataOf(body: Buffer): unknown {
  return (JSON.parse(body.toString()) as { data: unknown }).data;
}

describe('a response is compressed', () => {
  it.each([
    ['gzip', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['*', 'br'],
    ['GZIP;q=0.1', 'gzip'],
  ])('for who accepts "%s": %s', async (accepted, encoding) => {
    const plain = await get(url);
    const response = await get(url, accepted);
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers.vary).toContain('Accept-Encoding');
    expect(Number(response.headers['content-length'])).toBe(response.rawPayload.length);
    expect(response.rawPayload.length).toBeLessThan(plain.rawPayload.length);
    const inflate = encoding === 'br' ? brotliDecompressSync : gunzipSync;
    expect(dataOf(inflate(response.rawPayload))).toEqual(dataOf(plain.rawPayload));
  });

  it.each([undefined, '', 'identity', 'deflate', 'gzip;q=0, br;q=0', 'identity, gzip;q=0.5'])(
    'and not for who accepts "%s"',
    async (accepted) => {
      const response = await get(url, accepted);
      expect(response.headers).not.toHaveProperty('content-encoding');
      expect(dataOf(response.rawPayload)).toEqual([productList.example.row]);
    },
  );

  it('with the tag that it has uncompressed, which both confirm', async () => {
    const [plain, compressed] = [await get(url), await get(url, 'gzip')];
    expect(compressed.headers.etag).toBe(plain.headers.etag);
    const kept = await get(url, 'br', { 'if-none-match': String(plain.headers.etag) });
    expect([kept.statusCode, kept.body]).toEqual([304, '']);
    expect(kept.headers).not.toHaveProperty('content-encoding');
  });

  it('only where that is worth it, and never twice', async () => {
    expect((await get(small, 'gzip')).headers).not.toHaveProperty('content-encoding');
    expect((await get('/openapi.json', 'gzip')).headers['content-encoding']).toBe('gzip');
    const asset = await get('/docs/assets/docs.css', 'gzip');
    const css = (await get('/docs/assets/docs.css')).body;
    const sent = asset.headers['content-encoding'] === 'gzip' ? gunzipSync(asset.rawPayload) : asset.rawPayload;
    expect(sent.toString()).toBe(css);
    const picture = await get('/media/image.webp', 'gzip');
    expect(picture.statusCode).toBe(404);
  });

  it('with the bytes that were sent in the record of usage', async () => {
    await test.usage.flush();
    await test.engine.command('TRUNCATE TABLE usage_record');
    const response = await get(url, 'gzip');
    await test.usage.flush();
    expect(await test.engine.rows('SELECT bytes FROM usage_record')).toEqual([
      { bytes: String(response.rawPayload.length) },
    ]);
  });
});
