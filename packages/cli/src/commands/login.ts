import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../arguments.ts';
import { atServer } from '../operations/open.ts';
import { moment } from '../output/format.ts';
import { printResult } from '../output/print.ts';

export const login = defineCommand({
  meta: { name: 'login', description: 'Print a link that logs in to the web console, once' },
  args: { ...targetArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const link = await atServer(args, (operations) => operations.createLoginLink());
    printResult(args.json, link, () => `${link.url}\nIt works once, until ${moment(link.expiresAt)} UTC.`);
  },
});
