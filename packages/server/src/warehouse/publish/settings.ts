/** What the numbers depend on besides the observations. */
export interface PublishSettings {
  /** ISO 4217 code all amounts are converted to; undefined leaves each in its product's currency. */
  readonly reportingCurrency?: string | undefined;
  /** Weight of a video's view in attribution, at most three decimals. */
  readonly videoViewWeight: number;
  /** Weight of a live's viewer in attribution, at most three decimals. */
  readonly liveViewWeight: number;
  /** Share of the storefront in all weight, 0 ≤ share < 1, at most three decimals. */
  readonly storefrontShare: number;
}

export const defaultPublishSettings: PublishSettings = { videoViewWeight: 1, liveViewWeight: 8, storefrontShare: 0.2 };

/** The weights as the smallest whole numbers in the same proportions: the engine splits without fractions. */
export interface WholeWeights {
  readonly video: number;
  readonly live: number;
  /** What a source's weight is multiplied by, beside `storefront` for the sum of them. */
  readonly sources: number;
  readonly storefront: number;
}

export function wholeWeights(settings: PublishSettings): WholeWeights {
  const [video = 0, live = 0] = reduced([settings.videoViewWeight, settings.liveViewWeight]);
  const [sources = 0, storefront = 0] = reduced([1 - settings.storefrontShare, settings.storefrontShare]);
  return { video, live, sources, storefront };
}

function reduced(weights: readonly number[]): readonly number[] {
  const thousandths = weights.map((weight) => Math.round(weight * 1000));
  const divisor = thousandths.reduce(greatestCommonDivisor, 0) || 1;
  return thousandths.map((weight) => weight / divisor);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
