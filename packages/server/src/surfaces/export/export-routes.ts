import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Gate } from '../../access/gate.ts';
import { type ExportedEndpoint, listOf } from '../../catalogue/endpoint.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { refuseUnknown } from '../../catalogue/unknown-parameters.ts';
import { errors } from '../../kernel/errors.ts';
import { chosenRow, pagesOfFields, withRequested } from '../../serving/chosen-fields.ts';
import { type Dataset, datasetWith } from '../../serving/current-dataset.ts';
import { followed } from '../../serving/moved-ids.ts';
import type { Page } from '../../serving/reader.ts';
import type { AnswerParts } from '../answer.ts';
import type { CallNotes } from '../call-notes.ts';
import { keyedCall } from '../http/caller.ts';
import type { HttpExtension } from '../http/server.ts';
import { exportPath } from './export-path.ts';
import { type ExportQuestion, exportParameters, exportQuestion } from './export-question.ts';
import { exportScope } from './export-scope.ts';
import { countOf, type RowParts, stepsOf } from './exported-rows.ts';
import { exportFormats } from './formats/formats.ts';
import { formatted } from './formatted.ts';
import { exportPrice, paidPages } from './paid-pages.ts';
import { RunningExports } from './running-exports.ts';

/** What rows are exported from. */
export interface ExportRowParts extends Pick<AnswerParts, 'dataset'>, RowParts {
  readonly exported: readonly ExportedEndpoint[];
}

export interface ExportParts extends ExportRowParts {
  readonly gate: Pick<Gate, 'admit' | 'confirm' | 'requireCredits' | 'charge' | 'chargeUpTo'>;
  /** Where the export of an endpoint is, and what hooks are told of it; default: `path`, for who has a key. */
  routeOf?(endpoint: ExportedEndpoint, path: string): Pick<RouteOptions, 'url' | 'config'>;
}

/** `GET /v1/export/ID`: all rows of a query as one stream, each ten of them at the price of a page. */
export function exportRoutes(parts: ExportParts): HttpExtension {
  const { routeOf = keyedRoute } = parts;
  return (server) => {
    const running = new RunningExports(server.exchanges);
    server.addHook('preClose', async () => running.abort());
    for (const endpoint of parts.exported) {
      server.route({
        method: 'GET',
        ...routeOf(endpoint, exportPath(endpoint)),
        exposeHeadRoute: false,
        handler: (request, reply) => running.begin(reply, () => serve(parts, endpoint, request, reply)),
      });
    }
  };
}

function keyedRoute({ id }: ExportedEndpoint, url: string): Pick<RouteOptions, 'url' | 'config'> {
  return { url, config: { endpointId: `export-${id}`, takesKey: true } };
}

async function serve(parts: ExportParts, endpoint: ExportedEndpoint, request: FastifyRequest, reply: FastifyReply) {
  const { gate } = parts;
  const { caller, notes } = keyedCall(request, reply);
  const key = await gate.admit(caller, exportScope, endpoint.id);
  // A filter that was ignored would cost a whole list.
  refuseUnknown(exportParameters(endpoint), request.query as RawQuery);
  const mayGoOn = () => gate.confirm(caller, exportScope, endpoint.id);
  const question = exportQuestion(endpoint, request.query as RawQuery, request.headers.accept);
  // Before anything is counted: how many rows there are is a figure that is paid for.
  await gate.requireCredits(key, endpoint.priceCredits);
  const { version, asOf, movedIds } = datasetWith(listOf(endpoint), parts.dataset.current());
  notes.datasetVersion = version;
  const { query } = followed(question.query, movedIds, endpoint.rowId);
  const source = withRequested(endpoint, query);
  const rows = Math.min(question.rowsMax, await countOf(parts, endpoint, query, version));
  await gate.requireCredits(key, exportPrice(endpoint, rows), errors.creditsShort);
  const steps = stepsOf(parts, source, query, version);
  const pages = paidPages({ gate, steps, key, endpoint, version, rows, notes, mayGoOn });
  // Whatever can be refused is refused before the head has left.
  const first = await pages.next();
  describe(reply, endpoint, question, { rows, version, asOf });
  const chunks = formatted(
    question.format,
    chosenRow(source, query),
    pagesOfFields(source, query, following(first, pages)),
  );
  return Readable.from(counted(chunks, notes), { objectMode: false });
}

function describe(
  reply: FastifyReply,
  endpoint: ExportedEndpoint,
  { format }: ExportQuestion,
  { rows, version, asOf }: Dataset & { readonly rows: number },
): void {
  const { contentType, extension } = exportFormats[format];
  reply.type(contentType).headers({
    'Content-Disposition': `attachment; filename="${endpoint.id}-v${version}.${extension}"`,
    'Cache-Control': 'private, no-store',
    'X-Dataset-Version': String(version),
    'X-Dataset-As-Of': asOf,
    'X-Export-Rows': String(rows),
    'X-Export-Credits': String(exportPrice(endpoint, rows)),
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
