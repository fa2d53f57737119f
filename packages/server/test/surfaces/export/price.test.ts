import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import { bearing, exampleUrl, expectError, type TestServer } from '../http/test-server.ts';
import { type ExportServer, exportPathOf, exportServer, price, rowCount, rowsIn } from './export-server.ts';

let exporting: ExportServer;
let test: TestServer;
let url: string;
beforeAll(async () => {
  exporting = await exportServer();
  ({ test, url } = exporting);
});
afterAll(() => exporting.remove());
afterEach(() => exporting.reset());

describe('the price of an export', () => {
  it.each([
    ['', rowCount, price],
    ['&limit=25', 25, 3],
    ['&limit=200', 200, 20],
    ['&limit=201', 201, 21],
    ['&limit=5000', rowCount, price],
    ['&limit=1', 1, 1],
  ])('with %s is a credit for each ten rows begun', async (query, rows, credits) => {
    const key = await test.newKey({ credits: 200 });
    expect(rowsIn((await exporting.ask(key, query)).body)).toHaveLength(rows);
    expect(await test.creditsOf(key)).toBe(200 - credits);
  });

  const nowhere = exportPathOf('', '404');

  it('is one credit for no rows: that there are none is a figure too', async () => {
    const key = await test.newKey({ credits: 3 });
    const empty = await fetch(url + nowhere, { headers: bearing(key) });
    expect([empty.status, await empty.text(), empty.headers.get('x-export-credits')]).toEqual([200, '', '1']);
    expect(await test.creditsOf(key)).toBe(2);
    await test.usage.flush();
    const sql = 'SELECT credits FROM usage_record WHERE key_id = {id:String}';
    expect(await test.engine.rows(sql, { id: key.id })).toEqual([{ credits: 1 }]);
  });

  it('is nothing for a test key', async () => {
    const key = await test.newKey({ mode: 'test' });
    expect(rowsIn((await exporting.ask(key)).body)).toHaveLength(rowCount);
    expect((await test.server.inject({ url: nowhere, headers: bearing(key) })).statusCode).toBe(200);
  });

  it('is not told to a key with nothing: all questions have the same answer, published or not', async () => {
    const key = await test.newKey({ credits: 0 });
    const message = `apiKey quota is not enough: a call costs 1 credit and key ${key.id} has none left`;
    expectError(await exporting.ask(key), 402, message);
    expectError(await exporting.ask(key, '&limit=1'), 402, message);
    expectError(await test.server.inject({ url: nowhere, headers: bearing(key) }), 402, message);
    test.dataset = undefined;
    expectError(await exporting.ask(key), 402, message);
  });

  it('is asked for before anything is sent, and refused as a whole when there is not enough, without saying how much', async () => {
    const key = await test.newKey({ credits: price - 1 });
    const message = `apiKey quota is not enough: this costs more than the ${price - 1} credits that key ${key.id} has left`;
    expectError(await exporting.ask(key), 402, message);
    expect(await test.creditsOf(key)).toBe(price - 1);
    expect(exporting.pagesRead).toBe(0);
  });

  it.each([exportPathOf('&limit=10'), exportPathOf('', '404')])(
    'is refused as such when others spend the last credit before %s is paid',
    async (url) => {
      const key = await test.newKey({ credits: 1 });
      const spend = () => test.server.inject({ url: exampleUrl(productCreators), headers: bearing(key) });
      exporting.beforePage = async () => void (await spend());
      exporting.beforeCount = async () => {
        if (url.includes('404')) await spend();
      };
      expectError(await test.server.inject({ url, headers: bearing(key) }), 402, /a call costs 1 credit/);
      expect(await test.creditsOf(key)).toBe(0);
    },
  );

  it('is paid before rows leave: when others spend the credits meanwhile, the stream breaks off after what was paid', async () => {
    const key = await test.newKey({ credits: price });
    exporting.beforePage = async (number) => {
      if (number !== 3) return;
      const call = () => test.server.inject({ url: exampleUrl(productCreators), headers: bearing(key) });
      await Promise.all(Array.from({ length: 70 }, call));
    };
    expect((await exporting.untilBroken(key)).length).toBeLessThanOrEqual((price - 70) * 10);
    expect(await test.creditsOf(key)).toBe(0);
  });

  it('is recorded with what was sent', async () => {
    const key = await test.newKey({ credits: 200 });
    const { rawPayload } = await exporting.ask(key, '&limit=1000');
    await test.usage.flush();
    const [record] = await test.engine.rows(
      'SELECT endpoint, status, credits, rows, bytes, dataset_version FROM usage_record WHERE key_id = {id:String}',
      { id: key.id },
    );
    expect(record).toEqual({
      endpoint: 'export-product-creators',
      status: 200,
      credits: 100,
      rows: 1_000,
      bytes: String(rawPayload.length),
      dataset_version: 1,
    });
  });
});
