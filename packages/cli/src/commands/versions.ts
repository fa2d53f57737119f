import { defineCommand } from 'citty';
import { list } from './versions/list.ts';
import { rollback } from './versions/rollback.ts';

export const versions = defineCommand({
  meta: { name: 'versions', description: 'List dataset versions, and roll back to the previous one' },
  subCommands: { list, rollback },
});
