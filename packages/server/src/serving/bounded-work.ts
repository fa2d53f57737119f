import { ApiError, errors } from '../kernel/errors.ts';
import { EngineError } from '../warehouse/engine/engine.ts';

export interface WorkBounds {
  /** Work is given up after so long, waiting for its turn included. */
  readonly msMax: number;
  /** Pieces of work done at a time; the others wait. */
  readonly atOnceMax: number;
}

/** What waits for its turn. */
interface Waiting {
  /** Never rejects: who asked hears of it. */
  readonly begin: () => Promise<void>;
  readonly reject: (error: unknown) => void;
}

/**
 * Stands before an engine that may be slow: few questions are asked at a time, and one that takes too long is given up,
 * so that the caller hears in time and is not charged. Who was given up while waiting costs the engine nothing any
 * more.
 */
export class BoundedWork {
  readonly #bounds: WorkBounds;
  /** In the order they came. */
  readonly #waiting = new Set<Waiting>();
  #running = 0;
  #onIdle: (() => void) | undefined;

  constructor(bounds: WorkBounds) {
    this.#bounds = bounds;
  }

  /** @throws ApiError too-slow, shutting-down; what the work throws */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#onIdle !== undefined) throw new ApiError(errors.shuttingDown, {});
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Result>((resolve, reject) => {
        const begin = async () => resolve(await work());
        const waiting = { begin: () => begin().catch(reject), reject };
        timer = setTimeout(() => {
          this.#waiting.delete(waiting);
          reject(this.#tooSlow());
        }, this.#bounds.msMax);
        this.#waiting.add(waiting);
        this.#next();
      });
    } catch (cause) {
      throw cause instanceof EngineError && cause.type === 'TIMEOUT_EXCEEDED' ? this.#tooSlow(cause) : cause;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Gives up what waits, whose callers have gone by then, and finishes what is being done. */
  async close(): Promise<void> {
    const idle = new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
    for (const { reject } of this.#waiting) reject(new ApiError(errors.shuttingDown, {}));
    this.#waiting.clear();
    if (this.#running > 0) await idle;
  }

  #next(): void {
    const [next] = this.#waiting;
    if (next === undefined || this.#running >= this.#bounds.atOnceMax) return;
    this.#waiting.delete(next);
    this.#running++;
    void next.begin().then(() => {
      this.#running--;
      if (this.#running === 0) this.#onIdle?.();
      this.#next();
    });
  }

  #tooSlow(cause?: unknown): ApiError {
    return new ApiError(
      errors.tooSlow,
      { seconds: this.#bounds.msMax / 1000 },
      { headers: { 'Retry-After': '5' }, ...(cause !== undefined && { cause }) },
    );
  }
}
