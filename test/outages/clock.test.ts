import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endMs } from '../running/end-ms.ts';
import { type Marketplace, openMarketplace } from '../running/marketplace.ts';
import { ask } from './caller.ts';

const preload = fileURLToPath(new URL('shifted-clock.mjs', import.meta.url));
const untilMs = { timeout: endMs };
const hourMs = 3_600_000;

let server: Marketplace;
beforeAll(async () => {
  server = await openMarketplace({ nodeOptions: ['--import', preload] });
});
afterAll(() => server?.remove());

async function setBack(): Promise<void> {
  const before = await serverNow();
  server.kill('SIGUSR2');
  await expect.poll(serverNow, untilMs).toBeLessThan(before - hourMs / 2);
}

/** What time the server believes it is: a new key says when it was made. */
async function serverNow(): Promise<number> {
  const { id } = await server.newKey();
  const keys = (await server.admin('GET', '/admin/v1/keys')) as readonly { id: string; createdAt: number }[];
  return keys.find((key) => key.id === id)?.createdAt ?? Number.NaN;
}

describe('a clock that is set back by an hour', () => {
  it('refuses no key that works, loses no charge, and makes nobody wait longer than a window', async () => {
    const paying = await server.newKey({ qps: 1_000, credits: 10 });
    const ending = await server.newKey({ qps: 1_000, expiresAt: Date.now() + hourMs });
    const { key: hasty } = await server.newKey({ qps: 2 });
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await ask(server.url, hasty)).status));
    expect(statuses).toContain(429);
    expect(await ask(server.url, paying.key)).toMatchObject({ status: 200 });

    await setBack();
    for (const { key } of [paying, ending]) expect(await ask(server.url, key)).toMatchObject({ status: 200 });
    await expect.poll(async () => (await ask(server.url, hasty)).status, untilMs).toBe(200);
    const refused = (await Promise.all(Array.from({ length: 20 }, () => ask(server.url, hasty)))).filter(
      ({ status }) => status === 429,
    );
    expect(new Set(refused.map(({ retryAfter }) => retryAfter))).toEqual(new Set(['1']));

    for (let call = 2; call < 10; call++) expect(await ask(server.url, paying.key)).toMatchObject({ status: 200 });
    expect(await ask(server.url, paying.key)).toMatchObject({ status: 402 });
  });

  it('keeps what is published, and lets the next publish follow it', async () => {
    await server.admin('POST', '/admin/v1/publish');
    const { served } = (await server.admin('GET', '/admin/v1/versions')) as { readonly served: number };
    expect(served).toBe(2);
    const [latest] = (await server.admin('GET', '/admin/v1/audit')) as readonly { action: string }[];
    expect(latest?.action).toBe('publish');
    expect(server.log()).toEqual([]);
  });
});
