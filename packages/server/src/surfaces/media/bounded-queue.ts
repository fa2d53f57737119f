import { ApiError, errors } from '../../kernel/errors.ts';

const retryAfterSeconds = 5;

/** Lets so many pieces of work run at a time, and as many wait; further ones are told to come back. */
export class BoundedQueue {
  readonly #atOnceMax: number;
  readonly #waitingMax: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(atOnceMax: number, waitingMax: number) {
    this.#atOnceMax = atOnceMax;
    this.#waitingMax = waitingMax;
  }

  /** @throws ApiError overloaded; what the work throws */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#turn();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < this.#atOnceMax) {
      this.#running++;
      return;
    }
    if (this.#waiting.length >= this.#waitingMax)
      throw new ApiError(errors.overloaded, {}, { headers: { 'Retry-After': String(retryAfterSeconds) } });
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
