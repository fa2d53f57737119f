import { afterEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from './test-server.ts';

let test: TestServer;
afterEach(() => test.remove());

async function warningsAfter(...forwarded: readonly (string | undefined)[]): Promise<readonly unknown[]> {
  for (const address of forwarded) {
    const headers = address === undefined ? {} : { 'x-forwarded-for': address };
    await test.server.inject({ url: '/healthz', headers });
  }
  const lines = test.log.map((line) => JSON.parse(line) as { level: number; msg: string; peer?: string });
  return lines.filter(({ level }) => level === 40).map(({ msg, peer }) => ({ msg, peer }));
}

describe('X-Forwarded-For of a peer', () => {
  it('that is not trusted is warned of, once, with what to do', async () => {
    test = await testServer();
    expect(await warningsAfter(undefined, '')).toEqual([]);
    const warning = { msg: expect.stringContaining('Add it to VITRINE_TRUST_PROXY'), peer: '127.0.0.1' };
    expect(await warningsAfter('203.0.113.7', '203.0.113.8')).toEqual([warning]);
  });

  it('that is another one than those trusted is warned of too', async () => {
    test = await testServer({ trustProxy: ['10.0.0.0/8'] });
    expect(await warningsAfter('203.0.113.7')).toHaveLength(1);
  });

  it('that is trusted is believed without a word, even about a caller at its own address', async () => {
    test = await testServer({ trustProxy: ['loopback'] });
    expect(await warningsAfter('203.0.113.7', '127.0.0.1')).toEqual([]);
  });
});
