import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { type SimulationOptions, simulate } from '@vitrine/simulator';
import { kinds } from '../../packages/server/src/ingest/kinds/index.ts';

export const sampleFormats = ['ndjson', 'csv'] as const;

/** A file of records of one kind. */
export interface Sample {
  readonly kind: string;
  readonly format: (typeof sampleFormats)[number];
  readonly path: string;
}

/** Nearly all of what is observed. */
const sampleKinds = ['product', 'video'];

type Fields = Readonly<Record<string, unknown>>;

/** Writes simulated days of each kind, once as NDJSON and once as CSV. */
export async function writeSamples(directory: string, options: SimulationOptions): Promise<readonly Sample[]> {
  const samples = sampleKinds.flatMap((kind) =>
    sampleFormats.map((format) => ({ kind, format, path: join(directory, `${kind}.${format}`) })),
  );
  const files = new Map(samples.map((sample) => [`${sample.kind}.${sample.format}`, createWriteStream(sample.path)]));
  for (const kind of sampleKinds) files.get(`${kind}.csv`)?.write(`${columnsOf(kind).join(',')}\n`);
  for (const chunk of simulate(options)) await writeRecords(files, Buffer.from(chunk).toString());
  for (const file of files.values()) {
    file.end();
    await once(file, 'close');
  }
  return samples;
}

async function writeRecords(files: ReadonlyMap<string, WriteStream>, lines: string): Promise<void> {
  for (const line of lines.split('\n').filter((text) => text !== '')) {
    const record = JSON.parse(line) as Fields & { readonly kind: string };
    await write(files.get(`${record.kind}.ndjson`), line);
    await write(
      files.get(`${record.kind}.csv`),
      columnsOf(record.kind)
        .map((name) => cell(record[name]))
        .join(','),
    );
  }
}

async function write(file: WriteStream | undefined, line: string): Promise<void> {
  if (file !== undefined && !file.write(`${line}\n`)) await once(file, 'drain');
}

function columnsOf(kind: string): readonly string[] {
  return [...(kinds.get(kind)?.fields.keys() ?? [])];
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
