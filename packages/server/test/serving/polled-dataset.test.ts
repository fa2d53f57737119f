import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { versionsWith } from '../../../../test/publish/versions-with.ts';
import { endMs } from '../../../../test/running/end-ms.ts';
import { type AccountsDatabase, openAccounts } from '../../src/accounts/database.ts';
import { PolledDataset } from '../../src/serving/polled-dataset.ts';
import { databaseVersions, type VersionStore } from '../../src/warehouse/versions.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-polled-'));
let accounts: AccountsDatabase;
let versions: VersionStore;
beforeAll(async () => {
  accounts = await openAccounts({ directory });
  versions = databaseVersions(accounts, { now: () => 0 });
});
afterAll(async () => {
  await accounts.destroy();
  rmSync(directory, { recursive: true });
});

async function publishElsewhere(asOf: string): Promise<number> {
  const { version } = await versions.begin({ asOf, lineage: 0, watermark: 1, settings: '' });
  await versions.complete(version, { rows: { 'product-list': 3 } });
  return version;
}

describe('the served version', () => {
  it('is none before the first publish, and the published one once it is looked up', async () => {
    const dataset = new PolledDataset(versions);
    await dataset.refresh();
    expect(dataset.current()).toBeUndefined();
    const version = await publishElsewhere('2026-11-19');
    expect(dataset.current()).toBeUndefined();
    await dataset.refresh();
    expect(dataset.current()).toEqual({
      version,
      asOf: '2026-11-19',
      builtAt: expect.any(Number),
      lists: new Set(['product-list']),
    });
  });

  it('follows a publish of another process by itself', async () => {
    const dataset = new PolledDataset(versions);
    dataset.poll({ everyMs: 1 });
    const version = await publishElsewhere('2026-11-20');
    await vi.waitUntil(() => dataset.current()?.version === version, { timeout: endMs });
    dataset.stop();
  });

  it('is served at once when there was none, and else once its successor is prepared', async () => {
    const dataset = new PolledDataset(versions);
    const first = await publishElsewhere('2026-11-21');
    const servedWhilePreparing: (number | undefined)[] = [];
    dataset.prepareWith(async () => {
      servedWhilePreparing.push(dataset.current()?.version);
    });
    await dataset.refresh();
    const second = await publishElsewhere('2026-11-22');
    await Promise.all([dataset.refresh(), dataset.refresh()]);
    expect(servedWhilePreparing).toEqual([first, first]);
    expect(dataset.current()?.version).toBe(second);
  });

  it('is an earlier one again after a rollback, once that is prepared', async () => {
    const dataset = new PolledDataset(versions);
    const first = await publishElsewhere('2026-11-23');
    const second = await publishElsewhere('2026-11-24');
    await dataset.refresh();
    const prepared: number[] = [];
    dataset.prepareWith(async (version) => void prepared.push(version));
    await versions.pointBack(second, first);
    await dataset.refresh();
    expect(prepared).toEqual([first]);
    expect(dataset.current()).toMatchObject({ version: first, asOf: '2026-11-23', lists: new Set(['product-list']) });
  });

  it('stays while it cannot be looked up', async () => {
    let reachable = true;
    const shaky = versionsWith(versions, {
      current: () => (reachable ? versions.current() : Promise.reject(new Error('away'))),
    });
    const dataset = new PolledDataset(shaky);
    await dataset.refresh();
    const served = dataset.current();
    reachable = false;
    const failure = await new Promise((resolve) => dataset.poll({ everyMs: 1, onError: resolve }));
    dataset.stop();
    expect(failure).toEqual(new Error('away'));
    expect(dataset.current()).toBe(served);
  });
});
