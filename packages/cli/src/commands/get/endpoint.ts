import { type AnyRow, type EndpointSpec, isPaged, listMethod, lookupMethod } from '@vitrine/sdk';
import { type ArgsDef, defineCommand } from 'citty';
import { strict } from '../../arguments.ts';
import { clientArguments, connectionOf } from '../../client/connect.ts';
import { argumentsOf, valuesOf } from '../../client/endpoint-arguments.ts';
import type { AnyCommand } from '../../help.ts';
import { count, plural } from '../../output/format.ts';
import { note } from '../../output/print.ts';
import { progressLine } from '../../output/progress.ts';
import { formats } from '../../output/rows/formats.ts';
import { writeRows } from '../../output/rows/write-rows.ts';
import { outputArguments, outputGiven } from './output.ts';

const allArgument = {
  all: { type: 'boolean', description: 'fetch all pages from --page-num on; each costs one credit' },
} as const satisfies ArgsDef;

/** The command that asks one endpoint. */
export function getEndpoint(endpoint: EndpointSpec): AnyCommand {
  return defineCommand({
    meta: { name: endpoint.id, description: endpoint.summary },
    args: {
      ...argumentsOf(endpoint),
      ...(isPaged(endpoint) ? allArgument : {}),
      ...outputArguments,
      ...clientArguments,
    },
    plugins: [strict()],
    async run({ args }) {
      const given: Readonly<Record<string, unknown>> = args;
      const { format, path, shape } = outputGiven(endpoint, args);
      const connection = await connectionOf(args);
      const values = valuesOf(endpoint, given);
      const rows = given['all']
        ? listMethod(connection, endpoint).all(values)
        : onePage(() => lookupMethod(connection, endpoint)(values), isPaged(endpoint) ? pageSizeOf(given) : undefined);
      await writeRows(formats[format](counted(rows), shape), path);
    },
  });
}

/** @param full rows of a page that others may follow; undefined where rows come in no pages. */
async function* onePage(page: () => Promise<readonly AnyRow[]>, full: number | undefined): AsyncGenerator<AnyRow> {
  const rows = await page();
  yield* rows;
  if (rows.length === full)
    note(`${plural(full, 'row')}, there may be more: --page-num for the next page, --all for all`);
}

/** Without the option, the SDK asks for ten. */
function pageSizeOf(given: Readonly<Record<string, unknown>>): number {
  return Number(given['page-size'] ?? 10);
}

async function* counted(rows: AsyncIterable<AnyRow>): AsyncGenerator<AnyRow> {
  const progress = progressLine();
  let seen = 0;
  try {
    for await (const row of rows) {
      progress.show(`${count(++seen)} rows`);
      yield row;
    }
  } finally {
    progress.clear();
  }
  if (seen === 0) note('0 rows');
}
