import { endpoints, exportedOf } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { exportEndpointCommand } from './export/endpoint.ts';

const exported = endpoints.flatMap((endpoint) => exportedOf(endpoint) ?? []);

export const exportCommand = defineCommand({
  meta: {
    name: 'export',
    description: 'Export a whole list, or the days of a region, as CSV, NDJSON, Parquet or XLSX',
  },
  subCommands: Object.fromEntries(exported.map((endpoint) => [endpoint.id, exportEndpointCommand(endpoint)])),
});
