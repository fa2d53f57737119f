import { BoundedWork } from './bounded-work.ts';
import type { Page, Reader } from './reader.ts';

export interface ReaderBounds {
  /** An answer is given up after so long, waiting for its turn included. */
  readonly pageMsMax: number;
  /** Pages read at a time; the others wait. */
  readonly pagesAtOnceMax: number;
}

/** A reader that may be slow, within bounds. */
export class BoundedReader implements Reader {
  readonly #reader: Reader;
  readonly #work: BoundedWork;

  constructor(reader: Reader, { pageMsMax, pagesAtOnceMax }: ReaderBounds) {
    this.#reader = reader;
    this.#work = new BoundedWork({ msMax: pageMsMax, atOnceMax: pagesAtOnceMax });
  }

  /** @throws ApiError too-slow, shutting-down */
  page(...question: Parameters<Reader['page']>): Promise<Page> {
    return this.#work.run(() => this.#reader.page(...question));
  }

  /** Gives up what waits, whose callers have gone by then, and finishes what is being read. */
  close(): Promise<void> {
    return this.#work.close();
  }
}
