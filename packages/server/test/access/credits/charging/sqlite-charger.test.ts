import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Charger } from '../../../../src/access/credits/charging/charger.ts';
import { openSqliteCharger } from '../../../../src/access/credits/charging/sqlite-charger.ts';
import { type AccountsDatabase, openAccounts } from '../../../../src/accounts/database.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-charger-'));
let accounts: AccountsDatabase;
let charger: Charger;

beforeAll(async () => {
  accounts = await openAccounts({ directory });
  charger = await openSqliteCharger(directory);
});
afterAll(async () => {
  await charger.close();
  await accounts.destroy();
  rmSync(directory, { recursive: true });
});

const take = async () => charger.take(new Map([['key_1', 1]]), 1, 0);

it('a charge that fails lets go of the database, and charges go on when the cause is gone', async () => {
  await sql`alter table credit_balance rename to away`.execute(accounts);
  await expect(take()).rejects.toThrow('credit_balance');
  await sql`alter table away rename to credit_balance`.execute(accounts);
  expect((await take()).charges.size).toBe(0);
});
