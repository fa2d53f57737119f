import { compactLedger } from '../access/credits/ledger/compaction.ts';
import { settleAll } from '../access/credits/ledger/holdings.ts';
import type { AccountsDatabase } from '../accounts/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';

const everyMs = 60_000;

export interface CreditExpiryParts {
  readonly accounts: AccountsDatabase;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Every minute, lets credits expire and renews quotas, so that the ledger shows it for unused keys too; every hour,
 * compacts the ledger. Whether a call is paid does not depend on it: due credits are settled before a key is charged.
 */
export function expireAndRenewCredits(parts: CreditExpiryParts): { close(): Promise<void> } {
  let running: Promise<unknown> | undefined;
  const keep = () => {
    running ??= settle(parts)
      .then(() => compact(parts))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(keep, everyMs).unref();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}

async function settle({ accounts, clock, logger }: CreditExpiryParts): Promise<void> {
  try {
    await settleAll(accounts, clock.now());
  } catch (error) {
    logger.error({ err: error }, 'cannot settle due credits');
  }
}

async function compact({ accounts, clock, logger }: CreditExpiryParts): Promise<void> {
  try {
    const kept = await compactLedger(accounts, clock.now());
    if (kept.length > 0)
      logger.error({ kept }, 'the ledger has more charges than were summed up: run `vitrine doctor`');
  } catch (error) {
    logger.error({ err: error }, 'cannot compact the ledger');
  }
}
