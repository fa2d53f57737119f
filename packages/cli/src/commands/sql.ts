import type { SqlFormat, SqlRows } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { strict, targetArguments } from '../arguments.ts';
import { at } from '../operations/open.ts';
import { fileFormat } from '../output/file-format.ts';
import { plural } from '../output/format.ts';
import { note } from '../output/print.ts';
import { readableTable } from '../output/rows/table.ts';
import { writeRows } from '../output/rows/write-rows.ts';

const formats = ['table', 'json', 'csv', 'ndjson', 'parquet'] as const;

/** Of a table, which is for reading; files have all. */
const tableRowsMax = 200;

export const sql = defineCommand({
  meta: { name: 'sql', description: 'Run one SELECT over the views of the served version (docs/sql.md)' },
  args: {
    statement: { type: 'positional', valueHint: 'SELECT …', required: true, description: 'the statement' },
    format: {
      type: 'string',
      valueHint: formats.join('|'),
      description: 'default: from the file extension of --out, else table',
    },
    json: { type: 'boolean', description: 'same as --format json: {version, asOf, columns, rows}' },
    out: { type: 'string', valueHint: 'FILE', description: 'write to this file instead of standard output' },
    ...targetArguments,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const format =
      fileFormat({ ...args, format: args.json ? (args.format ?? 'json') : args.format }, formats) ?? 'table';
    await at(args, async (operations) => {
      if (format !== 'table' && format !== 'json')
        return writeRows(inOne(await operations.sqlFile(args.statement, format satisfies SqlFormat)), args.out);
      const answer = await operations.sql(args.statement);
      await writeRows(
        inOne(format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : inTable(answer, args.out)),
        args.out,
      );
      if (format === 'table') note(aboutTable(answer));
    });
  },
});

function inTable({ columns, rows }: SqlRows, out: string | undefined): string {
  const onTerminal = out === undefined && process.stdout.isTTY === true;
  const names = columns.map(({ name }) => name);
  return `${readableTable(names, rows.slice(0, tableRowsMax), onTerminal ? process.stdout.columns : undefined)}\n`;
}

function aboutTable({ rows, version, asOf }: SqlRows): string {
  const all = `${plural(rows.length, 'row')} of version ${version}, as of ${asOf}`;
  if (rows.length <= tableRowsMax) return all;
  return `the first ${tableRowsMax} of ${all}: for all of them use --format csv, or --out FILE.csv`;
}

async function* inOne(chunk: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield chunk;
}
