import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Gate } from '../../access/gate.ts';
import type { ListEndpoint } from '../../catalogue/endpoint.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { errors } from '../../kernel/errors.ts';
import { chosenRow, pagesOfFields } from '../../serving/chosen-fields.ts';
import { type Dataset, datasetWith } from '../../serving/current-dataset.ts';
import { followed } from '../../serving/moved-ids.ts';
import type { PageQuery } from '../../serving/page-query.ts';
import type { Page } from '../../serving/reader.ts';
import type { AnswerParts } from '../answer.ts';
import type { CallNotes } from '../call-notes.ts';
import { keyedCall } from '../http/caller.ts';
import { nameIgnored } from '../http/ignored-parameters.ts';
import type { HttpExtension } from '../http/server.ts';
import { exportPath } from './export-path.ts';
import { type ExportQuestion, exportParameters, exportQuestion } from './export-question.ts';
import { exportScope } from './export-scope.ts';
import { exportFormats } from './formats/formats.ts';
import { formatted } from './formatted.ts';
import { exportPrice, paidPages } from './paid-pages.ts';
import { RunningExports } from './running-exports.ts';

export interface ExportParts extends Pick<AnswerParts, 'reader' | 'dataset'> {
  readonly gate: Pick<Gate, 'admit' | 'confirm' | 'requireCredits' | 'charge' | 'chargeUpTo'>;
  readonly lists: readonly ListEndpoint[];
  /** How many rows a query has. */
  count(list: ListEndpoint, query: PageQuery, version: number): Promise<number>;
}

/** `GET /v1/export/LIST`: all rows of a query as one stream, each ten of them at the price of a page. */
export function exportRoutes(parts: ExportParts): HttpExtension {
  return (server) => {
    const running = new RunningExports(server.exchanges);
    server.addHook('preClose', async () => running.abort());
    for (const list of parts.lists) {
      const known = exportParameters(list);
      server.route({
        method: 'GET',
        url: exportPath(list),
        exposeHeadRoute: false,
        config: { endpointId: `export-${list.id}`, takesKey: true },
        handler: (request, reply) => {
          nameIgnored(reply, known, request.query as RawQuery);
          return running.begin(reply, () => serve(parts, list, request, reply));
        },
      });
    }
  };
}

async function serve(parts: ExportParts, list: ListEndpoint, request: FastifyRequest, reply: FastifyReply) {
  const { gate, reader } = parts;
  const { caller, notes } = keyedCall(request, reply);
  const key = await gate.admit(caller, exportScope, list.id);
  const mayGoOn = () => gate.confirm(caller, exportScope, list.id);
  const question = exportQuestion(list, request.query as RawQuery, request.headers.accept);
  // Before anything is counted: how many rows there are is a figure that is paid for.
  await gate.requireCredits(key, list.priceCredits);
  const { version, asOf, movedIds } = datasetWith(list, parts.dataset.current());
  notes.datasetVersion = version;
  const { query } = followed(question.query, movedIds, list.rowId);
  const rows = Math.min(question.rowsMax, await parts.count(list, query, version));
  await gate.requireCredits(key, exportPrice(list, rows), errors.creditsShort);
  const pages = paidPages({ gate, reader, key, list, query, version, rows, notes, mayGoOn });
  // Whatever can be refused is refused before the head has left.
  const first = await pages.next();
  describe(reply, list, question, { rows, version, asOf });
  const chunks = formatted(
    question.format,
    chosenRow(list, query),
    pagesOfFields(list, query, following(first, pages)),
  );
  return Readable.from(counted(chunks, notes), { objectMode: false });
}

function describe(
  reply: FastifyReply,
  list: ListEndpoint,
  { format }: ExportQuestion,
  { rows, version, asOf }: Dataset & { readonly rows: number },
): void {
  const { contentType, extension } = exportFormats[format];
  reply.type(contentType).headers({
    'Content-Disposition': `attachment; filename="${list.id}-v${version}.${extension}"`,
    'Cache-Control': 'private, no-store',
    'X-Dataset-Version': String(version),
    'X-Dataset-As-Of': asOf,
    'X-Export-Rows': String(rows),
    'X-Export-Credits': String(exportPrice(list, rows)),
  });
}

async function* counted(chunks: AsyncIterable<Uint8Array>, notes: CallNotes): AsyncGenerator<Uint8Array> {
  notes.bytes = 0;
  for await (const chunk of chunks) {
    notes.bytes += chunk.length;
    yield chunk;
  }
}

async function* following(
  first: IteratorResult<Page, void>,
  rest: AsyncGenerator<Page, void, undefined>,
): AsyncGenerator<Page, void, undefined> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
