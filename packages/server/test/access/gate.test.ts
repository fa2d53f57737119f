import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenCredits, openCredits } from '../../src/access/credits/database-credits.ts';
import { type Caller, createGate, type Gate } from '../../src/access/gate.ts';
import { DatabaseKeys } from '../../src/access/keys/database-keys.ts';
import { newKey } from '../../src/access/keys/key-format.ts';
import { memoryAttempts } from '../../src/access/rates/failed-attempts.ts';
import { memoryRates } from '../../src/access/rates/flexible-rates.ts';
import { type AccountsDatabase, openAccounts } from '../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../accounts/databases.ts';

let now: number;
const clock = { now: () => now };

function calling(presentedKey: string | undefined): Caller {
  return { presentedKey, address: '192.0.2.1', onKnown: () => {}, onRate: () => {}, onAdmitted: () => {} };
}

describe.each(engines)('the gate on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('with real keys', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let keys: DatabaseKeys;
    let credits: OpenCredits;
    let gate: Gate;

    beforeEach(() => {
      now = Date.UTC(2026, 10, 21);
    });
    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      now = Date.UTC(2026, 10, 21);
      keys = new DatabaseKeys(accounts, clock, ['a', 'b']);
      const attempts = memoryAttempts({ perMinute: 100_000 });
      const rates = memoryRates({ qpsDefault: 10, windowSeconds: 600 });
      credits = await openCredits(accounts, place.location, clock);
      gate = createGate({ keys, rates, credits, attempts, clock });
    });
    afterAll(async () => {
      await credits.close();
      await accounts.destroy();
      await place.remove();
    });

    it('admits a key and charges it one credit', async () => {
      const { key, id } = await keys.create({ name: 'good', credits: 2 });
      const admitted = await gate.admit(calling(key));
      await gate.requireCredits(admitted, 1);
      await gate.charge(admitted, 1);
      expect(admitted.id).toBe(id);
      expect(await gate.admit(calling(key))).toMatchObject({ credits: 1 });
    });

    it('charges the price it is told, whole or not at all', async () => {
      const { key, id } = await keys.create({ name: 'dear', credits: 5 });
      const admitted = await gate.admit(calling(key));
      await gate.requireCredits(admitted, 3);
      expect(await gate.charge(admitted, 3)).toBe(2);
      const message = `apiKey quota is not enough: a call costs 3 credits and key ${id} has 2 left`;
      await expect(gate.charge(admitted, 3)).rejects.toMatchObject({ status: 402, message });
      await expect(gate.requireCredits(await gate.admit(calling(key)), 3)).rejects.toMatchObject({ message });
      expect(await credits.balance(id)).toBe(2);
    });

    it.each([undefined, ''])('asks for a key where there is none: %s', async (presented) => {
      await expect(gate.admit(calling(presented))).rejects.toMatchObject({
        status: 401,
        id: 'key-missing',
        message: 'apiKey is null',
      });
    });

    it('tells a mistyped key from an unknown one, and repeats neither', async () => {
      const unknown = newKey();
      await expect(gate.admit(calling(unknown.slice(1)))).rejects.toMatchObject({ status: 401, id: 'key-malformed' });
      await expect(gate.admit(calling(unknown))).rejects.toMatchObject({
        status: 401,
        id: 'key-unknown',
        message: expect.not.stringContaining(unknown),
      });
    });

    it('refuses a revoked key from the next call on', async () => {
      const { key, id } = await keys.create({ name: 'leaver' });
      await gate.admit(calling(key));
      await keys.revoke(id);
      await expect(gate.admit(calling(key))).rejects.toMatchObject({
        status: 401,
        id: 'key-revoked',
        message: expect.stringContaining('2026-11-21'),
      });
    });

    it('lets a key in between its two moments only', async () => {
      const [notBefore, expiresAt] = [now + 10_000, now + 20_000];
      const { key } = await keys.create({ name: 'guest', notBefore, expiresAt });
      await expect(gate.admit(calling(key))).rejects.toMatchObject({
        status: 401,
        id: 'key-not-yet-valid',
        message: expect.stringContaining('is not valid until 2026-11-21T00:00:10.000Z'),
      });
      now = notBefore;
      expect(await gate.admit(calling(key))).toMatchObject({ name: 'guest' });
      now = expiresAt - 1;
      expect(await gate.admit(calling(key))).toMatchObject({ name: 'guest' });
      now = expiresAt;
      await expect(gate.admit(calling(key))).rejects.toMatchObject({
        status: 401,
        id: 'key-expired',
        message: expect.stringContaining('expired at 2026-11-21T00:00:20.000Z'),
      });
    });

    it('lets the old secret of a rotated key in until the overlap is over, and the new one at once', async () => {
      const old = await keys.create({ name: 'rotated' });
      const renewed = await keys.rotate(old.id, 5_000);
      expect(await gate.admit(calling(renewed.key))).toMatchObject({ id: old.id });
      now += 4_999;
      expect(await gate.admit(calling(old.key))).toMatchObject({ id: old.id, hint: renewed.hint });
      now += 1;
      await expect(gate.admit(calling(old.key))).rejects.toMatchObject({
        status: 401,
        id: 'key-replaced',
        message: expect.stringContaining(`${old.hint} was rotated`),
      });
      expect(await gate.admit(calling(renewed.key))).toMatchObject({ id: old.id });
    });

    it('lets a key call what is in its scopes, and what every key may call', async () => {
      const { key } = await keys.create({ name: 'narrow', scopes: ['b'] });
      expect(await gate.admit(calling(key), 'b')).toMatchObject({ scopes: ['b'] });
      expect(await gate.admit(calling(key))).toMatchObject({ scopes: ['b'] });
      await expect(gate.admit(calling(key), 'a')).rejects.toMatchObject({
        status: 403,
        id: 'scope-missing',
        message: 'This key may not call a: expected one of b',
      });
    });

    it('charges a test key nothing, and notes that it was used', async () => {
      const { key, id } = await keys.create({ name: 'trial', mode: 'test' });
      const admitted = await gate.admit(calling(key));
      await gate.requireCredits(admitted, 1);
      await gate.charge(admitted, 1);
      const entries = await accounts.selectFrom('credit_entry').selectAll().where('key_id', '=', id).execute();
      expect(entries).toEqual([]);
      expect(await gate.admit(calling(key))).toMatchObject({ mode: 'test', credits: null, lastUsedAt: now });
    });

    it('refuses more calls than the key may make, and says when to come back', async () => {
      const { key } = await keys.create({ name: 'fast', qps: 1 });
      for (let call = 0; call < 600; call++) await gate.admit(calling(key));
      const refusal = await gate.admit(calling(key)).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ status: 429, id: 'rate-exceeded' });
      expect(refusal).toHaveProperty('headers.Retry-After', expect.stringMatching(/^[1-9]\d*$/));
      expect(refusal).toHaveProperty('message', expect.stringMatching(/^qps limit exceeded: /));
    });

    it('refuses a call that could not be paid, before the work and after it', async () => {
      const { key, id } = await keys.create({ name: 'poor', credits: 0 });
      const admitted = await gate.admit(calling(key));
      const refusal = { status: 402, id: 'credits-spent', message: expect.stringContaining(id) };
      await expect(gate.requireCredits(admitted, 1)).rejects.toMatchObject(refusal);
      await expect(gate.charge(admitted, 1)).rejects.toMatchObject(refusal);
    });
  });
});
