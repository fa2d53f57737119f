import { defineCommand } from 'citty';
import { list, listArguments } from './batches/list.ts';
import { restore } from './batches/restore.ts';
import { withdraw } from './batches/withdraw.ts';

export const batches = defineCommand({
  meta: { name: 'batches', description: 'List ingest batches, withdraw one, and restore it' },
  // Of the list, which is what the command does by itself.
  args: listArguments,
  default: 'list',
  subCommands: { list, withdraw, restore },
});
