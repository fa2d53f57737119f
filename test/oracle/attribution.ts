import type { Day } from './day.ts';
import { decimal, scaled } from './exact.ts';
import type { Link } from './market.ts';
import { growthOn } from './series.ts';
import { largestRemainder, runningSplit, sum } from './split.ts';

/** Section 6, "Attribution: who sold it". */
export interface Weights {
  readonly videoViewWeight: number;
  readonly liveViewWeight: number;
  readonly storefrontShare: number;
}

export const DEFAULT_WEIGHTS: Weights = { videoViewWeight: 1, liveViewWeight: 8, storefrontShare: 0.2 };

/** One amount for each source, in the order of the sources, and what the storefront got. */
interface Split {
  readonly sources: readonly bigint[];
  readonly storefront: bigint;
}

type UnitsSplit = Split & {
  /** What the storefront got beyond what it is known to have sold. */
  readonly estimatedStorefront: bigint;
};

/** The order in which ties are decided: by id, a video before a live of the same id. */
export function tieOrder(links: readonly Link[]): Link[] {
  return links.toSorted((a, b) => {
    if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1;
    return a.kind === b.kind ? 0 : a.kind === 'video' ? -1 : 1;
  });
}

/** What is known of a day, in the order of the links; 0 of the storefront is as good as nothing. */
export interface KnownOfDay {
  readonly sources: readonly (bigint | undefined)[];
  readonly storefront: bigint;
}

/** Rules 1 and 2: the units of a day over the links of a product, given in tie order. */
export function splitUnits(
  units: bigint,
  links: readonly Link[],
  { sources: known, storefront }: KnownOfDay,
  day: Day,
  weights: Weights,
): UnitsSplit {
  const knownSum = sum(known.map((sold) => sold ?? 0n)) + storefront;
  if (knownSum > units) {
    const shares = largestRemainder(units, [...known.map((sold) => sold ?? 0n), storefront]);
    return { sources: shares.slice(0, -1), storefront: shares.at(-1) ?? 0n, estimatedStorefront: 0n };
  }
  const traffic = links.map((link, index) => (known[index] === undefined ? weightOf(link, day, weights) : 0n));
  const estimated = splitByTraffic(units - knownSum, traffic, weights);
  return {
    sources: estimated.sources.map((share, index) => (known[index] ?? 0n) + share),
    storefront: storefront + estimated.storefront,
    estimatedStorefront: estimated.storefront,
  };
}

/** Rule 2. All weights are multiplied by 1 − s, so that the storefront's, W·s/(1 − s), is whole too. */
function splitByTraffic(rest: bigint, traffic: readonly bigint[], weights: Weights): Split {
  const trafficSum = sum(traffic);
  if (trafficSum === 0n) return { sources: traffic.map(() => 0n), storefront: rest };
  const share = thousandths(weights.storefrontShare);
  const shares = largestRemainder(rest, [...traffic.map((weight) => weight * (1000n - share)), trafficSum * share]);
  return { sources: shares.slice(0, -1), storefront: shares.at(-1) ?? 0n };
}

function weightOf(link: Link, day: Day, weights: Weights): bigint {
  const perView = link.kind === 'video' ? weights.videoViewWeight : weights.liveViewWeight;
  return growthOn(link.traffic, day) * thousandths(perView);
}

function thousandths(value: number): bigint {
  return scaled(decimal(value), 3);
}

/**
 * "GMV follows the units": the GMV of a day over the links of a product, given in tie order.
 * @param known what the links themselves say of the GMV, undefined where it does not count: they do not say it, or
 *   their units of the day are not known.
 */
export function splitGmv(gmv: bigint, units: UnitsSplit, { sources: ownGmv, storefront }: KnownOfDay): Split {
  const own = ownGmv.map((amount) => amount ?? 0n);
  const ownSum = sum(own) + storefront;
  if (ownSum > gmv) {
    const shares = runningSplit(gmv, [...own, storefront]);
    return { sources: shares.slice(0, -1), storefront: shares.at(-1) ?? 0n };
  }
  const others = units.sources.map((share, index) => (ownGmv[index] === undefined ? share : 0n));
  const rest = splitByUnits(gmv - ownSum, { sources: others, storefront: units.estimatedStorefront });
  return {
    sources: rest.sources.map((share, index) => (own[index] ?? 0n) + share),
    storefront: storefront + rest.storefront,
  };
}

function splitByUnits(rest: bigint, units: Split): Split {
  const all = [...units.sources, units.storefront];
  if (sum(all) === 0n) return { sources: units.sources.map(() => 0n), storefront: rest };
  const shares = runningSplit(rest, all);
  return { sources: shares.slice(0, -1), storefront: shares.at(-1) ?? 0n };
}
