import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../../../src/access/keys/key-format.ts';
import { type AdminServer, type Answer, adminServer } from '../../admin/admin-server.ts';
import { expectNoRate, expectRefusal } from './exactly.ts';
import { adminRoutes, keyedRoutes } from './routes.ts';

const perMinute = 3;
const [known, outsider, attacker] = ['198.51.100.1', '198.51.100.2', '203.0.113.7'];

/** The test is a proxy that the server believes, so that calls come from wherever it says. */
let server: AdminServer;
let token: string;
beforeAll(async () => {
  server = await adminServer({
    VITRINE_FAILED_AUTH_PER_MINUTE: String(perMinute),
    VITRINE_TRUST_PROXY: 'loopback',
  });
  token = (await server.vitrine.keys.create({ name: 'well behaved', qps: 1_000 })).key;
});
afterAll(() => server.remove());

function callFrom(address: string | undefined, method: string, url: string, presented?: string): Promise<Answer> {
  const headers = { 'x-forwarded-for': address ?? '' };
  return server.call(method, url, { headers, ...(presented === undefined ? {} : { token: presented }) });
}

async function tryOut(address: string | undefined): Promise<void> {
  for (let attempt = 0; attempt < perMinute; attempt++) {
    expect(await callFrom(address, 'GET', '/v1/account/balance', newKey())).toMatchObject({ status: 401 });
  }
}

async function tryOutTokens(address: string | undefined): Promise<void> {
  for (let attempt = 0; attempt < perMinute; attempt++) {
    expect(await callFrom(address, 'GET', '/admin/v1/keys', 'wrong')).toMatchObject({ status: 401 });
  }
}

function expectTooMany(answer: Answer): void {
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  const message = `Too many invalid keys or tokens from your address: try again in ${seconds} s`;
  expectRefusal(answer, 429, message);
  expectNoRate(answer);
}

describe('429 for an address that tried too many keys', () => {
  beforeAll(() => tryOut(attacker));

  it.each(keyedRoutes)('GET $path, with whatever key', async ({ url }) => {
    for (const presented of [newKey(), `${newKey()}x`]) {
      expectTooMany(await callFrom(attacker, 'GET', url, presented));
    }
  });

  it('not for the operator at the same address, nor for a wrong token', async () => {
    expect(await callFrom(attacker, 'GET', '/admin/v1/keys')).toMatchObject({ status: 200 });
    expect(await callFrom(attacker, 'GET', '/admin/v1/keys', 'wrong')).toMatchObject({ status: 401 });
  });

  it('not for other addresses', async () => {
    expect(await callFrom(outsider, 'GET', '/v1/account/balance', token)).toMatchObject({ status: 200 });
    expect(await callFrom(outsider, 'GET', '/admin/v1/keys')).toMatchObject({ status: 200 });
  });

  it('not for a key that was used here before, whoever else is at its address', async () => {
    expect(await callFrom(known, 'GET', '/v1/account/balance', token)).toMatchObject({ status: 200 });
    await tryOut(known);
    expect(await callFrom(known, 'GET', '/v1/account/balance', token)).toMatchObject({ status: 200 });
    const { key } = await server.vitrine.keys.create({ name: 'never used' });
    expectTooMany(await callFrom(known, 'GET', '/v1/account/balance', key));
  });

  it('not for want of a key, which tries out nothing', async () => {
    const address = '198.51.100.3';
    for (let attempt = 0; attempt <= perMinute; attempt++) {
      const answer = await server.call('GET', '/v1/account/balance', {
        token: null,
        headers: { 'x-forwarded-for': address },
      });
      expect(answer).toMatchObject({ status: 401 });
    }
  });
});

describe('429 for an address that tried too many admin tokens', () => {
  const address = '203.0.113.8';
  beforeAll(() => tryOutTokens(address));

  it.each(adminRoutes)('$method $path, with another wrong one', async ({ method, path }) => {
    expectTooMany(await callFrom(address, method, path, 'wrong'));
  });

  it('not for the right one, which always passes', async () => {
    expect(await callFrom(address, 'GET', '/admin/v1/keys')).toMatchObject({ status: 200 });
    await tryOut(address);
    expect(await callFrom(address, 'GET', '/admin/v1/keys')).toMatchObject({ status: 200 });
  });

  it('nor for an admin key that worked before', async () => {
    const adminKey = await server.vitrine.adminKeys.create({ name: 'a service', scopes: ['keys'] });
    expect(await callFrom(outsider, 'GET', '/admin/v1/keys', adminKey.key)).toMatchObject({ status: 200 });
    expect(await callFrom(address, 'GET', '/admin/v1/keys', adminKey.key)).toMatchObject({ status: 200 });
    expectTooMany(await callFrom(address, 'GET', '/admin/v1/keys', newKey('admin')));
  });

  it('nor for calls without a token, which try out nothing', async () => {
    const quiet = '203.0.113.10';
    for (let attempt = 0; attempt <= perMinute; attempt++) {
      const options = { token: null, headers: { 'x-forwarded-for': quiet } };
      expect(await server.call('GET', '/admin/v1/keys', options)).toMatchObject({ status: 401 });
    }
    expect(await callFrom(quiet, 'GET', '/admin/v1/keys', newKey('admin'))).toMatchObject({ status: 401 });
  });

  it('not for callers at the same address', async () => {
    const other = '203.0.113.9';
    await tryOutTokens(other);
    const { key } = await server.vitrine.keys.create({ name: 'beside an attacker' });
    expect(await callFrom(other, 'GET', '/v1/account/balance', key)).toMatchObject({ status: 200 });
  });
});
