import type { FastifyReply } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';

const atOnceMax = 8;
const retryAfterSeconds = 30;

/** The exports under way: there are never too many, and none holds up a server that closes. */
export class RunningExports {
  readonly #replies = new Set<FastifyReply>();

  /** @throws ApiError overloaded; what the work throws */
  async begin<Answer>(reply: FastifyReply, work: () => Promise<Answer>): Promise<Answer> {
    if (this.#replies.size >= atOnceMax)
      throw new ApiError(errors.overloaded, {}, { headers: { 'Retry-After': String(retryAfterSeconds) } });
    this.#begun(reply);
    return work();
  }

  /**
   * An answer that waits behind others on its connection hears nothing when that is lost, nor says that it is over: its place is
   * free all the same.
   */
  #begun(reply: FastifyReply): void {
    const { socket } = reply.request.raw;
    const end = () => {
      if (!this.#replies.delete(reply)) return;
      socket.off('close', onLost);
      socket.setMaxListeners(socket.getMaxListeners() - 1);
    };
    const onLost = () => {
      end();
      reply.raw.destroy();
    };
    this.#replies.add(reply);
    reply.raw.once('close', end);
    // As many as may run can be on one connection, and Node would warn of a leak.
    socket.setMaxListeners(socket.getMaxListeners() + 1);
    socket.once('close', onLost);
    if (socket.destroyed) onLost();
  }

  /** Ends them as they are; their callers see that the stream broke off. */
  cut(): void {
    for (const reply of this.#replies) reply.raw.destroy();
  }
}
