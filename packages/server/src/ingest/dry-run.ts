import { normalRecord } from './fields/records.ts';
import { IngestError } from './ingest-error.ts';
import type { RunOptions } from './run.ts';
import { type IngestSummary, nothingIn } from './summary.ts';
import { Findings } from './validating/findings.ts';
import { type GoodRecord, RecordIntake, type RecordSink } from './validating/record-intake.ts';
import { refuseRejected } from './validating/refuse-rejected.ts';
import { RejectLog } from './validating/rejects.ts';
import { withJsonTexts } from './validating/validate-record.ts';

const shownMax = 3;

type DryRunOptions = Pick<RunOptions, 'clock' | 'limits' | 'erasures' | 'name' | 'input' | 'onProgress' | 'signal'>;

/**
 * Reads the input to its end and says what would go in. Nothing is written, and no batch is opened.
 *
 * @param strict it would be refused with a line that is rejected or a field that cannot be read.
 * @throws IngestError `source`, or `refused` where a strict run is
 */
export async function dryRun(options: DryRunOptions, strict: boolean): Promise<IngestSummary> {
  const { clock, limits, erasures, name, input, onProgress, signal } = options;
  const startedAt = clock.now();
  const preview = new Preview();
  const rejects = new RejectLog();
  const findings = new Findings();
  const parts = { limits, sink: preview, rejects, findings, erasures, isStrict: strict };
  const intake = new RecordIntake({ ...parts, kind: input.kind });
  let bytes = 0;
  for await (const _step of input.read(intake, (count) => (bytes += count))) {
    if (signal?.aborted === true) throw new IngestError('source', `${name} was aborted by the sender`);
    onProgress({ bytes, records: intake.records, rejected: rejects.count });
  }
  if (strict) refuseRejected(name, rejects);
  const seconds = (clock.now() - startedAt) / 1000;
  return {
    batch: 0,
    dryRun: true,
    source: name,
    ...(input.from !== undefined && { from: input.from }),
    ...nothingIn(name, {
      rejected: rejects.count,
      erased: intake.erased,
      records: intake.records,
      skipped: intake.skipped,
      bytes,
    }),
    records: preview.records,
    firstRecords: preview.first,
    rejected: rejects.count,
    ...(intake.erased > 0 && { forgotten: intake.erased }),
    ...intake.skipped,
    ...findings.summary(),
    bytes,
    seconds,
    recordsPerSecond: seconds > 0 ? Math.round(intake.records / seconds) : 0,
    firstRejects: rejects.first,
  };
}

/** Counts records by kind, and keeps the first as they would be stored. */
class Preview implements RecordSink {
  readonly #counts = new Map<string, number>();
  readonly #first: object[] = [];

  get records(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  get first(): readonly object[] {
    return this.#first;
  }

  take(good: GoodRecord): void {
    const { kind } = good;
    this.#counts.set(kind.name, (this.#counts.get(kind.name) ?? 0) + 1);
    if (this.#first.length === shownMax) return;
    this.#first.push({ kind: kind.name, ...normalRecord(withJsonTexts(kind, good), kind.fields) });
  }
}
