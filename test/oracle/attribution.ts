import type { Day } from './day.ts';
import type { Link } from './market.ts';
import { growthOn } from './series.ts';
import { largest, largestRemainder, runningSplit, smallest, sum } from './split.ts';

/** Section 6, "Attribution: who sold it". */
export interface Weights {
  /** Rule 2: learned weekly rates, or each day by its traffic. */
  readonly attribution: 'learned' | 'naive';
  readonly videoViewWeight: number;
  readonly liveViewWeight: number;
  readonly storefrontShare: number;
  readonly unitsPerView?: number | undefined;
}

export const DEFAULT_WEIGHTS: Weights = {
  attribution: 'learned',
  videoViewWeight: 1,
  liveViewWeight: 8,
  storefrontShare: 0.2,
};

/** One amount for each source, in the order of the sources, and what the storefront got. */
interface Split {
  readonly sources: readonly bigint[];
  readonly storefront: bigint;
}

/** In thousandths of a unit. */
type UnitsSplit = Split & {
  /** What the storefront got beyond what it is known to have sold. */
  readonly estimatedStorefront: bigint;
  /** What nobody is known to have sold. */
  readonly left: bigint;
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

/** Rule 1: what is left of the units of a day when what is known of it is taken. */
export function unitsLeft(units: bigint, { sources, storefront }: KnownOfDay): bigint {
  return largest(0n, units - sum(sources.map((sold) => sold ?? 0n)) - storefront);
}

/**
 * Rules 1 and 3: the units of a day over the links of a product, given in tie order.
 * @param estimated what is left of the units, a part for each link
 */
export function splitUnits(units: bigint, known: KnownOfDay, estimated: readonly number[]): UnitsSplit {
  const own = known.sources.map((sold) => sold ?? 0n);
  if (sum(own) + known.storefront > units) {
    const shares = runningSplit(1_000n * units, [...own, known.storefront]);
    return { sources: shares.slice(0, -1), storefront: shares.at(-1) ?? 0n, estimatedStorefront: 0n, left: 0n };
  }
  const left = unitsLeft(units, known);
  const shares = inThousandths(left, estimated);
  const rest = shares.at(-1) ?? 0n;
  return {
    sources: own.map((sold, index) => 1_000n * sold + (shares[index] ?? 0n)),
    storefront: 1_000n * known.storefront + rest,
    estimatedStorefront: rest,
    left: 1_000n * left,
  };
}

/** Rule 3: thousandths of parts in the order of ties; what is left is the storefront's. */
export function inThousandths(units: bigint, parts: readonly number[]): readonly bigint[] {
  const all = 1_000n * units;
  let [reached, before] = [0, 0n];
  const shares = parts.map((part) => {
    reached += part;
    const until = smallest(BigInt(Math.floor(1_000 * reached)), all);
    const share = until - before;
    before = until;
    return share;
  });
  return [...shares, all - before];
}

/** Rule 4: thousandths of some days in whole units. Videos are rounded half up, lives half down: never more than all. */
export function inUnits(thousandths: bigint, kind: Link['kind']): bigint {
  return (thousandths + (kind === 'video' ? 500n : 499n)) / 1_000n;
}

/** Rule 4: what all videos (lives) of a product sold, in whole units over each. */
export function wholeUnits(thousandths: readonly bigint[], kind: Link['kind']): readonly bigint[] {
  const all = sum(thousandths);
  return all === 0n ? thousandths : largestRemainder(inUnits(all, kind), thousandths);
}

/** Rule 2, naive: each day by itself, by weighted traffic. @param rest of the units, which nobody is known to have sold */
export function partsByTraffic(
  rest: bigint,
  traffic: readonly number[],
  { storefrontShare: share }: Weights,
): number[] {
  const all = traffic.reduce((total, weight) => total + weight, 0);
  const storefront = all === 0 ? 1 : (all * share) / (1 - share);
  return traffic.map((weight) => weight * (Number(rest) / (all + storefront)));
}

/** Views or viewers of a day, weighted; 0 of a source whose sales are known. */
export function trafficOf(links: readonly Link[], { sources }: KnownOfDay, day: Day, weights: Weights): number[] {
  return links.map((link, index) => {
    const weight = link.kind === 'video' ? weights.videoViewWeight : weights.liveViewWeight;
    return sources[index] === undefined ? Number(growthOn(link.traffic, day)) * weight : 0;
  });
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
