import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type SimulationOptions, simulate } from '@vitrine/simulator';
import { ingest } from '../../packages/server/src/ingest/ingest.ts';
import { systemClock } from '../../packages/server/src/kernel/clock.ts';
import { publish } from '../../packages/server/src/warehouse/publish/publish.ts';
import { openPlace } from './place.ts';

/** What a phase measured; seconds, and the most memory its process ever held. */
export interface Measured {
  readonly seconds: number;
  readonly residentBytesMax: number;
  readonly details: Readonly<Record<string, number | string>>;
}

/** One phase, run in a process of its own so that its memory is its own. */
export type Phase = (directory: string, options: PhaseOptions) => Promise<Omit<Measured, 'residentBytesMax'>>;

export interface PhaseOptions {
  readonly simulation: SimulationOptions;
  /** NDJSON file for the comparison of ingest with the engine alone. */
  readonly sample: string;
}

export const phases: Readonly<Record<string, Phase>> = {
  /** Takes in simulated days through ingest, without a file between. */
  async load(directory, { simulation }) {
    const place = await openPlace(directory);
    const summary = await ingest(
      { engine: place.engine, batches: place.batches, clock: systemClock, dataDirectory: directory },
      { source: 'simulation', from: { stream: Readable.from(simulate(simulation)) }, format: 'ndjson' },
    );
    await place.close();
    return { seconds: summary.seconds, details: { records: total(summary.records), bytes: summary.bytes } };
  },

  async publish(directory) {
    const place = await openPlace(directory);
    const report = await publish(place.publishing);
    await place.close();
    return { seconds: report.seconds, details: { ...report.steps, ...report.rows, base: report.base } };
  },

  /** The sample through ingest. */
  async ingest(directory, { sample }) {
    const place = await openPlace(directory);
    const summary = await ingest(
      { engine: place.engine, batches: place.batches, clock: systemClock, dataDirectory: directory },
      { source: 'sample.ndjson', from: { path: sample }, format: 'ndjson' },
    );
    await place.close();
    return { seconds: summary.seconds, details: { records: total(summary.records), rejected: summary.rejected } };
  },

  /** The sample's bytes as they are into one table that holds the columns of every kind. */
  async engineAlone(directory, { sample }) {
    const place = await openPlace(directory);
    await place.engine.command(await oneLandingTable(place.engine));
    const begun = performance.now();
    for await (const piece of wholeLines(sample)) await place.engine.insert('landing_any', piece);
    const seconds = (performance.now() - begun) / 1000;
    await place.close();
    return { seconds, details: {} };
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

/** A plain table with each column of the landing tables once. */
async function oneLandingTable(engine: { rows<Row>(sql: string): Promise<readonly Row[]> }): Promise<string> {
  const columns = await engine.rows<{ name: string; type: string }>(
    `SELECT name, any(type) AS type FROM system.columns
     WHERE database = currentDatabase() AND table LIKE 'landing_%' AND default_kind = '' GROUP BY name`,
  );
  const plain = columns.map(({ name, type }) => `${name} ${plainType(name, type)}`);
  return `CREATE TABLE landing_any (${plain.join(', ')}) ENGINE = MergeTree
    PARTITION BY toYYYYMM(observed_at) ORDER BY (product_id, video_id, observed_at)`;
}

function plainType(name: string, type: string): string {
  if (name === 'products') return 'String';
  return /^SimpleAggregateFunction\(\w+, (.*)\)$/s.exec(type)?.[1] ?? type;
}

async function* wholeLines(file: string): AsyncIterable<Buffer> {
  const handle = await open(file);
  try {
    let rest = Buffer.alloc(0);
    for await (const block of handle.createReadStream({ highWaterMark: 8 * 1024 * 1024 })) {
      const bytes = Buffer.concat([rest, block as Buffer]);
      const end = bytes.lastIndexOf(10) + 1;
      rest = bytes.subarray(end);
      if (end > 0) yield bytes.subarray(0, end);
    }
    if (rest.length > 0) yield rest;
  } finally {
    await handle.close();
  }
}
