import type { AccountsDatabase, AccountsLocation } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Charger, CreditsByKey } from './charging/charger.ts';
import { openCharger } from './charging/open-charger.ts';
import type { CreditLedger, Receipt } from './credits.ts';
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
  readonly #charges: GroupCommit<Wanted, Charged>;

  constructor(accounts: AccountsDatabase, charger: Charger, clock: Clock) {
    this.#accounts = accounts;
    this.#charger = charger;
    this.#clock = clock;
    this.#charges = new GroupCommit((wanted) => take(charger, wanted, clock.now()));
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
    return (await this.chargeUpTo(keyId, 1)) === 1;
  }

  async chargeUpTo(keyId: string, credits: number): Promise<number> {
    return (await this.take(keyId, credits)).credits;
  }

  async take(keyId: string, credits: number): Promise<Receipt> {
    const wanted = { keyId, credits };
    let charged = await this.#charges.add(wanted);
    while (charged === 'due') {
      await settleKey(this.#accounts, keyId, this.#clock.now());
      charged = await this.#charges.add(wanted);
    }
    return charged;
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

interface Wanted {
  readonly keyId: string;
  readonly credits: number;
}

/** What was taken, or that something of the key is to be settled first. */
type Charged = Receipt | 'due';

/** Takes credits for calls, a key being there as often as it was called; who came first gets them first. */
async function take(charger: Charger, wanted: readonly Wanted[], now: number): Promise<readonly Charged[]> {
  const { credits: taken, left: balances, due } = await charger.take(sumById(wanted), now);
  const left = new Map(taken);
  return wanted.map(({ keyId, credits }) => {
    if (due.includes(keyId)) return 'due';
    const theirs = left.get(keyId) ?? 0;
    const got = Math.min(credits, theirs);
    left.set(keyId, theirs - got);
    return { credits: got, left: balances.get(keyId) ?? 0 };
  });
}

function sumById(wanted: readonly Wanted[]): CreditsByKey {
  const sums = new Map<string, number>();
  for (const { keyId, credits } of wanted) sums.set(keyId, (sums.get(keyId) ?? 0) + credits);
  return sums;
}
