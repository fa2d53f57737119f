import { BadRequestError, type EndpointSpec, type ExportedList, type ExportFormat, listMethod } from '@vitrine/sdk';
import { type ArgsDef, defineCommand } from 'citty';
import { strict, wholeNumber } from '../../arguments.ts';
import { clientArguments, connectionOf } from '../../client/connect.ts';
import { argumentsOf, valuesOf } from '../../client/endpoint-arguments.ts';
import type { AnyCommand } from '../../help.ts';
import { count } from '../../output/format.ts';
import { progressLine } from '../../output/progress.ts';
import { writeRows } from '../../output/rows/write-rows.ts';
import { UsageError } from '../../usage.ts';

const formats: readonly ExportFormat[] = ['ndjson', 'csv', 'parquet'];

const fileArguments = {
  format: { type: 'string', valueHint: 'ndjson|csv|parquet', description: 'default: ndjson' },
  limit: { type: 'string', valueHint: 'N', description: 'at most so many rows, the first ones of the order' },
  out: { type: 'string', valueHint: 'FILE', description: 'write there instead of standard output' },
} as const satisfies ArgsDef;

/** The command that saves one list. */
export function exportListCommand(list: EndpointSpec): AnyCommand {
  const ofPages: readonly string[] = ['pageNum', 'pageSize'];
  const whole = { ...list, parameters: list.parameters.filter(({ use }) => !ofPages.includes(use)) };
  return defineCommand({
    meta: { name: list.id, description: list.summary },
    args: { ...argumentsOf(whole), ...fileArguments, ...clientArguments },
    plugins: [strict()],
    async run({ args }) {
      const format = formatGiven(args.format);
      if (format === 'parquet' && args.out === undefined && process.stdout.isTTY)
        throw new UsageError('--format parquet is not for a terminal: give a file with --out');
      const options = { format, limit: wholeNumber('--limit', args.limit, 1) };
      const exported = await listMethod(await connectionOf(args), list)
        .export(valuesOf(whole, args), options)
        .catch(asUsageError);
      await writeRows(shown(exported), args.out);
    },
  });
}

function formatGiven(given = 'ndjson'): ExportFormat {
  const format = formats.find((name) => name === given);
  if (format === undefined) throw new UsageError(`--format: expected one of ${formats.join(', ')}, got ${given}`);
  return format;
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
}

/** A parameter that is wrong was typed wrong. */
function asUsageError(error: unknown): never {
  throw error instanceof BadRequestError ? new UsageError(error.message) : error;
}
