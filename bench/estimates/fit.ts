import { type FilterConstants, filterSplit } from './filter.ts';
import type { Link, Market, Series } from './market.ts';
import { type Split, shippedConstants } from './splits.ts';

const rounds = 3;
/** Units that it takes to move the weight of lives. */
const firm = 20;
const [liveWeightMin, liveWeightMax] = [2, 32];

/**
 * Constants from the marketplace itself, without its truth: the rate of all products together, and how much more readily
 * viewers of lives buy than those of videos, both by what the filter with the constants before gives.
 */
export function fittedConstants(market: Market): FilterConstants {
  let constants: FilterConstants = shippedConstants;
  for (let round = 0; round < rounds; round++) {
    const split = filterSplit(market, constants);
    constants = {
      share: constants.share,
      liveWeight: liveWeightOf(market, split, constants),
      unitsPerView: unitsPerViewOf(market, split, constants),
    };
  }
  return constants;
}

/** A product that sells much says less than its units do: its rate is its own. */
function weightOf({ units, days }: Market, product: number): number {
  return 1 / (1 + (0.1 * sum(units[product] ?? new Float64Array())) / days);
}

function unitsPerViewOf(market: Market, split: Split, constants: FilterConstants): number | undefined {
  let [units, exposure] = [0, 0];
  market.links.forEach((link, index) => {
    if (link.hasOwn) return;
    const weight = weightOf(market, link.product);
    units += weight * sum(split.links[index] ?? new Float64Array());
    exposure += weight * exposureOf(link, constants);
  });
  return exposure > 0 && units > 0 ? units / exposure : undefined;
}

/** Lives against videos, each by its units against those that its product's rate expects. */
function liveWeightOf(market: Market, split: Split, constants: FilterConstants): number {
  const seen = { video: { units: firm, expected: firm }, live: { units: firm, expected: firm } };
  market.linksOf.forEach((places, product) => {
    const links = places.flatMap((index) => {
      const link = market.links[index] as Link;
      return link.hasOwn ? [] : [{ link, units: sum(split.links[index] ?? new Float64Array()) }];
    });
    const exposure = links.reduce((all, { link }) => all + exposureOf(link, constants), 0);
    const rate = exposure > 0 ? links.reduce((all, { units }) => all + units, 0) / exposure : 0;
    const weight = weightOf(market, product);
    for (const { link, units } of links) {
      seen[link.kind].units += weight * units;
      seen[link.kind].expected += weight * rate * exposureOf(link, constants);
    }
  });
  const { video, live } = seen;
  const ratio = live.units / live.expected / (video.units / video.expected);
  return Math.min(liveWeightMax, Math.max(liveWeightMin, constants.liveWeight * ratio));
}

function exposureOf({ traffic, kind }: Link, { liveWeight }: FilterConstants): number {
  return sum(traffic) * (kind === 'live' ? liveWeight : 1);
}

function sum(series: Series): number {
  return series.reduce((all, value) => all + value, 0);
}
