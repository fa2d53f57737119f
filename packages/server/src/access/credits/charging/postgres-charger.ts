import type pg from 'pg';
import { openPool } from '../../../accounts/postgres.ts';
import type { Charger, ChargesByKey, Taken } from './charger.ts';

/** Charges in PostgreSQL, over a connection of its own. */
export function openPostgresCharger(databaseUrl: string): Charger {
  return new PostgresCharger(openPool(databaseUrl, 1));
}

/** A group is one statement, and so one round trip and one transaction. */
class PostgresCharger implements Charger {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async take(wanted: ChargesByKey, credits: number, now: number): Promise<Taken> {
    const values = [[...wanted.keys()], [...wanted.values()], credits, now];
    const { rows } = await this.#pool.query<TakenRow>({ name: 'charge', text: chargeStatement, values });
    return {
      charges: new Map(rows.map(({ key_id, charges }) => [key_id, charges])),
      left: new Map(rows.map(({ key_id, balance }) => [key_id, balance])),
      due: rows.filter(({ is_due }) => is_due).map(({ key_id }) => key_id),
    };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

interface TakenRow {
  readonly key_id: string;
  readonly charges: number;
  readonly balance: number;
  readonly is_due: boolean;
}

/**
 * Balances are locked in the order of ids, so that nodes which charge the same keys cannot deadlock, and are read once
 * they are locked. When a key was used is kept to the minute, so that its row is not rewritten with every group.
 */
const chargeStatement = `
  with
    wanted as (select * from unnest($1::text[], $2::bigint[]) as wanted (key_id, times)),
    locked as (
      select key_id, times, balance, coalesce(due_at <= $4, false) as is_due
      from wanted join credit_balance using (key_id)
      order by key_id
      for update of credit_balance
    ),
    affordable as (
      select key_id, $3::bigint * case when unlimited = 1 then times else least(times, balance / $3::bigint) end as credits
      from locked join api_key on api_key.id = key_id
      where not is_due
    ),
    taken as (
      update credit_balance set balance = balance - affordable.credits, charged = charged + affordable.credits
      from affordable
      where credit_balance.key_id = affordable.key_id and affordable.credits > 0
      returning affordable.key_id, affordable.credits, credit_balance.balance
    ),
    entered as (
      insert into credit_entry (key_id, kind, credits, created_at) select key_id, 'charge', -credits, $4 from taken
    ),
    used as (
      update api_key set last_used_at = $4
      from taken
      where id = key_id and coalesce(last_used_at, 0) <= $4::bigint - 60000
    )
  select
    key_id,
    coalesce(taken.credits, 0) / $3::bigint as charges,
    coalesce(taken.balance, locked.balance) as balance,
    is_due
  from locked left join taken using (key_id)`;
