import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endMs } from '../running/end-ms.ts';
import { type MadeKey, type Marketplace, openMarketplace } from '../running/marketplace.ts';
import { ask, crowd } from './caller.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-full-disk-'));
/** A disk of its own needs the right to mount one. */
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', directory]).status === 0;
const title = `a full disk${isMounted ? '' : ' (skipped: no right to mount a small one)'}`;
const credits = 1_000_000;

describe.skipIf(!isMounted)(title, () => {
  const filler = join(directory, 'filler');
  let server: Marketplace;
  let key: MadeKey;
  let leaked: MadeKey;
  beforeAll(async () => {
    server = await openMarketplace({ directory: join(directory, 'data') });
    key = await server.newKey({ qps: 1_000_000, credits });
    leaked = await server.newKey();
  });
  afterAll(async () => {
    await server?.remove();
    spawnSync('umount', ['--lazy', directory]);
    rmSync(directory, { recursive: true, force: true });
  });

  it('is a 503 once a charge cannot be kept, which costs nothing; a key can be revoked; with room again calls are answered and add up', async () => {
    const paying = crowd(server.url, key.key);
    await paying.more(200);
    fill(filler);
    await paying.more(503);
    expect(await ask(server.url, key.key)).toMatchObject({ status: 503, retryAfter: '5' });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await expect(server.admin('POST', '/admin/v1/publish')).rejects.toThrow(/50[37]/);
    await server.admin('POST', `/admin/v1/keys/${leaked.id}/revoke`);
    expect(await ask(server.url, leaked.key)).toMatchObject({ status: 401 });
    rmSync(filler);
    await paying.more(200);
    await paying.stop();

    expect(Object.keys(paying.counts)).toEqual(['200', '503']);
    const listed = (await server.admin('GET', '/admin/v1/keys')) as readonly { id: string; credits: number }[];
    expect(credits - (listed.find(({ id }) => id === key.id)?.credits ?? 0)).toBe(paying.counts[200]);
    await server.admin('POST', '/admin/v1/publish');
    await vi.waitUntil(async () => (await revocations()).length === 1, { timeout: endMs, interval: 100 });
    expect(await revocations()).toMatchObject([{ request: { id: leaked.id }, outcome: 'done' }]);
  });

  async function revocations() {
    const entries = (await server.admin('GET', '/admin/v1/audit')) as readonly { action: string }[];
    return entries.filter(({ action }) => action === 'keys.revoke');
  }
});

/** Takes what is left, however much others take meanwhile. */
function fill(path: string): void {
  const { bavail, bsize } = statfsSync(directory);
  try {
    writeFileSync(path, Buffer.alloc(bavail * bsize));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
