import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { IdempotentRequests } from '../../src/access/idempotency/idempotent-requests.ts';
import { openAccounts } from '../../src/accounts/database.ts';
import { idempotencyDoneMigration } from '../../src/accounts/migrations/013-idempotency-done.ts';
import { engines } from './databases.ts';

describe.each(engines)('a request from before it was noted what is done, on $title', ({ absent, newLocation }) => {
  it.skipIf(absent)('is not done again: it may have been done', async () => {
    const place = await newLocation();
    const accounts = await openAccounts(place.location);
    let now = Date.UTC(2026, 10, 21);
    const requests = new IdempotentRequests(accounts, { now: () => now });
    const request = { caller: 'admin-token', key: 'a-random-text-number', route: 'POST /keys', body: '{}' };
    await requests.begin(request);
    await sql`alter table idempotent_request drop column done_at`.execute(accounts);
    await idempotencyDoneMigration.up(accounts);
    now += 60_000;
    const retry = await requests.begin(request).catch((error: unknown) => error);
    await accounts.destroy();
    await place.remove();
    expect(retry).toMatchObject({ status: 409, id: 'idempotency-unfinished' });
  });
});
