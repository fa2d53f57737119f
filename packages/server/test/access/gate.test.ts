import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenCredits, openCredits } from '../../src/access/database-credits.ts';
import { DatabaseKeys } from '../../src/access/database-keys.ts';
import { memoryRates } from '../../src/access/flexible-rates.ts';
import { createGate, type Gate } from '../../src/access/gate.ts';
import { newKey } from '../../src/access/key-format.ts';
import { type AccountsDatabase, openAccounts } from '../../src/kernel/accounts/database.ts';
import { engines, type TemporaryLocation } from '../kernel/accounts/databases.ts';

const clock = { now: () => Date.UTC(2026, 10, 21) };

describe.each(engines)('the gate on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('with real keys', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let keys: DatabaseKeys;
    let credits: OpenCredits;
    let gate: Gate;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      keys = new DatabaseKeys(accounts, clock);
      const rates = memoryRates({ qpsDefault: 10, windowSeconds: 600 });
      credits = await openCredits(accounts, place.location, clock);
      gate = createGate({ keys, rates, credits });
    });
    afterAll(async () => {
      await credits.close();
      await accounts.destroy();
      await place.remove();
    });

    it('admits a key and charges it one credit', async () => {
      const { key, id } = await keys.create({ name: 'good', credits: 2 });
      const admitted = await gate.admit(key);
      await gate.requireCredit(admitted);
      await gate.charge(admitted);
      expect(admitted.id).toBe(id);
      expect(await gate.admit(key)).toMatchObject({ credits: 1 });
    });

    it.each([undefined, ''])('asks for a key where there is none: %s', async (presented) => {
      await expect(gate.admit(presented)).rejects.toMatchObject({
        status: 401,
        id: 'key-missing',
        message: 'apiKey is null: send your key as "Authorization: Bearer sk_live_…"',
      });
    });

    it('tells a mistyped key from an unknown one, and repeats neither', async () => {
      const unknown = newKey();
      await expect(gate.admit(unknown.slice(1))).rejects.toMatchObject({ status: 401, id: 'key-malformed' });
      await expect(gate.admit(unknown)).rejects.toMatchObject({
        status: 401,
        id: 'key-unknown',
        message: expect.not.stringContaining(unknown),
      });
    });

    it('refuses a revoked key from the next call on', async () => {
      const { key, id } = await keys.create({ name: 'leaver' });
      await gate.admit(key);
      await keys.revoke(id);
      await expect(gate.admit(key)).rejects.toMatchObject({
        status: 401,
        id: 'key-revoked',
        message: expect.stringContaining('2026-11-21'),
      });
    });

    it('refuses more calls than the key may make, and says when to come back', async () => {
      const { key } = await keys.create({ name: 'fast', qps: 1 });
      for (let call = 0; call < 600; call++) await gate.admit(key);
      const refusal = await gate.admit(key).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ status: 429, id: 'rate-exceeded' });
      expect(refusal).toHaveProperty('headers.Retry-After', expect.stringMatching(/^[1-9]\d*$/));
      expect(refusal).toHaveProperty('message', expect.stringMatching(/^qps limit exceeded: /));
    });

    it('refuses a call that could not be paid, before the work and after it', async () => {
      const { key, id } = await keys.create({ name: 'poor', credits: 0 });
      const admitted = await gate.admit(key);
      const refusal = { status: 402, id: 'credits-spent', message: expect.stringContaining(id) };
      await expect(gate.requireCredit(admitted)).rejects.toMatchObject(refusal);
      await expect(gate.charge(admitted)).rejects.toMatchObject(refusal);
    });
  });
});
