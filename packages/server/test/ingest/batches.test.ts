import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AccountsDatabase, openAccounts } from '../../src/accounts/database.ts';
import { type Batches, databaseBatches } from '../../src/ingest/batches.ts';

let directory: string;
let accounts: AccountsDatabase;
let batches: Batches;
let now: number;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-batches-'));
  accounts = await openAccounts({ directory });
  now = 1_000_000;
  batches = databaseBatches(accounts, { now: () => now });
});
afterEach(async () => {
  await accounts.destroy();
  rmSync(directory, { recursive: true, force: true });
});

function row(batch: number) {
  return accounts.selectFrom('ingest_batch').selectAll().where('id', '=', batch).executeTakeFirstOrThrow();
}

describe('ids', () => {
  test('grow by one, also when many are opened at once', async () => {
    const opened = await Promise.all(Array.from({ length: 10 }, () => batches.open('stdin')));
    expect([...opened].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('are not used again after a restart', async () => {
    await batches.finish(await batches.open('a'), 'done', {});
    await accounts.destroy();
    accounts = await openAccounts({ directory });
    expect(await databaseBatches(accounts, { now: () => now }).open('b')).toBe(2);
  });
});

describe('the watermark', () => {
  test('is the smallest open batch, else the next id', async () => {
    expect(await batches.watermark()).toBe(1);
    const [first, second, third] = [await batches.open('a'), await batches.open('b'), await batches.open('c')];
    expect(await batches.watermark()).toBe(first);
    await batches.finish(second, 'done', {});
    expect(await batches.watermark()).toBe(first);
    await batches.finish(first, 'failed', {});
    expect(await batches.watermark()).toBe(third);
    await batches.finish(third, 'done', {});
    expect(await batches.watermark()).toBe(4);
  });
});

describe('a batch', () => {
  test('keeps its source, its times and its report', async () => {
    const batch = await batches.open('a.ndjson');
    now += 5;
    await batches.beat(batch);
    now += 5;
    await batches.finish(batch, 'done', { records: { shop: 1 } });
    expect(await row(batch)).toMatchObject({
      source: 'a.ndjson',
      status: 'done',
      started_at: 1_000_000,
      heartbeat_at: 1_000_005,
      finished_at: 1_000_010,
      report: '{"records":{"shop":1}}',
    });
  });

  test('that was given up stays given up, whatever its process still says', async () => {
    const batch = await batches.open('a');
    expect(await batches.closeAbandoned()).toBe(1);
    now += 5;
    await batches.beat(batch);
    await batches.finish(batch, 'done', {});
    expect(await row(batch)).toMatchObject({ status: 'failed', heartbeat_at: 1_000_000 });
  });

  test('that beats is not given up by a look for silent ones', async () => {
    const [silent, lively] = [await batches.open('a'), await batches.open('b')];
    now += 60_000;
    await batches.beat(lively);
    expect(await batches.closeAbandoned(30_000)).toBe(1);
    expect((await row(silent)).status).toBe('failed');
    expect((await row(lively)).status).toBe('open');
  });
});
