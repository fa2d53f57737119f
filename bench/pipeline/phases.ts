import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { type SimulationOptions, simulate } from '@vitrine/simulator';
import { ingest } from '../../packages/server/src/ingest/ingest.ts';
import type { IngestSummary } from '../../packages/server/src/ingest/summary.ts';
import { systemClock } from '../../packages/server/src/kernel/clock.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { publish } from '../../packages/server/src/warehouse/publish/publish.ts';
import type { PublishSettings } from '../../packages/server/src/warehouse/publish/settings.ts';
import { loadAlone } from './engine-alone.ts';
import { openPipelineDirectory } from './pipeline-directory.ts';
import type { Sample } from './samples.ts';

/** What a phase measured; seconds, and the most memory its process ever held. */
export interface Measured {
  readonly seconds: number;
  /** Of every core together, where it was measured. */
  readonly processorSeconds?: number;
  readonly residentBytesMax: number;
  readonly details: Readonly<Record<string, number | string>>;
}

/** One phase, run in a process of its own so that its memory is its own. */
export type Phase = (directory: string, options: PhaseOptions) => Promise<Omit<Measured, 'residentBytesMax'>>;

export interface PhaseOptions {
  readonly simulation: SimulationOptions;
  /** Files for the comparison of ingest with the engine alone. */
  readonly samples: readonly Sample[];
  readonly settings?: Partial<PublishSettings>;
}

export const phases: Readonly<Record<string, Phase>> = {
  /** Takes in simulated days through ingest, without a file between. */
  async load(directory, { simulation }) {
    const opened = await openPipelineDirectory(directory);
    const summary = await ingest(
      { engine: opened.engine, batches: opened.batches, clock: systemClock, dataDirectory: directory },
      { source: 'simulation', from: { stream: Readable.from(simulate(simulation)) }, format: 'ndjson' },
    );
    await opened.close();
    return { seconds: summary.seconds, details: { records: total(summary.records), bytes: summary.bytes } };
  },

  async publish(directory, { settings }) {
    const opened = await openPipelineDirectory(directory, settings);
    const before = process.cpuUsage();
    const report = await publish(opened.publishing);
    const processorSeconds = processorSecondsSince(before);
    await opened.close();
    return {
      seconds: report.seconds,
      processorSeconds,
      details: { ...report.steps, ...report.rows, base: report.base },
    };
  },

  /** The samples through ingest. */
  async ingest(directory, { samples }) {
    const opened = await openPipelineDirectory(directory);
    const dependencies = {
      engine: opened.engine,
      batches: opened.batches,
      clock: systemClock,
      dataDirectory: directory,
    };
    const summaries: IngestSummary[] = [];
    const time = await timeOf(async () => {
      for (const { path, kind, format } of samples)
        summaries.push(await ingest(dependencies, { source: path, from: { path }, format, kind }));
    });
    await opened.close();
    const sum = (of: (summary: IngestSummary) => number) => summaries.reduce((all, summary) => all + of(summary), 0);
    const details = { records: sum(({ records }) => total(records)), rejected: sum(({ rejected }) => rejected) };
    return { ...time, details };
  },

  /** The samples into the same tables without us. */
  async engineAlone(directory, { samples }) {
    const opened = await openPipelineDirectory(directory);
    const time = await timeOf(async () => {
      for (const sample of samples) await loadAlone(opened.engine, sample);
    });
    const records = await rowsIn(opened.engine, samples);
    await opened.close();
    return { ...time, details: { records } };
  },
};

/** The most memory this process ever held, bytes (Linux). */
export function residentBytesMax(): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

async function timeOf(work: () => Promise<void>) {
  const begun = performance.now();
  const before = process.cpuUsage();
  await work();
  return { seconds: (performance.now() - begun) / 1000, processorSeconds: processorSecondsSince(before) };
}

function processorSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function rowsIn(engine: Engine, samples: readonly Sample[]): Promise<number> {
  let rows = 0;
  for (const { kind } of samples) {
    const [counted] = await engine.rows<{ rows: string }>(`SELECT count() AS rows FROM landing_${kind}`);
    rows += Number(counted?.rows ?? 0);
  }
  return rows;
}
