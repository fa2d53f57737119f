import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createGate, type Gate } from '../../../src/access/gate.ts';
import { newKey } from '../../../src/access/keys/key-format.ts';
import { KnownKeys } from '../../../src/access/keys/known-keys.ts';
import { memoryAttempts } from '../../../src/access/rates/failed-attempts.ts';
import { memoryRates } from '../../../src/access/rates/flexible-rates.ts';
import { engines } from '../../accounts/databases.ts';
import { type TwoNodes, twoNodes } from '../two-nodes.ts';

const clock = { now: () => Date.UTC(2026, 10, 21) };
const attempts = 3;

function calling(presentedKey: string): Caller {
  return { presentedKey, address: '192.0.2.1', onKnown: () => {}, onRate: () => {}, onAdmitted: () => {} };
}

describe.each(engines)('at an address that tried out too many keys, on $title', (engine) => {
  describe.skipIf(engine.absent)('with real keys', () => {
    let nodes: TwoNodes;
    beforeAll(async () => {
      nodes = await twoNodes(engine, clock);
    });
    afterAll(() => nodes.remove());

    /** What a process that starts now has, after somebody at the address has tried out keys. */
    async function blockedAfterStart(keysMax?: number): Promise<Gate> {
      const { keys, credits, accounts } = nodes;
      const gate = createGate({
        keys,
        credits,
        rates: memoryRates({ qpsDefault: 1_000 }),
        attempts: memoryAttempts({ perMinute: attempts }),
        known: await KnownKeys.of(accounts, keysMax),
        clock,
      });
      for (let attempt = 0; attempt < attempts; attempt++) {
        await expect(gate.admit(calling(newKey()))).rejects.toMatchObject({ id: 'key-unknown' });
      }
      await expect(gate.admit(calling(newKey()))).rejects.toMatchObject({ id: 'attempts-exceeded' });
      return gate;
    }

    async function usedKey() {
      const created = await nodes.keys.create({ name: 'used', credits: 5 });
      await nodes.credits.charge(created.id, 1);
      return created;
    }

    it('a key that worked before goes on working, also after a restart', async () => {
      const { key, id } = await usedKey();
      const gate = await blockedAfterStart();
      expect(await gate.admit(calling(key))).toMatchObject({ id });
    });

    it('so does what it was before a rotation, until that ends', async () => {
      const { key, id } = await usedKey();
      await nodes.keys.rotate(id, 60_000);
      const gate = await blockedAfterStart();
      expect(await gate.admit(calling(key))).toMatchObject({ id });
    });

    it('a key that never worked is refused, and one that is revoked hears of that', async () => {
      const unused = await nodes.keys.create({ name: 'unused' });
      const { key, id } = await usedKey();
      await nodes.keys.revoke(id);
      const gate = await blockedAfterStart();
      await expect(gate.admit(calling(unused.key))).rejects.toMatchObject({ id: 'attempts-exceeded' });
      await expect(gate.admit(calling(key))).rejects.toMatchObject({ id: 'key-revoked' });
    });

    it('no more keys are kept in memory than were asked for', async () => {
      const created = [await usedKey(), await usedKey(), await usedKey()];
      const known = await KnownKeys.of(nodes.accounts, 2);
      for (const { key } of created) known.add(key);
      expect(created.filter(({ key }) => known.has(key))).toHaveLength(2);
    });
  });
});
