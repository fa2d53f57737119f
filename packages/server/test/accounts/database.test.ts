import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsDatabase, openAccounts } from '../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from './databases.ts';

describe.each(engines)('accounts database on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('when it is open', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
    });
    afterAll(async () => {
      await accounts.destroy();
      await place.remove();
    });

    it('keeps what was written when it is opened again', async () => {
      const id = await openBatch(accounts, 'first.ndjson');
      const again = await openAccounts(place.location);
      const rows = await again.selectFrom('ingest_batch').selectAll().where('id', '=', id).execute();
      await again.destroy();
      expect(rows).toMatchObject([{ id, source: 'first.ndjson', status: 'open', report: null }]);
    });

    it('gives milliseconds back as the number they were', async () => {
      const startedAt = 1_790_000_000_123;
      const id = await openBatch(accounts, 'times', startedAt);
      const row = await accounts.selectFrom('ingest_batch').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      expect(row.started_at).toBe(startedAt);
      expect(row.heartbeat_at).toBe(startedAt);
    });

    it('numbers rows upwards and never gives a number twice, even after a row is gone', async () => {
      const first = await openBatch(accounts, 'a');
      const second = await openBatch(accounts, 'b');
      await accounts.deleteFrom('ingest_batch').where('id', '=', second).execute();
      const third = await openBatch(accounts, 'c');
      expect(second).toBeGreaterThan(first);
      expect(third).toBeGreaterThan(second);
    });

    it('points at versions that exist, and at one only', async () => {
      await expect(point(accounts, 1, 999)).rejects.toThrow();
      const version = await addVersion(accounts);
      await point(accounts, 1, version);
      await expect(point(accounts, 2 as 1, version)).rejects.toThrow();
    });

    it('writes nothing of a transaction that fails', async () => {
      const before = await countBatches(accounts);
      const failing = accounts.transaction().execute(async (transaction) => {
        await openBatch(transaction, 'lost');
        await point(transaction, 1, 999);
      });
      await expect(failing).rejects.toThrow();
      expect(await countBatches(accounts)).toBe(before);
    });

    it('goes on after statements that had to wait or failed', async () => {
      const other = await openAccounts(place.location);
      const version = await addVersion(accounts);
      const attempts = Array.from({ length: 10 }, () => [
        openInTransaction(accounts),
        openBatch(other, 'waited'),
        point(other, 1, version + 999).catch(() => 'refused'),
      ]);
      const outcomes = await Promise.all(attempts.flat());
      await openInTransaction(other);
      await other.destroy();
      expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(10);
    });

    it('lets two connections write at the same time without an error', async () => {
      const other = await openAccounts(place.location);
      const before = await countBatches(accounts);
      const writers = Array.from({ length: 20 }, (_, index) => openInTransaction(index % 2 ? accounts : other));
      await Promise.all(writers);
      await other.destroy();
      expect(await countBatches(accounts)).toBe(before + 20);
    });
  });

  it.skipIf(absent)('may be opened for the first time by several at once', async () => {
    const place = await newLocation();
    const opened = await Promise.all(Array.from({ length: 4 }, () => openAccounts(place.location)));
    const counts = await Promise.all(opened.map(countBatches));
    await Promise.all(opened.map((accounts) => accounts.destroy()));
    await place.remove();
    expect(counts).toEqual([0, 0, 0, 0]);
  });
});

async function openBatch(accounts: AccountsDatabase, source: string, startedAt = 1): Promise<number> {
  const row = await accounts
    .insertInto('ingest_batch')
    .values({ source, status: 'open', started_at: startedAt, heartbeat_at: startedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

function openInTransaction(accounts: AccountsDatabase): Promise<number> {
  return accounts.transaction().execute(async (transaction) => {
    await countBatches(transaction);
    return openBatch(transaction, 'at once');
  });
}

async function countBatches(accounts: AccountsDatabase): Promise<number> {
  const rows = await accounts.selectFrom('ingest_batch').select('id').execute();
  return rows.length;
}

async function addVersion(accounts: AccountsDatabase): Promise<number> {
  const row = await accounts
    .insertInto('dataset_version')
    .values({ as_of: '2026-11-01', lineage: 1, watermark: 1, settings: 'abc', status: 'ready', created_at: 1 })
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

async function point(accounts: AccountsDatabase, id: 1, version: number): Promise<void> {
  await accounts.insertInto('dataset_pointer').values({ id, version }).execute();
}
