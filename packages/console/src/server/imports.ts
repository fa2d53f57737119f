import { queryOptions } from '@tanstack/react-query';
import type { IngestSummary, PublishReport } from '@vitrine/sdk';
import { addressOf, get, RequestError } from './request.ts';
import { type Step, sendInSteps } from './steps.ts';
import { upload } from './upload.ts';

/** What files are read, and what may be told of one. */
export interface Readable {
  readonly sources: readonly { readonly name: string; readonly title: string }[];
  /** Kinds that all records of a table may be of. */
  readonly kinds: readonly string[];
  readonly told: readonly { readonly name: string; readonly example: string }[];
}

export const readableQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: async ({ signal }) => (await get<Readable>('console/v1/sources', {}, signal)).data,
});

/** What a person says of a file, by the names of parameters. */
export type Told = Readonly<Record<string, string>>;

/** What became of a file, or would. */
export interface Taken {
  readonly summary: IngestSummary;
  /** Why nothing of it went in, in the server's words. */
  readonly refusal: string | undefined;
}

export interface FileSent {
  readonly file: File;
  readonly told: Told;
  /** Nothing is to be written. */
  readonly isPreview: boolean;
  readonly signal: AbortSignal;
  /** Told how much of it has left, from 0 to 1. */
  onSent(part: number): void;
}

/** Brings a file in, or asks what would go in. @throws RequestError */
export async function sendFile({ file, told, isPreview, signal, onSent }: FileSent): Promise<Taken> {
  const preview = isPreview ? '1' : undefined;
  const address = addressOf('console/v1/ingest', { source: file.name, dry_run: preview, ...parametersOf(file, told) });
  try {
    return { summary: await upload<IngestSummary>({ address, file, signal, onSent }), refusal: undefined };
  } catch (error) {
    if (!(error instanceof RequestError) || error.data === undefined) throw error;
    return { summary: error.data as IngestSummary, refusal: error.message };
  }
}

/** A file of a source is told by its content; of records of one kind, its name says how they are written. */
function parametersOf({ name }: File, told: Told): Told {
  const format = formatIn(name);
  if (told['kind'] !== undefined || format === 'parquet') return { format, ...told };
  return { from: 'auto', ...told };
}

function formatIn(fileName: string): string {
  const name = fileName.toLowerCase().replace(/\.gz$/, '');
  if (name.endsWith('.csv')) return 'csv';
  if (/\.xls[xm]$/.test(name)) return 'xlsx';
  return /\.(parquet|pq)$/.test(name) ? 'parquet' : 'ndjson';
}

/** Has what is in become numbers. @throws RequestError */
export function publish(onStep: (step: Step) => void): Promise<PublishReport> {
  return sendInSteps<PublishReport>('console/v1/publish', onStep);
}
