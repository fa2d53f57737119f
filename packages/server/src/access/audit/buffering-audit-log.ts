import { isAccountsUnavailable } from '../../accounts/unavailable.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AuditEntry, AuditLog, AuditQuestion, NewChange, Outcome } from './audit-log.ts';

/** What the operator is informed of. */
export interface AuditEvents {
  /** An urgent change proceeds although its entry cannot be written yet. */
  onLate(change: NewChange, cause: unknown): void;
  /** The entry is written later. */
  onWritten(change: NewChange): void;
  /** The process ends before the entry is written. */
  onLost(change: NewChange): void;
}

interface BufferedChange {
  readonly change: NewChange;
  ending: { readonly outcome: Outcome; readonly detail: object } | undefined;
}

const retryMsDefault = 1_000;

/**
 * An audit log that delays no urgent change: if the database is unavailable, the entry of an urgent change is buffered
 * in memory and written as soon as possible, with the time at which the change began.
 */
export class BufferingAuditLog implements AuditLog {
  readonly #stored: AuditLog;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  readonly #buffered = new Map<number, BufferedChange>();
  #events: AuditEvents = { onLate() {}, onWritten() {}, onLost() {} };
  #flushing: Promise<void> | undefined;
  #bufferedEver = 0;

  constructor(stored: AuditLog, clock: Clock, retryMs = retryMsDefault) {
    this.#stored = stored;
    this.#clock = clock;
    this.#timer = setInterval(() => void this.flush(), retryMs).unref();
  }

  /** Replaces the receiver of events. */
  subscribe(events: AuditEvents): void {
    this.#events = events;
  }

  async begin(change: NewChange): Promise<number> {
    const at = this.#clock.now();
    try {
      return await this.#stored.begin(change);
    } catch (cause) {
      if (!change.isUrgent || !isAccountsUnavailable(cause)) throw cause;
      // Ids of the database are above zero.
      const id = -++this.#bufferedEver;
      this.#buffered.set(id, { change: { ...change, at }, ending: undefined });
      this.#events.onLate(change, cause);
      return id;
    }
  }

  async end(id: number, outcome: Outcome, detail: object): Promise<void> {
    const kept = this.#buffered.get(id);
    if (kept === undefined) return this.#stored.end(id, outcome, detail);
    kept.ending = { outcome, detail };
  }

  list(question: AuditQuestion): Promise<readonly AuditEntry[]> {
    return this.#stored.list(question);
  }

  /** Writes buffered entries, as far as the database accepts them. Never rejects. */
  flush(): Promise<void> {
    this.#flushing ??= this.#write().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
    for (const { change } of this.#buffered.values()) this.#events.onLost(change);
  }

  async #write(): Promise<void> {
    for (const [id, { change, ending }] of this.#buffered) {
      if (ending === undefined) continue;
      try {
        const written = await this.#stored.begin(change);
        this.#buffered.delete(id);
        this.#events.onWritten(change);
        await this.#stored.end(written, ending.outcome, ending.detail);
      } catch {
        return;
      }
    }
  }
}
