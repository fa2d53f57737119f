import { PassThrough, type Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import { incompleteBody } from './error-handling.ts';
import type { HttpServer } from './server.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its body may take any time, as long as it keeps coming. */
    readonly isUpload?: boolean;
  }
}

/**
 * A body that trickles in holds a connection and what was read of it. So it has a time to be whole (408), and what is
 * still coming when the answer has left has as long again before the connection is cut.
 */
export function limitBodyTime(server: HttpServer, bodyMsMax: number): void {
  server.addHook('preParsing', (request, reply, payload: Readable, done) => {
    if (!isRead(request) || request.routeOptions.config.isUpload) return done(null, payload);
    const body = timed(payload, bodyMsMax);
    reply.raw.once('close', () => body.destroy(incompleteBody()));
    done(null, body);
  });
  server.addHook('onResponse', (request, _reply, done) => {
    if (!request.raw.complete) cutIfIncomplete(request, bodyMsMax);
    done();
  });
}

/** What other methods carry, Fastify leaves to Node, which reads and discards it. */
function isRead({ headers, method }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'TRACE') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The same bytes, with an error when they are not all there in time. */
function timed(payload: Readable, bodyMsMax: number): Readable {
  const body = new PassThrough();
  // Where it is not read to its end, for it is too large, nobody else listens.
  body.on('error', () => {});
  const timer = setTimeout(() => {
    body.destroy(new ApiError(errors.bodyLate, { seconds: bodyMsMax / 1000 }, { headers: { Connection: 'close' } }));
  }, bodyMsMax);
  body.once('close', () => {
    clearTimeout(timer);
    payload.unpipe(body);
    payload.resume();
  });
  payload.once('error', (error) => body.destroy(error));
  return payload.pipe(body);
}

function cutIfIncomplete({ raw }: FastifyRequest, waitMs: number): void {
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy();
  }, waitMs);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
}
