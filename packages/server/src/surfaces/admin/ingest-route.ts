import { Transform, type TransformCallback, type TransformOptions } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type IngestDependencies, type IngestInput, ingest } from '../../ingest/ingest.ts';
import { IngestError } from '../../ingest/ingest-error.ts';
import { kinds } from '../../ingest/kinds/index.ts';
import { type IngestFormat, ingestFormats } from '../../ingest/reading/format.ts';
import { checkSourceName, isSourceName } from '../../ingest/source-name.ts';
import { sourceNames } from '../../ingest/sources/from/index.ts';
import { toldNames, toldOptions } from '../../ingest/sources/told.ts';
import { type IngestSummary, isNothing } from '../../ingest/summary.ts';
import { firstInWords } from '../../ingest/validating/refuse-rejected.ts';
import { monotonicClock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { nearestName } from '../../kernel/nearest-name.ts';
import { type Envelope, type ErrorEnvelope, errorPage, successEnvelope } from '../envelope.ts';
import { incompleteBody } from '../http/error-handling.ts';
import type { HttpExtension, HttpServer } from '../http/server.ts';
import { whileConnected } from '../http/while-connected.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';

export interface IngestRouteParts extends IngestDependencies, AdminHookParts {}

/** Where a route is, and who may use it. */
export interface GuardedPlace {
  readonly url: string;
  /** Lets its callers in. @throws ApiError */
  readonly onRequest: (request: FastifyRequest) => Promise<void>;
}

/** For the audit log; each parameter is checked where it is used, and the kind when the source is opened. */
const uploadQuery = z.object({
  format: z.enum(ingestFormats).optional(),
  kind: z.enum([...kinds.keys()]).optional(),
  strict: z.enum(['0', '1', 'true', 'false']).optional(),
  dry_run: z.enum(['0', '1', 'true', 'false']).optional(),
  from: z.enum(['auto', ...sourceNames]).optional(),
  ...Object.fromEntries(toldNames.map((name) => [name, z.string().refine(toldOptions[name].isGood).optional()])),
  source: z.string().refine(isSourceName).optional(),
});

/**
 * `POST /admin/v1/ingest`: takes in the request body, of any length, and answers with the `IngestSummary`.
 *
 * `Content-Type` says the format (or `?format=`), `Content-Encoding: gzip` is understood, `?kind=` and `?strict=1` are
 * as on the command line, and so are `?from=`, `?region=`, `?zone=`, `?currency=`, `?day=` and `?dry_run=1`; `?source=`
 * names the file. 400: the body cannot be read, or a strict run met bad lines; 422,
 * with the summary: every line was rejected; 507: the disk is full. It stops when the client is gone.
 */
export function ingestRoute(parts: IngestRouteParts): HttpExtension {
  return uploadRoute(parts, { url: '/admin/v1/ingest', onRequest: requireAdmin(parts, 'ingest') });
}

/** The same at any place. */
export function uploadRoute(parts: IngestDependencies, place: GuardedPlace): HttpExtension {
  return (server) => {
    takeBodyAsStream(server);
    server.route({
      ...place,
      method: 'POST',
      bodyLimit: Number.MAX_SAFE_INTEGER,
      config: { isUpload: true, acceptsQuery: uploadQuery },
      handler: (request, reply) => takeIn(parts, request, reply),
    });
  };
}

async function takeIn(parts: IngestDependencies, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  checkNames(request);
  const input = inputOf(request);
  // It may have gone while it was let in, and what is not heard of then is never heard of.
  if (request.raw.destroyed || request.raw.socket.destroyed) throw incompleteBody();
  // Who sends may have nothing to send for a while.
  reply.raw.setTimeout(0);
  const stream = bodyOf(request);
  try {
    const summary = await whileConnected(request, (signal) => ingest(parts, { ...input, from: { stream }, signal }));
    return reply.code(statusOf(summary)).send(envelopeOf(summary, request.id));
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    throw refusalIn(error) ?? asApiError(error);
  } finally {
    stream.destroy();
  }
}

/** Why the body was let in no further, which the run tells as a source that cannot be read. */
function refusalIn({ cause }: Error): ApiError | undefined {
  if (cause instanceof ApiError) return cause;
  return cause instanceof Error ? refusalIn(cause) : undefined;
}

function statusOf(summary: IngestSummary): 200 | 422 {
  return isNothing(summary) ? 422 : 200;
}

function envelopeOf(
  summary: IngestSummary,
  requestId: string,
): Envelope<IngestSummary> & Partial<Pick<ErrorEnvelope, 'error'>> {
  if (!isNothing(summary)) return successEnvelope(summary, requestId);
  const message = `nothing was ingested: every line was rejected; ${firstInWords(summary.firstRejects)}`;
  return { code: 422, message, data: summary, requestId, error: errorPage(errors.ingestRefused.id) };
}

/** Unlike other routes this one reads the body as it comes. */
function takeBodyAsStream(server: HttpServer): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, body, done) => done(null, body));
}

function inputOf(request: FastifyRequest): Omit<IngestInput, 'from'> {
  return {
    source: sourceGiven(request),
    ...formatsOf(request),
    gzip: isGzip(request.headers['content-encoding']),
    kind: parameter(request, 'kind'),
    strict: yesOrNo(request, 'strict'),
    dryRun: yesOrNo(request, 'dry_run'),
    readAs: parameter(request, 'from'),
    told: Object.fromEntries(toldNames.map((name) => [name, parameter(request, name)])),
  };
}

/**
 * The body apart from its connection: when reading stops early, it can be let go without the connection, on which the
 * answer still has to leave. The rest of the body is read and discarded, for the next request comes after it.
 */
function bodyOf({ raw, confirmOperator = async () => {} }: FastifyRequest): Transform {
  const body = new Transform({
    transform: confirmedBy(confirmOperator),
    flush: (done) => settle(confirmOperator(), done),
  });
  raw.once('error', (error) => body.destroy(error));
  body.once('close', () => {
    raw.unpipe(body);
    raw.resume();
  });
  return raw.pipe(body);
}

const confirmedMs = 1_000;

/** Hands a chunk on if its sender may still send, which is looked at once a second. */
function confirmedBy(confirm: () => Promise<void>): NonNullable<TransformOptions['transform']> {
  let since = monotonicClock.now();
  return (chunk, _encoding, done) => {
    const now = monotonicClock.now();
    if (now - since < confirmedMs) return done(null, chunk);
    since = now;
    settle(confirm(), (error) => done(error, chunk));
  };
}

function settle(work: Promise<void>, done: TransformCallback): void {
  work.then(() => done(), done);
}

const formatsByType: ReadonlyMap<string, IngestFormat> = new Map([
  ['application/x-ndjson', 'ndjson'],
  ['application/jsonl', 'ndjson'],
  ['application/json', 'ndjson'],
  ['text/csv', 'csv'],
  ['application/vnd.apache.parquet', 'parquet'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);

function formatsOf(request: FastifyRequest): Pick<IngestInput, 'format' | 'likelyFormat'> {
  const format = formatGiven(request);
  return format === undefined ? { likelyFormat: formatOfType(request) } : { format };
}

/** Files of sources are told by their content, whatever type they are sent with. */
function formatOfType(request: FastifyRequest): IngestFormat {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const format = formatsByType.get(type);
  if (format !== undefined) return format;
  if (parameter(request, 'from') !== undefined) return 'ndjson';
  const expected =
    'application/x-ndjson, application/json, text/csv or application/vnd.apache.parquet, or a parameter format or from';
  throw new ApiError(errors.bodyInvalid, { reason: `expected Content-Type ${expected}, got ${type || 'none'}` });
}

function formatGiven(request: FastifyRequest): IngestFormat | undefined {
  const given = parameter(request, 'format');
  const format = ingestFormats.find((name) => name === given);
  if (given !== undefined && format === undefined) invalid('format', ingestFormats.join(', '), given);
  return format;
}

function sourceGiven(request: FastifyRequest): string {
  const given = parameter(request, 'source') ?? 'http';
  checkSourceName(given);
  return given;
}

function yesOrNo(request: FastifyRequest, name: string): boolean {
  const given = parameter(request, name);
  if (given === '1' || given === 'true') return true;
  if (given === undefined || given === '0' || given === 'false') return false;
  return invalid(name, '0 or 1', given);
}

function isGzip(contentEncoding: string | undefined): boolean {
  const given = contentEncoding?.trim().toLowerCase() ?? 'identity';
  if (given === 'gzip' || given === 'x-gzip') return true;
  if (given === 'identity' || given === '') return false;
  throw new ApiError(errors.bodyInvalid, { reason: `expected Content-Encoding gzip or none, got ${given}` });
}

/** A name that is misspelt would decide numbers without a word. */
function checkNames({ query }: FastifyRequest): void {
  const known = Object.keys(uploadQuery.shape);
  for (const name of Object.keys(query as object)) {
    if (known.includes(name)) continue;
    const meant = nearestName(name, known);
    const expected = `${meant === undefined ? '' : `${meant}, or `}one of ${known.join(', ')}`;
    invalid(name, `a parameter of this route: ${expected}`, 'one that it does not have');
  }
}

function parameter(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Readonly<Record<string, string | readonly string[] | undefined>>)[name];
  if (typeof value === 'object') throw new ApiError(errors.parameterRepeated, { name, count: value.length });
  return value === '' ? invalid(name, 'a value', 'nothing') : value;
}

function invalid(name: string, expected: string, given: string): never {
  throw new ApiError(errors.parameterInvalid, { name, expected, given });
}

/** The caller is the operator, who may read what went wrong in the engine. */
function asApiError(cause: IngestError): ApiError {
  const { message: reason, asks } = cause;
  if (cause.reason === 'storage-full') return new ApiError(errors.storageFull, { reason }, { cause });
  if (cause.reason === 'engine') return new ApiError(errors.ingestFailed, { reason }, { cause });
  return new ApiError(errors.ingestRefused, { reason }, { cause, asks });
}
