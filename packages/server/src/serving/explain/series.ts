import { type Day, dateOf, dayAt } from '../../warehouse/day.ts';
import { type Digits, decimalText, unitsOf } from './decimals.ts';
import type { Correction, Gap } from './explanation.ts';

/** A day and the total it was last seen with, or counts with. */
export type Point = readonly [day: Day, total: bigint];

/** An observation as it was read. */
export interface Seen {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: string;
  /** 0 exact, 1 rounded, 2 derived. */
  readonly grade: number;
  readonly batch: number;
  /** What is wrong with the record; empty for nothing. */
  readonly beyond: string;
  readonly isWithdrawn: boolean;
}

/** What decides which observations count. */
export interface Counting {
  readonly asOfDay: Day;
  /** Batches from here on came in after the version was published. */
  readonly watermark: number;
  /** Moments of records in another currency, whose amounts do not count. */
  readonly elsewhere: ReadonlySet<number>;
}

/** Whether an observation counts, and why or why not. */
export interface Verdict {
  readonly counts: boolean;
  readonly why: string;
}

const no = (why: string): Verdict => ({ counts: false, why });

/** Why an observation is not looked at; undefined for one that is. */
export function setAsideFor(seen: Seen, { asOfDay, watermark, elsewhere }: Counting): Verdict | undefined {
  if (seen.isWithdrawn) return no('its batch was withdrawn');
  if (seen.beyond !== '') return no(`quarantined: ${seen.beyond.replace(/; $/, '')}`);
  if (dayAt(seen.at) > asOfDay) return no('after the as-of day');
  if (seen.batch >= watermark) return no('came in after this version was published');
  if (elsewhere.has(seen.at)) return no("in another currency than the product's");
  return undefined;
}

/** What of each observation of a running total came of it: newest first, as they are given. */
export function verdictsOfTotal(
  all: readonly Seen[],
  counting: Counting,
  points: readonly Point[],
  digits: Digits,
): readonly Verdict[] {
  const counted = new Map(points);
  const best = bestOfDays(all.filter((seen) => setAsideFor(seen, counting) === undefined));
  return all.map((seen) => {
    const aside = setAsideFor(seen, counting);
    if (aside !== undefined) return aside;
    const day = dayAt(seen.at);
    const other = best.get(day);
    if (other !== undefined && other !== seen) return supersededBy(other, seen);
    return verdictOfPoint(seen, counted.get(day), digits);
  });
}

/** What of each observation of a value of which the last one counts. */
export function verdictsOfLast(all: readonly Seen[], counting: Counting): readonly Verdict[] {
  const looked = all.filter((seen) => setAsideFor(seen, counting) === undefined && seen.grade < 2);
  const last = looked.reduce<Seen | undefined>((best, seen) => (best && !isAfter(seen, best) ? best : seen), undefined);
  return all.map((seen) => {
    const aside = setAsideFor(seen, counting);
    if (aside !== undefined) return aside;
    if (seen.grade === 2) return no('derived: it was not observed');
    if (seen === last) return { counts: true, why: 'the last one' };
    return no(seen.at === last?.at ? 'another one of the same moment is larger, or the same' : 'a later one counts');
  });
}

function bestOfDays(all: readonly Seen[]): ReadonlyMap<Day, Seen> {
  const best = new Map<Day, Seen>();
  for (const seen of all) {
    const day = dayAt(seen.at);
    const known = best.get(day);
    if (known === undefined || seen.grade < known.grade || (seen.grade === known.grade && isAfter(seen, known)))
      best.set(day, seen);
  }
  return best;
}

function isAfter(one: Seen, other: Seen): boolean {
  return one.at > other.at || (one.at === other.at && isLarger(one.value, other.value));
}

function isLarger(one: string, other: string): boolean {
  const [a, b] = [Number(one), Number(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one > other : a > b;
}

function supersededBy(other: Seen, seen: Seen): Verdict {
  if (other.grade < seen.grade) return no('one of the same day is surer');
  return no(
    other.at === seen.at ? 'another one of the same moment is larger, or the same' : 'a later one of the day counts',
  );
}

function verdictOfPoint(seen: Seen, total: bigint | undefined, digits: Digits): Verdict {
  if (total === undefined)
    return no(
      seen.grade === 0
        ? 'a dip: it fell to less than half and recovered soon'
        : 'it adds nothing to the totals around it',
    );
  if (unitsOf(seen.value, digits) === total) return { counts: true, why: 'a point of the series' };
  return { counts: true, why: `fitted to ${decimalText(total, digits)} between surer totals` };
}

/** Gaps and corrections of points from a day on, the newest first. */
export function changesOf(points: readonly Point[], from: Day, digits: Digits, isWonAndLost: boolean) {
  const gaps: Gap[] = [];
  const corrections: Correction[] = [];
  for (const [index, [day, total]] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined || day < from) continue;
    const [dayBefore, totalBefore] = before;
    const isFall = total < totalBefore;
    if (isFall && !isWonAndLost) {
      const [was, is] = [decimalText(totalBefore, digits), decimalText(total, digits)];
      corrections.unshift({ day: dateOf(day), from: was, to: is });
    } else if (day - dayBefore > 1) {
      const growth = decimalText(total - totalBefore, digits);
      gaps.unshift({ after: dateOf(dayBefore), until: dateOf(day), days: day - dayBefore, growth });
    }
  }
  return { gaps, corrections };
}

/** Days that were seen exactly and have no point: they are dips. The newest first. */
export function dipsOf(seenDays: readonly Point[], points: readonly Point[], from: Day): readonly string[] {
  const counted = new Set(points.map(([day]) => day));
  return seenDays.flatMap(([day]) => (day < from || counted.has(day) ? [] : [dateOf(day)])).reverse();
}

/** Which of the observations, newest first, came in later than one of a later moment. */
export function lateOnes(all: readonly Seen[]): readonly boolean[] {
  let least = Number.POSITIVE_INFINITY;
  return all.map(({ batch }) => {
    const isLate = batch > least;
    least = Math.min(least, batch);
    return isLate;
  });
}
