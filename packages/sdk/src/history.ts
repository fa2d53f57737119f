import type { Suspicion } from './suspicion.ts';

/** What an operator changed. Times are epoch milliseconds. */
export interface AuditEntry {
  readonly id: number;
  readonly at: number;
  /** What they showed: the admin token, or nothing, for a command on the data directory itself. */
  readonly actor: 'admin-token' | `adm_${string}` | 'local';
  /** What the admin key is called; null where it was none. */
  readonly actorName: string | null;
  /** The address of the connection, or the name of the system's user. */
  readonly origin: string;
  /** Such as `keys.create`. */
  readonly action: string;
  readonly request: object;
  /** Null: it is under way, or the process ended before it was over. */
  readonly outcome: 'done' | 'failed' | null;
  readonly endedAt: number | null;
  /** What it made, or why it failed. */
  readonly detail: object;
}

/** A run of ingest. Times are epoch milliseconds. */
export interface IngestBatch {
  readonly batch: number;
  readonly source: string;
  readonly status: 'open' | 'done' | 'failed';
  readonly startedAt: number;
  /** When its process was last heard of while it was open. */
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
  /** Its records do not count, or are on their way out or back; null: they count. */
  readonly withdrawal: 'withdrawing' | 'withdrawn' | 'restoring' | null;
  readonly withdrawnAt: number | null;
  readonly withdrawnReason: string | null;
}

/** Which part of a list that begins with the newest. */
export interface ListPage {
  /** From 1 to 1,000; default 100. */
  readonly limit?: number | undefined;
  /** Only entries with a smaller id. */
  readonly before?: number | undefined;
}

/** Result of a rollback. */
export interface RollbackReport {
  /** The version that was served. */
  readonly from: number;
  /** The version that is served now. */
  readonly version: number;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** Options of an erasure. */
export interface ForgetOptions {
  /** Confirms the erasure, which cannot be undone. */
  readonly confirm: true;
  /** Accepts a creator without any records. */
  readonly unknown?: boolean | undefined;
  /** Called at the start of each step of the publish without them. */
  readonly onStep?: ((step: string, index: number, count: number) => void) | undefined;
}

/** Preview of an erasure. */
export interface ForgetPreview {
  /** Last observed handle and name; null: never observed. */
  readonly uniqueId: string | null;
  readonly nickName: string | null;
  /** Observations by kind. */
  readonly records: Readonly<Record<'creator' | 'video' | 'live' | 'sale', number>>;
  readonly videos: number;
  readonly lives: number;
  /** Pairs of a product and a video or live. */
  readonly links: number;
  /** Shops that name them as their account: these stay, without the name. */
  readonly shops: number;
  /** False if there are no records of them and they were not erased before. */
  readonly isKnown: boolean;
  /** The served version, which is replaced by one without them; null: none. */
  readonly served: number | null;
  /** Versions to which a rollback is no longer possible afterwards. */
  readonly versionsLost: readonly number[];
}

/** Result of an erasure. */
export interface ForgetReport {
  /** Pseudonym of the creator, also used in the audit log. */
  readonly person: string;
  /** Deleted observations by kind. */
  readonly records: Readonly<Record<'creator' | 'video' | 'live' | 'sale', number>>;
  /** The version that is served now, calculated without them; null if nothing was published. */
  readonly version: number | null;
}

/** The page as a query string. */
export function pageQuery({ limit, before }: ListPage = {}): string {
  const query = new URLSearchParams();
  if (limit !== undefined) query.set('limit', String(limit));
  if (before !== undefined) query.set('before', String(before));
  return query.toString();
}
