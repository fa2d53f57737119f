import { csv } from './csv.ts';
import type { ExportFormat } from './export-format.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import { xlsx } from './xlsx.ts';

/** By the value of the parameter `format`; the first is the default. */
export const exportFormats = { ndjson, csv, parquet, xlsx } as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormatName[];
