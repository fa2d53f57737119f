import { parseArgs } from 'node:util';
import { positive } from '../reading/arguments.ts';

/** What the command line asks for. */
export interface ConsoleOptions {
  /** Products in all markets together. */
  readonly products: number;
  /** Directory that is kept with all that was made; undefined: a temporary one. */
  readonly keep: string | undefined;
  /** How often each thing is measured. */
  readonly times: number;
}

const productsMax = 10_000_000;
const timesMax = 1_000;

/** @throws TypeError that says what was expected and what was given. */
export function readArguments(words: readonly string[]): ConsoleOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      products: { type: 'string', default: '1000000' },
      data: { type: 'string' },
      times: { type: 'string', default: '40' },
    },
  });
  return {
    products: Math.ceil(positive('--products', values.products, productsMax)),
    keep: values.data,
    times: Math.ceil(positive('--times', values.times, timesMax)),
  };
}
