import { runTask } from '../reading/children.ts';
import { makingFingerprint } from '../reading/fingerprint.ts';
import type { Amounts } from '../reading/making/amounts.ts';
import type { RowCounts } from '../reading/making/make.ts';
import type { Running } from '../reading/running.ts';
import type { ConsoleOptions } from './arguments.ts';

/** Serving tables, days, index of search and what is served from, for a million products. */
const bytesPerProduct = 16_000;

/**
 * A data directory with the rows of the reading benchmark, made or still there from before: all of the products, and a
 * tenth of the creators and videos that are made there, for tables are of products here.
 *
 * @returns rows by list
 */
export async function prepareRows({ options, work, say }: Running<ConsoleOptions>): Promise<RowCounts> {
  const { products } = options;
  say(`making ${products.toLocaleString('en')} products`);
  return work.remembered('rows', { products, made: makingFingerprint() }, () => {
    work.requireSpace(bytesPerProduct * products);
    return runTask('make', { dataDirectory: work.dataDirectory, amounts: amountsOf(products) }, work.logs);
  });
}

function amountsOf(products: number): Amounts {
  return {
    products,
    linked: Math.ceil(products * 0.7),
    pairs: Math.ceil(products / 2),
    creators: Math.ceil(products / 10),
    shops: Math.ceil(products / 50),
  };
}
