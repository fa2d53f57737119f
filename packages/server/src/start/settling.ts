import { compactLedger } from '../access/ledger/compaction.ts';
import { settleAll } from '../access/ledger/holdings.ts';
import type { AccountsDatabase } from '../kernel/accounts/database.ts';
import type { Clock } from '../kernel/clock.ts';

const everyMs = 60_000;

export interface SettlingParts {
  readonly accounts: AccountsDatabase;
  readonly clock: Clock;
  onError(error: unknown): void;
}

/**
 * Lets credits expire and quotas renew every minute, so that the ledger has it of keys that nobody uses as well, and sums the
 * ledger up every hour. Whether a
 * call is paid does not depend on it: what is due is settled before a key is charged.
 */
export function keepSettled({ accounts, clock, onError }: SettlingParts): { close(): Promise<void> } {
  let running: Promise<unknown> | undefined;
  const settle = () => {
    running ??= settleAll(accounts, clock.now())
      .then(() => compactLedger(accounts, clock.now()))
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(settle, everyMs).unref();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
