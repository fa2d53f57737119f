import type { AccountsDatabase, AccountsLocation } from '../kernel/accounts/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Charger, CreditsByKey } from './charging/charger.ts';
import { openCharger } from './charging/open-charger.ts';
import type { CreditLedger } from './credits.ts';
import { GroupCommit } from './group-commit.ts';
import { settleKey } from './ledger/holdings.ts';

/** Credits that are to be closed, before the accounts are. */
export interface OpenCredits extends CreditLedger {
  close(): Promise<void>;
}

/** Opens the credits of a location. @param accounts the accounts of that location. */
export async function openCredits(
  accounts: AccountsDatabase,
  location: AccountsLocation,
  clock: Clock,
): Promise<OpenCredits> {
  return new DatabaseCredits(accounts, await openCharger(location), clock);
}

/** Credits in the accounts database; charges that come together are committed together. */
class DatabaseCredits implements OpenCredits {
  readonly #accounts: AccountsDatabase;
  readonly #charger: Charger;
  readonly #clock: Clock;
  readonly #charges: GroupCommit<string, Charged>;

  constructor(accounts: AccountsDatabase, charger: Charger, clock: Clock) {
    this.#accounts = accounts;
    this.#charger = charger;
    this.#clock = clock;
    this.#charges = new GroupCommit((keyIds) => takeOneEach(charger, keyIds, clock.now()));
  }

  async balance(keyId: string): Promise<number | null> {
    const row = await this.#read(keyId);
    if (row?.unlimited) return null;
    if (!isDue(row, this.#clock.now())) return row?.balance ?? 0;
    await settleKey(this.#accounts, keyId, this.#clock.now());
    return (await this.#read(keyId))?.balance ?? 0;
  }

  async hasCredit(keyId: string): Promise<boolean> {
    const balance = await this.balance(keyId);
    return balance === null || balance > 0;
  }

  async charge(keyId: string): Promise<boolean> {
    let charged = await this.#charges.add(keyId);
    while (charged === 'due') {
      await settleKey(this.#accounts, keyId, this.#clock.now());
      charged = await this.#charges.add(keyId);
    }
    return charged === 'taken';
  }

  async close(): Promise<void> {
    await this.#charges.idle();
    await this.#charger.close();
  }

  #read(keyId: string): Promise<BalanceRow | undefined> {
    return this.#accounts
      .selectFrom('credit_balance')
      .innerJoin('api_key', 'api_key.id', 'credit_balance.key_id')
      .select(['balance', 'unlimited', 'due_at'])
      .where('key_id', '=', keyId)
      .executeTakeFirst();
  }
}

interface BalanceRow {
  readonly balance: number;
  readonly unlimited: 0 | 1;
  readonly due_at: number | null;
}

function isDue(row: BalanceRow | undefined, now: number): boolean {
  return typeof row?.due_at === 'number' && row.due_at <= now;
}

type Charged = 'taken' | 'none' | 'due';

/** Takes a credit for each of `keyIds`, a key being there as often as it was called; who came first gets it first. */
async function takeOneEach(charger: Charger, keyIds: readonly string[], now: number): Promise<readonly Charged[]> {
  const { credits, due } = await charger.take(countById(keyIds), now);
  const left = new Map(credits);
  return keyIds.map((keyId) => {
    if (due.includes(keyId)) return 'due';
    const count = left.get(keyId) ?? 0;
    left.set(keyId, count - 1);
    return count > 0 ? 'taken' : 'none';
  });
}

function countById(keyIds: readonly string[]): CreditsByKey {
  const counts = new Map<string, number>();
  for (const keyId of keyIds) counts.set(keyId, (counts.get(keyId) ?? 0) + 1);
  return counts;
}
