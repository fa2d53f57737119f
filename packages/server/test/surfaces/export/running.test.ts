import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { endMs } from '../../../../../test/running/end-ms.ts';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import { rowsOf, store } from '../../serving/rows.ts';
import { deferred } from '../http/held-reader.ts';
import { expectError, type TestServer } from '../http/test-server.ts';
import { creators, type ExportServer, exportPathOf, exportServer, rowCount, rowsIn } from './export-server.ts';

let exporting: ExportServer;
let test: TestServer;
let url: string;
beforeAll(async () => {
  exporting = await exportServer();
  ({ test, url } = exporting);
  const wide = Array.from({ length: 3_000 }, (_, i) => ({
    product_id: '10',
    user_id: String(i),
    nick_name: 'x'.repeat(20_000),
  }));
  await store(test.engine, productCreators, 1, rowsOf(productCreators, wide));
});
afterAll(() => exporting.remove());
afterEach(() => exporting.reset());

describe('while an export runs', () => {
  it('another version may be published: all rows are of the one it began with', async () => {
    await store(test.engine, productCreators, 2, rowsOf(productCreators, [{ product_id: '9', user_id: '1' }]));
    exporting.beforePage = async () => {
      test.dataset = { version: 2, asOf: '2026-11-21' };
    };
    expect(rowsIn((await exporting.ask(await test.newKey())).body)).toHaveLength(rowCount);
  });

  it('its version may be removed: the stream breaks off, and what is not sent is not paid', async () => {
    await store(test.engine, productCreators, 3, rowsOf(productCreators, creators));
    test.dataset = { version: 3, asOf: '2026-11-21' };
    const key = await test.newKey({ credits: 200 });
    exporting.beforePage = async (number) => {
      if (number === 2) await test.engine.command('ALTER TABLE serving_product_creators DROP PARTITION 3');
    };
    expect((await exporting.untilBroken(key)).length).toBeLessThanOrEqual(200);
    expect(await test.creditsOf(key)).toBe(180);
  });

  it('its key may be revoked: the stream breaks off', async () => {
    const key = await test.newKey({ credits: 200 });
    exporting.beforePage = async () => {
      await test.keys.revoke(key.id);
    };
    expect((await exporting.untilBroken(key)).length).toBeLessThanOrEqual(200);
    expect(await test.creditsOf(key)).toBe(180);
  });

  /** Sends the request and reads nothing of the answer. */
  function stalled(key: CreatedKey, format = 'ndjson'): Socket {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.write(
      `GET ${exportPathOf(`&format=${format}`, '10')} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key.key}\r\n\r\n`,
    );
    return socket;
  }

  it.each(['ndjson', 'csv'])(
    'a client that reads %s slowly is waited for, and one that goes away is not served or charged any more',
    async (format) => {
      const key = await test.newKey({ credits: 300 });
      const client = stalled(key, format);
      await vi.waitUntil(() => exporting.pagesRead > 0, { timeout: endMs });
      for (let i = 0; i < 100; i++) await exporting.ask(await test.newKey(), '&limit=10');
      const exportPages = exporting.pagesRead - 100;
      expect(exportPages).toBeLessThan(8);
      client.destroy();
      const recorded = async () => {
        await test.usage.flush();
        const sql = 'SELECT status, credits FROM usage_record WHERE key_id = {id:String}';
        return (await test.engine.rows<{ status: number; credits: number }>(sql, { id: key.id }))[0];
      };
      await vi.waitUntil(recorded, { timeout: endMs, interval: 50 });
      const left = Number(await test.creditsOf(key));
      expect(await recorded()).toEqual({ status: 200, credits: 300 - left });
      expect(300 - left).toBeLessThanOrEqual(180);
      expect(exporting.pagesRead - 100).toBeLessThan(10);
    },
  );

  it('no more than eight others may; a ninth is told to come back', async () => {
    const key = await test.newKey();
    const clients = Array.from({ length: 8 }, () => stalled(key));
    await vi.waitUntil(() => exporting.pagesRead >= 8, { timeout: endMs });
    const ninth = await exporting.ask(key, '&limit=1');
    expectError(ninth, 503, /overloaded/);
    expect(ninth.headers['retry-after']).toBe('30');
    for (const client of clients) client.destroy();
    await vi.waitUntil(async () => (await exporting.ask(key, '&limit=1')).statusCode === 200, {
      timeout: endMs,
      interval: 50,
    });
  });

  it('its connection may be lost while it waits behind others there: it is over all the same', async () => {
    const key = await test.newKey();
    const { hostname, port } = new URL(url);
    const head = `GET ${exportPathOf('&format=csv', '10')} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key.key}\r\n\r\n`;
    // Twice: after one round, a single free place would do.
    for (let round = 0; round < 2; round++) {
      const released = deferred();
      let reading = 0;
      exporting.beforePage = () => {
        reading++;
        return released.promise;
      };
      const client = connect(Number(port), hostname).pause();
      client.write(head.repeat(8));
      await vi.waitUntil(() => reading >= 8, { timeout: endMs });
      client.destroy();
      released.resolve();
      exporting.beforePage = async () => {};
      await vi.waitUntil(async () => (await exporting.ask(key, '&limit=1')).statusCode === 200, {
        timeout: endMs,
        interval: 50,
      });
    }
  });

  it('the server may close: the stream breaks off and holds nothing up', async () => {
    const client = stalled(await test.newKey());
    await vi.waitUntil(() => exporting.pagesRead > 0, { timeout: endMs });
    const closed = new Promise((resolve) => client.once('close', resolve));
    await test.server.close();
    client.resume();
    await closed;
  });
});
