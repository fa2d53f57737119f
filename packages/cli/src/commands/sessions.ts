import { defineCommand } from 'citty';
import { end } from './sessions/end.ts';
import { list } from './sessions/list.ts';

export const sessions = defineCommand({
  meta: { name: 'sessions', description: 'List and end sessions of the web console' },
  subCommands: { list, end },
});
