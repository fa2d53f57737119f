/** How records are written down. */
export type IngestFormat = 'ndjson' | 'csv' | 'parquet' | 'xlsx';

export const ingestFormats: readonly IngestFormat[] = ['ndjson', 'csv', 'parquet', 'xlsx'];

/** The format a file name speaks of, with or without `.gz`; NDJSON where it says nothing. */
export function formatOf(fileName: string): IngestFormat {
  const name = fileName.toLowerCase().replace(/\.gz$/, '');
  if (name.endsWith('.csv')) return 'csv';
  if (/\.xls[xm]$/.test(name)) return 'xlsx';
  return /\.(parquet|pq)$/.test(name) ? 'parquet' : 'ndjson';
}

/** Whether a file name says that the file is gzip. */
export function isGzipName(fileName: string): boolean {
  return fileName.toLowerCase().endsWith('.gz');
}
