/** What is said of an estimate: with a chance of 80 % the truth is within it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Standard deviations to either side that hold 80 % of a normal distribution. */
const deviations = 1.28;
/** What the rates of sources differ by that sell equally well as far as one can see, a variance of logarithms. */
const spread = 0.36;
/** A source that sold nearly all of a product is not known more exactly than this part of the variance. */
const varianceMin = 0.05;
const halfUnit = 0.5;
const slack = 0.25;
const nearlyNone = 1e-9;
/** Of the units of several sources together. */
const together = 0.2;
/** Standard deviations above the units of several sources together at most. */
const highMax = 2;

/**
 * The 80 % interval of units that are estimated for a source and window, in whole units. A part of the error is chance,
 * which is the larger the fewer units there are, and a part is that rates differ; neither matters where the source sold
 * all of its product. It sold no more than that.
 *
 * @param units estimated, not below 0.
 * @param ofProduct all units of the product in the window that are not known, at least as many.
 */
export function interval80(units: number, ofProduct: number): Interval {
  return intervalOf80([{ units, ofProduct }]);
}

/** What is estimated of one of several sources, as in {@link interval80}. */
export interface Part {
  readonly units: number;
  readonly ofProduct: number;
}

/**
 * The same of several sources together, such as the videos of a creator: their variances are added, and a fifth of all units,
 * for their errors go together. The sum of many is not as skewed as the units of one.
 */
export function intervalOf80(parts: readonly Part[]): Interval {
  const units = parts.reduce((sum, part) => sum + part.units, 0);
  const isSeveral = parts.length > 1;
  const variance = parts.reduce((sum, part) => sum + varianceOf(part), isSeveral ? (together * units) ** 2 : 0);
  const centre = units + halfUnit;
  const factor = Math.exp((deviations * Math.sqrt(variance)) / centre);
  const above = Math.min(centre * (factor - 1), isSeveral ? highMax * Math.sqrt(variance) : Number.POSITIVE_INFINITY);
  const most = parts.reduce((sum, part) => sum + Math.max(part.units, part.ofProduct), 0);
  return {
    low: Math.max(0, Math.floor(centre / factor - halfUnit - slack)),
    high: Math.ceil(Math.min(units + above + slack, most)),
  };
}

function varianceOf({ units, ofProduct }: Part): number {
  const centre = units + halfUnit;
  const share = units / Math.max(ofProduct, units, nearlyNone);
  return centre ** 2 * Math.max(1 - share, varianceMin) * (1 / centre + spread);
}
