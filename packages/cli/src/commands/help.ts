import { defineCommand } from 'citty';

/** Listed among the commands; the words behind it are read before commands are looked up. */
export const help = defineCommand({
  meta: { name: 'help', description: 'Show the help of a command, e.g. "vitrine help keys create"' },
  args: { command: { type: 'positional', required: false, valueHint: ' …', description: 'default: all commands' } },
});
