import { describe, expect, it } from 'vitest';
import { filterSplit } from '../../bench/estimates/filter.ts';
import { fittedConstants } from '../../bench/estimates/fit.ts';
import { judgedAt, type levels } from '../../bench/estimates/levels.ts';
import type { Link, Market } from '../../bench/estimates/market.ts';
import { bias, coverage, deviance, geometricMean, geometricSpread, wape } from '../../bench/estimates/measures.ts';
import { scoreOf } from '../../bench/estimates/score.ts';
import {
  knowingSplit,
  naiveSplit,
  servedSplit,
  shippedConstants,
  trueConstants,
} from '../../bench/estimates/splits.ts';

const series = (...values: readonly number[]) => Float64Array.from(values);

function link(differences: Partial<Link>): Link {
  const silent = { traffic: series(0, 0), served: series(0, 0), sold: series(0, 0), hasOwn: false };
  return { product: 0, kind: 'video', source: '1', creator: '7', ...silent, ...differences };
}

/** A product that sells 10 and 20 units, over two videos and a live that shows its own sales. */
const market: Market = {
  days: 2,
  weeks: [[0, 2]],
  units: [series(10, 20)],
  sold: [series(2, 4)],
  links: [
    link({ traffic: series(100, 100), served: series(3, 5), sold: series(6, 6) }),
    link({ source: '2', creator: '8', traffic: series(0, 300), served: series(0, 6), sold: series(0, 6) }),
    link({
      kind: 'live',
      source: '3',
      hasOwn: true,
      traffic: series(50, 50),
      served: series(2, 4),
      sold: series(2, 4),
    }),
  ],
  linksOf: [[0, 1, 2]],
};

describe('splits', () => {
  it('naive: own sales first, the rest by views, a part for the storefront', () => {
    const { links, storefronts } = naiveSplit(market, { share: 0.2, liveWeight: 8 });
    const round = (of: readonly Float64Array[]) =>
      of.map((each) => Array.from(each, (value) => Number(value.toFixed(6))));
    expect(round(links)).toEqual([
      [6.4, 3.2],
      [0, 9.6],
      [2, 4],
    ]);
    expect(round(storefronts)).toEqual([[1.6, 3.2]]);
  });

  it('as served: the storefront has what is left', () => {
    expect(servedSplit(market).storefronts.map((each) => [...each])).toEqual([[5, 5]]);
  });

  it('knowing the rates: right where they are the same every day', () => {
    const steady = {
      ...market,
      units: [series(10, 10)],
      sold: [series(4, 4)],
      links: [link({ traffic: series(100, 100), sold: series(6, 6) })],
      linksOf: [[0]],
    };
    const { links, storefronts } = knowingSplit(steady);
    expect(links.map((each) => [...each])).toEqual([[6, 6]]);
    expect(storefronts.map((each) => [...each])).toEqual([[4, 4]]);
  });

  it('leave every unit with somebody', () => {
    for (const { links, storefronts } of [
      naiveSplit(market, shippedConstants),
      knowingSplit(market),
      servedSplit(market),
    ]) {
      for (const day of [0, 1]) {
        const all = [...links, ...storefronts].reduce((sum, each) => sum + (each[day] ?? 0), 0);
        expect(all).toBeCloseTo(market.units[0]?.[day] ?? 0, 9);
      }
    }
  });

  it('the true constants are those of all products together', () => {
    const { share, liveWeight } = trueConstants(market);
    expect(share).toBeCloseTo(6 / 30, 9);
    expect(liveWeight).toBeCloseTo(6 / 100 / (18 / 500), 9);
  });
});

describe('the weekly filter', () => {
  it('leaves every unit with somebody', () => {
    const { links, storefronts } = filterSplit(market, shippedConstants);
    for (const day of [0, 1]) {
      const all = [...links, ...storefronts].reduce((sum, each) => sum + (each[day] ?? 0), 0);
      expect(all).toBeCloseTo(market.units[0]?.[day] ?? 0, 9);
    }
  });
});

describe('fitted constants', () => {
  /** Products whose videos sell one unit for a hundred views, and whose lives one for ten viewers. */
  function marketOf(products: number): Market {
    const days = 14;
    const steady = (value: number) => new Float64Array(days).fill(value);
    const links = Array.from({ length: products }, (_, product) => [
      link({ product, source: `v${product}`, traffic: steady(1_000), sold: steady(10) }),
      link({
        product,
        kind: 'live',
        source: `l${product}`,
        traffic: steady(100).fill(0, 7),
        sold: steady(10).fill(0, 7),
      }),
    ]).flat();
    return {
      days,
      weeks: [
        [0, 7],
        [7, 14],
      ],
      units: Array.from({ length: products }, () => steady(22).fill(12, 7)),
      sold: Array.from({ length: products }, () => steady(2)),
      links: links.map((each) => ({ ...each, served: new Float64Array(days) })),
      linksOf: Array.from({ length: products }, (_, product) => [2 * product, 2 * product + 1]),
    };
  }

  it('come near the true ones', () => {
    const { liveWeight, unitsPerView = 0 } = fittedConstants(marketOf(30));
    expect(liveWeight).toBeGreaterThan(8);
    expect(liveWeight).toBeLessThan(13);
    expect(unitsPerView).toBeGreaterThan(0.008);
    expect(unitsPerView).toBeLessThan(0.012);
  });
});

describe('levels', () => {
  const split = servedSplit(market);
  const at = (level: (typeof levels)[number], window: number) => judgedAt(level, market, split, window);

  it('leave out sources that show their own sales', () => {
    expect(at('live', 7)).toEqual([]);
    expect(at('video', 7)).toMatchObject([
      { estimate: 8, truth: 12 },
      { estimate: 6, truth: 6 },
    ]);
  });

  it('add up the last days', () => {
    expect(at('video', 1)[0]).toMatchObject({ estimate: 5, truth: 6 });
    expect(at('storefront', 1)).toMatchObject([{ estimate: 5, truth: 4 }]);
  });

  it('add up sources of creators', () => {
    expect(at('creator', 7)).toEqual(at('product × creator', 7));
  });
});

describe('measures', () => {
  const judged = [
    { estimate: 5, truth: 10 },
    { estimate: 12, truth: 10 },
    { estimate: 0, truth: 0 },
  ];

  it('WAPE and bias are sums against what is true', () => {
    expect(wape(judged)).toBeCloseTo(7 / 20, 9);
    expect(bias(judged)).toBeCloseTo(-3 / 20, 9);
  });

  it('the deviance is 0 where all is right, and grows where small estimates are called 0', () => {
    expect(deviance([{ estimate: 4, truth: 4 }])).toBeCloseTo(0, 9);
    const small = Array.from({ length: 10 }, (_, i) => ({ estimate: 0.2, truth: i < 2 ? 1 : 0 }));
    const none = small.map(({ truth }) => ({ estimate: 0, truth }));
    expect(wape(none)).toBeLessThan(wape(small));
    expect(deviance(none)).toBeGreaterThan(deviance(small));
  });

  it('coverage counts the truths in the interval, by size of the estimate', () => {
    const parted = (estimate: number, truth: number) => ({
      estimate,
      truth,
      parts: [{ units: estimate, ofProduct: 2 * estimate }],
    });
    // The interval of 20 goes from 9 to 40. Of what sold nothing and was estimated so, nothing is learned.
    const found = coverage([parted(20, 12), parted(20, 60), parted(0.2, 0), parted(0.7, 1)]);
    expect(found).toEqual({ judged: [1, 0, 2, 0], covered: [1, 0, 1, 0] });
  });

  it('geometric means', () => {
    expect(geometricMean([0.5, 2])).toBeCloseTo(1, 9);
    expect(geometricSpread([0.5, 0.5, 0.5])).toBe(0);
    // Logarithms ±0.1 around that of 2: a deviation of 0.1 × √2, of a mean of two 0.1.
    expect(geometricSpread([2 * Math.exp(0.1), 2 * Math.exp(-0.1)])).toBeCloseTo(0.2, 9);
  });
});

describe('the score', () => {
  it('has a cell for each level and window in which enough was sold', () => {
    const cells = (of: Market) => scoreOf(of).map(({ level, window }) => `${level} ${window}`);
    expect(cells(market)).toEqual([]);
    const tenfold = (each: Float64Array) => each.map((value) => 10 * value);
    const links = market.links.map((each) => ({ ...each, served: tenfold(each.served), sold: tenfold(each.sold) }));
    const large = { ...market, links, units: market.units.map(tenfold), sold: market.sold.map(tenfold) };
    expect(cells(large)).toEqual(['video 1', 'product × creator 1', 'creator 1']);
  });

  it('refuses a version that attributes more than was sold', () => {
    const links = [link({ traffic: series(1, 1), served: series(11, 0), sold: series(1, 1) })];
    expect(() => scoreOf({ ...market, links, linksOf: [[0]] })).toThrow('more was attributed than sold, of 1 products');
  });
});
