import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compactLedger, entryMsMax } from '../../../../src/access/credits/ledger/compaction.ts';
import { checkLedger } from '../../../../src/access/credits/ledger/ledger-check.ts';
import { engines } from '../../../accounts/databases.ts';
import { chargeAtOnce, type TwoNodes, twoNodes } from '../../two-nodes.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 10, 1, 13, 30);

let now = start;

describe.each(engines)('the ledger on $title', (engine) => {
  describe.skipIf(engine.absent)('that is summed up', () => {
    let nodes: TwoNodes;
    beforeAll(async () => {
      nodes = await twoNodes(engine, { now: () => now });
    });
    afterAll(() => nodes.remove());

    async function entries(): Promise<readonly { readonly kind: string; readonly created_at: number }[]> {
      return nodes.accounts.selectFrom('credit_entry').select(['kind', 'created_at']).orderBy('id').execute();
    }

    it('keeps every balance, drops charges after 35 days and nothing else, and needs no entry that was summed', async () => {
      const { accounts, otherNode, keys, credits } = nodes;
      const { id } = await keys.create({ name: 'one', credits: 1_000 });
      const { id: unlimited } = await keys.create({ name: 'unlimited' });
      for (let day = 0; day < 60; day++) {
        now = start + day * dayMs;
        expect(await chargeAtOnce(credits, id, 2)).toBe(2);
        expect(await chargeAtOnce(credits, unlimited, 1)).toBe(1);
        if (day % 7 === 0) await keys.refund(id, 1, 'outage');
        await Promise.all([compactLedger(accounts, now), compactLedger(otherNode, now)]);
        expect((await checkLedger(accounts)).differences).toEqual([]);
      }
      const left = await entries();
      expect(left.filter(({ kind, created_at }) => kind === 'charge' && created_at < now - entryMsMax)).toEqual([]);
      expect(left.filter(({ kind }) => kind === 'charge').length).toBeLessThanOrEqual(3 * 36);
      expect(left.filter(({ kind }) => kind === 'grant')).toHaveLength(1);
      expect(left.filter(({ kind }) => kind === 'refund')).toHaveLength(9);
      const days = await accounts.selectFrom('credit_day').select('credits').where('key_id', '=', id).execute();
      expect(days).toHaveLength(59);
      expect(new Set(days.map(({ credits: sum }) => sum))).toEqual(new Set([-2]));
      expect(await credits.balance(id)).toBe(1_000 - 120 + 9);
    });

    it('is still found wrong when a sum or a balance is', async () => {
      const { accounts } = nodes;
      const { id } = (await nodes.keys.list()).find(({ name }) => name === 'one') ?? { id: '' };
      const change = (by: number) =>
        accounts
          .updateTable('credit_day')
          .set(({ eb }) => ({ credits: eb('credits', '+', by) }))
          .where('key_id', '=', id)
          .where('day', '=', Math.floor(start / dayMs))
          .execute();
      await change(-1);
      expect((await checkLedger(accounts)).differences).toEqual([
        expect.stringContaining(`${id}: balance `),
        expect.stringContaining(`${id}: charged `),
      ]);
      await change(1);
      expect((await checkLedger(accounts)).differences).toEqual([]);
    });

    it('drops no charge that its sum does not hold, names its key, and goes on with the other keys', async () => {
      const { accounts, keys, credits } = nodes;
      const { id: wrong } = await keys.create({ name: 'wrong', credits: 10 });
      const { id: right } = await keys.create({ name: 'right', credits: 10 });
      const day = Math.floor(now / dayMs);
      for (const id of [wrong, right, wrong, right]) await chargeAtOnce(credits, id, 1);
      for (let hour = 0; hour < 2; hour++) {
        now += 3_600_000;
        expect(await compactLedger(accounts, now)).toEqual([]);
      }
      await accounts.updateTable('credit_day').set({ credits: -1 }).where('key_id', '=', wrong).execute();
      now += 40 * dayMs;
      const date = new Date(day * dayMs).toISOString().slice(0, 10);
      const difference = `${wrong}: more charges on ${date} than their sum; they are kept`;
      expect(await compactLedger(accounts, now)).toEqual([difference]);
      expect(await chargesOf(wrong)).toBe(2);
      expect(await chargesOf(right)).toBe(1);
      await chargeAtOnce(credits, right, 1);
      now += 40 * dayMs;
      expect(await compactLedger(accounts, now)).toEqual([]);
      expect(await chargesOf(wrong)).toBe(2);
      expect(await chargesOf(right)).toBe(1);
      expect((await checkLedger(accounts)).differences).toEqual([
        `${wrong}: balance 8, entries sum to 9`,
        `${wrong}: charged 2, entries sum to 1`,
      ]);
    });

    async function chargesOf(keyId: string): Promise<number> {
      const charges = nodes.accounts
        .selectFrom('credit_entry')
        .select('id')
        .where('key_id', '=', keyId)
        .where('kind', '=', 'charge');
      return (await charges.execute()).length;
    }
  });
});
