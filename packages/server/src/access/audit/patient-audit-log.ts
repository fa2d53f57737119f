import { isAccountsUnavailable } from '../../accounts/unavailable.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AuditEntry, AuditLog, AuditQuestion, NewChange, Outcome } from './audit-log.ts';

/** What the operator is to hear of. */
export interface AuditEvents {
  /** An urgent change is made although its entry cannot be written yet. */
  onLate(change: NewChange, cause: unknown): void;
  /** The entry is written after all. */
  onWritten(change: NewChange): void;
  /** The process ends before it could be. */
  onLost(change: NewChange): void;
}

interface Kept {
  readonly change: NewChange;
  ending: { readonly outcome: Outcome; readonly detail: object } | undefined;
}

const retryMsDefault = 1_000;

/**
 * An audit log that does not stand in the way of what must not wait: where the database takes no entry, that of an urgent change
 * is kept in memory and written as soon as it can be, with the time at which the change began.
 */
export class PatientAuditLog implements AuditLog {
  readonly #stored: AuditLog;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  readonly #kept = new Map<number, Kept>();
  #events: AuditEvents = { onLate() {}, onWritten() {}, onLost() {} };
  #flushing: Promise<void> | undefined;
  #keptEver = 0;

  constructor(stored: AuditLog, clock: Clock, retryMs = retryMsDefault) {
    this.#stored = stored;
    this.#clock = clock;
    this.#timer = setInterval(() => void this.flush(), retryMs).unref();
  }

  /** Tells somebody from now on. */
  tell(events: AuditEvents): void {
    this.#events = events;
  }

  async begin(change: NewChange): Promise<number> {
    const at = this.#clock.now();
    try {
      return await this.#stored.begin(change);
    } catch (cause) {
      if (!change.isUrgent || !isAccountsUnavailable(cause)) throw cause;
      // Ids of the database are above zero.
      const id = -++this.#keptEver;
      this.#kept.set(id, { change: { ...change, at }, ending: undefined });
      this.#events.onLate(change, cause);
      return id;
    }
  }

  async end(id: number, outcome: Outcome, detail: object): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept === undefined) return this.#stored.end(id, outcome, detail);
    kept.ending = { outcome, detail };
  }

  list(question: AuditQuestion): Promise<readonly AuditEntry[]> {
    return this.#stored.list(question);
  }

  /** Writes what is kept, as far as the database takes it. Never rejects. */
  flush(): Promise<void> {
    this.#flushing ??= this.#write().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
    for (const { change } of this.#kept.values()) this.#events.onLost(change);
  }

  async #write(): Promise<void> {
    for (const [id, { change, ending }] of this.#kept) {
      if (ending === undefined) continue;
      try {
        const written = await this.#stored.begin(change);
        this.#kept.delete(id);
        this.#events.onWritten(change);
        await this.#stored.end(written, ending.outcome, ending.detail);
      } catch {
        return;
      }
    }
  }
}
