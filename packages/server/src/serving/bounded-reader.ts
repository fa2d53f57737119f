import { BoundedWork } from './bounded-work.ts';
import type { Page, Reader, RowFinder } from './reader.ts';

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

  /** One that finds rows of what the reader reads, within the same bounds. */
  finder(finder: RowFinder): RowFinder {
    return { ids: (...question) => this.#work.run(() => finder.ids(...question)) };
  }

  /** Gives up what waits, whose callers have gone by then, and finishes what is being read. */
  close(): Promise<void> {
    return this.#work.close();
  }
}
