import type pg from 'pg';
import { openPool } from '../../../accounts/postgres.ts';
import type { Charger, CreditsByKey, Taken } from './charger.ts';

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

  async take(wanted: CreditsByKey, now: number): Promise<Taken> {
    const values = [[...wanted.keys()], [...wanted.values()], now];
    const { rows } = await this.#pool.query<TakenRow>({ name: 'charge', text: chargeStatement, values });
    return {
      credits: new Map(rows.map(({ key_id, credits }) => [key_id, credits])),
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
  readonly credits: number;
  readonly balance: number;
  readonly is_due: boolean;
}

/**
 * Balances are locked in the order of ids, so that nodes which charge the same keys cannot deadlock, and are read once
 * they are locked. When a key was used is kept to the minute, so that its row is not rewritten with every group.
 */
const chargeStatement = `
  with
    wanted as (select * from unnest($1::text[], $2::bigint[]) as wanted (key_id, credits)),
    locked as (
      select key_id, credits, balance, coalesce(due_at <= $3, false) as is_due
      from wanted join credit_balance using (key_id)
      order by key_id
      for update of credit_balance
    ),
    affordable as (
      select key_id, case when unlimited = 1 then credits else least(credits, balance) end as credits
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
      insert into credit_entry (key_id, kind, credits, created_at) select key_id, 'charge', -credits, $3 from taken
    ),
    used as (
      update api_key set last_used_at = $3
      from taken
      where id = key_id and coalesce(last_used_at, 0) <= $3::bigint - 60000
    )
  select key_id, credits, balance, false as is_due from taken
  union all
  select key_id, 0, 0, true from locked where is_due`;
