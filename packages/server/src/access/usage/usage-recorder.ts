import { LineBuffer } from '../../kernel/line-buffer.ts';
import { type UsageLog, type UsageRecord, usageLine } from './usage-record.ts';
import type { UsageSink } from './usage-sink.ts';
import type { SpooledBatch, UsageSpool } from './usage-spool.ts';

/** What the operator is to hear of. Called when it begins and when it is over, not for each batch. */
export interface UsageEvents {
  /** The sink takes nothing: batches wait in the spool. */
  onAway(error: unknown): void;
  onBack(): void;
  /** Records are lost, for want of room in the spool or for another reason. */
  onLoss(reason: string): void;
}

export interface UsageRecorderParts {
  readonly spool: UsageSpool;
  readonly sink: UsageSink;
  readonly events: UsageEvents;
  /** How long a record stays in memory, and how often a sink that is away is tried; default 1,000. */
  readonly flushMs?: number;
}

/** Small enough for the engine to take a batch as one block. */
const batchRecordsMax = 10_000;
/** More than that would hold up a stop; the next start goes on. */
const closingBatchesMax = 100;

/**
 * Collects records in memory and, once a second, writes them to the spool as a batch and hands over to the sink what
 * the spool holds, oldest first. Being killed loses what came since the last batch was written; a sink that is away
 * loses nothing.
 */
export class UsageRecorder implements UsageLog {
  readonly #spool: UsageSpool;
  readonly #sink: UsageSink;
  readonly #events: UsageEvents;
  readonly #timer: NodeJS.Timeout;
  /** Lines: made one by one, they hold up no request; thousands at once would. */
  readonly #pending = new LineBuffer();
  #keeping: Promise<void> = Promise.resolve();
  #delivering: Promise<void> | undefined;
  #isMoreWaiting = false;
  #batchesLeft = Number.POSITIVE_INFINITY;
  #isAway = false;
  #isLosing = false;
  #lostRecords = 0;

  constructor({ spool, sink, events, flushMs = 1_000 }: UsageRecorderParts) {
    this.#spool = spool;
    this.#sink = sink;
    this.#events = events;
    this.#timer = setInterval(() => this.#flushIfAny(), flushMs);
    this.#timer.unref();
  }

  /** Records that will not be stored, since the start of the process. */
  get lostRecords(): number {
    return this.#lostRecords;
  }

  /** Bytes that wait on disk for the sink. */
  get spoolBytes(): number {
    return this.#spool.bytes;
  }

  record(record: UsageRecord): void {
    this.#pending.add(usageLine(record));
    if (this.#pending.lines >= batchRecordsMax) void this.flush();
  }

  /** Resolves when what was recorded so far is on the disk and, unless the sink is away, in the sink. Never rejects. */
  async flush(): Promise<void> {
    await this.#keep();
    await this.#deliver();
  }

  /**
   * Writes down what is left and, unless that would take long, hands it over. Call when nothing more will be recorded.
   */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#batchesLeft = closingBatchesMax;
    await this.flush();
  }

  #flushIfAny(): void {
    if (this.#pending.lines > 0 || this.#spool.first !== undefined) void this.flush();
  }

  /** One after the other, so that files are written in the order of their names. */
  #keep(): Promise<void> {
    const records = this.#pending.lines;
    if (records > 0) {
      const batch = this.#pending.take();
      this.#keeping = this.#keeping.then(() => this.#append(records, batch));
    }
    return this.#keeping;
  }

  async #append(records: number, batch: Buffer): Promise<void> {
    const id = this.#spool.newId(records);
    try {
      const hasRoom = await this.#spool.append(id, batch);
      if (!hasRoom) return this.#lose(records, 'the spool is full');
      this.#isLosing = false;
    } catch (error) {
      await this.#storeAtOnce(id, batch, records, error);
    }
  }

  /** For a disk that takes nothing: a sink elsewhere may. */
  async #storeAtOnce(id: string, batch: Buffer, records: number, cause: unknown): Promise<void> {
    const outcome = await this.#sink.store(id, batch).catch(() => 'away');
    if (outcome !== 'stored') this.#lose(records, `the spool cannot be written: ${messageOf(cause)}`);
  }

  /** What comes while a delivery is under way is delivered by it. */
  #deliver(): Promise<void> {
    this.#isMoreWaiting = true;
    this.#delivering ??= this.#deliverAll();
    return this.#delivering;
  }

  async #deliverAll(): Promise<void> {
    while (this.#isMoreWaiting) {
      this.#isMoreWaiting = false;
      await this.#drain();
    }
    this.#delivering = undefined;
  }

  async #drain(): Promise<void> {
    try {
      for (let batch = this.#next(); batch !== undefined; batch = this.#next()) await this.#handOver(batch);
      this.#back();
    } catch (error) {
      this.#away(error);
    }
  }

  #next(): SpooledBatch | undefined {
    return this.#batchesLeft-- > 0 ? this.#spool.first : undefined;
  }

  async #handOver(batch: SpooledBatch): Promise<void> {
    const outcome = await this.#sink.store(batch.id, await this.#spool.read(batch));
    if (outcome === 'stored') return this.#spool.remove(batch);
    await this.#spool.setAside(batch);
    this.#lose(batch.records, `the engine rejects the batch ${batch.id}, which is kept as ${batch.id}.refused`);
  }

  #away(error: unknown): void {
    if (!this.#isAway) this.#events.onAway(error);
    this.#isAway = true;
  }

  #back(): void {
    if (this.#isAway) this.#events.onBack();
    this.#isAway = false;
  }

  #lose(records: number, reason: string): void {
    this.#lostRecords += records;
    if (!this.#isLosing) this.#events.onLoss(reason);
    this.#isLosing = true;
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
