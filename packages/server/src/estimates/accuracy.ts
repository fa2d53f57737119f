import type { HiddenSale } from './hidden-sales.ts';
import { interval80 } from './interval.ts';

/** How far estimates are off what is known. */
export interface Accuracy {
  /** The sum of all misses against the sum of what is known: the weighted absolute percentage error, as a fraction. */
  readonly wape: number;
  /** Standard error of `wape`: what chance makes it differ by from one set of sources to another. */
  readonly wapeError: number;
  /** What all estimates together are too high by (negative: too low), as a fraction of what is known. */
  readonly bias: number;
  /** Standard error of `bias`. */
  readonly biasError: number;
  /** Fraction of the sales (a source and a product each) that are within the 80 % interval of their estimate. */
  readonly coverage: number;
}

/** @param sales of which at least one unit is known */
export function accuracyOf(sales: readonly HiddenSale[]): Accuracy {
  const known = total(sales, (sale) => sale.known);
  const wape = total(sales, missOf) / known;
  const bias = total(sales, (sale) => sale.estimated) / known - 1;
  return {
    wape,
    wapeError: errorOf(sales, known, (sale) => missOf(sale) - wape * sale.known),
    bias,
    biasError: errorOf(sales, known, (sale) => sale.estimated - (1 + bias) * sale.known),
    coverage: sales.filter(isCovered).length / sales.length,
  };
}

/** Of a ratio of sums over sources, which are drawn whole: a source with several products is one draw. */
function errorOf(sales: readonly HiddenSale[], known: number, deviation: (sale: HiddenSale) => number): number {
  const bySource = new Map<string, number>();
  for (const sale of sales) bySource.set(sale.source, (bySource.get(sale.source) ?? 0) + deviation(sale));
  const squares = [...bySource.values()].reduce((sum, each) => sum + each ** 2, 0);
  const drawn = bySource.size;
  return drawn < 2 ? Number.POSITIVE_INFINITY : Math.sqrt((drawn / (drawn - 1)) * squares) / known;
}

function missOf({ estimated, known }: HiddenSale): number {
  return Math.abs(estimated - known);
}

function isCovered({ estimated, known, ofProduct }: HiddenSale): boolean {
  const { low, high } = interval80(estimated, ofProduct);
  return low <= known && known <= high;
}

function total(sales: readonly HiddenSale[], of: (sale: HiddenSale) => number): number {
  return sales.reduce((sum, sale) => sum + of(sale), 0);
}
