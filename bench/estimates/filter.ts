import { type LearnedConstants, nothingLearned, splitWeek } from '../../test/oracle/learned.ts';
import type { Link, Market, Series } from './market.ts';
import type { Split } from './splits.ts';

/** What is assumed before anything is known, of videos and lives. */
export interface FilterConstants extends LearnedConstants {
  readonly liveWeight: number;
}

/** The whole marketplace by the filter: what links are known to have sold comes first. */
export function filterSplit(market: Market, constants: FilterConstants): Split {
  const { days, units, links, linksOf } = market;
  const split: Split = {
    links: links.map(() => new Float64Array(days)),
    storefronts: units.map(() => new Float64Array(days)),
  };
  units.forEach((sold, product) => {
    const all = (linksOf[product] ?? []).map((index) => ({ index, link: links[index] as Link }));
    const own = all.filter(({ link }) => link.hasOwn);
    const others = all.filter(({ link }) => !link.hasOwn);
    for (const { index, link } of own) (split.links[index] as Series).set(link.served);
    let learned = nothingLearned(others.length);
    for (const [number, [from, to]] of market.weeks.entries()) {
      const left = range(from, to).map((day) =>
        own.reduce((rest, { link }) => rest - (link.served[day] ?? 0), sold[day] ?? 0),
      );
      const traffic = others.map(({ link }) =>
        range(from, to).map((day) => (link.traffic[day] ?? 0) * (link.kind === 'live' ? constants.liveWeight : 1)),
      );
      const week = splitWeek({ units: left, traffic }, { number, days: to - from }, learned, constants);
      for (const [i, { index }] of others.entries()) (split.links[index] as Series).set(week.shares[i] ?? [], from);
      (split.storefronts[product] as Series).set(week.storefront, from);
      learned = week.learned;
    }
  });
  return split;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
