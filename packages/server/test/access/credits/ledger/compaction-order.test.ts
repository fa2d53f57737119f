import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowsAtOnce } from '../../../../src/access/credits/ledger/checkpoint.ts';
import { compactLedger, entryMsMax } from '../../../../src/access/credits/ledger/compaction.ts';
import { checkLedger } from '../../../../src/access/credits/ledger/ledger-check.ts';
import { engines } from '../../../accounts/databases.ts';
import { hasTurnDuring } from '../../../accounts/turns.ts';
import { chargeAtOnce, type TwoNodes, twoNodes } from '../../two-nodes.ts';

const hourMs = 3_600_000;
const quietMs = entryMsMax + 86_400_000;
const start = Date.UTC(2026, 10, 1, 13, 30);

let now = start;

describe.each(engines)('compaction on $title', (engine) => {
  describe.skipIf(engine.absent)('in any order with charges', () => {
    let nodes: TwoNodes;
    beforeEach(async () => {
      now = start;
      nodes = await twoNodes(engine, { now: () => now });
    });
    afterEach(() => nodes.remove());

    const ids = async () =>
      (await nodes.accounts.selectFrom('credit_entry').select('id').orderBy('id').execute()).map(({ id }) => id);

    const droppedThrough = async () =>
      (await nodes.accounts.selectFrom('credit_checkpoint').select('dropped_through').executeTakeFirstOrThrow())
        .dropped_through;

    it('never lets an id be given twice, also when all charges are old', async () => {
      const { accounts, keys, credits } = nodes;
      const { id } = await keys.create({ name: 'quiet', credits: 100 });
      await chargeAtOnce(credits, id, 5);
      await chargeAtOnce(credits, id, 1);
      const given = await ids();
      await compactLedger(accounts, now);
      now += quietMs;
      await compactLedger(accounts, now);
      const kept = await ids();
      await chargeAtOnce(credits, id, 3);
      const added = (await ids()).filter((each) => !kept.includes(each));
      expect(added.filter((each) => given.includes(each))).toEqual([]);
      expect((await checkLedger(accounts)).differences).toEqual([]);
      now += quietMs;
      await compactLedger(accounts, now);
      now += hourMs;
      await compactLedger(accounts, now);
      expect((await checkLedger(accounts)).differences).toEqual([]);
      expect(await credits.balance(id)).toBe(91);
    });

    it('sums up nothing that was seen less than an hour ago, also by a clock that is behind', async () => {
      const { accounts, otherNode, keys, credits } = nodes;
      const { id } = await keys.create({ name: 'skew', credits: 100 });
      await chargeAtOnce(credits, id, 1);
      const summed = () => accounts.selectFrom('credit_day').select('credits').execute();
      const behind = now - 1;
      await compactLedger(accounts, now);
      await compactLedger(otherNode, behind);
      expect(await summed()).toEqual([]);
      await compactLedger(accounts, behind + hourMs - 1);
      expect(await summed()).toEqual([]);
      await compactLedger(accounts, behind + hourMs);
      expect(await summed()).toEqual([{ credits: -1 }]);
    });

    it('drops in the order of ids up to the first young charge, and goes on from there', async () => {
      const { accounts, keys, credits } = nodes;
      const { id } = await keys.create({ name: 'ordered', credits: 100 });
      const laterMs = 10 * hourMs;
      for (const at of [start, start + laterMs, start, start + 2 * laterMs]) {
        now = at;
        await chargeAtOnce(credits, id, 1);
      }
      await keys.grant(id, 5);
      const [grant = 0, first = 0, second = 0, third = 0, fourth = 0, last = 0] = await ids();
      await compactLedger(accounts, now);
      now = start + entryMsMax + 1;
      await compactLedger(accounts, now);
      expect(await ids()).toEqual([grant, second, third, fourth, last]);
      expect(await droppedThrough()).toBe(first);
      now += laterMs;
      await compactLedger(accounts, now);
      expect(await ids()).toEqual([grant, fourth, last]);
      expect(await droppedThrough()).toBe(third);
      now += laterMs;
      await compactLedger(accounts, now);
      expect(await ids()).toEqual([grant, last]);
      expect(await droppedThrough()).toBe(fourth);
      expect((await checkLedger(accounts)).differences).toEqual([]);
    });

    it('lets others have their turn between its pieces', async () => {
      const { accounts, keys, credits } = nodes;
      const { id } = await keys.create({ name: 'long', credits: rowsAtOnce + 1 });
      for (let charges = 0; charges <= rowsAtOnce; charges++) await credits.charge(id, 1);
      await compactLedger(accounts, now);
      now += hourMs;
      expect(await hasTurnDuring(() => compactLedger(accounts, now))).toBe(true);
    });

    it('agrees with plain counting through any order of charges, compactions and quiet times', async () => {
      const { accounts, otherNode, keys, credits } = nodes;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }), async (steps) => {
          const { id } = await keys.create({ name: 'any', credits: 50 });
          let [balance, charged] = [50, 0];
          for (const { kind, amount, time } of steps) {
            if (kind === 'charge') {
              const taken = await chargeAtOnce(credits, id, amount);
              [balance, charged] = [balance - taken, charged + taken];
            }
            if (kind === 'grant') {
              await keys.grant(id, amount);
              balance += amount;
            }
            if (kind === 'compact') expect(await compactLedger(accounts, now)).toEqual([]);
            if (kind === 'compact with a clock behind')
              expect(await compactLedger(otherNode, now - amount)).toEqual([]);
            if (kind === 'compact on both') {
              const both = [accounts, otherNode].map((node) => compactLedger(node, now));
              expect(await Promise.all(both)).toEqual([[], []]);
            }
            if (kind === 'time') now += time;
            expect((await checkLedger(accounts)).differences).toEqual([]);
          }
          const row = await accounts
            .selectFrom('credit_balance')
            .selectAll()
            .where('key_id', '=', id)
            .executeTakeFirst();
          expect(row).toMatchObject({ balance, charged });
        }),
        { numRuns: 25 },
      );
    });
  });
});

const step = fc.record({
  kind: fc.constantFrom(
    'charge',
    'charge',
    'grant',
    'compact',
    'compact with a clock behind',
    'compact on both',
    'time',
    'time',
  ),
  amount: fc.integer({ min: 1, max: 6 }),
  time: fc.constantFrom(1, hourMs, 24 * hourMs, quietMs),
});
