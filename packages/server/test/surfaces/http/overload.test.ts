import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { productVideos } from '../../../src/catalogue/lists/product-videos.ts';
import { deferred } from './held-reader.ts';
import { bearing, exampleUrl, type TestServer, testServer } from './test-server.ts';

const requestsMax = 20;
const mayAnswer = deferred();
let readersWaiting = 0;

let test: TestServer;
let key: CreatedKey;
let port = 0;
const agent = new Agent();
beforeAll(async () => {
  test = await testServer({
    limits: { requestsMax },
    wrapReader: (reader) => ({
      page: async (...question) => {
        readersWaiting++;
        await mayAnswer.promise;
        return reader.page(...question);
      },
    }),
  });
  key = await test.newKey({ credits: 1_000 });
  await test.server.listen({ host: '127.0.0.1', port: 0 });
  port = (test.server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  agent.destroy();
  await test.remove();
});

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/** A request on a connection of its own, and how to hang up. */
function asked(path: string): { answer: Promise<Answer>; hangUp(): void } {
  const call = request({ agent, port, path, headers: bearing(key) }).end();
  const answer = new Promise<Answer>((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      text(response).then((body) => resolve({ status, retryAfter: headers['retry-after'], body }), reject);
    });
  });
  return { answer, hangUp: () => call.destroy() };
}

describe('while the engine is slow', () => {
  it('as many requests wait as may, all others hear at once to come back, and probes are answered', async () => {
    const url = exampleUrl(productVideos);
    const first = Array.from({ length: requestsMax }, () => asked(url));
    await expect.poll(() => readersWaiting).toBe(requestsMax);
    const shed = await Promise.all(Array.from({ length: 500 }, () => asked(url).answer));
    expect(new Set(shed.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(new Set(['503 1']));
    const { requestId, ...envelope } = JSON.parse(shed[0]?.body ?? '');
    expect(envelope).toEqual({
      code: 503,
      message: 'The server is overloaded: try again in a moment',
      data: null,
      error: { id: 'overloaded', doc_url: '/docs/errors/overloaded' },
    });
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(readersWaiting).toBe(requestsMax);
    expect(await asked('/healthz').answer).toMatchObject({ status: 200 });

    // Callers who went away: their work still waits, so nobody takes their place.
    for (const { hangUp, answer } of first.splice(0, 5)) {
      hangUp();
      await expect(answer).rejects.toThrow('socket hang up');
    }
    expect(await asked(url).answer).toMatchObject({ status: 503 });

    mayAnswer.resolve();
    for (const { answer } of first) expect(await answer).toMatchObject({ status: 200 });
    const served = async () => (await asked(url).answer).status;
    await expect.poll(served).toBe(200);
    expect(await Promise.all(Array.from({ length: requestsMax }, served))).toEqual(Array(requestsMax).fill(200));
  });
});
