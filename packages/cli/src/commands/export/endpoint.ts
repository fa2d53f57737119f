import { type EndpointSpec, type ExportedList, type ExportFormat, listMethod } from '@vitrine/sdk';
import { type ArgsDef, defineCommand } from 'citty';
import { strict, wholeNumber } from '../../arguments.ts';
import { clientArguments, connectionOf } from '../../client/connect.ts';
import { argumentsOf, valuesOf } from '../../client/endpoint-arguments.ts';
import type { AnyCommand } from '../../help.ts';
import { fileFormat } from '../../output/file-format.ts';
import { count, plural } from '../../output/format.ts';
import { note } from '../../output/print.ts';
import { progressLine } from '../../output/progress.ts';
import { writeRows } from '../../output/rows/write-rows.ts';

const formats: readonly ExportFormat[] = ['ndjson', 'csv', 'parquet', 'xlsx'];

const fileArguments = {
  format: {
    type: 'string',
    valueHint: formats.join('|'),
    description: 'default: from the file extension of --out, else ndjson',
  },
  limit: { type: 'string', valueHint: 'N', description: 'maximum number of rows, from the start of the list' },
  out: { type: 'string', valueHint: 'FILE', description: 'write to this file instead of standard output' },
} as const satisfies ArgsDef;

/** The command that saves one list, or the days of a region. @param whole without parameters of pages. */
export function exportEndpointCommand(whole: EndpointSpec): AnyCommand {
  return defineCommand({
    meta: { name: whole.id, description: whole.summary },
    args: { ...argumentsOf(whole), ...fileArguments, ...clientArguments },
    plugins: [strict()],
    async run({ args }) {
      const format = fileFormat(args, formats) ?? 'ndjson';
      const options = { format, limit: wholeNumber('--limit', args.limit, 1) };
      const exported = await listMethod(await connectionOf(args), whole).export(valuesOf(whole, args), options);
      await writeRows(shown(exported), args.out);
    },
  });
}

async function* shown({ rows, credits, bytes }: ExportedList): AsyncGenerator<Uint8Array> {
  const progress = progressLine();
  let received = 0;
  try {
    for await (const chunk of bytes) {
      received += chunk.length;
      progress.show(
        `${count(rows)} rows for ${count(credits)} credits: ${count(Math.round(received / 1024))} KiB so far`,
      );
      yield chunk;
    }
  } finally {
    progress.clear();
  }
  note(`${plural(rows, 'row')} for ${plural(credits, 'credit')}`);
}
