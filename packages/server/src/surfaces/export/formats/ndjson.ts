import { asLines } from '../../../serving/page-rows.ts';
import type { ExportFormat } from './export-format.ts';

/** A row a line, byte for byte as the endpoint answers it. */
export const ndjson: ExportFormat = {
  contentType: 'application/x-ndjson',
  extension: 'ndjson',
  async *write(list, pages) {
    for await (const page of pages) yield asLines(list, page);
  },
};
