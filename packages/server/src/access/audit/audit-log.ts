import type { AdminActor } from '../admin-keys/admin-keys.ts';

/** Who changes something. */
export interface Operator {
  /**
   * What they showed: the admin token, an admin key (its id), or nothing, for a command on the data directory itself.
   */
  readonly actor: AdminActor | 'local';
  /** Where they are: the address of the connection, or the name of the system's user. */
  readonly origin: string;
}

/** A change that is about to be made. */
export interface NewChange extends Operator {
  /** Such as `keys.create`. */
  readonly action: string;
  /** Its parameters, without secrets and personal data. */
  readonly request: object;
  /** It is made even while no entry can be written, which then comes later. */
  readonly isUrgent?: boolean | undefined;
  /** When it began, epoch milliseconds; default: now. */
  readonly at?: number | undefined;
}

export type Outcome = 'done' | 'failed';

/** A change as the log tells it. Times are epoch milliseconds. */
export interface AuditEntry extends Omit<NewChange, 'isUrgent'> {
  readonly id: number;
  readonly at: number;
  /** What the admin key is called; null where it was none. */
  readonly actorName: string | null;
  /** Null: it is under way, or the process ended before it was over. */
  readonly outcome: Outcome | null;
  readonly endedAt: number | null;
  /** What it made, or why it failed. */
  readonly detail: object;
}

export interface AuditQuestion {
  /** At most so many entries; default 100. */
  readonly limit?: number | undefined;
  /** Only entries with a smaller id: the next page. */
  readonly before?: number | undefined;
}

/** What operators changed, and when. Entries are added, never changed and never removed. */
export interface AuditLog {
  /**
   * Says what is about to be done: a change that cannot be logged is not made, unless it is urgent.
   *
   * @returns the id of its entry.
   */
  begin(change: NewChange): Promise<number>;
  /** Says how it ended. */
  end(id: number, outcome: Outcome, detail: object): Promise<void>;
  /** Newest first. */
  list(question: AuditQuestion): Promise<readonly AuditEntry[]>;
}

/** What an entry is to say of how a change ended. */
export interface Details<Result> {
  /** Default: nothing. */
  readonly ofResult?: ((result: Result) => object) | undefined;
  /** Default: its message. */
  readonly ofFailure?: ((error: unknown) => object) | undefined;
}

/**
 * Does something and keeps a record of it.
 *
 * @throws what the work throws, after that is in the record too.
 */
export async function recorded<Result>(
  log: AuditLog,
  change: NewChange,
  work: () => Promise<Result>,
  { ofResult = () => ({}), ofFailure = messageIn }: Details<Result> = {},
): Promise<Result> {
  const id = await log.begin(change);
  const result = await work().catch(async (error: unknown) => {
    await endQuietly(log, id, 'failed', ofFailure(error));
    throw error;
  });
  await endQuietly(log, id, 'done', ofResult(result));
  return result;
}

function messageIn(error: unknown): object {
  return { message: error instanceof Error ? error.message : String(error) };
}

/** It has happened: whoever asked is to hear of that, and an entry without an outcome says that something was off. */
async function endQuietly(log: AuditLog, id: number, outcome: Outcome, detail: object): Promise<void> {
  await log.end(id, outcome, detail).catch(() => {});
}
