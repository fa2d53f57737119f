import type { FastifyReply, FastifyRequest } from 'fastify';
import { Connections } from './connections.ts';
import { Exchange, type ExchangeKeeper } from './exchange.ts';
import type { HttpServer } from './server.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Absent only before the first hook. */
    exchange: Exchange | undefined;
  }
  interface FastifyInstance {
    exchanges: Exchanges;
  }
}

type Listener = (exchange: Exchange) => void;

/**
 * The one place that knows when a request is over, whatever became of its connection. What is kept for a request is let
 * go of here, and what is recorded of one is recorded here.
 */
export class Exchanges implements ExchangeKeeper {
  readonly connections = new Connections();
  readonly #listeners: Listener[] = [];

  /** Begins to follow the requests of a server. Call before adding hooks. */
  follow(server: HttpServer): void {
    this.connections.watch(server.server);
    server.decorate<Exchanges>('exchanges', this);
    server.decorateReply('exchange', undefined);
    server.addHook('onRequest', (request, reply, done) => {
      this.begin(request, reply);
      done();
    });
    server.addHook('onSend', (_request, reply, payload, done) => {
      reply.exchange?.responds(payload);
      done(null, payload);
    });
    server.addHook('onResponse', (_request, reply, done) => {
      reply.exchange?.leaves();
      done();
    });
  }

  /** Follows a request, from here on. */
  begin(request: FastifyRequest, reply: FastifyReply): void {
    const exchange = new Exchange(request, reply, this);
    reply.exchange = exchange;
    exchange.placeOnConnection = this.connections.began(exchange);
  }

  /** Follows a request that no hook will see: what is wrong with it is answered at once. */
  beginAnswered(request: FastifyRequest, reply: FastifyReply): void {
    this.begin(request, reply);
    reply.raw.once('finish', () => reply.exchange?.leaves());
    reply.exchange?.responds(null);
  }

  /** Calls back once for every request, when it is over. */
  onOver(listener: Listener): void {
    this.#listeners.push(listener);
  }

  left(exchange: Exchange): void {
    this.connections.ended(exchange);
  }

  over(exchange: Exchange): void {
    for (const listen of this.#listeners) listen(exchange);
  }
}
