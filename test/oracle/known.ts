import type { Day } from './day.ts';
import { capped } from './exact.ts';
import { groupBy } from './group.ts';
import type { Link } from './market.ts';
import { largest, sum } from './split.ts';
import { type Range, spreadRanges } from './spread.ts';
import type { Statement } from './statements.ts';

/** Section 10: what is known to have been sold on a day. */
export interface Known {
  readonly units: bigint;
  /** Cents in the currency served. */
  readonly gmv: bigint;
  /** Whether the source itself says the GMV: by its own total, or by records of sales. */
  readonly saysGmv: boolean;
  readonly isMeasured: boolean;
  /** Whether records of sales say it, and not the source's own total. */
  readonly isStated: boolean;
}

export type KnownByDay = ReadonlyMap<Day, Known>;

/** What the product itself says, and how amounts become served ones. */
export interface ProductTerms {
  /** Growth of the product's own total of a day, where it stands. */
  unitsOn(day: Day): bigint | undefined;
  gmvOn(day: Day): bigint | undefined;
  /** Units of a day at its price, cents served. */
  worth(units: bigint, day: Day): bigint;
  served(cents: bigint, day: Day): bigint;
  readonly currency: string;
}

/** What is known of a product's sales. */
export interface KnownSales {
  readonly byLink: readonly KnownByDay[];
  readonly storefront: KnownByDay;
  /** Units and GMV of the days on which the product's own totals do not stand. */
  readonly days: ReadonlyMap<Day, { readonly units: bigint; readonly gmv: bigint }>;
}

/** @param lines the counting statements of the product. */
export function knownSales(links: readonly Link[], lines: readonly Statement[], terms: ProductTerms): KnownSales {
  const parts = lines.filter(({ isWhole }) => !isWhole);
  const byLink = links.map((link) => {
    const own = parts.filter(({ source }) => source?.kind === link.kind && source.sourceId === link.sourceId);
    return withRanges(ownGrowth(link, terms), own, terms);
  });
  const storefront = withRanges(
    new Map(),
    parts.filter(({ source }) => source === undefined),
    terms,
  );
  const sums = together([...byLink, storefront]);
  const wholes = wholeDays(lines, sums, terms);
  const days = [...new Set([...sums.keys(), ...wholes.keys()])].filter((day) => terms.unitsOn(day) === undefined);
  return {
    byLink,
    storefront,
    days: new Map(
      days.map((day) => [
        day,
        {
          units: largest(sums.get(day)?.units ?? 0n, wholes.get(day)?.units ?? 0n),
          gmv: largest(sums.get(day)?.gmv ?? 0n, wholes.get(day)?.gmv ?? 0n),
        },
      ]),
    ),
  };
}

function ownGrowth({ ownUnits, ownGmv }: Link, { worth, served }: ProductTerms): KnownByDay {
  return new Map(
    [...ownUnits.growth].map(([day, units]) => {
      const gmv = ownGmv.growth.get(day);
      const saysGmv = gmv !== undefined;
      const amount = saysGmv ? served(gmv, day) : worth(units, day);
      return [day, { units, gmv: amount, saysGmv, isMeasured: false, isStated: false }];
    }),
  );
}

/** Measured lines win over growth, and growth over what ranges leave for the day. */
function withRanges(growth: KnownByDay, lines: readonly Statement[], terms: ProductTerms): KnownByDay {
  const better = new Map([...growth, ...measuredDays(lines, terms)]);
  const spread = spreadRanges(rangesOf(lines, terms), {
    fixedUnits: (day) => better.get(day)?.units,
    fixedGmv: (day) => better.get(day)?.gmv,
    worth: terms.worth,
  });
  const says = { saysGmv: true, isMeasured: false, isStated: true };
  const rest = [...spread].map(([day, given]) => [day, { ...given, ...says }] as const);
  return new Map([...rest, ...better]);
}

function measuredDays(lines: readonly Statement[], { worth, served, currency }: ProductTerms): KnownByDay {
  const days = groupBy(
    lines.filter(({ isMeasured }) => isMeasured),
    ({ firstDay }) => firstDay,
  );
  const gmvOf = (line: Statement, day: Day) =>
    saysGmv(line, currency) ? served(line.gmv ?? 0n, day) : worth(line.units, day);
  return new Map(
    [...days].map(([day, of]) => [
      day,
      {
        units: capped(sum(of.map(({ units }) => units))),
        gmv: capped(sum(of.map((line) => gmvOf(line, day)))),
        saysGmv: true,
        isMeasured: true,
        isStated: true,
      },
    ]),
  );
}

/** An amount in another currency than the product's does not count. */
function saysGmv(line: Statement, currency: string): boolean {
  return line.gmv !== undefined && line.currency === currency;
}

/** Stated lines of the same days are one range. */
function rangesOf(lines: readonly Statement[], { served, currency }: ProductTerms): Range[] {
  const stated = lines.filter(({ isMeasured }) => !isMeasured);
  return [...groupBy(stated, ({ firstDay, lastDay }) => `${firstDay}/${lastDay}`).values()].map((of) => ({
    firstDay: of[0]?.firstDay ?? 0,
    lastDay: of[0]?.lastDay ?? 0,
    units: capped(sum(of.map(({ units }) => units))),
    gmv: of.every((line) => saysGmv(line, currency)) ? capped(sum(of.map(({ gmv }) => gmv ?? 0n))) : undefined,
    served,
  }));
}

interface DaySum {
  readonly units: bigint;
  readonly gmv: bigint;
  readonly isMeasured: boolean;
}

function together(sources: readonly KnownByDay[]): ReadonlyMap<Day, DaySum> {
  const cells = sources.flatMap((source) => [...source]);
  return new Map(
    [...groupBy(cells, ([day]) => day)].map(([day, of]) => [
      day,
      {
        units: capped(sum(of.map(([, { units }]) => units))),
        gmv: capped(sum(of.map(([, { gmv }]) => gmv))),
        isMeasured: of.some(([, { isMeasured }]) => isMeasured),
      },
    ]),
  );
}

/** Ranges of the product as a whole: its own growth and measured days cover them; other sales are the least a day had. */
function wholeDays(lines: readonly Statement[], sums: ReadonlyMap<Day, DaySum>, terms: ProductTerms) {
  const measured = (day: Day) => (sums.get(day)?.isMeasured === true ? sums.get(day) : undefined);
  return spreadRanges(
    rangesOf(
      lines.filter(({ isWhole }) => isWhole),
      terms,
    ),
    {
      fixedUnits: (day) => terms.unitsOn(day) ?? measured(day)?.units,
      fixedGmv: (day) => terms.gmvOn(day) ?? measured(day)?.gmv,
      leastUnits: (day) => sums.get(day)?.units ?? 0n,
      leastGmv: (day) => sums.get(day)?.gmv ?? 0n,
      worth: terms.worth,
    },
  );
}
