import type { AccountsDatabase } from '../kernel/accounts/database.ts';
import type { Clock } from '../kernel/clock.ts';
import { takeCredits } from './charges.ts';
import type { CreditLedger } from './credits.ts';
import { GroupCommit } from './group-commit.ts';

/** Credits in the accounts database; charges that come together are committed together. */
export class DatabaseCredits implements CreditLedger {
  readonly #accounts: AccountsDatabase;
  readonly #charges: GroupCommit<string, boolean>;

  constructor(accounts: AccountsDatabase, clock: Clock) {
    this.#accounts = accounts;
    this.#charges = new GroupCommit((keyIds) => takeCredits(accounts, keyIds, clock.now()));
  }

  async balance(keyId: string): Promise<number | null> {
    const row = await this.#accounts
      .selectFrom('credit_balance')
      .innerJoin('api_key', 'api_key.id', 'credit_balance.key_id')
      .select(['balance', 'unlimited'])
      .where('key_id', '=', keyId)
      .executeTakeFirst();
    if (row?.unlimited) return null;
    return row?.balance ?? 0;
  }

  async hasCredit(keyId: string): Promise<boolean> {
    const balance = await this.balance(keyId);
    return balance === null || balance > 0;
  }

  charge(keyId: string): Promise<boolean> {
    return this.#charges.add(keyId);
  }
}
