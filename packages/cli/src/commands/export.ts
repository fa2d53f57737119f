import { endpoints } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { exportListCommand } from './export/list.ts';

const lists = endpoints.filter(({ kind }) => kind === 'list');

export const exportCommand = defineCommand({
  meta: { name: 'export', description: 'Export a whole list as CSV, NDJSON or Parquet' },
  subCommands: Object.fromEntries(lists.map((list) => [list.id, exportListCommand(list)])),
});
