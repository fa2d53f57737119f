import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entryMsMax } from '../../src/access/credits/ledger/compaction.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { expireAndRenewCredits } from '../../src/start/credit-expiry.ts';
import { chargeAtOnce, type TwoNodes, twoNodes } from '../access/two-nodes.ts';
import { engines } from '../accounts/databases.ts';

const hourMs = 3_600_000;
const start = Date.UTC(2026, 10, 1, 13, 30);

let now = start;
const clock = { now: () => now };

describe.each(engines)('the work of every minute on $title', (engine) => {
  describe.skipIf(engine.absent)('when something is wrong', () => {
    let nodes: TwoNodes;
    let lines: string[];
    beforeEach(async () => {
      now = start;
      lines = [];
      nodes = await twoNodes(engine, clock);
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    });
    afterEach(async () => {
      vi.useRealTimers();
      await nodes.remove();
    });

    async function minutePasses(): Promise<void> {
      const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
      const expiry = expireAndRenewCredits({ accounts: nodes.accounts, clock, logger });
      vi.advanceTimersByTime(60_000);
      await expiry.close();
    }

    const logged = () => lines.map((line) => JSON.parse(line));

    it('reports charges that were not summed up once, and not again the next minute or hour', async () => {
      const { accounts, keys, credits } = nodes;
      const { id } = await keys.create({ name: 'wrong', credits: 10 });
      for (let times = 0; times < 2; times++) await chargeAtOnce(credits, id, 1);
      await keys.grant(id, 1);
      await minutePasses();
      now += hourMs;
      await minutePasses();
      await accounts.updateTable('credit_day').set({ credits: 0 }).execute();
      now += entryMsMax;
      for (const ms of [0, 60_000, hourMs]) {
        now += ms;
        await minutePasses();
      }
      expect(logged()).toMatchObject([
        {
          msg: 'the ledger has more charges than were summed up: run `vitrine doctor`',
          kept: [`${id}: more charges on 2026-11-01 than their sum; they are kept`],
        },
      ]);
    });

    it('names what it could not do: settling does not stop compaction', async () => {
      await nodes.accounts.schema.alterTable('credit_balance').renameTo('credit_balance_gone').execute();
      await minutePasses();
      expect(logged().map(({ msg }) => msg)).toEqual(['cannot settle due credits']);
      await nodes.accounts.schema.alterTable('credit_checkpoint').renameTo('credit_checkpoint_gone').execute();
      await minutePasses();
      const both = ['cannot settle due credits', 'cannot compact the ledger'];
      expect(
        logged()
          .slice(1)
          .map(({ msg }) => msg),
      ).toEqual(both);
    });
  });
});
