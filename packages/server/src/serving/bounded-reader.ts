import { ApiError, errors } from '../kernel/errors.ts';
import { EngineError } from '../warehouse/engine.ts';
import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
import type { Page, Reader } from './reader.ts';

export interface ReaderBounds {
  /** An answer is given up after so long, waiting for its turn included. */
  readonly pageMsMax: number;
  /** Pages read at a time; the others wait. */
  readonly pagesAtOnceMax: number;
}

/** A page that waits for its turn or is being read. */
interface Work {
  readonly read: () => Promise<Page>;
  readonly resolve: (page: Page) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stands before a reader that may be slow: few pages are read at a time, and one that takes too long is given up, so that
 * the caller hears in time and is not charged. Who was given up while waiting costs the reader nothing any more.
 */
export class BoundedReader implements Reader {
  readonly #reader: Reader;
  readonly #bounds: ReaderBounds;
  /** In the order they came. */
  readonly #waiting = new Set<Work>();
  #running = 0;
  #onIdle: (() => void) | undefined;

  constructor(reader: Reader, bounds: ReaderBounds) {
    this.#reader = reader;
    this.#bounds = bounds;
  }

  /** @throws ApiError too-slow, shutting-down */
  async page(source: ListSource, query: PageQuery, version: number): Promise<Page> {
    if (this.#onIdle !== undefined) throw new ApiError(errors.shuttingDown, {});
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Page>((resolve, reject) => {
        const work = { read: () => this.#reader.page(source, query, version), resolve, reject };
        timer = setTimeout(() => {
          this.#waiting.delete(work);
          reject(this.#tooSlow());
        }, this.#bounds.pageMsMax);
        this.#waiting.add(work);
        this.#next();
      });
    } catch (cause) {
      throw cause instanceof EngineError && cause.type === 'TIMEOUT_EXCEEDED' ? this.#tooSlow(cause) : cause;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Gives up what waits, whose callers have gone by then, and finishes what is being read. */
  async close(): Promise<void> {
    const idle = new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
    for (const { reject } of this.#waiting) reject(new ApiError(errors.shuttingDown, {}));
    this.#waiting.clear();
    if (this.#running > 0) await idle;
  }

  #next(): void {
    const [work] = this.#waiting;
    if (work === undefined || this.#running >= this.#bounds.pagesAtOnceMax) return;
    this.#waiting.delete(work);
    this.#running++;
    work
      .read()
      .then(work.resolve, work.reject)
      .finally(() => {
        this.#running--;
        if (this.#running === 0) this.#onIdle?.();
        this.#next();
      });
  }

  #tooSlow(cause?: unknown): ApiError {
    return new ApiError(
      errors.tooSlow,
      { seconds: this.#bounds.pageMsMax / 1000 },
      { headers: { 'Retry-After': '5' }, ...(cause !== undefined && { cause }) },
    );
  }
}
