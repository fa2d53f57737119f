import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../../src/catalogue/catalogue.ts';
import type { Endpoint } from '../../../../src/catalogue/endpoint.ts';
import { productCreators } from '../../../../src/catalogue/lists/product-creators.ts';
import { productVideos } from '../../../../src/catalogue/lists/product-videos.ts';
import { videoDownloadUrl } from '../../../../src/catalogue/lookups/video-download-url.ts';
import { exportPath } from '../../../../src/surfaces/export/export-path.ts';
import { engines, type TemporaryLocation } from '../../../accounts/databases.ts';
import { rowsOf, store } from '../../../serving/rows.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../test-server.ts';

const dear: readonly Endpoint[] = [productCreators, videoDownloadUrl];
const endpoints = catalogue.map((endpoint) => (dear.includes(endpoint) ? { ...endpoint, priceCredits: 3 } : endpoint));
const [list, lookup, cheap] = [productCreators, videoDownloadUrl, productVideos].map((endpoint) =>
  exampleUrl(endpoint),
) as [string, string, string];

let reads = 0;
/** What happens to the key meanwhile. */
let whileReading = async () => {};

describe.each(engines)('an endpoint of three credits, on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('with real keys', () => {
    let place: TemporaryLocation;
    let test: TestServer;
    beforeAll(async () => {
      place = await newLocation();
      test = await testServer({
        endpoints,
        accountsLocation: place.location,
        wrapReader: (reader) => ({
          page: async (...question) => {
            reads++;
            await whileReading();
            return reader.page(...question);
          },
        }),
      });
    });
    afterAll(async () => {
      await test.remove();
      await place.remove();
    });

    async function statusesOf(key: Parameters<typeof bearing>[0], urls: readonly string[]): Promise<readonly number[]> {
      const calls = urls.map((url) => test.server.inject({ url, headers: bearing(key) }));
      return (await Promise.all(calls)).map(({ statusCode }) => statusCode);
    }

    it.each([list, lookup])('costs three, and says what is left: GET %s', async (url) => {
      const key = await test.newKey({ credits: 10 });
      const { headers } = await test.server.inject({ url, headers: bearing(key) });
      expect(headers['x-credits-remaining']).toBe('7');
      expect(await test.creditsOf(key)).toBe(7);
    });

    it('is recorded at that price', async () => {
      const key = await test.newKey({ credits: 3 });
      await test.server.inject({ url: list, headers: bearing(key) });
      await test.usage.flush();
      const sql = 'SELECT credits FROM usage_record WHERE key_id = {id:String}';
      expect(await test.engine.rows(sql, { id: key.id })).toEqual([{ credits: 3 }]);
    });

    it.each([list, lookup])('is refused, unread and free, to a key that has two: GET %s', async (url) => {
      const key = await test.newKey({ credits: 2 });
      const before = reads;
      const message = `apiKey quota is not enough: a call costs 3 credits and key ${key.id} has 2 left`;
      expectError(await test.server.inject({ url, headers: bearing(key) }), 402, message);
      expect(reads).toBe(before);
      expect(await test.creditsOf(key)).toBe(2);
      expect(await statusesOf(key, [cheap])).toEqual([200]);
    });

    it('is confirmed free, to a key that could not pay it again', async () => {
      const key = await test.newKey({ credits: 3 });
      const { headers } = await test.server.inject({ url: list, headers: bearing(key) });
      const kept = { ...bearing(key), 'if-none-match': String(headers.etag) };
      expect((await test.server.inject({ url: list, headers: kept })).statusCode).toBe(304);
      expect(await test.creditsOf(key)).toBe(0);
    });

    it('succeeds as often as it can be paid whole, whatever calls come at the same time', async () => {
      const key = await test.newKey({ credits: 23 });
      const statuses = await statusesOf(key, Array<string>(20).fill(list));
      expect(statuses.filter((status) => status === 200)).toHaveLength(7);
      expect(statuses.filter((status) => status === 402)).toHaveLength(13);
      expect(await test.creditsOf(key)).toBe(2);
    });

    it('beside cheaper calls leaves what was not paid, and never less than nothing', async () => {
      const key = await test.newKey({ credits: 20 });
      const urls = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? list : cheap));
      const statuses = await statusesOf(key, urls);
      const prices = urls.map((url) => (url === list ? 3 : 1));
      const paid = prices.reduce((sum, price, index) => sum + (statuses[index] === 200 ? price : 0), 0);
      expect(paid).toBe(20);
      expect(await test.creditsOf(key)).toBe(0);
    });

    it('is free to a test key', async () => {
      const key = await test.newKey({ mode: 'test' });
      const { statusCode, headers } = await test.server.inject({ url: list, headers: bearing(key) });
      expect([statusCode, headers['x-credits-remaining']]).toEqual([200, undefined]);
    });

    it('costs as much in an export, for every ten rows begun', async () => {
      const creators = Array.from({ length: 12 }, (_, i) => ({ product_id: '9', user_id: String(1_000 + i) }));
      await store(test.engine, productCreators, 1, rowsOf(productCreators, creators));
      const url = `${exportPath(productCreators)}?product_id=9`;
      const [rich, short] = [await test.newKey({ credits: 8 }), await test.newKey({ credits: 5 })];
      const { headers } = await test.server.inject({ url, headers: bearing(rich) });
      expect(headers['x-export-credits']).toBe('6');
      expect(await test.creditsOf(rich)).toBe(2);
      const message = `apiKey quota is not enough: this costs more than the 5 credits that key ${short.id} has left`;
      expectError(await test.server.inject({ url, headers: bearing(short) }), 402, message);
      expect(await test.creditsOf(short)).toBe(5);
    });

    it('is refused to an export by what is left when it has read', async () => {
      const key = await test.newKey({ credits: 6 });
      whileReading = async () => {
        whileReading = async () => {};
        expect(await statusesOf(key, [cheap, cheap, cheap, cheap])).toEqual([200, 200, 200, 200]);
      };
      const response = await test.server.inject({
        url: `${exportPath(productCreators)}?product_id=9`,
        headers: bearing(key),
      });
      expectError(response, 402, `apiKey quota is not enough: a call costs 3 credits and key ${key.id} has 2 left`);
      expect(await test.creditsOf(key)).toBe(2);
    });
  });
});
