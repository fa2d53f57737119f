import type { UsageRecord } from '../../../src/access/usage/usage-record.ts';
import { UsageRecorder } from '../../../src/access/usage/usage-recorder.ts';
import type { UsageSink } from '../../../src/access/usage/usage-sink.ts';
import { UsageSpool } from '../../../src/access/usage/usage-spool.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import type { Engine } from '../../../src/warehouse/engine/engine.ts';
import { storeUsage } from '../../../src/warehouse/usage/usage-store.ts';

/** The engine as the product uses it. */
export function sinkOf(engine: Engine): UsageSink {
  return { store: (id, ndjson) => storeUsage(engine, id, ndjson) };
}

export interface TestRecorder {
  readonly recorder: UsageRecorder;
  /** What the operator heard. */
  readonly heard: string[];
}

const day = 86_400_000;

/** A recorder that flushes only when it is told to. */
export async function testRecorder(directory: string, sink: UsageSink, bytesMax = 1e9): Promise<TestRecorder> {
  const heard: string[] = [];
  const events = {
    onAway: (error: unknown) => heard.push(`away: ${error instanceof Error ? error.message : error}`),
    onBack: () => heard.push('back'),
    onLoss: (reason: string) => heard.push(`loss: ${reason}`),
  };
  const spool = await UsageSpool.open({ directory, bytesMax, clock: systemClock });
  return { recorder: new UsageRecorder({ spool, sink, events, flushMs: day }), heard };
}

export async function recorderInto(engine: Engine, directory: string): Promise<UsageRecorder> {
  return (await testRecorder(directory, sinkOf(engine))).recorder;
}

/** Noon of the day before: the engine lets go of what is 90 days old. */
export const noon = Math.floor(Date.now() / day) * day - day / 2;

export function record(differences: Partial<UsageRecord> = {}): UsageRecord {
  return {
    at: noon,
    keyId: 'key_a',
    endpoint: 'product-list',
    status: 200,
    credits: 1,
    latencyMicros: 500,
    rows: 10,
    bytes: 2500,
    datasetVersion: 3,
    ...differences,
  };
}
