import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PatientSqliteDriver } from '../../../src/kernel/accounts/sqlite-driver.ts';

interface Tables {
  note: { text: string };
}

/** A disk that syncs when the test says so. */
class HeldDisk {
  readonly #asked: { resolve(): void; reject(error: Error): void }[] = [];

  get syncsAsked(): number {
    return this.#asked.length;
  }

  sync = () => new Promise<void>((resolve, reject) => this.#asked.push({ resolve, reject }));
  close = async () => {};

  finish(): void {
    for (const { resolve } of this.#asked) resolve();
  }

  fail(error: Error): void {
    for (const { reject } of this.#asked) reject(error);
  }
}

describe('a write to SQLite', () => {
  let disk: HeldDisk;
  let database: Kysely<Tables>;

  beforeEach(() => {
    disk = new HeldDisk();
    const file = new Database(':memory:');
    file.exec('create table note (text text primary key)');
    database = new Kysely<Tables>({ dialect: new HeldDialect(file, disk) });
  });
  afterEach(() => database.destroy());

  it('is confirmed when the disk has it, and not before', async () => {
    const written = write(database, 'one');
    expect(await firstOf(written, turns())).toBe('turns');
    disk.finish();
    expect(await firstOf(written, turns())).toBe('written');
  });

  it('of several statements is one sync, at the commit', async () => {
    const written = database.transaction().execute(async (transaction) => {
      await write(transaction, 'one');
      await write(transaction, 'two');
      expect(disk.syncsAsked).toBe(0);
    });
    expect(await firstOf(written, turns())).toBe('turns');
    expect(disk.syncsAsked).toBe(1);
    disk.finish();
    await written;
  });

  it('is refused in the words of the disk when that fails', async () => {
    const written = database.transaction().execute((transaction) => write(transaction, 'one'));
    const refused = expect(written).rejects.toThrow('no space left');
    await turns();
    disk.fail(new Error('no space left'));
    await refused;
  });

  it('is not waited for by a read', async () => {
    expect(await database.selectFrom('note').selectAll().execute()).toEqual([]);
    expect(disk.syncsAsked).toBe(0);
  });
});

class HeldDialect extends SqliteDialect {
  readonly #file: Database.Database;
  readonly #disk: HeldDisk;

  constructor(file: Database.Database, disk: HeldDisk) {
    super({ database: file });
    this.#file = file;
    this.#disk = disk;
  }

  override createDriver() {
    return new PatientSqliteDriver(this.#file, this.#disk);
  }
}

async function write(database: Kysely<Tables>, text: string): Promise<'written'> {
  await database.insertInto('note').values({ text }).execute();
  return 'written';
}

/** Some turns of the event loop: more than a write needs that waits for nothing. */
async function turns(): Promise<'turns'> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  return 'turns';
}

function firstOf(written: Promise<unknown>, other: Promise<'turns'>): Promise<unknown> {
  return Promise.race([written, other]);
}
