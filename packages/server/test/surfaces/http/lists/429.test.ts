import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shopVideos } from '../../../../src/catalogue/lists/shop-videos.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

/** The limiter of the test counts over 600 seconds, so that nothing depends on how fast the test runs. */
const windowSeconds = 600;

describe('a key that calls too often', () => {
  it('is told to wait, and for how long, before its parameters are looked at', async () => {
    const key = await test.newKey({ qps: 1, credits: 1000 });
    const wrong = { url: exampleUrl(shopVideos, { page_num: '0' }), headers: bearing(key) };
    for (let call = 0; call < windowSeconds; call++) {
      expect((await test.server.inject(wrong)).statusCode).toBe(400);
    }
    const response = await test.server.inject(wrong);
    const seconds = Number(response.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(windowSeconds);
    const message = `qps limit exceeded: this key may make 1 calls per second, try again in ${seconds} s`;
    expectError(response, 429, message);
    expect(await test.creditsOf(key)).toBe(1000);
  });

  it('does not keep others waiting', async () => {
    const response = await test.server.inject({
      url: exampleUrl(shopVideos),
      headers: bearing(await test.newKey({ qps: 1 })),
    });
    expect(response.statusCode).toBe(200);
  });
});
