import type { AccountsDatabase, AccountsLocation } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Charger, ChargesByKey } from './charging/charger.ts';
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

/** Credits in the accounts database; charges of one price that come together are committed together. */
class DatabaseCredits implements OpenCredits {
  readonly #accounts: AccountsDatabase;
  readonly #charger: Charger;
  readonly #clock: Clock;
  readonly #groups = new Map<number, GroupCommit<Wanted, Charged>>();

  constructor(accounts: AccountsDatabase, charger: Charger, clock: Clock) {
    this.#accounts = accounts;
    this.#charger = charger;
    this.#clock = clock;
  }

  async balance(keyId: string): Promise<number | null> {
    const row = await this.#read(keyId);
    if (row?.unlimited) return null;
    if (!isDue(row, this.#clock.now())) return row?.balance ?? 0;
    await settleKey(this.#accounts, keyId, this.#clock.now());
    return (await this.#read(keyId))?.balance ?? 0;
  }

  async charge(keyId: string, credits: number, times = 1): Promise<Receipt> {
    const group = this.#groupOf(credits);
    const wanted = { keyId, times };
    let charged = await group.add(wanted);
    while (charged === 'due') {
      await settleKey(this.#accounts, keyId, this.#clock.now());
      charged = await group.add(wanted);
    }
    return charged;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#groups.values()].map((group) => group.idle()));
    await this.#charger.close();
  }

  /** There are as many groups as different prices. */
  #groupOf(credits: number): GroupCommit<Wanted, Charged> {
    const known = this.#groups.get(credits);
    if (known !== undefined) return known;
    const commit = (wanted: readonly Wanted[]) => take(this.#charger, wanted, credits, this.#clock.now());
    const group = new GroupCommit(commit);
    this.#groups.set(credits, group);
    return group;
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
  readonly times: number;
}

/** What was taken, or that something of the key is to be settled first. */
type Charged = Receipt | 'due';

/** Takes credits for calls, a key being there as often as it was called; who came first gets them first. */
async function take(
  charger: Charger,
  wanted: readonly Wanted[],
  credits: number,
  now: number,
): Promise<readonly Charged[]> {
  const { charges, left, due } = await charger.take(timesById(wanted), credits, now);
  const unclaimed = new Map(charges);
  return wanted.map(({ keyId, times }) => {
    if (due.includes(keyId)) return 'due';
    const theirs = unclaimed.get(keyId) ?? 0;
    const paid = Math.min(times, theirs);
    unclaimed.set(keyId, theirs - paid);
    return { times: paid, left: left.get(keyId) ?? 0 };
  });
}

function timesById(wanted: readonly Wanted[]): ChargesByKey {
  const sums = new Map<string, number>();
  for (const { keyId, times } of wanted) sums.set(keyId, (sums.get(keyId) ?? 0) + times);
  return sums;
}
