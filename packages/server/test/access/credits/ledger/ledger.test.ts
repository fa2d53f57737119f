import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleAll } from '../../../../src/access/credits/ledger/holdings.ts';
import { checkLedger } from '../../../../src/access/credits/ledger/ledger-check.ts';
import type { KeyChanges } from '../../../../src/access/keys/keys.ts';
import type { AccountsDatabase } from '../../../../src/accounts/database.ts';
import { engines } from '../../../accounts/databases.ts';
import { hasTurnDuring } from '../../../accounts/turns.ts';
import { chargeAtOnce, chargeOne, type TwoNodes, twoNodes } from '../../two-nodes.ts';
import { PlainAccount } from './plain-account.ts';

const hourMs = 3_600_000;
const start = Date.UTC(2026, 10, 21, 13, 30);

let now = start;
const clock = { now: () => now };

describe.each(engines)('the ledger on $title', (engine) => {
  describe.skipIf(engine.absent)('of keys', () => {
    let nodes: TwoNodes;
    let accounts: TwoNodes['accounts'];
    let otherNode: TwoNodes['otherNode'];
    let keys: TwoNodes['keys'];
    let credits: TwoNodes['credits'];
    let otherCredits: TwoNodes['otherCredits'];
    beforeAll(async () => {
      now = start;
      nodes = await twoNodes(engine, clock);
      ({ accounts, otherNode, keys, credits, otherCredits } = nodes);
    });
    afterAll(() => nodes.remove());

    it('comes to what plain counting comes to, for grants, charges, refunds, expiry and renewals in any order', async () => {
      await fc.assert(
        fc.asyncProperty(plan, fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async (wanted, steps) => {
          now = start;
          const { id } = await keys.create({ name: 'any', credits: 0, ...wanted });
          const anchor = wanted.quotaPeriod === 'calendar' ? Date.UTC(2026, 10, 1) : start;
          const plain = new PlainAccount(wanted.monthlyQuota ? { quota: wanted.monthlyQuota, anchor } : undefined, now);
          for (const each of steps) await take(each, id, plain);
          expect(await credits.balance(id)).toBe(plain.balance);
          const row = await accounts
            .selectFrom('credit_balance')
            .selectAll()
            .where('key_id', '=', id)
            .executeTakeFirst();
          expect(row).toMatchObject({ balance: plain.balance, charged: plain.charged, refunded: plain.refunded });
        }),
        { numRuns: 80 },
      );
      expect((await checkLedger(accounts)).differences).toEqual([]);
    });

    it('lets credits expire once and in time, whoever charges them at that moment on whichever node', async () => {
      now = start;
      const { id } = await keys.create({ name: 'moment', credits: 10 });
      const expiresAt = now + hourMs;
      await keys.grant(id, 7, expiresAt);
      expect(await chargeAtOnce(credits, id, 2)).toBe(2);
      now = expiresAt;
      const both = [credits, otherCredits];
      const charging = Array.from({ length: 40 }, (_, index) => chargeOne(both[index % 2] ?? credits, id));
      const [charged] = await Promise.all([Promise.all(charging), settleAll(accounts, now), settleAll(otherNode, now)]);
      expect(charged.filter(Boolean)).toHaveLength(10);
      expect(await entriesOf(accounts, id)).toContainEqual({ kind: 'expiry', credits: -5, created_at: expiresAt });
      expect((await entriesOf(accounts, id)).filter(({ kind }) => kind === 'expiry')).toHaveLength(1);
    });

    it('lets others have their turn between the keys it settles', async () => {
      now = start;
      for (const name of ['first', 'second']) {
        const { id } = await keys.create({ name, credits: 1 });
        await keys.grant(id, 1, now + hourMs);
      }
      now += hourMs;
      expect(await hasTurnDuring(() => settleAll(accounts, now))).toBe(true);
    });

    it('uses the quota of the month first, and what is left of it lapses', async () => {
      now = start;
      const { id } = await keys.create({ name: 'plan', credits: 3, monthlyQuota: 5 });
      expect(await chargeAtOnce(credits, id, 4)).toBe(4);
      now = Date.UTC(2026, 11, 1);
      const record = (await keys.list()).find((each) => each.id === id);
      expect(record).toMatchObject({ credits: 8, monthlyQuota: 5, renewsAt: Date.UTC(2027, 0, 1) });
      expect(await entriesOf(accounts, id)).toEqual([
        { kind: 'grant', credits: 3, created_at: start },
        { kind: 'grant', credits: 5, created_at: start },
        { kind: 'charge', credits: -4, created_at: start },
        { kind: 'expiry', credits: -1, created_at: now },
        { kind: 'grant', credits: 5, created_at: now },
      ]);
    });

    it('changes a quota from the next month on', async () => {
      now = start;
      const { id } = await keys.create({ name: 'upgrade', monthlyQuota: 5, quotaPeriod: 'anniversary' });
      await chargeAtOnce(credits, id, 2);
      const changed = await keys.update(id, { monthlyQuota: 9 });
      expect(changed).toMatchObject({ credits: 3, monthlyQuota: 9, renewsAt: Date.UTC(2026, 11, 21, 13, 30) });
      now = Date.UTC(2026, 11, 21, 13, 30);
      expect(await credits.balance(id)).toBe(9);
    });

    it('ends a quota with its month, and begins one after what is left of it', async () => {
      now = start;
      const { id } = await keys.create({ name: 'leaver', monthlyQuota: 5 });
      await chargeAtOnce(credits, id, 2);
      expect(await keys.update(id, { monthlyQuota: null })).toMatchObject({ credits: 3, monthlyQuota: null });
      const again = await keys.update(id, { monthlyQuota: 7 });
      expect(again).toMatchObject({ credits: 3, monthlyQuota: 7, renewsAt: Date.UTC(2026, 11, 1) });
      await keys.update(id, { monthlyQuota: null });
      now = Date.UTC(2026, 11, 1);
      expect(await credits.balance(id)).toBe(0);
      expect(await chargeOne(credits, id)).toBe(false);
      expect(await keys.update(id, { monthlyQuota: 4 })).toMatchObject({ credits: 4, renewsAt: Date.UTC(2027, 0, 1) });
    });

    it('charges a key while its quota changes, on whichever node, and waits for nothing for ever', async () => {
      now = start;
      const { id } = await keys.create({ name: 'busy', credits: 100 });
      const both = [credits, otherCredits];
      const charging = Array.from({ length: 60 }, (_, index) => chargeOne(both[index % 2] ?? credits, id));
      const changing = Array.from({ length: 10 }, (_, index) => keys.update(id, { monthlyQuota: index + 1 }));
      expect((await Promise.all([Promise.all(charging), Promise.all(changing)]))[0].every(Boolean)).toBe(true);
      const quota = (await entriesOf(accounts, id)).filter(({ kind }) => kind === 'grant').at(-1)?.credits ?? 0;
      expect(await credits.balance(id)).toBe(40 + quota);
    });

    it('renews a quota once, also when the clock is set back across the renewal', async () => {
      now = start;
      const { id } = await keys.create({ name: 'back', monthlyQuota: 5 });
      now = Date.UTC(2026, 11, 1);
      expect(await chargeAtOnce(credits, id, 9)).toBe(5);
      now = start;
      expect(await chargeOne(credits, id)).toBe(false);
      now = Date.UTC(2026, 11, 2);
      expect(await chargeOne(credits, id)).toBe(false);
    });

    it('refuses a refund of more than was charged, and says how much that is', async () => {
      now = start;
      const { id } = await keys.create({ name: 'refunded', credits: 5 });
      await chargeAtOnce(credits, id, 3);
      expect(await keys.refund(id, 2, 'outage')).toMatchObject({ credits: 4 });
      await expect(keys.refund(id, 2, 'again')).rejects.toMatchObject({
        status: 400,
        message: 'Invalid parameter: credits: expected at most 1, which were charged and not refunded, got 2',
      });
      expect(await credits.balance(id)).toBe(4);
    });

    it('refuses what cannot be', async () => {
      now = start;
      const { id } = await keys.create({ name: 'unlimited' });
      await expect(keys.grant(id, 1, now + 1)).rejects.toThrow(
        'expiresAt: expected no value, because the key is unlimited',
      );
      await expect(keys.grant(id, 1, now)).rejects.toThrow('expiresAt: expected a time after');
      await expect(keys.refund(id, 1, ' ')).rejects.toThrow('reason: expected 1 to 100 characters');
      await expect(keys.refund('key_none', 1, 'why')).rejects.toMatchObject({ status: 404 });
      const test = keys.create({ name: 'test', mode: 'test', monthlyQuota: 1 });
      await expect(test).rejects.toThrow('monthlyQuota: expected no value, because a test key is free');
      const change = (changes: KeyChanges) => keys.update(id, changes);
      await expect(change({ monthlyQuota: 1 })).rejects.toThrow(
        'monthlyQuota: expected no value, because the key is unlimited',
      );
      const { id: planned } = await keys.create({ name: 'planned', monthlyQuota: 1 });
      await expect(keys.update(planned, { monthlyQuota: 0 })).rejects.toThrow('monthlyQuota: expected a whole number');
      const anew = keys.update(planned, { monthlyQuota: 2, quotaPeriod: 'anniversary' });
      await expect(anew).rejects.toThrow('quotaPeriod: expected no value, because the key has a quota');
      const period = keys.create({ name: 'period', quotaPeriod: 'calendar' });
      await expect(period).rejects.toThrow('quotaPeriod: expected no value, because there is no monthlyQuota');
    });

    it('is checked: a balance that it does not sum to is named', async () => {
      const { id } = await keys.create({ name: 'wrong', credits: 5 });
      await accounts.updateTable('credit_balance').set({ balance: 6 }).where('key_id', '=', id).execute();
      expect((await checkLedger(accounts)).differences).toEqual([`${id}: balance 6, entries sum to 5`]);
      await accounts.updateTable('credit_balance').set({ balance: 5 }).where('key_id', '=', id).execute();
    });

    async function take({ kind, amount, hours }: Step, id: string, plain: PlainAccount): Promise<void> {
      if (kind === 'charge') expect(await chargeAtOnce(credits, id, amount)).toBe(plain.charge(amount));
      if (kind === 'look') expect(await credits.balance(id)).toBe(plain.balance);
      if (kind === 'grant') await grant(id, amount, undefined, plain);
      if (kind === 'grant that expires') await grant(id, amount, now + hours * hourMs, plain);
      if (kind === 'refund') {
        const refund = keys.refund(id, amount, 'why');
        expect(await refund.then(Boolean, () => false)).toBe(plain.refund(amount));
      }
      if (kind === 'time') {
        now += hours * hourMs;
        plain.passTo(now);
      }
    }

    async function grant(
      id: string,
      amount: number,
      expiresAt: number | undefined,
      plain: PlainAccount,
    ): Promise<void> {
      await keys.grant(id, amount, expiresAt);
      plain.grant(amount, expiresAt);
    }
  });
});

interface WantedPlan {
  readonly monthlyQuota?: number;
  readonly quotaPeriod?: 'calendar' | 'anniversary';
}

const plan: fc.Arbitrary<WantedPlan> = fc.oneof(
  fc.constant({}),
  fc.record({
    monthlyQuota: fc.integer({ min: 1, max: 8 }),
    quotaPeriod: fc.constantFrom('calendar' as const, 'anniversary' as const),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const step = fc.record({
  kind: fc.constantFrom('charge', 'charge', 'grant', 'grant that expires', 'refund', 'time', 'look'),
  amount: fc.integer({ min: 1, max: 6 }),
  hours: fc.constantFrom(1, 2, 24, 230, 900, 2_500),
});

function entriesOf(accounts: AccountsDatabase, keyId: string) {
  return accounts
    .selectFrom('credit_entry')
    .select(['kind', 'credits', 'created_at'])
    .where('key_id', '=', keyId)
    .orderBy('id')
    .execute();
}
