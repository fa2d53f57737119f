import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundSync, type Durability, type SyncedFile } from '../../src/accounts/background-sync.ts';
import { RetryingSqliteDriver } from '../../src/accounts/sqlite-driver.ts';

interface Tables {
  note: { text: string };
}

/** A disk that syncs when the test says so. */
class HeldDisk implements SyncedFile {
  syncsAsked = 0;
  syncsUnderWayMax = 0;
  isClosed = false;
  #underWay: { resolve(): void; reject(error: Error): void }[] = [];

  datasync(): Promise<void> {
    this.syncsAsked++;
    return new Promise((resolve, reject) => {
      this.#underWay.push({ resolve, reject });
      this.syncsUnderWayMax = Math.max(this.syncsUnderWayMax, this.#underWay.length);
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  finish(): void {
    for (const { resolve } of this.#underWay.splice(0)) resolve();
  }

  fail(error: Error): void {
    for (const { reject } of this.#underWay.splice(0)) reject(error);
  }
}

describe('a write to SQLite', () => {
  let disk: HeldDisk;
  let database: Kysely<Tables>;

  beforeEach(() => {
    disk = new HeldDisk();
    const file = new Database(':memory:');
    file.exec('create table note (text text primary key)');
    database = new Kysely<Tables>({ dialect: new HeldDialect(file, new BackgroundSync(disk, 0)) });
  });
  afterEach(() => closed(database, disk));

  it('is confirmed without waiting for the disk, which is asked at once', async () => {
    await write(database, 'one');
    expect(disk.syncsAsked).toBe(1);
  });

  it('of several statements is one sync, at the commit', async () => {
    await database.transaction().execute(async (transaction) => {
      await write(transaction, 'one');
      await write(transaction, 'two');
      expect(disk.syncsAsked).toBe(0);
    });
    expect(disk.syncsAsked).toBe(1);
  });

  it('that comes while a sync is under way is in the next one', async () => {
    await write(database, 'one');
    await write(database, 'two');
    await write(database, 'three');
    expect(disk.syncsAsked).toBe(1);
    disk.finish();
    await vi.waitFor(() => expect(disk.syncsAsked).toBe(2));
    expect(disk.syncsUnderWayMax).toBe(1);
  });

  it('is synced before the database is closed', async () => {
    await write(database, 'one');
    await write(database, 'two');
    const closing = database.destroy();
    expect(await firstOf(closing, turns())).toBe('turns');
    disk.finish();
    await vi.waitFor(() => expect(disk.syncsAsked).toBe(2));
    expect(disk.isClosed).toBe(false);
    disk.finish();
    await closing;
    expect(disk.isClosed).toBe(true);
  });

  it('is refused, in the words of the disk, once a sync has failed, and until one succeeds', async () => {
    await write(database, 'one');
    disk.fail(new Error('no space left'));
    await vi.waitFor(() => expect(disk.syncsAsked).toBe(2));
    await expect(write(database, 'two')).rejects.toThrow('no space left');
    const failing = database.transaction().execute((transaction) => write(transaction, 'two'));
    await expect(failing).rejects.toThrow('no space left');
    expect(await database.selectFrom('note').selectAll().execute()).toEqual([{ text: 'one' }]);
    disk.finish();
    await vi.waitFor(() => write(database, 'two'));
  });

  it('is what a sync is for: a read asks for none', async () => {
    expect(await database.selectFrom('note').selectAll().execute()).toEqual([]);
    expect(disk.syncsAsked).toBe(0);
  });
});

class HeldDialect extends SqliteDialect {
  readonly #file: Database.Database;
  readonly #durability: Durability;

  constructor(file: Database.Database, durability: Durability) {
    super({ database: file });
    this.#file = file;
    this.#durability = durability;
  }

  override createDriver() {
    return new RetryingSqliteDriver(this.#file, this.#durability);
  }
}

/** Finishes syncs for as long as there are any. */
async function closed(database: Kysely<Tables>, disk: HeldDisk): Promise<void> {
  const closing = database.destroy();
  while (!disk.isClosed) {
    disk.finish();
    await turns();
  }
  await closing;
}

async function write(database: Kysely<Tables>, text: string): Promise<void> {
  await database.insertInto('note').values({ text }).execute();
}

/** Some turns of the event loop: more than a close needs that waits for nothing. */
async function turns(): Promise<'turns'> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  return 'turns';
}

function firstOf(done: Promise<unknown>, other: Promise<'turns'>): Promise<unknown> {
  return Promise.race([done, other]);
}
