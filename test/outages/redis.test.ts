import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marketplace, openMarketplace } from '../running/marketplace.ts';
import { ask, crowd } from './caller.ts';
import { freePort } from './free-port.ts';

const absent = spawnSync('redis-server', ['--version']).error !== undefined;

describe.skipIf(absent)(`Redis under a server${absent ? ' (skipped: no redis-server here)' : ''}`, () => {
  let port: number;
  let redis: ChildProcess;
  let server: Marketplace;
  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(port);
    server = await openMarketplace({ environment: { REDIS_URL: `redis://127.0.0.1:${port}` } });
  });
  afterAll(async () => {
    await server?.remove();
    await stopRedis(redis);
  });

  it('may stop, hang and come back, and no call is refused or paid twice for it', async () => {
    const key = await server.newKey({ qps: 1_000_000, credits: 1_000_000 });
    const paying = crowd(server.url, key.key);
    await paying.more(200);
    await stopRedis(redis);
    await paying.more(200);
    redis = await startRedis(port);
    await paying.more(200);
    redis.kill('SIGSTOP');
    await paying.more(200);
    redis.kill('SIGCONT');
    await paying.more(200);
    await paying.stop();
    expect(Object.keys(paying.counts)).toEqual(['200']);
    const left = (await balanceOf(server, key.key)).credits;
    expect(1_000_000 - left).toBe(paying.counts[200]);
  });

  it('may be away, and who calls too often is limited all the same', async () => {
    const { key } = await server.newKey({ qps: 1 });
    await stopRedis(redis);
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await ask(server.url, key)).status));
    redis = await startRedis(port);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});

async function balanceOf({ url }: Marketplace, key: string): Promise<{ readonly credits: number }> {
  const response = await fetch(`${url}/v1/account/balance`, { headers: { authorization: `Bearer ${key}` } });
  return ((await response.json()) as { readonly data: { readonly credits: number } }).data;
}

async function startRedis(port: number): Promise<ChildProcess> {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const said of child.stdout.iterator({ destroyOnReturn: false })) {
    if (String(said).includes('Ready to accept connections')) break;
  }
  child.stdout.resume();
  return child;
}

async function stopRedis(redis: ChildProcess): Promise<void> {
  const ended = once(redis, 'close');
  redis.kill('SIGKILL');
  await ended;
}
