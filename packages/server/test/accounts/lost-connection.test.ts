import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openAccounts } from '../../src/accounts/database.ts';
import { engines } from './databases.ts';

const postgres = engines.filter(({ title }) => title.startsWith('PostgreSQL'));

describe.each(postgres)('a connection to $title that is lost', ({ absent, newLocation }) => {
  it.skipIf(absent)('in the midst of a transaction fails that one alone, and the next gets another', async () => {
    const place = await newLocation();
    const accounts = await openAccounts(place.location);
    const lost = accounts.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(accounts);
      // Until then, nothing is asked of the connection that is gone.
      const sessions = sql`select 1 from pg_stat_activity where pid = ${rows[0]?.pid}`;
      await expect.poll(async () => (await sessions.execute(accounts)).rows).toEqual([]);
      await transaction.selectFrom('api_key').selectAll().execute();
    });
    await expect(lost).rejects.toThrow(/terminat|not queryable|connection/i);
    expect(await accounts.selectFrom('api_key').selectAll().execute()).toEqual([]);
    await accounts.destroy();
    await place.remove();
  });
});
