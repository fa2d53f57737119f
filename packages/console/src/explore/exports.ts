import type { Endpoint } from '../server/catalogue.ts';
import { addressOf, type Parameters } from '../server/request.ts';

export const exportFormats = ['xlsx', 'csv', 'parquet', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where the rows of a view are as a file: its filters, its order, its columns. */
export function exportAddress(
  { id }: Endpoint,
  query: Parameters,
  fields: readonly string[],
  format: ExportFormat,
): string {
  return addressOf(`console/v1/export/${id}`, { ...query, fields: fields.join(','), format });
}
