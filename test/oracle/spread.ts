import type { Day } from './day.ts';
import { capped } from './exact.ts';
import { largest, sum } from './split.ts';

/** Section 10, "Ranges". */
export interface Range {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly units: bigint;
  /** Cents in the product's currency; undefined: each day has what its units are worth. */
  readonly gmv: bigint | undefined;
  served(cents: bigint, day: Day): bigint;
}

/** What is known of days besides the ranges. */
export interface Cover {
  fixedUnits(day: Day): bigint | undefined;
  fixedGmv(day: Day): bigint | undefined;
  leastUnits?(day: Day): bigint;
  leastGmv?(day: Day): bigint;
  worth(units: bigint, day: Day): bigint;
}

export interface Given {
  readonly units: bigint;
  readonly gmv: bigint;
}

/** Units and served cents of each day that the ranges give something, or 0, to. */
export function spreadRanges(ranges: readonly Range[], cover: Cover): ReadonlyMap<Day, Given> {
  const ordered = ranges.toSorted(
    (a, b) => a.lastDay - a.firstDay - (b.lastDay - b.firstDay) || a.firstDay - b.firstDay,
  );
  const nothing = () => 0n;
  const units = filled(
    ordered.map((range) => ({ days: daysOf(range), amount: range.units })),
    cover.fixedUnits,
    cover.leastUnits ?? nothing,
    nothing,
  );
  const gmv = filled(
    ordered.map((range) => ({ days: daysOf(range), amount: servedGmv(range) })),
    cover.fixedGmv,
    cover.leastGmv ?? nothing,
    (day) => cover.worth(units.get(day) ?? 0n, day),
  );
  return new Map([...units].map(([day, sold]) => [day, { units: sold, gmv: gmv.get(day) ?? 0n }]));
}

function daysOf({ firstDay, lastDay }: Pick<Range, 'firstDay' | 'lastDay'>): Day[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index);
}

/** Converted as if it were spread over all its days. */
function servedGmv(range: Range): bigint | undefined {
  const { gmv, served } = range;
  if (gmv === undefined) return undefined;
  const days = daysOf(range);
  return capped(sum(evenly(gmv, days.length).map((share, index) => served(share, days[index] ?? 0))));
}

function filled(
  ranges: readonly { readonly days: readonly Day[]; readonly amount: bigint | undefined }[],
  fixed: (day: Day) => bigint | undefined,
  least: (day: Day) => bigint,
  worth: (day: Day) => bigint,
): ReadonlyMap<Day, bigint> {
  const given = new Map<Day, bigint>();
  for (const { days, amount } of ranges) {
    const free = days.filter((day) => fixed(day) === undefined && !given.has(day));
    const others = days.filter((day) => !free.includes(day));
    const taken = sum(others.map((day) => fixed(day) ?? largest(given.get(day) ?? 0n, least(day))));
    const shares = amount === undefined ? free.map(worth) : evenly(largest(0n, amount - taken), free.length);
    for (const [index, day] of free.entries()) given.set(day, shares[index] ?? 0n);
  }
  return given;
}

function evenly(total: bigint, parts: number): bigint[] {
  return Array.from(
    { length: parts },
    (_, index) => (total * BigInt(index + 1)) / BigInt(parts) - (total * BigInt(index)) / BigInt(parts),
  );
}
