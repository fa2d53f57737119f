import type { UsageQuestion, UsageRow } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { dayGiven, jsonArgument, oneOfGiven, strict, targetArguments } from '../arguments.ts';
import { at } from '../operations/open.ts';
import { count, table } from '../output/format.ts';
import { printResult } from '../output/print.ts';

const grains = ['day', 'hour'] as const;

export const usage = defineCommand({
  meta: { name: 'usage', description: 'Show usage by key, endpoint and day (UTC)' },
  args: {
    key: { type: 'string', valueHint: 'ID', description: 'only this key, by ID as shown by "keys list"' },
    endpoint: { type: 'string', valueHint: 'ID', description: 'only this endpoint, e.g. product-list' },
    from: {
      type: 'string',
      valueHint: 'YYYY-MM-DD',
      description: 'first day; default: the last 30 days, or 1 day with --by hour',
    },
    to: { type: 'string', valueHint: 'YYYY-MM-DD', description: 'last day; default: today' },
    by: { type: 'string', valueHint: 'day|hour', description: 'length of each period; default: day' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const question: UsageQuestion = {
      from: dayGiven('--from', args.from),
      to: dayGiven('--to', args.to),
      by: oneOfGiven('--by', args.by, grains),
      keyId: args.key,
      endpoint: args.endpoint,
    };
    const rows = await at(args, (operations) => operations.usage(question));
    printResult(args.json, rows, () => inWords(rows));
  },
});

const heading = ['PERIOD', 'KEY', 'ENDPOINT', 'REQUESTS', 'CREDITS', 'STATUSES', 'MEDIAN MS', 'P99 MS'];

function inWords(rows: readonly UsageRow[]): string {
  if (rows.length === 0) return 'No requests in this period.';
  return table(heading, rows.map(rowOf));
}

function rowOf(row: UsageRow): readonly string[] {
  const statuses = Object.entries(row.statuses).map(([status, requests]) => `${status}: ${count(requests)}`);
  return [
    row.period.replace('T', ' ').replace(':00Z', ''),
    row.keyId || 'none',
    row.endpoint,
    count(row.requests),
    count(row.credits),
    statuses.join(', '),
    milliseconds(row.latencyMicrosP50),
    milliseconds(row.latencyMicrosP99),
  ];
}

function milliseconds(micros: number): string {
  return (micros / 1000).toFixed(1);
}
