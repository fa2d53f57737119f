import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectError, type TestServer, testServer } from './test-server.ts';

const metricsToken = 'a-token-of-metrics';

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ metricsToken });
});
afterAll(() => test.remove());

function read(authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization };
  return test.server.inject({ url: '/metrics', headers });
}

describe('/metrics of a server with VITRINE_METRICS_TOKEN', () => {
  it('asks for that token', async () => {
    const { key } = await test.newKey();
    for (const refused of [undefined, 'Bearer wrong', `Bearer ${key}`, `Basic ${metricsToken}`])
      expectError(await read(refused), 401, /^metrics token is missing or wrong/);
    expect((await read(`Bearer ${metricsToken}`)).statusCode).toBe(200);
  });

  it('is the only probe that does', async () => {
    for (const url of ['/healthz', '/readyz']) expect((await test.server.inject(url)).statusCode).toBe(200);
  });
});
