import type { FastifyReply } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Exchanges } from '../http/exchanges.ts';

const atOnceMax = 8;
const retryAfterSeconds = 30;

/** The exports in flight: there are never too many, and none delays a server that closes. */
export class RunningExports {
  readonly #running = new Set<Exchange>();

  constructor(exchanges: Exchanges) {
    exchanges.onOver((exchange) => this.#running.delete(exchange));
  }

  /** @throws ApiError overloaded; what the work throws */
  async begin<Answer>({ exchange }: FastifyReply, work: () => Promise<Answer>): Promise<Answer> {
    if (this.#running.size >= atOnceMax)
      throw new ApiError(errors.overloaded, {}, { headers: { 'Retry-After': String(retryAfterSeconds) } });
    if (exchange !== undefined) this.#running.add(exchange);
    return work();
  }

  /** Aborts all of them; their callers see an incomplete stream. */
  abort(): void {
    for (const { reply } of this.#running) reply.raw.destroy();
  }
}
