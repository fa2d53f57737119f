import type { FastifyRequest } from 'fastify';
import type { UsageLog, UsageRecord } from '../../access/usage/usage-record.ts';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import { type CallNotes, newCallNotes } from '../call-notes.ts';
import type { Exchange } from './exchange.ts';
import type { HttpServer } from './server.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by routes that know who calls. */
    callNotes: CallNotes | undefined;
  }
}

const nothingKnown: Readonly<CallNotes> = newCallNotes();

/**
 * Records every request that a route with an `endpointId` answers, and every one that nothing answers. What operators
 * and machines ask (probes, metrics, the admin routes) is no use of the data and is left out.
 */
export function recordUsage(server: HttpServer, usage: UsageLog, clock: Clock = systemClock): void {
  server.decorateRequest('callNotes', undefined);
  server.exchanges.onOver((exchange) => {
    const endpoint = endpointOf(exchange.request);
    if (endpoint !== undefined) usage.record(recordOf(endpoint, exchange, clock.now()));
  });
}

function endpointOf(request: FastifyRequest): string | undefined {
  if (request.is404) return 'unknown';
  return request.callNotes?.endpointId ?? request.routeOptions.config.endpointId;
}

function recordOf(endpoint: string, { request, reply, isLost }: Exchange, now: number): UsageRecord {
  const { keyId, credits, rows, bytes, datasetVersion, status } = request.callNotes ?? nothingKnown;
  return {
    at: now,
    keyId,
    endpoint,
    status: status ?? reply.statusCode,
    credits,
    latencyMicros: Math.round(reply.elapsedTime * 1000),
    rows,
    bytes: bytes ?? (isLost ? 0 : Number(reply.getHeader('content-length') ?? 0)),
    datasetVersion,
  };
}
