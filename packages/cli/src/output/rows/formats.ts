import { csv } from './csv.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import type { RowFormat } from './row-format.ts';
import { table } from './table.ts';

/** By what `--format` calls them; the first is the default of `get`. */
export const formats = { table, csv, json, ndjson, parquet } as const satisfies Readonly<Record<string, RowFormat>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
