import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productVideos } from '../../../src/catalogue/lists/product-videos.ts';
import { deferred, held } from './held-reader.ts';
import { bearing, errorAbout, exampleUrl, type TestServer, testServer } from './test-server.ts';

const firstRead = deferred();
const mayAnswer = deferred();

let test: TestServer;
let port = 0;
beforeAll(async () => {
  test = await testServer({ wrapReader: (reader) => held(reader, firstRead, mayAnswer) });
  await test.server.listen({ host: '127.0.0.1', port: 0 });
  port = (test.server.server.address() as AddressInfo).port;
});
afterAll(() => test.remove());

/** Sends bytes as they are and reads until the server hangs up. */
async function sent(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

function expectRawError(response: string, status: number): void {
  const [head = '', body = ''] = response.split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status} `);
  const { requestId, ...rest } = JSON.parse(body);
  expect(rest).toEqual({ code: status, message: expect.any(String), data: null, error: errorAbout });
  expect(head.toLowerCase()).toContain(`x-request-id: ${requestId}`);
}

describe('over a real connection', () => {
  it('a caller who goes away has paid for the answer, once, and the server goes on', async () => {
    const key = await test.newKey({ credits: 10 });
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET ${exampleUrl(productVideos)} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key.key}\r\n\r\n`);
    await firstRead.promise;
    socket.destroy();
    await once(socket, 'close');
    mayAnswer.resolve();
    await expect.poll(() => test.creditsOf(key)).toBe(9);
    const again = await fetch(`http://127.0.0.1:${port}${exampleUrl(productVideos)}`, { headers: bearing(key) });
    expect(again.status).toBe(200);
    expect(await test.creditsOf(key)).toBe(8);
  });

  it('a page arrives whole', async () => {
    const url = `http://127.0.0.1:${port}${exampleUrl(productVideos)}`;
    const response = await fetch(url, { headers: bearing(await test.newKey()) });
    expect(await response.json()).toMatchObject({ code: 0, data: [productVideos.example.row] });
  });

  it('what comes after a request and is none has its answer after that of the request, which is paid for', async () => {
    const key = await test.newKey({ credits: 10 });
    const asking = `GET ${exampleUrl(productVideos)} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key.key}\r\n\r\n`;
    const received = await sent(`${asking}${asking}no request\r\n\r\n`);
    expect(received.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 400']);
    expect(await test.creditsOf(key)).toBe(8);
  });

  it('an answer that waits for the one before it has no "100 Continue" in its midst', async () => {
    const { key } = await test.newKey();
    const asking = `GET ${exampleUrl(productVideos)} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key}\r\n`;
    const received = await sent(`${asking}\r\n${asking}Expect: 100-continue\r\nConnection: close\r\n\r\n`);
    const answers = received.split(/(?=HTTP\/1\.1 200)/);
    expect(answers).toHaveLength(2);
    for (const answer of answers) {
      const [head = '', ...bodies] = answer.split('\r\n\r\n');
      expect(JSON.parse(bodies.join())).toMatchObject({ code: 0 });
      expect(head).toContain(`content-length: ${Buffer.byteLength(bodies.join())}`);
    }
  });

  it.each([
    ['a request line longer than is taken', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['headers longer than are taken', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['a method nobody knows', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['a zero byte in the path', 'GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['no Host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an unknown Expect', 'GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: x\r\nConnection: close\r\n\r\n', 417],
    ['a method that no path has', 'PROPFIND /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 404],
    ['such a method on a known path', 'PROPFIND /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
    ['a path that cannot be decoded', 'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 404],
  ])('%s is answered in the envelope', async (_, bytes, status) => {
    expectRawError(await sent(bytes), status);
  });
});
