import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseAdminKeys } from '../../../src/access/admin-keys/database-admin-keys.ts';
import { Claim } from '../../../src/access/idempotency/claim.ts';
import { IdempotentRequests, type RepeatableRequest } from '../../../src/access/idempotency/idempotent-requests.ts';
import { DatabaseKeys } from '../../../src/access/keys/database-keys.ts';
import { type AccountsDatabase, openAccounts, type WithinTransaction } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

const minute = 60_000;
const day = 86_400_000;

describe.each(engines)('a request that may be sent twice, on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('over two nodes', () => {
    let place: TemporaryLocation;
    let nodes: readonly AccountsDatabase[];
    let now = Date.UTC(2026, 10, 21);
    let [here, there]: IdempotentRequests[] = [];
    let sent = 0;
    let keyId: string;

    beforeAll(async () => {
      place = await newLocation();
      nodes = [await openAccounts(place.location), await openAccounts(place.location)];
      [here, there] = nodes.map((accounts) => new IdempotentRequests(accounts, { now: () => now }));
    });
    afterAll(async () => {
      for (const accounts of nodes) await accounts.destroy();
      await place.remove();
    });
    beforeEach(async () => {
      sent++;
      const { id } = await keys().create({ name: 'buyer', credits: 100 });
      await node().updateTable('credit_balance').set({ charged: 50 }).where('key_id', '=', id).execute();
      keyId = id;
    });

    const request = () => ({
      caller: 'admin-token',
      key: `a-random-text-number-${sent}`,
      route: 'POST /keys',
      body: '{"name":"a"}',
    });
    const response = { status: 201, body: '{"data":{"key":"sk_live_secret"}}' };
    const one = () => here as IdempotentRequests;
    const other = () => there as IdempotentRequests;
    const node = () => nodes[0] as AccountsDatabase;
    const keys = () => new DatabaseKeys(node(), { now: () => now });
    const adminKeys = () => new DatabaseAdminKeys(node(), { now: () => now });
    const unfinished = { status: 409, id: 'idempotency-unfinished' };

    const changes: readonly (readonly [string, (within?: WithinTransaction) => Promise<unknown>])[] = [
      ['creating a key', (within) => keys().create({ name: 'new', credits: 5 }, within)],
      ['rotating a key', (within) => keys().rotate(keyId, undefined, within)],
      ['granting credits', (within) => keys().grant(keyId, 5, undefined, within)],
      ['refunding credits', (within) => keys().refund(keyId, 5, 'outage', within)],
      ['creating an admin key', (within) => adminKeys().create({ name: 'new', scopes: ['usage'] }, within)],
    ];

    /** Everything that the changes write. */
    const stored = () =>
      Promise.all(
        (['api_key', 'credit_balance', 'credit_entry', 'retired_secret', 'admin_key'] as const).map((table) =>
          node().selectFrom(table).selectAll().execute(),
        ),
      );

    it('gets the response of the first time, at whichever node', async () => {
      await (await claimed(one(), request())).keep(response);
      expect(await other().begin(request())).toEqual(response);
      expect(await one().begin(request())).toEqual(response);
    });

    it('is done once when both come at the same time', async () => {
      const both = await Promise.allSettled([one().begin(request()), other().begin(request())]);
      const refused = both.filter(({ status }) => status === 'rejected');
      expect(refused).toMatchObject([{ reason: unfinished }]);
    });

    it('is refused with another body, and is another request at another path or from another caller', async () => {
      await (await claimed(one(), request())).keep(response);
      await expect(one().begin({ ...request(), body: '{}' })).rejects.toMatchObject({ status: 422 });
      await claimed(one(), { ...request(), route: 'POST /others' });
      await claimed(one(), { ...request(), caller: 'adm_other' });
    });

    it('may be sent again when nothing was done', async () => {
      await (await claimed(one(), request())).drop();
      await claimed(one(), request());
    });

    it('is done by a retry a minute later when its process died before, and once', async () => {
      await claimed(one(), request());
      now += minute - 1;
      await expect(other().begin(request())).rejects.toMatchObject(unfinished);
      now += 1;
      const both = await Promise.allSettled([one().begin(request()), other().begin(request())]);
      expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: unfinished }]);
      const claims = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value as Claim] : []));
      for (const claim of claims) {
        await keys().grant(keyId, 5, undefined, claim.markDone);
        await claim.keep(response);
      }
      expect(await other().begin(request())).toEqual(response);
      expect(await keys().list()).toContainEqual(expect.objectContaining({ id: keyId, credits: 105 }));
    });

    it('is refused with another body by a retry a minute later, too', async () => {
      await claimed(one(), request());
      now += minute;
      await expect(other().begin({ ...request(), body: '{}' })).rejects.toMatchObject({ status: 422 });
    });

    it.each(changes)('is not done by who comes late, after another took it over: %s', async (_what, change) => {
      const late = await claimed(one(), request());
      now += minute;
      const next = await claimed(other(), request());
      const before = await stored();
      await expect(change(late.markDone)).rejects.toMatchObject(unfinished);
      expect(await stored()).toEqual(before);
      await late.drop();
      await change(next.markDone);
      expect(await stored()).not.toEqual(before);
      await next.keep(response);
      await late.keep({ status: 200, body: 'late' });
      expect(await one().begin(request())).toEqual(response);
    });

    it.each(changes)('is not done again once it is, even without a response: %s', async (_what, change) => {
      const claim = await claimed(one(), request());
      await change(claim.markDone);
      await claim.drop();
      await expect(other().begin(request())).rejects.toMatchObject(unfinished);
      now += day - 1;
      await expect(other().begin(request())).rejects.toMatchObject(unfinished);
    });

    it.each(changes)('is not done where its change fails: %s', async (_what, change) => {
      const claim = await claimed(one(), request());
      const before = await stored();
      const failing: WithinTransaction = async (transaction) => {
        await claim.markDone(transaction);
        throw new Error('power cut');
      };
      await expect(change(failing)).rejects.toThrow('power cut');
      expect(await stored()).toEqual(before);
      now += minute;
      await claimed(other(), request());
    });

    it('is not taken over while its change is being made', async () => {
      const claim = await claimed(one(), request());
      now += minute;
      let retry: Promise<unknown> | undefined;
      await keys().grant(keyId, 5, undefined, async (transaction) => {
        await claim.markDone(transaction);
        retry = other()
          .begin(request())
          .catch((error: unknown) => error);
      });
      expect(await retry).toMatchObject(unfinished);
    });

    it('is kept for a day and removed after that', async () => {
      await (await claimed(one(), request())).keep(response);
      now += day - 1;
      expect(await one().begin(request())).toEqual(response);
      now += 1;
      await claimed(one(), request());
      const { count } = await node()
        .selectFrom('idempotent_request')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      expect(Number(count)).toBe(1);
    });

    it('leaves nothing in the database that tells the response, or the header that opens it', async () => {
      await (await claimed(one(), request())).keep(response);
      const rows = await node().selectFrom('idempotent_request').selectAll().execute();
      expect(rows.some(({ response: kept }) => kept !== null)).toBe(true);
      expect(JSON.stringify(rows)).not.toMatch(/sk_live|a-random-text/);
      const texts = rows.map(({ response: kept }) => Buffer.from(kept ?? '', 'base64').toString('latin1'));
      expect(texts.join()).not.toContain('sk_live');
    });
  });
});

async function claimed(requests: IdempotentRequests, request: RepeatableRequest): Promise<Claim> {
  const begun = await requests.begin(request);
  if (begun instanceof Claim) return begun;
  throw new Error(`it has a response: ${begun.status}`);
}
