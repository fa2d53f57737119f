import type { AllOptions } from './endpoint-method.ts';

/** A list that comes in pages. */
export interface Pages<Row> {
  readonly firstPage: number;
  readonly pageSize: number;
  page(pageNum: number, signal: AbortSignal): Promise<readonly Row[]>;
}

const concurrencyOtherwise = 2;

/** The rows of all pages, in order. Pages ahead are asked for meanwhile, and given up when nobody wants more rows. */
export async function* rowsOfAll<Row>(list: Pages<Row>, options: AllOptions): AsyncGenerator<Row, void, undefined> {
  const { signal, concurrency = concurrencyOtherwise } = options;
  if (!(concurrency >= 1)) throw new RangeError(`concurrency: expected a number of 1 or more, got ${concurrency}`);
  const enough = new AbortController();
  const either = signal === undefined ? enough.signal : AbortSignal.any([signal, enough.signal]);
  const ahead: Promise<readonly Row[]>[] = [];
  let next = list.firstPage;
  const ask = () => {
    const page = list.page(next++, either);
    // Whoever waits for it is told; a page that nobody comes to is nobody's.
    page.catch(() => {});
    ahead.push(page);
  };
  try {
    // The first page comes alone: many a list is no longer, and each page has its price.
    ask();
    for (let rows = await ahead.shift(); rows !== undefined; rows = await ahead.shift()) {
      const isLast = rows.length < list.pageSize;
      while (!isLast && ahead.length < concurrency) ask();
      yield* rows;
      if (isLast) return;
    }
  } finally {
    enough.abort();
  }
}
