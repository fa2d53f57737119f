import { type SourceEntry, sourceCatalogue } from '@vitrine/server';
import { defineCommand } from 'citty';
import { jsonArgument, strict } from '../arguments.ts';
import { table } from '../output/format.ts';
import { printResult } from '../output/print.ts';
import { UsageError } from '../usage.ts';

export const sources = defineCommand({
  meta: { name: 'sources', description: 'List the sources whose files are read, and what each must be told' },
  args: {
    name: { type: 'positional', required: false, valueHint: 'NAME', description: 'show one source' },
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const entries = await sourceCatalogue();
    if (args.name === undefined) return printResult(args.json, entries, () => listed(entries));
    const found = named(entries, args.name);
    printResult(args.json, found, () => shown(found));
  },
});

function named(entries: readonly SourceEntry[], name: string): SourceEntry {
  const found = entries.find((each) => each.name === name || each.otherNames.includes(name));
  if (found !== undefined) return found;
  const names = entries.map((each) => each.name).join(', ');
  throw new UsageError(`NAME: expected one of ${names}, got ${JSON.stringify(name)}`);
}

function listed(entries: readonly SourceEntry[]): string {
  const rows = entries.map(({ name, title, tables }) => [
    name,
    title,
    [...new Set(tables.flatMap(({ kinds }) => kinds))].join(', '),
    [...new Set(tables.flatMap(({ asksFor }) => asksFor))].map((option) => `--${option}`).join(' '),
  ]);
  return table(['SOURCE', 'FILES', 'KINDS', 'MAY ASK FOR'], rows);
}

function shown({ name, title, about, tables }: SourceEntry): string {
  const parts = tables.map(({ rows, kinds, day, asksFor, lost }) =>
    [
      `${rows}: ${kinds.join(', ')}`,
      `  day: ${day}`,
      ...(asksFor.length > 0 ? [`  asks for: ${asksFor.map((option) => `--${option}`).join(', ')}`] : []),
      ...(lost.length > 0 ? [`  not kept: ${lost.join(', ')}`] : []),
    ].join('\n'),
  );
  return [`${name}: ${title}. ${about}`, ...parts].join('\n\n');
}
