import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';
import { type TestServer, testServer } from './test-server.ts';

/** Short, for the tests wait for them. */
const limits = { headersMsMax: 200, bodyMsMax: 200 };

async function sample(server: HttpServer): Promise<void> {
  server.post('/sample/body', async (request) => request.body);
  server.get('/sample/unread', async () => 'answered');
  server.post('/sample/small', { bodyLimit: 2 }, async (request) => request.body);
  server.post('/sample/refused', { onRequest: async (_request, reply) => reply.code(401).send('{}') }, async () => '');
}

let test: TestServer;
let port = 0;
beforeAll(async () => {
  test = await testServer({ limits, extensions: [sample] });
  await test.server.listen({ host: '127.0.0.1', port: 0 });
  port = (test.server.server.address() as AddressInfo).port;
});
afterAll(() => test.remove());

function sending(bytes: string): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return socket;
}

function expectLate(response: string, message: RegExp): void {
  const [head = '', body = ''] = response.split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
  expect(head.toLowerCase()).toContain('connection: close');
  expect(JSON.parse(body)).toEqual({
    code: 408,
    message: expect.stringMatching(message),
    data: null,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    error: { id: expect.stringMatching(/-late$/), doc_url: expect.stringMatching(/-late$/) },
  });
}

const post = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n`;

describe('a caller who is too slow is told so, and the connection is closed', () => {
  it('with the headers', async () => {
    expectLate(await text(sending('GET /healthz HTTP/1.1\r\nHost: a\r\n')), /did not arrive in time/);
  });

  it('with the body', async () => {
    const socket = sending(`${post('/sample/body')}{"a`);
    expectLate(await text(socket), /^The request body did not arrive within 0.2 s$/);
  });

  it('even with a body that nobody waits for any more', async () => {
    const socket = sending(`${post('/sample/refused')}{"a`);
    socket.resume();
    await once(socket, 'close');
  });
});

describe('a body that nobody reads', () => {
  it.each([
    ['for want of a method that has one', 'GET /sample/unread', '200 OK'],
    ['for it is too large', 'POST /sample/small', '413 Payload Too Large'],
  ])('%s is discarded, and the server goes on when its time is over', async (_, line, status) => {
    const asking = `${line} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a": 12}`;
    const socket = sending(asking);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain(`HTTP/1.1 ${status}`);
    // A body that came later is late by now, so the time of the first one is over too.
    expectLate(await text(sending(`${post('/sample/body')}{"a`)), /^The request body did not arrive/);
    expect((await test.server.inject('/healthz')).statusCode).toBe(200);
    socket.destroy();
  });
});
