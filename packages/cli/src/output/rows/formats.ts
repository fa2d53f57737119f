import { csv } from './csv.ts';
import { json } from './json.ts';
import { parquet } from './parquet.ts';
import type { RowFormat } from './row-format.ts';
import { table } from './table.ts';

/** By the name of their option; the first is the default. */
export const formats = { table, csv, json, parquet } as const satisfies Readonly<Record<string, RowFormat>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
