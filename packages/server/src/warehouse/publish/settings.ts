/** How sales are split over those who made them: by rates that are learned week by week, or by the same rates for all, day by day. */
export const attributions = ['learned', 'naive'] as const;
export type Attribution = (typeof attributions)[number];

/** What the numbers depend on besides the observations. */
export interface PublishSettings {
  /** ISO 4217 code all amounts are converted to; undefined leaves each in its product's currency. */
  readonly reportingCurrency?: string | undefined;
  readonly attribution: Attribution;
  /** Weight of a video's view in attribution, at most three decimals. */
  readonly videoViewWeight: number;
  /** Weight of a live's viewer in attribution, at most three decimals. */
  readonly liveViewWeight: number;
  /** Share of the storefront before anything is known of it, 0 ≤ share < 1, at most three decimals. */
  readonly storefrontShare: number;
  /** Units a view of a video sells before anything is known of it; undefined: what the product's own week says. */
  readonly unitsPerView?: number | undefined;
}

/** Settings that can be fitted to the data, where they are not given. */
export const fittedSettings = ['liveViewWeight', 'unitsPerView'] as const;
export type FittedSetting = (typeof fittedSettings)[number];

/** What the estimates of a version assume. */
export interface EstimateConstants
  extends Pick<PublishSettings, 'attribution' | 'videoViewWeight' | 'liveViewWeight' | 'storefrontShare'> {
  /** Null: what the product's own week says. */
  readonly unitsPerView: number | null;
}

/** The settings that estimates depend on. */
export function constantsOf(settings: PublishSettings): EstimateConstants {
  const { attribution, videoViewWeight, liveViewWeight, storefrontShare, unitsPerView = null } = settings;
  return { attribution, videoViewWeight, liveViewWeight, storefrontShare, unitsPerView };
}

export const defaultPublishSettings: PublishSettings = {
  attribution: 'learned',
  videoViewWeight: 1,
  liveViewWeight: 8,
  storefrontShare: 0.2,
};
