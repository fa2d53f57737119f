import type { Clock } from '../kernel/clock.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import { engineWords, isDiskFull } from '../warehouse/engine/engine-failures.ts';
import type { Batches } from './batches.ts';
import type { Erasures } from './erasure/erasures.ts';
import type { Limits } from './fields/field-check.ts';
import { IngestError } from './ingest-error.ts';
import { ChunkedSink, type ChunkLimits } from './landing/chunked-sink.ts';
import type { Input } from './reading/input.ts';
import { type IngestProgress, type IngestSummary, nothingIn } from './summary.ts';
import { Findings } from './validating/findings.ts';
import { RecordIntake, type RecordSink } from './validating/record-intake.ts';
import { refuseRejected } from './validating/refuse-rejected.ts';
import { RejectLog, removeOldRejects } from './validating/rejects.ts';

const heartbeatMs = 5_000;

export interface RunOptions {
  readonly engine: Engine;
  readonly batches: Batches;
  readonly clock: Clock;
  readonly dataDirectory: string;
  readonly chunkLimits: ChunkLimits;
  readonly limits: Limits;
  readonly erasures?: Pick<Erasures, 'isEmpty' | 'has'> | undefined;
  readonly name: string;
  readonly input: Input;
  readonly onProgress: (progress: IngestProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** One batch, from its opening to its report. */
export class IngestRun {
  readonly #options: RunOptions;
  readonly #batch: number;
  readonly #startedAt: number;
  readonly #rejects: RejectLog;
  readonly #sink: ChunkedSink;
  #findings = new Findings();
  #isStrict = false;
  #bytes = 0;
  #erased = 0;
  #skipped: RecordIntake['skipped'] = {};

  private constructor(options: RunOptions, batch: number) {
    const { engine, chunkLimits, dataDirectory } = options;
    this.#options = options;
    this.#batch = batch;
    this.#startedAt = options.clock.now();
    this.#rejects = new RejectLog({ dataDirectory, batch });
    this.#sink = new ChunkedSink({ engine, batch, limits: chunkLimits, rejects: this.#rejects });
  }

  static async open(options: RunOptions): Promise<IngestRun> {
    const batch = await options.batches.open(options.name);
    removeOldRejects(options.dataDirectory, batch);
    return new IngestRun(options, batch);
  }

  /** Reads the input to its end and closes the batch. @throws IngestError, the batch being closed as failed. */
  async complete(strict: boolean): Promise<IngestSummary> {
    this.#isStrict = strict;
    const heart = setInterval(() => void this.#beat(), heartbeatMs);
    try {
      if (strict) await this.#checkAll();
      await this.#read(this.#sink);
      if (strict) refuseRejected(this.#options.name, this.#rejects);
      return await this.#done();
    } catch (cause) {
      throw await this.#failed(cause);
    } finally {
      clearInterval(heart);
    }
  }

  /** A beat that is missed is made up for by the next one. */
  async #beat(): Promise<void> {
    await this.#options.batches.beat(this.#batch).catch(() => {});
  }

  async #checkAll(): Promise<void> {
    await this.#read(nowhere);
    refuseRejected(this.#options.name, this.#rejects);
  }

  async #read(sink: ChunkedSink | typeof nowhere): Promise<void> {
    const { input, limits, erasures, onProgress } = this.#options;
    this.#bytes = 0;
    this.#findings = new Findings();
    const intake = new RecordIntake({
      limits,
      sink,
      rejects: this.#rejects,
      findings: this.#findings,
      isStrict: this.#isStrict,
      kind: input.kind,
      erasures,
    });
    for await (const _step of input.read(intake, (bytes) => this.#meter(bytes))) {
      this.#refuseWhenGivenUp();
      await sink.drain();
      onProgress({ bytes: this.#bytes, records: intake.records, rejected: this.#rejects.count });
    }
    this.#erased = intake.erased;
    this.#skipped = intake.skipped;
    await sink.finish();
  }

  /** Whoever sent it is gone and will send it again: the rest would be work for nobody. */
  #refuseWhenGivenUp(): void {
    if (this.#options.signal?.aborted !== true) return;
    throw new IngestError('source', `${this.#options.name} was aborted by the sender`);
  }

  #meter(bytes: number): void {
    this.#bytes += bytes;
  }

  async #done(): Promise<IngestSummary> {
    this.#rejects.close();
    const summary = this.#summary();
    await this.#options.batches.finish(this.#batch, 'done', summary);
    return summary;
  }

  /**
   * A disk that is full may also fail the report: what went wrong first is what counts, and the silent batch is given
   * up later.
   */
  async #failed(cause: unknown): Promise<IngestError> {
    await this.#sink.settle();
    const summary = this.#summary();
    const error = endedEarly(cause, summary);
    try {
      this.#rejects.close();
      await this.#options.batches.finish(this.#batch, 'failed', { ...summary, error: error.message });
    } catch {}
    return error;
  }

  #summary(): IngestSummary {
    const records = this.#sink.landed;
    const seconds = (this.#options.clock.now() - this.#startedAt) / 1000;
    const rejectsFile = this.#rejects.path;
    const { count: rejected } = this.#rejects;
    const met = { rejected, erased: this.#erased, skipped: this.#skipped, bytes: this.#bytes };
    return {
      batch: this.#batch,
      source: this.#options.name,
      ...(this.#options.input.from !== undefined && { from: this.#options.input.from }),
      ...nothingIn(this.#options.name, { ...met, records: total(records) }),
      records,
      rejected,
      ...(this.#erased > 0 && { forgotten: this.#erased }),
      ...this.#skipped,
      ...this.#findings.summary(),
      bytes: this.#bytes,
      seconds,
      recordsPerSecond: seconds > 0 ? Math.round(total(records) / seconds) : 0,
      ...(rejectsFile === undefined ? {} : { rejectsFile }),
      firstRejects: this.#rejects.first,
    };
  }
}

/** Where the records of a check go. */
const nowhere: RecordSink & { drain(): Promise<void>; finish(): Promise<void> } = {
  take: () => {},
  drain: async () => {},
  finish: async () => {},
};

function endedEarly(cause: unknown, summary: IngestSummary): IngestError {
  const count = total(summary.records);
  const isIn = `${count} records were ingested; run it again to complete it, nothing is counted twice`;
  if (cause instanceof IngestError) {
    const message = `${cause.message}; ${count === 0 ? 'nothing was ingested' : isIn}`;
    return new IngestError(cause.reason, message, { cause, summary });
  }
  if (isDiskFull(cause)) return new IngestError('storage-full', `the disk is full: ${isIn}`, { cause, summary });
  const words = cause instanceof Error ? engineWords(cause) : String(cause);
  return new IngestError('engine', `the engine failed: ${words}; ${isIn}`, { cause, summary });
}

function total(records: Readonly<Record<string, number>>): number {
  return Object.values(records).reduce((sum, count) => sum + count, 0);
}
