import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../../kernel/metrics.ts';
import { loggedPath } from './request-path.ts';
import type { HttpServer } from './server.ts';

/** Gives every answer its request id, counts it, and logs one line of it. Queries and keys stay out of the log. */
export function observeRequests(server: HttpServer, metrics: Metrics): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    done();
  });
  server.exchanges.onOver(({ request, reply }) => {
    const endpoint = endpointOf(request);
    metrics.observeRequest({ endpoint, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
    request.log.info(lineOf(request, reply, endpoint), 'answered');
  });
}

function endpointOf(request: FastifyRequest): string {
  if (request.is404) return 'unknown';
  return request.routeOptions.config.endpointId ?? request.routeOptions.url ?? 'unknown';
}

function lineOf(request: FastifyRequest, reply: FastifyReply, endpoint: string): Readonly<Record<string, unknown>> {
  return {
    endpoint,
    method: request.method,
    path: loggedPath(request),
    status: reply.statusCode,
    latencyMs: Math.round(reply.elapsedTime * 1000) / 1000,
    remoteAddress: request.ip,
  };
}
