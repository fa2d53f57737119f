import { sql } from 'kysely';
import type { AccountsDatabase } from '../accounts/database.ts';
import type { IngestStatus, Withdrawal } from '../accounts/tables.ts';
import type { Clock } from '../kernel/clock.ts';
import { masked } from '../kernel/secrets.ts';
import type { Suspicion } from '../kernel/suspicion.ts';
import type { IngestSummary } from './summary.ts';

/** The runs of ingest, each with an id that only grows and is never used again. */
export interface Batches {
  /** @param source file name, `stdin` or `http` @returns the id of the new batch. */
  open(source: string): Promise<number>;
  /** Says that the process which fills the batch is alive. */
  beat(batch: number): Promise<void>;
  /** Closes a batch. */
  finish(batch: number, status: 'done' | 'failed', report: object): Promise<void>;
  /**
   * Marks open batches as failed whose last beat is older than `silentMs` (default 0: all of them, for the start of
   * the only process there is). @returns how many.
   */
  closeAbandoned(silentMs?: number): Promise<number>;
  /** Every batch with a smaller id is wholly in: the smallest open id, else the next id. */
  watermark(): Promise<number>;
  /** Ids of the open ones. */
  openOnes(): Promise<readonly number[]>;
  /** Newest first. */
  list(question: BatchQuestion): Promise<readonly BatchEntry[]>;
  /** Undefined: there never was one with this id. */
  find(batch: number): Promise<BatchEntry | undefined>;
  /** Ids and states of those whose rows do not count, or are on their way. */
  withdrawals(): Promise<readonly { readonly batch: number; readonly withdrawal: Withdrawal }[]>;
  /** Says where the rows of a batch are; null: they count. */
  setWithdrawal(batch: number, withdrawal: Withdrawal | null, reason?: string): Promise<void>;
}

export interface BatchQuestion {
  /** At most so many; default 100. */
  readonly limit?: number | undefined;
  /** Only those with a smaller id: the next page. */
  readonly before?: number | undefined;
}

/** A run of ingest as it is looked back on. Times are epoch milliseconds. */
export interface BatchEntry {
  readonly batch: number;
  readonly source: string;
  readonly status: IngestStatus;
  readonly startedAt: number;
  /** Of an open one: when its process was last heard of. */
  readonly heardAt: number;
  readonly finishedAt: number | null;
  /** Records that are in, by kind; null while it is open, or when its process died. */
  readonly records: Readonly<Record<string, number>> | null;
  readonly rejected: number | null;
  /** Values that records went in without. */
  readonly leftOut: number | null;
  /** What looks wrong about it. */
  readonly suspicions: readonly Suspicion[];
  readonly bytes: number | null;
  /** Why it failed. */
  readonly error: string | null;
  /** Its rows do not count, or are on their way out or back; null: they count. */
  readonly withdrawal: Withdrawal | null;
  readonly withdrawnAt: number | null;
  /** In the operator's words. */
  readonly withdrawnReason: string | null;
}

/** Batches kept in the accounts database. */
export function databaseBatches(accounts: AccountsDatabase, clock: Clock): Batches {
  return {
    open: (source) => openBatch(accounts, source, clock.now()),
    beat: async (batch) => {
      await openOnes(accounts).where('id', '=', batch).set({ heartbeat_at: clock.now() }).execute();
    },
    finish: async (batch, status, report) => {
      const values = { status, finished_at: clock.now(), report: masked(JSON.stringify(report)) };
      await openOnes(accounts).where('id', '=', batch).set(values).execute();
    },
    closeAbandoned: async (silentMs = 0) => {
      const now = clock.now();
      const report = JSON.stringify({ error: 'the process that wrote it exited before it finished' });
      const silent = openOnes(accounts).where('heartbeat_at', '<=', now - silentMs);
      const result = await silent.set({ status: 'failed', finished_at: now, report }).executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
    watermark: () => watermark(accounts),
    openOnes: async () => {
      const open = accounts.selectFrom('ingest_batch').select('id').where('status', '=', 'open');
      return (await open.execute()).map(({ id }) => id);
    },
    list: (question) => listBatches(accounts, question),
    find: async (batch) =>
      (await listBatches(accounts, { limit: 1, before: batch + 1 })).find((each) => each.batch === batch),
    withdrawals: async () => {
      const rows = await accounts
        .selectFrom('ingest_batch')
        .select(['id as batch', 'withdrawal'])
        .where('withdrawal', 'is not', null)
        .orderBy('id')
        .execute();
      return rows.flatMap(({ batch, withdrawal }) => (withdrawal === null ? [] : [{ batch, withdrawal }]));
    },
    setWithdrawal: (batch, withdrawal, reason) => setWithdrawal(accounts, clock, { batch, withdrawal, reason }),
  };
}

interface WithdrawalChange {
  readonly batch: number;
  readonly withdrawal: Withdrawal | null;
  readonly reason: string | undefined;
}

async function setWithdrawal(accounts: AccountsDatabase, clock: Clock, change: WithdrawalChange): Promise<void> {
  const { batch, withdrawal, reason } = change;
  const gone = { withdrawn_at: null, withdrawn_reason: null };
  const told = reason === undefined ? {} : { withdrawn_at: clock.now(), withdrawn_reason: reason };
  await accounts
    .updateTable('ingest_batch')
    .set({ withdrawal, ...(withdrawal === null ? gone : told) })
    .where('id', '=', batch)
    .execute();
}

function openOnes(accounts: AccountsDatabase) {
  return accounts.updateTable('ingest_batch').where('status', '=', 'open');
}

/**
 * Takes the id after the largest rather than one of a sequence: an id then shows only after all smaller ones do,
 * and no reader can see a watermark beyond a batch that is just being opened elsewhere.
 */
async function openBatch(accounts: AccountsDatabase, source: string, now: number): Promise<number> {
  for (;;) {
    const { next } = await accounts
      .selectFrom('ingest_batch')
      .select((batch) => sql<number>`coalesce(${batch.fn.max('id')}, 0) + 1`.as('next'))
      .executeTakeFirstOrThrow();
    const values = { id: Number(next), source, status: 'open' as const, started_at: now, heartbeat_at: now };
    const taken = await accounts
      .insertInto('ingest_batch')
      .values(values)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (taken !== undefined) return Number(taken.id);
  }
}

async function watermark(accounts: AccountsDatabase): Promise<number> {
  const row = await accounts
    .selectFrom('ingest_batch')
    .select(sql<number>`coalesce(min(case when status = 'open' then id end), max(id) + 1, 1)`.as('watermark'))
    .executeTakeFirstOrThrow();
  return Number(row.watermark);
}

async function listBatches(
  accounts: AccountsDatabase,
  { limit = 100, before = Number.MAX_SAFE_INTEGER }: BatchQuestion,
): Promise<readonly BatchEntry[]> {
  const rows = await accounts
    .selectFrom('ingest_batch')
    .select(['id as batch', 'source', 'status', 'started_at as startedAt', 'heartbeat_at as heardAt'])
    .select(['finished_at as finishedAt', 'report'])
    .select(['withdrawal', 'withdrawn_at as withdrawnAt', 'withdrawn_reason as withdrawnReason'])
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ report, ...row }) => ({ ...row, ...countsOf(report) }));
}

type Counts = Pick<BatchEntry, 'records' | 'rejected' | 'leftOut' | 'suspicions' | 'bytes' | 'error'>;

function countsOf(report: string | null): Counts {
  const told = JSON.parse(report ?? '{}') as Partial<IngestSummary> & { readonly error?: string };
  const { records = null, rejected = null, leftOut = [], suspicions = [], bytes = null, error = null } = told;
  const valuesLeftOut = records === null ? null : leftOut.reduce((sum, { count }) => sum + count, 0);
  return { records, rejected, leftOut: valuesLeftOut, suspicions, bytes, error };
}
