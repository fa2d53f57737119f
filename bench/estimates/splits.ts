import type { Link, Market, Series } from './market.ts';

/** Who sold how much of each product: a series for each link, and one for the storefront of each product. */
export interface Split {
  readonly links: readonly Series[];
  readonly storefronts: readonly Series[];
}

/** As the product serves it; the storefront has what is left. */
export function servedSplit({ units, links, linksOf }: Market): Split {
  return {
    links: links.map(({ served }) => served),
    storefronts: units.map((series, product) =>
      series.map((sold, day) =>
        (linksOf[product] ?? []).reduce((left, link) => left - (links[link]?.served[day] ?? 0), sold),
      ),
    ),
  };
}

/** By views and viewers alone, each day for itself. */
export function naiveSplit(market: Market, { share, liveWeight }: Constants): Split {
  return splitDays(market, {
    weightOf: ({ kind, traffic }, day) => (traffic[day] ?? 0) * (kind === 'live' ? liveWeight : 1),
    storefrontOf: (_, traffic) => (share / (1 - share)) * traffic,
  });
}

/** The constants of the naive split. */
export interface Constants {
  /** Of the storefront in all weight. */
  readonly share: number;
  readonly liveWeight: number;
}

export const shippedConstants: Constants = { share: 0.2, liveWeight: 8 };

/** What the constants truly are, over all products and days. */
export function trueConstants({ links, sold }: Market): Constants {
  const total = (series: readonly Series[]) => series.reduce((sum, each) => sum + each.reduce((a, b) => a + b, 0), 0);
  const rate = (wanted: Link['kind']) => {
    const ofKind = links.filter(({ kind }) => kind === wanted);
    return total(ofKind.map((link) => link.sold)) / Math.max(1, total(ofKind.map(({ traffic }) => traffic)));
  };
  const storefront = total(sold);
  const all = storefront + total(links.map((link) => link.sold));
  return {
    share: Math.min(0.99, storefront / Math.max(1, all)),
    liveWeight: rate('live') / Math.max(1e-9, rate('video')),
  };
}

/** As one would who knows the rate at which each link sells by view, and each storefront by day. */
export function knowingSplit(market: Market): Split {
  const sum = (series: Series) => series.reduce((a, b) => a + b, 0);
  const rates = new Map(market.links.map((link) => [link, sum(link.sold) / Math.max(1, sum(link.traffic))]));
  return splitDays(market, {
    weightOf: (link, day) => (rates.get(link) ?? 0) * (link.traffic[day] ?? 0),
    storefrontOf: (product) => sum(market.sold[product] ?? new Float64Array()) / market.days,
  });
}

interface Weights {
  weightOf(link: Link, day: number): number;
  /** @param traffic the weights of the product's links together */
  storefrontOf(product: number, traffic: number): number;
}

/** What links are known to have sold comes first, as the product serves it; the rest is split in proportion to weights. */
function splitDays({ days, units, links, linksOf }: Market, weights: Weights): Split {
  const split: Split = {
    links: links.map(() => new Float64Array(days)),
    storefronts: units.map((each) => each.slice()),
  };
  units.forEach((sold, product) => {
    const all = (linksOf[product] ?? []).map((index) => ({ index, link: links[index] as Link }));
    for (let day = 0; day < days; day++) {
      const own = all.filter(({ link }) => link.hasOwn);
      const others = all.filter(({ link }) => !link.hasOwn);
      const known = own.reduce((sum, { link }) => sum + (link.served[day] ?? 0), 0);
      for (const { index, link } of own) (split.links[index] as Series)[day] = link.served[day] ?? 0;
      const left = (sold[day] ?? 0) - known;
      const weighed = others.map(({ link }) => weights.weightOf(link, day));
      const traffic = weighed.reduce((a, b) => a + b, 0);
      const whole = traffic + weights.storefrontOf(product, traffic);
      const part = whole > 0 ? left / whole : 0;
      others.forEach(({ index }, place) => {
        (split.links[index] as Series)[day] = part * (weighed[place] ?? 0);
      });
      (split.storefronts[product] as Series)[day] = left - part * traffic;
    }
  });
  return split;
}
