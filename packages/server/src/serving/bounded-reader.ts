import { BoundedWork } from './bounded-work.ts';
import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
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
  page(source: ListSource, query: PageQuery, version: number): Promise<Page> {
    return this.#work.run(() => this.#reader.page(source, query, version));
  }

  /** Gives up what waits, whose callers have gone by then, and finishes what is being read. */
  close(): Promise<void> {
    return this.#work.close();
  }
}
