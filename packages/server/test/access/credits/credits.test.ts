import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenCredits } from '../../../src/access/credits/database-credits.ts';
import type { AccountsDatabase } from '../../../src/accounts/database.ts';
import { engines } from '../../accounts/databases.ts';
import { chargeAtOnce, chargeOne, type TwoNodes, twoNodes } from '../two-nodes.ts';

const clock = { now: () => 1_790_000_000_000 };

describe.each(engines)('credits on $title', (engine) => {
  describe.skipIf(engine.absent)('in a database', () => {
    let nodes: TwoNodes;
    let accounts: TwoNodes['accounts'];
    let otherNode: TwoNodes['otherNode'];
    let keys: TwoNodes['keys'];
    let credits: TwoNodes['credits'];
    let otherCredits: TwoNodes['otherCredits'];
    beforeAll(async () => {
      nodes = await twoNodes(engine, clock);
      ({ accounts, otherNode, keys, credits, otherCredits } = nodes);
    });
    afterAll(() => nodes.remove());

    it('spends exactly the last 1,000 credits between 64 chargers on two nodes', async () => {
      const { id } = await keys.create({ name: 'crowd', credits: 1_000 });
      const both = [credits, otherCredits];
      const chargers = Array.from({ length: 64 }, (_, index) => chargeTimes(both[index % 2] ?? credits, id, 20));
      const charged = await Promise.all(chargers);
      expect(charged.flat().filter(Boolean)).toHaveLength(1_000);
      expect(await credits.balance(id)).toBe(0);
      expect(await ledgerSum(accounts, id)).toBe(0);
    });

    it('lets two nodes charge the same keys in opposite orders', async () => {
      const made = await Promise.all(Array.from({ length: 6 }, () => keys.create({ name: 'many', credits: 5 })));
      const ids = made.map(({ id }) => id);
      const charged = await Promise.all([
        ...ids.map((id) => chargeOne(credits, id)),
        ...ids.toReversed().map((id) => chargeOne(otherCredits, id)),
      ]);
      expect(charged.every(Boolean)).toBe(true);
      expect(await Promise.all(ids.map((id) => credits.balance(id)))).toEqual([3, 3, 3, 3, 3, 3]);
    });

    it('gives what is left to some of a group and refuses the others', async () => {
      const { id } = await keys.create({ name: 'short', credits: 3 });
      const charged = await Promise.all(Array.from({ length: 5 }, () => chargeOne(credits, id)));
      expect(charged).toEqual([true, true, true, false, false]);
    });

    it('charges a price whole or not at all, whatever calls are in the group', async () => {
      const { id } = await keys.create({ name: 'dear', credits: 10 });
      const receipts = await Promise.all(Array.from({ length: 5 }, () => credits.charge(id, 3)));
      expect(receipts.map(({ times }) => times)).toEqual([1, 1, 1, 0, 0]);
      expect(receipts.map(({ left }) => left)).toEqual([1, 1, 1, 1, 1]);
      expect(await credits.charge(id, 3)).toEqual({ times: 0, left: 1 });
      expect(await chargesOf(accounts, id)).toEqual([-9]);
    });

    it('spends no more than there is between chargers of different prices on two nodes', async () => {
      const { id } = await keys.create({ name: 'mixed', credits: 100 });
      const prices = Array.from({ length: 90 }, (_, index) => (index % 3) + 1);
      const both = [credits, otherCredits];
      const charging = prices.map((price, index) => (both[index % 2] ?? credits).charge(id, price));
      const paid = (await Promise.all(charging)).map(({ times }, index) => times * (prices[index] ?? 0));
      const spent = paid.reduce((sum, each) => sum + each, 0);
      expect(spent).toBeGreaterThan(97);
      expect(await credits.balance(id)).toBe(100 - spent);
      expect(await ledgerSum(accounts, id)).toBe(100 - spent);
    });

    it('charges several times as often as can be paid whole', async () => {
      const { id } = await keys.create({ name: 'rows', credits: 11 });
      expect(await credits.charge(id, 2, 4)).toEqual({ times: 4, left: 3 });
      expect(await credits.charge(id, 2, 4)).toEqual({ times: 1, left: 1 });
      expect(await credits.charge(id, 2, 4)).toEqual({ times: 0, left: 1 });
    });

    it('writes one ledger entry for the charges of one turn of the event loop', async () => {
      const { id } = await keys.create({ name: 'group', credits: 50 });
      await Promise.all(Array.from({ length: 40 }, () => chargeOne(credits, id)));
      expect(await chargesOf(accounts, id)).toEqual([-40]);
    });

    it('has written a charge before it says so', async () => {
      const { id } = await keys.create({ name: 'durable', credits: 2 });
      await chargeOne(credits, id);
      expect(await ledgerSum(otherNode, id)).toBe(1);
    });

    it('counts the calls of an unlimited key and refuses none', async () => {
      const { id } = await keys.create({ name: 'own' });
      expect(await chargeOne(credits, id)).toBe(true);
      expect(await credits.balance(id)).toBeNull();
      expect(await chargesOf(accounts, id)).toEqual([-1]);
    });

    it('charges nothing to a key without credits, and one that does not exist', async () => {
      const { id } = await keys.create({ name: 'empty', credits: 0 });
      expect(await Promise.all([id, 'key_none'].map((each) => credits.balance(each)))).toEqual([0, 0]);
      expect(await Promise.all([id, 'key_none'].map((each) => chargeOne(credits, each)))).toEqual([false, false]);
      expect(await chargesOf(accounts, id)).toEqual([]);
    });

    it('notes when a key was last charged', async () => {
      const { id } = await keys.create({ name: 'used', credits: 1 });
      await chargeOne(credits, id);
      const record = (await keys.list()).find((listed) => listed.id === id);
      expect(record?.lastUsedAt).toBe(clock.now());
    });

    it('keeps every balance equal to the sum of its ledger and to a plain count, whatever the order', async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(5), fc.array(operation, { maxLength: 20 }), async (initial, operations) => {
          const { id } = await keys.create({ name: 'any', credits: initial });
          let expected = initial;
          for (const { kind, amount } of operations) {
            if (kind === 'grant') await keys.grant(id, amount);
            else expect(await chargeAtOnce(credits, id, amount)).toBe(Math.min(amount, expected));
            expected = kind === 'grant' ? expected + amount : Math.max(0, expected - amount);
          }
          expect(await credits.balance(id)).toBe(expected);
          expect(await ledgerSum(accounts, id)).toBe(expected);
        }),
        { numRuns: 25 },
      );
    });
  });
});

const operation = fc.record({ kind: fc.constantFrom('grant', 'charge'), amount: fc.integer({ min: 1, max: 6 }) });

async function chargeTimes(credits: OpenCredits, keyId: string, times: number): Promise<readonly boolean[]> {
  const answers: boolean[] = [];
  for (let time = 0; time < times; time++) answers.push(await chargeOne(credits, keyId));
  return answers;
}

async function chargesOf(accounts: AccountsDatabase, keyId: string): Promise<readonly number[]> {
  const rows = await accounts
    .selectFrom('credit_entry')
    .select('credits')
    .where('key_id', '=', keyId)
    .where('kind', '=', 'charge')
    .execute();
  return rows.map((row) => row.credits);
}

async function ledgerSum(accounts: AccountsDatabase, keyId: string): Promise<number> {
  const rows = await accounts.selectFrom('credit_entry').select('credits').where('key_id', '=', keyId).execute();
  return rows.reduce((sum, row) => sum + row.credits, 0);
}
