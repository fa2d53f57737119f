import type { Server } from 'node:http';
import type { FastifyBaseLogger, FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import fastifyModule from 'fastify';
import { newRequestId } from '../../kernel/ids.ts';
import { clientErrorHandler } from './client-errors.ts';
import { replyWithError } from './error-handling.ts';
import { Exchanges } from './exchanges.ts';
import { defaultHttpLimits, type HttpLimits } from './limits.ts';

const kibibyte = 1024;
/** Request line and headers together: room for every parameter at its longest, and a long key. */
const headerBytesMax = 16 * kibibyte;
const bodyBytesMax = 1024 * kibibyte;
/**
 * Limits, request ids and logging of the server.
 *
 * @param trustProxy proxies that are believed about where a call comes from (`X-Forwarded-For`).
 * @param exchanges those of this server, where somebody follows them.
 */
export function serverOptions(
  logger: FastifyBaseLogger,
  trustProxy: readonly string[] = [],
  { headersMsMax, silenceMsMax }: HttpLimits = defaultHttpLimits,
  exchanges = new Exchanges(),
): FastifyHttpOptions<Server> {
  return {
    trustProxy: trustProxy.length > 0 && [...trustProxy],
    loggerInstance: logger,
    logController: new fastifyModule.LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: newRequestId,
    requestIdHeader: false,
    bodyLimit: bodyBytesMax,
    // One for whole requests would cut off long uploads; headers and bodies have their own.
    requestTimeout: 0,
    connectionTimeout: silenceMsMax,
    return503OnClosing: false,
    http: {
      maxHeaderSize: headerBytesMax,
      // Node would refuse it without a body.
      requireHostHeader: false,
      headersTimeout: headersMsMax,
      connectionsCheckingInterval: Math.ceil(headersMsMax / 4),
    },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      exchanges.beginAnswered(request, reply);
      return replyWithError(error, request, reply);
    },
    clientErrorHandler: clientErrorHandler(exchanges.connections),
  };
}
