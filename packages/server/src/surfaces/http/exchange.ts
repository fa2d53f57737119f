import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Budget } from './budgets.ts';

/** Hears when an exchange is over. */
export interface ExchangeKeeper {
  /** Its response has left, or never will: the connection may have others. */
  left(exchange: Exchange): void;
  /** Nothing of it is under way any more. */
  over(exchange: Exchange): void;
}

/**
 * A request and its response. It is over when the response has left or the connection is lost, and the work for it is
 * done: the work for a client that is gone goes on, and may be charged.
 */
export class Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What it takes a slot of, from when its body is here until it is over. */
  budget: Budget | undefined;
  /** How many requests were under way on its connection when it came, itself included. */
  placeOnConnection = 1;
  /** The key that it takes a slot of. */
  keyId: string | undefined;

  /** Whether its connection was lost before the response had left. */
  isLost = false;

  readonly #keeper: ExchangeKeeper;
  #payload: Readable | undefined;
  #hasLeft = false;
  #isWorkDone = false;
  #isOver = false;

  constructor(request: FastifyRequest, reply: FastifyReply, keeper: ExchangeKeeper) {
    this.request = request;
    this.reply = reply;
    this.#keeper = keeper;
  }

  /**
   * There is a response. The work for one that is a stream is done when the stream is closed: it may be charged as it
   * goes.
   */
  responds(payload: unknown): void {
    if (payload instanceof Readable && !payload.closed) this.#streams(payload);
    else this.#workDone();
  }

  /** The response has left, whole: there is no more work. */
  leaves(): void {
    this.#isWorkDone = true;
    this.#leave();
  }

  /**
   * The connection is lost. Node says nothing of it to a response that waits behind others, nor would that ever end.
   */
  loses(): void {
    if (this.#hasLeft) return;
    this.isLost = true;
    this.reply.raw.destroy();
    this.#payload?.destroy();
    this.#leave();
  }

  #leave(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.#keeper.left(this);
    this.#settle();
  }

  #streams(payload: Readable): void {
    this.#isWorkDone = false;
    this.#payload = payload;
    payload.once('close', () => this.#workDone());
    if (this.#hasLeft) payload.destroy();
  }

  #workDone(): void {
    this.#isWorkDone = true;
    this.#settle();
  }

  #settle(): void {
    if (this.#isOver || !this.#hasLeft || !this.#isWorkDone) return;
    this.#isOver = true;
    this.#keeper.over(this);
  }
}
