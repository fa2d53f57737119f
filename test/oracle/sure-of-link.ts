import type { Day } from './day.ts';
import type { KnownByDay } from './known.ts';
import type { Link } from './market.ts';
import { largest, sum } from './split.ts';
import { type Sure, sureOf } from './sure.ts';

/** What a source sold on a day, and whether that is known, in thousandths of a unit. */
export interface SoldDay {
  readonly day: Day;
  readonly share: bigint;
  readonly known: 'observed' | 'stated' | undefined;
  /** What nobody is known to have sold. */
  readonly left: bigint;
}

/** @param thousandths what was split to the source, by day */
export function soldDays(
  known: KnownByDay | undefined,
  thousandths: ReadonlyMap<Day, bigint>,
  days: readonly { readonly day: Day; readonly units: { readonly left: bigint } }[],
): readonly SoldDay[] {
  return days.map(({ day, units: { left } }) => {
    const of = known?.get(day);
    return {
      day,
      share: thousandths.get(day) ?? 0n,
      known: of === undefined ? undefined : of.isStated ? 'stated' : 'observed',
      left,
    };
  });
}

/** Section 6, "How sure". @param units what its shares come to */
export function sureOfLink(link: Link, units: bigint, days: readonly SoldDay[], asOf: Day): Sure {
  const { ownUnitsCurrent: own, ownUnitsSeenOn: seenOn } = link;
  const shares = (of: readonly SoldDay[]) => sum(of.map(({ share }) => share));
  const left = (of: readonly SoldDay[]) => sum(of.map((day) => (day.known === undefined ? day.left : 0n)));
  const after = days.filter(({ day }) => day > (seenOn ?? asOf));
  if (own !== undefined && own >= units) {
    const known = shares(after.filter((day) => day.known !== undefined));
    return sureOf({
      observed: 1_000n * own,
      stated: 0n,
      estimated: shares(after),
      left: left(after) + known,
      ownLess: 0n,
    });
  }
  const [observed, stated, estimated] = (['observed', 'stated', undefined] as const).map((basis) =>
    shares(days.filter(({ known }) => known === basis)),
  );
  return sureOf({
    observed: observed ?? 0n,
    stated: stated ?? 0n,
    estimated: estimated ?? 0n,
    left: left(days),
    ownLess: own === undefined ? 0n : largest(0n, units - own - shares(after) / 1_000n),
  });
}
