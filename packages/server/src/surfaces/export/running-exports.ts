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

  /** An answer that waits behind others on its connection does not hear that the connection closes: it is told. */
  #begun(reply: FastifyReply): void {
    const { socket } = reply.request.raw;
    const onLost = () => reply.raw.destroy();
    this.#replies.add(reply);
    socket.once('close', onLost);
    reply.raw.once('close', () => {
      this.#replies.delete(reply);
      socket.off('close', onLost);
    });
  }

  /** Ends them as they are; their callers see that the stream broke off. */
  cut(): void {
    for (const reply of this.#replies) reply.raw.destroy();
  }
}
