import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './server.ts';

/**
 * Calls back once for every request, when its answer is done. Where the caller has gone before there was an answer, nothing
 * is sent and Fastify's own hook stays silent; the call is then at the moment it would have been sent. Nor does that hook speak of
 * a stream that breaks off.
 */
export function onAnswered(server: HttpServer, listen: (request: FastifyRequest, reply: FastifyReply) => void): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (reply.raw.destroyed) listen(request, reply);
    else if (payload instanceof Readable)
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) listen(request, reply);
      });
    done(null, payload);
  });
  server.addHook('onResponse', (request, reply, done) => {
    listen(request, reply);
    done();
  });
}
