import type { ColumnType, Generated } from 'kysely';
import type { AdminKeyTable } from './admin-key-tables.ts';
import type { AuditChangeTable, AuditOutcomeTable } from './audit-tables.ts';
import type { Absent, Fixed } from './column-types.ts';
import type { ConsoleSessionTable, LoginCodeTable } from './console-tables.ts';
import type { ErasedPersonTable, ErasureKeyTable } from './erasure-tables.ts';
import type { EstimateFitTable } from './estimate-tables.ts';
import type { IdempotentRequestTable } from './idempotency-tables.ts';
import type { CreditCheckpointTable, CreditDayTable } from './ledger-tables.ts';
import type { MediaKeyTable } from './media-tables.ts';

/**
 * The accounts database, table by table. Times are milliseconds since the epoch, UTC. Columns of JSON hold text.
 * There are no booleans: SQLite has none, and its driver aborts the process when it is handed one.
 */
export interface AccountsTables {
  readonly api_key: ApiKeyTable;
  readonly retired_secret: RetiredSecretTable;
  readonly credit_entry: CreditEntryTable;
  readonly credit_balance: CreditBalanceTable;
  readonly credit_lot: CreditLotTable;
  readonly credit_plan: CreditPlanTable;
  readonly credit_day: CreditDayTable;
  readonly credit_checkpoint: CreditCheckpointTable;
  readonly dataset_version: DatasetVersionTable;
  readonly dataset_pointer: DatasetPointerTable;
  readonly ingest_batch: IngestBatchTable;
  readonly admin_key: AdminKeyTable;
  readonly console_session: ConsoleSessionTable;
  readonly login_code: LoginCodeTable;
  readonly audit_change: AuditChangeTable;
  readonly audit_outcome: AuditOutcomeTable;
  readonly erasure_key: ErasureKeyTable;
  readonly erased_person: ErasedPersonTable;
  readonly media_key: MediaKeyTable;
  readonly estimate_fit: EstimateFitTable;
  readonly idempotent_request: IdempotentRequestTable;
}

/** A key that callers authenticate with; the key itself is not kept, only its hash. */
export interface ApiKeyTable {
  /** Short public id, `key_…`. */
  readonly id: Fixed<string>;
  /** SHA-256 of the key, 64 hexadecimal digits. */
  readonly key_hash: string;
  /** Enough of the key for its owner to tell it from others. */
  readonly key_hint: string;
  readonly name: string;
  /** Who has it, in the operator's words; empty: not said. */
  readonly owner: Generated<string>;
  /** 1: a test key, for which nothing is charged. */
  readonly test: ColumnType<0 | 1, 0 | 1 | undefined, never>;
  /** Ids of the endpoints it may call, joined by commas; null: all. */
  readonly scopes: Absent<string>;
  /** Calls a second; null: the default of the server. */
  readonly qps: number | null;
  /** Calls beyond `qps` in ten seconds. */
  readonly burst: Generated<number>;
  /** The key works from this moment on, and before that one; null: no such limit. */
  readonly not_before: Absent<number>;
  readonly expires_at: Absent<number>;
  /** 1: calls are counted but never refused for want of credits. */
  readonly unlimited: 0 | 1;
  readonly created_at: Fixed<number>;
  readonly revoked_at: Absent<number>;
  readonly last_used_at: Absent<number>;
}

/** What a key was before it was rotated. */
export interface RetiredSecretTable {
  /** SHA-256, as in `api_key`. */
  readonly key_hash: Fixed<string>;
  readonly key_id: Fixed<string>;
  /** From this moment on it works no more. */
  readonly ends_at: number;
}

export type CreditEntryKind = 'grant' | 'charge' | 'refund' | 'expiry';

/** The ledger: append-only; what a key's entries sum to is its balance. */
export interface CreditEntryTable {
  readonly id: Generated<number>;
  readonly key_id: Fixed<string>;
  readonly kind: Fixed<CreditEntryKind>;
  /** Credits, negative for charges and what expired; one entry may hold many charges. */
  readonly credits: Fixed<number>;
  readonly created_at: Fixed<number>;
  readonly note: ColumnType<string, string | undefined, never>;
}

/** The sum of a key's ledger entries, changed in the transaction that writes them. */
export interface CreditBalanceTable {
  readonly key_id: Fixed<string>;
  /** Credits; below zero for unlimited keys only. */
  readonly balance: number;
  /** Sum of all charges, refunded ones too. */
  readonly charged: Generated<number>;
  readonly refunded: Generated<number>;
  /** What `charged` was when the key's lots were last brought up to date. */
  readonly settled: Generated<number>;
  /** When a lot expires or the plan renews next; nothing is charged from then on until that is settled. */
  readonly due_at: Absent<number>;
}

export type CreditLotKind = 'quota' | 'grant';

/** Credits that expire, as they were when the key was last settled. What does not expire is in no lot. */
export interface CreditLotTable {
  readonly key_id: Fixed<string>;
  readonly kind: Fixed<CreditLotKind>;
  readonly expires_at: Fixed<number>;
  readonly credits: number;
}

/** A quota of credits that renews every month. */
export interface CreditPlanTable {
  readonly key_id: Fixed<string>;
  readonly quota: Fixed<number>;
  /** Months are counted from here. */
  readonly anchored_at: Fixed<number>;
  readonly renews_at: number;
}

export type DatasetStatus = 'building' | 'ready' | 'failed' | 'dropped';

/** One publish. */
export interface DatasetVersionTable {
  readonly version: Generated<number>;
  /** The as-of day, `YYYY-MM-DD`. */
  readonly as_of: string;
  readonly lineage: number;
  /** Ingest batches with a smaller id are wholly in it. */
  readonly watermark: number;
  /** Fingerprint of the settings the numbers depend on. */
  readonly settings: string;
  readonly status: DatasetStatus;
  readonly created_at: Fixed<number>;
  readonly finished_at: Absent<number>;
  /** JSON. */
  readonly report: Absent<string>;
  /**
   * Batches with this id or a larger one were opened after it ended: none of their rows is in its state; null: it runs.
   */
  readonly batches_below: Absent<number>;
  /** 1: what it was calculated from has changed since, so that no publish may go on from its lineage. */
  readonly outdated: Generated<0 | 1>;
}

/** The version that is served: the row with id 1, absent before the first publish. */
export interface DatasetPointerTable {
  readonly id: Fixed<1>;
  readonly version: number;
}

export type IngestStatus = 'open' | 'done' | 'failed';

/** Where the rows of a batch are that was withdrawn: on their way out, out, or on their way back. */
export type Withdrawal = 'withdrawing' | 'withdrawn' | 'restoring';

/** One run of ingest. */
export interface IngestBatchTable {
  readonly id: Generated<number>;
  /** File name, `stdin` or `http`. */
  readonly source: Fixed<string>;
  readonly status: IngestStatus;
  readonly started_at: Fixed<number>;
  /** A batch that is open and has long not beaten belongs to a dead process. */
  readonly heartbeat_at: number;
  readonly finished_at: Absent<number>;
  /** JSON. */
  readonly report: Absent<string>;
  /** Null: its rows count. */
  readonly withdrawal: Absent<Withdrawal>;
  readonly withdrawn_at: Absent<number>;
  readonly withdrawn_reason: Absent<string>;
}
