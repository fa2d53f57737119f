import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IdempotentRequests } from '../../src/access/idempotency/idempotent-requests.ts';
import { type AccountsDatabase, openAccounts } from '../../src/kernel/accounts/database.ts';
import { engines, type TemporaryLocation } from '../kernel/accounts/databases.ts';

const day = 86_400_000;

describe.each(engines)('a request that may be sent twice, on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('over two nodes', () => {
    let place: TemporaryLocation;
    let nodes: readonly AccountsDatabase[];
    let now = Date.UTC(2026, 10, 21);
    let [here, there]: IdempotentRequests[] = [];
    let sent = 0;

    beforeAll(async () => {
      place = await newLocation();
      nodes = [await openAccounts(place.location), await openAccounts(place.location)];
      [here, there] = nodes.map((accounts) => new IdempotentRequests(accounts, { now: () => now }));
    });
    afterAll(async () => {
      for (const accounts of nodes) await accounts.destroy();
      await place.remove();
    });
    beforeEach(() => {
      sent++;
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

    it('gets the response of the first time, at whichever node', async () => {
      expect(await one().begin(request())).toBeUndefined();
      await one().keep(request(), response);
      expect(await other().begin(request())).toEqual(response);
      expect(await one().begin(request())).toEqual(response);
    });

    it('is done once when both come at the same time', async () => {
      const both = await Promise.allSettled([one().begin(request()), other().begin(request())]);
      const refused = both.filter(({ status }) => status === 'rejected');
      expect(refused).toMatchObject([{ reason: { status: 409, id: 'idempotency-unfinished' } }]);
    });

    it('is refused with another body, and is another request at another path or from another caller', async () => {
      await one().begin(request());
      await one().keep(request(), response);
      await expect(one().begin({ ...request(), body: '{}' })).rejects.toMatchObject({ status: 422 });
      expect(await one().begin({ ...request(), route: 'POST /others' })).toBeUndefined();
      expect(await one().begin({ ...request(), caller: 'adm_other' })).toBeUndefined();
    });

    it('may be sent again when nothing was done', async () => {
      await one().begin(request());
      await one().drop(request());
      expect(await one().begin(request())).toBeUndefined();
    });

    it('is kept for a day and removed after that', async () => {
      await one().begin(request());
      await one().keep(request(), response);
      now += day - 1;
      expect(await one().begin(request())).toEqual(response);
      now += 1;
      expect(await one().begin(request())).toBeUndefined();
      const { count } = await (nodes[0] as AccountsDatabase)
        .selectFrom('idempotent_request')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      expect(Number(count)).toBe(1);
    });

    it('leaves nothing in the database that tells the response, or the header that opens it', async () => {
      await one().begin(request());
      await one().keep(request(), response);
      const rows = await (nodes[0] as AccountsDatabase).selectFrom('idempotent_request').selectAll().execute();
      expect(rows.some(({ response: kept }) => kept !== null)).toBe(true);
      expect(JSON.stringify(rows)).not.toMatch(/sk_live|a-random-text/);
      const texts = rows.map(({ response: kept }) => Buffer.from(kept ?? '', 'base64').toString('latin1'));
      expect(texts.join()).not.toContain('sk_live');
    });
  });
});
