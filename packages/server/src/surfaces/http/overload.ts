import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { HttpServer } from './server.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It is answered under any load: probes, metrics. */
    readonly isVital?: boolean;
  }
  interface FastifyReply {
    /** Of a request that counts as under way. */
    work: Work | undefined;
  }
}

const retryAfterSeconds = 1;

/**
 * Turns away what comes while too many requests are under way, before anything is done or kept for it: what waits for a
 * slow engine then has a bound, and so has memory. Operators and probes always get through.
 */
export function shedOverload(server: HttpServer, requestsMax: number): void {
  let underWay = 0;
  server.decorateReply('work', undefined);
  server.addHook('onRequest', (request, reply, done) => {
    if (underWay >= requestsMax && !isVital(request)) return done(overloaded());
    underWay++;
    reply.work = new Work(reply, () => underWay--);
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    reply.work?.hasAnswer();
    done(null, payload);
  });
}

/** A request is under way until it has an answer and that has left: the work for a caller who went away goes on. */
class Work {
  readonly #onEnd: () => void;
  #isAnswered = false;
  #isClosed = false;

  constructor(reply: FastifyReply, onEnd: () => void) {
    this.#onEnd = onEnd;
    reply.raw.once('close', () => {
      this.#isClosed = true;
      if (this.#isAnswered || reply.sent) this.#onEnd();
    });
  }

  hasAnswer(): void {
    if (this.#isAnswered) return;
    this.#isAnswered = true;
    if (this.#isClosed) this.#onEnd();
  }
}

function overloaded(): ApiError {
  return new ApiError(errors.overloaded, {}, { headers: { 'Retry-After': String(retryAfterSeconds) } });
}

function isVital({ routeOptions: { config, url = '' } }: FastifyRequest): boolean {
  return config.isVital === true || url.startsWith('/admin/');
}
