import type { Part } from '../../packages/server/src/estimates/interval.ts';
import type { Market, Series } from './market.ts';
import type { Split } from './splits.ts';

/** What a split says of an entity in a window, and what is true. */
export interface Judged {
  readonly estimate: number;
  readonly truth: number;
  /** The estimates that it is the sum of; none of the storefront. */
  readonly parts: readonly Part[];
}

export const levels = ['video', 'live', 'product × creator', 'creator', 'storefront'] as const;
export type Level = (typeof levels)[number];

/** Windows that end on the last day. */
export const windows = [1, 7, 30, 90] as const;

/** Sums of a window by entity. Sources that show sales of their own are left out: they are not estimated. */
export function judgedAt(level: Level, market: Market, split: Split, window: number): readonly Judged[] {
  const sum = (series: Series) => series.subarray(Math.max(0, market.days - window)).reduce((a, b) => a + b, 0);
  if (level === 'storefront')
    return split.storefronts.map((series, product) => ({
      estimate: sum(series),
      truth: sum(market.sold[product] ?? new Float64Array()),
      parts: [],
    }));
  const ofProduct = market.units.map(sum);
  const byEntity = new Map<string, { estimate: number; truth: number; parts: Part[] }>();
  market.links.forEach((link, index) => {
    const entity = entityOf[level](link);
    if (link.hasOwn || entity === '') return;
    const judged = byEntity.get(entity) ?? { estimate: 0, truth: 0, parts: [] };
    const units = sum(split.links[index] ?? new Float64Array());
    judged.estimate += units;
    judged.parts.push({ units, ofProduct: ofProduct[link.product] ?? 0 });
    judged.truth += sum(link.sold);
    byEntity.set(entity, judged);
  });
  return [...byEntity.values()];
}

/** The entity of a link; empty where it is of none. */
const entityOf: Readonly<Record<Exclude<Level, 'storefront'>, (link: Market['links'][number]) => string>> = {
  video: ({ kind, source }) => (kind === 'video' ? source : ''),
  live: ({ kind, source }) => (kind === 'live' ? source : ''),
  'product × creator': ({ creator, product }) => (creator === '' ? '' : `${product} ${creator}`),
  creator: ({ creator }) => creator,
};
