import type { FastifyReply } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { HttpServer } from './server.ts';

declare module 'fastify' {
  interface FastifyInstance {
    keySlots: KeySlots;
  }
}

const retryAfterSeconds = 1;

/** How many requests each key has under way. */
export class KeySlots {
  readonly #max: number;
  readonly #underWay = new Map<string, number>();

  constructor(max: number) {
    this.#max = max;
  }

  /** Takes a slot of a key for a request, until that is over. @throws ApiError concurrency-exceeded */
  take(keyId: string, { exchange }: FastifyReply): void {
    if (exchange === undefined || exchange.keyId !== undefined) return;
    const underWay = this.#underWay.get(keyId) ?? 0;
    if (underWay >= this.#max) throw tooMany('this key', this.#max);
    this.#underWay.set(keyId, underWay + 1);
    exchange.keyId = keyId;
  }

  release(keyId: string): void {
    const underWay = this.#underWay.get(keyId) ?? 0;
    if (underWay > 1) this.#underWay.set(keyId, underWay - 1);
    else this.#underWay.delete(keyId);
  }
}

/** Limits how many requests a key may have under way. */
export function limitKeys(server: HttpServer, requestsMax: number): void {
  const slots = new KeySlots(requestsMax);
  server.decorate('keySlots', slots);
  server.exchanges.onOver(({ keyId }) => {
    if (keyId !== undefined) slots.release(keyId);
  });
}

/** Limits how many requests may be under way on a connection, of clients that do not wait for responses. */
export function limitConnections(server: HttpServer, requestsMax: number): void {
  server.addHook('onRequest', (_request, { exchange }, done) => {
    const isOneTooMany = exchange !== undefined && exchange.placeOnConnection > requestsMax;
    done(isOneTooMany ? tooMany('this connection', requestsMax) : undefined);
  });
}

function tooMany(who: string, max: number): ApiError {
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  return new ApiError(errors.concurrencyExceeded, { who, max }, { headers });
}
