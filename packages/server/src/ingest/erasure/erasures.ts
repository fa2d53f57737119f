import { createHmac, randomBytes } from 'node:crypto';
import type { AccountsDatabase } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';

/** The erased creators, whose records are skipped. */
export interface Erasures {
  /** Whether nobody is: then no record has to be looked at. */
  readonly isEmpty: boolean;
  /** @param userId digits, as they stand in a record. */
  has(userId: string): boolean;
  /** Remembers somebody; again changes nothing. @returns the name that stands for them, 64 hexadecimal digits. */
  add(userId: string): Promise<string>;
  /** Those whose erasure was begun and is not complete, by the names that stand for them. */
  unfinished(): Promise<readonly string[]>;
  /** Says that the erasure of these is complete. */
  finish(persons: readonly string[]): Promise<void>;
}

/**
 * Reads the erased creators. IDs are stored as keyed hashes, so that the list alone does not reveal them. The key is in
 * the same database, so that backups include both: without the key, nobody would stay erased after a restore. So
 * whoever has the whole database can test IDs.
 */
export async function openErasures(accounts: AccountsDatabase, clock: Clock): Promise<Erasures> {
  const rows = await accounts.selectFrom('erased_person').select('person').execute();
  const persons = new Set(rows.map(({ person }) => person));
  let key = await storedKey(accounts);
  return {
    get isEmpty() {
      return persons.size === 0;
    },
    has: (userId) => key !== undefined && persons.has(personOf(key, userId)),
    async add(userId) {
      key ??= await madeKey(accounts);
      const person = personOf(key, userId);
      const values = { person, erased_at: clock.now(), finished_at: null };
      await accounts
        .insertInto('erased_person')
        .values(values)
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ finished_at: null }))
        .execute();
      persons.add(person);
      return person;
    },
    async unfinished() {
      const left = accounts.selectFrom('erased_person').select('person').where('finished_at', 'is', null);
      return (await left.execute()).map(({ person }) => person);
    },
    async finish(finished) {
      if (finished.length === 0) return;
      const values = { finished_at: clock.now() };
      await accounts.updateTable('erased_person').set(values).where('person', 'in', finished).execute();
    },
  };
}

/** An id may be written with zeros before it. */
function personOf(key: Buffer, userId: string): string {
  const digits = userId.replace(/^0+/, '');
  return createHmac('sha256', key).update(`creator:${digits}`).digest('hex');
}

async function storedKey(accounts: AccountsDatabase): Promise<Buffer | undefined> {
  const row = await accounts.selectFrom('erasure_key').select('key').executeTakeFirst();
  return row === undefined ? undefined : Buffer.from(row.key, 'hex');
}

/** Two that make it at once keep the same. */
async function madeKey(accounts: AccountsDatabase): Promise<Buffer> {
  const made = { id: 1 as const, key: randomBytes(32).toString('hex') };
  await accounts
    .insertInto('erasure_key')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await storedKey(accounts)) as Buffer;
}
