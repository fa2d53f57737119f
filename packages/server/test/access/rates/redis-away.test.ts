import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedisRates } from '../../../src/access/rates/flexible-rates.ts';
import type { RateLimiter } from '../../../src/access/rates/rates.ts';

const absent = spawnSync('redis-server', ['--version']).error !== undefined;
const title = absent
  ? 'rates while Redis goes and comes (skipped: no redis-server here)'
  : 'rates while Redis goes and comes';

/** Long enough that no test outlasts it. */
const windowSeconds = 600;
const limit = 4;

describe.skipIf(absent)(title, () => {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-redis-'));
  let port: number;
  let redis: ChildProcess;
  let nodes: readonly RateLimiter[];
  let hear: (error: Error) => void;
  const firstError = new Promise<Error>((resolve) => {
    hear = resolve;
  });

  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(port, directory);
    const options = {
      qpsDefault: limit / windowSeconds,
      windowSeconds,
      onStoreError: hear,
    };
    nodes = await Promise.all([1, 2].map(() => openRedisRates(`redis://127.0.0.1:${port}`, options)));
  });
  afterAll(async () => {
    await Promise.all(nodes.map((rates) => rates.close()));
    await stopRedis(redis);
    rmSync(directory, { recursive: true });
  });

  it('count together, then each node for itself, and together again, without anybody doing anything', async () => {
    expect(await allowedOf(nodes, 'together')).toBe(limit);
    await stopRedis(redis);
    expect(await allowedOf(nodes, 'away')).toBe(nodes.length * limit);
    expect((await firstError).message).toContain('ECONNREFUSED');
    expect(await allowedOf(nodes, 'still away')).toBe(nodes.length * limit);
    redis = await startRedis(port, directory);
    await togetherAgain(nodes);
    expect(await allowedOf(nodes, 'back')).toBe(limit);
  });

  it('answer all the same while Redis hangs', async () => {
    redis.kill('SIGSTOP');
    const decisions = await takeAll(nodes, 'hanging');
    redis.kill('SIGCONT');
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(nodes.length * limit);
  });
});

/** Every node takes twice what one key may. */
function takeAll(nodes: readonly RateLimiter[], id: string) {
  return Promise.all(
    nodes.flatMap((rates) => Array.from({ length: 2 * limit }, () => rates.take({ id, qps: null, burst: 0 }))),
  );
}

async function allowedOf(nodes: readonly RateLimiter[], id: string): Promise<number> {
  return (await takeAll(nodes, id)).filter(({ allowed }) => allowed).length;
}

async function startRedis(port: number, directory: string): Promise<ChildProcess> {
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory];
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

/** Resolves once all nodes count together again, which is when each has made its next attempt to connect. */
async function togetherAgain(nodes: readonly RateLimiter[]): Promise<void> {
  while ((await allowedOf(nodes, randomUUID())) > limit) await setImmediate();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
