import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isAccountsUnavailable } from '../../accounts/unavailable.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { errorEnvelope } from '../envelope.ts';
import { pathOf, shownPath } from './request-path.ts';
import type { HttpServer } from './server.ts';

/** Every error of every route leaves in the envelope. */
export function handleErrors(server: HttpServer): void {
  server.setErrorHandler(replyWithError);
}

/** Tells the caller what the caller may know. */
export function replyWithError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = apiErrorOf(thrown, request);
  return reply
    .code(error.status)
    .headers({ ...error.headers, 'X-Request-Id': request.id })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorEnvelope(error, request.id)));
}

/** States rather than failures. Of these there are many at once, and each has its line as an answer. */
const states: ReadonlySet<string> = new Set([
  'overloaded',
  'too-slow',
  'shutting-down',
  'dataset-missing',
  'list-not-published',
]);

/** What the caller may know of what was thrown; the log gets the rest, under the same request id. */
export function apiErrorOf(thrown: unknown, request: FastifyRequest): ApiError {
  const error = asApiError(thrown, request);
  if (error.status >= 500 && !states.has(error.id))
    request.log.error({ err: thrown, errorId: error.id }, 'request failed');
  return error;
}

function asApiError(thrown: unknown, request: FastifyRequest): ApiError {
  if (thrown instanceof ApiError) return thrown;
  // A connection to the database that is lost fails with the same code.
  if (thrown === request.raw.errored) return incompleteBody();
  if (isAccountsUnavailable(thrown)) return accountsUnavailable(thrown);
  const { code = '', statusCode = 500, message = '' } = (thrown ?? {}) as Partial<FastifyError>;
  if (code === 'FST_ERR_BAD_URL' || statusCode === 404) return unknownPath(request);
  if (statusCode === 413) return new ApiError(errors.bodyTooLarge, { bytesMax: request.routeOptions.bodyLimit });
  if (statusCode >= 400 && statusCode < 500) return new ApiError(errors.bodyInvalid, { reason: message });
  return new ApiError(errors.internal, {}, { cause: thrown });
}

/** The connection was lost, or the response left, before the body was read. */
export function incompleteBody(): ApiError {
  return new ApiError(errors.bodyInvalid, { reason: 'expected a complete body, got a part' });
}

/** Restarts take seconds. */
const retryAfterSeconds = 5;

function accountsUnavailable(cause: unknown): ApiError {
  return new ApiError(errors.accountsUnavailable, {}, { headers: { 'Retry-After': String(retryAfterSeconds) }, cause });
}

/** @returns the 404 of a request whose path nothing answers. */
export function unknownPath(request: FastifyRequest): ApiError {
  const path = pathOf(request);
  const meant = request.server.pathMeant?.(path);
  const hint = meant === undefined ? '.' : `. Did you mean ${meant}?`;
  return new ApiError(errors.pathUnknown, { path: shownPath(path), hint });
}
