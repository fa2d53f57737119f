import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productVideos } from '../../../src/catalogue/lists/product-videos.ts';
import { deferred, held } from './held-reader.ts';
import { bearing, exampleUrl, type TestServer, testServer } from './test-server.ts';

const began = deferred();
const mayEnd = deferred();

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ wrapReader: (reader) => held(reader, began, mayEnd) });
});
afterAll(() => test.remove());

describe('a server that closes', () => {
  it('finishes what is under way, and waits for no idle connection', async () => {
    await test.server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = test.server.server.address() as AddressInfo;
    const neverUsed = connect(port, '127.0.0.1');
    await once(neverUsed, 'connect');
    const used = connect(port, '127.0.0.1');
    const received = text(used);
    const { authorization } = bearing(await test.newKey());
    const request = `GET ${exampleUrl(productVideos)} HTTP/1.1\r\nHost: a\r\nAuthorization: ${authorization}\r\n\r\n`;
    used.write(request);
    await began.promise;

    const closed = test.server.close();
    await once(neverUsed.resume(), 'close');
    mayEnd.resolve();
    expect(await received).toMatch(/^HTTP\/1.1 200 OK\r\n.*"requestId":"[0-9a-f-]+"}$/s);
    await closed;
  });
});
