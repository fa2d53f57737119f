import { served, servedCount } from './exact.ts';
import type { Row } from './row.ts';
import { largest, smallest, sum } from './split.ts';

/** Section 6, "How sure": what is known of a number of units. */
export interface Sure {
  /** In thousandths of a unit. */
  readonly observed: bigint;
  /** In thousandths of a unit. */
  readonly stated: bigint;
  /** In thousandths of a unit. */
  readonly estimated: bigint;
  /** What the number is at most, in thousandths of a unit. */
  readonly most: bigint;
  /** By how many units own running totals say less, where they do not count. */
  readonly ownLess: bigint;
  readonly estimatedSources: number;
  readonly variance: number;
}

/** What is known of the sales of a source, in thousandths of a unit. */
interface SourceSure extends Pick<Sure, 'observed' | 'stated' | 'estimated'> {
  /** What its product sold that is not known, on the days on which it is not known what the source sold. */
  readonly left: bigint;
  readonly ownLess: bigint;
}

export function sureOf({ observed, stated, estimated, left, ownLess }: SourceSure): Sure {
  const isEstimated = left > 0n;
  return {
    observed,
    stated,
    estimated,
    most: observed + stated + largest(left, estimated),
    ownLess: isEstimated ? ownLess : 0n,
    estimatedSources: isEstimated ? 1 : 0,
    variance: isEstimated ? varianceOf(Number(estimated) / 1_000, Number(left) / 1_000) : 0,
  };
}

function varianceOf(units: number, left: number): number {
  const centre = units + 0.5;
  return centre * centre * Math.max(1 - units / Math.max(left, units, 1e-9), 0.05) * (1 / centre + 0.36);
}

/** Of several sources, or of several products, together. */
export function sureTogether(each: readonly Sure[]): Sure {
  const together = (read: (sure: Sure) => bigint) => sum(each.map(read));
  return {
    observed: together(({ observed }) => observed),
    stated: together(({ stated }) => stated),
    estimated: together(({ estimated }) => estimated),
    most: together(({ most }) => most),
    ownLess: together(({ ownLess }) => ownLess),
    estimatedSources: each.reduce((total, { estimatedSources }) => total + estimatedSources, 0),
    variance: each.reduce((total, { variance }) => total + variance, 0),
  };
}

/** What is known of units of one product, of which no more than so many are served. */
export function limitedSure(sure: Sure, units: bigint, unitsMax: bigint): Sure {
  const max = 1_000n * unitsMax;
  const observed = smallest(sure.observed, max);
  const stated = smallest(sure.stated, max - observed);
  const isKnown = sure.observed + sure.stated >= max;
  return {
    ...sure,
    observed,
    stated,
    estimated: smallest(sure.estimated, max - observed - stated),
    most: units <= unitsMax ? smallest(sure.most, max) : max,
    ...(isKnown && { estimatedSources: 0, variance: 0 }),
  };
}

/** The fields of a number that say how sure it is. */
export function sureFields(name: string, units: bigint, sure: Sure): Row {
  const { low, high } = intervalOf(units, sure);
  return {
    [`${name}_low`]: servedCount(low),
    [`${name}_high`]: servedCount(high),
    [`${name}_basis`]: basisOf(sure),
    [`${name}_known_rate`]: knownRateOf(sure),
  };
}

function intervalOf(units: bigint, sure: Sure): { readonly low: bigint; readonly high: bigint } {
  const { observed, stated, estimated, most, ownLess, estimatedSources, variance } = sure;
  if (estimatedSources === 0) return { low: units, high: units };
  const isSeveral = estimatedSources > 1;
  const known = observed + stated;
  const [whole, part] = [known / 1_000n, Number(known % 1_000n) / 1_000];
  const m = Number(estimated) / 1_000;
  const deviation = Math.sqrt(variance + (isSeveral ? 0.04 * m * m : 0));
  const factor = Math.exp((1.28 * deviation) / (m + 0.5));
  const above = Math.min((m + 0.5) * (factor - 1), (isSeveral ? 2 : 1e9) * deviation);
  const low = whole + BigInt(Math.floor(part + Math.max(0, (m + 0.5) / factor - 0.75)));
  const high = whole + BigInt(Math.ceil(part + m + 0.25 + above));
  return {
    low: largest(0n, smallest(units - ownLess, low)),
    high: largest(units, smallest((most + 999n) / 1_000n, high)),
  };
}

function basisOf({ observed, stated, estimated, estimatedSources }: Sure): string {
  const known = observed + stated;
  if (estimatedSources > 0) return estimated < 10_000n && (known === 0n || known < estimated) ? 'thin' : 'estimated';
  return stated > 0n ? 'stated' : 'observed';
}

function knownRateOf({ observed, stated, estimated, estimatedSources }: Sure): number {
  if (estimatedSources === 0) return 1;
  const [known, all] = [observed + stated, observed + stated + estimated];
  return all === 0n ? 0 : served((20_000n * known + all) / (2n * all), 4);
}
