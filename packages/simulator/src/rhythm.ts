import type { Calendar } from './calendar.ts';

/** Days before the run of which videos may date, with room for a look at the day before. */
export const HISTORY_DAYS = 45;

const MARGIN_DAYS = HISTORY_DAYS + 3;

/** How much happened from long before the run up to each midnight; an average day counts 1. */
export interface Rhythm {
  readonly sums: Float64Array;
}

/** Activity up to `fraction` of a day (0 is its first midnight, 1 its last). */
export function activityUpTo(rhythm: Rhythm, day: number, fraction: number): number {
  const before = rhythm.sums[day + MARGIN_DAYS] ?? 0;
  const after = rhythm.sums[day + MARGIN_DAYS + 1] ?? before;
  return before + fraction * (after - before);
}

/** Sums up a factor of each day. */
function createRhythm(calendar: Calendar, factorOf: (day: number) => number): Rhythm {
  const sums = new Float64Array(MARGIN_DAYS + calendar.days + 1);
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i - 1] ?? 0) + factorOf(i - 1 - MARGIN_DAYS);
  return { sums };
}

const WEEKDAY_FACTORS = [1.25, 0.88, 0.86, 0.9, 0.95, 1.02, 1.2];

/** Watching follows the week, and a little the campaigns. */
export function createViewingRhythm(calendar: Calendar): Rhythm {
  return createRhythm(calendar, (day) => weekdayFactor(calendar, day) * (calendar.isCampaign(day) ? 1.2 : 1));
}

/** Buying in the shop itself follows the week, the campaigns and one of several long trends. */
export function createBuyingRhythms(calendar: Calendar): readonly Rhythm[] {
  return TRENDS.map((trend) =>
    createRhythm(calendar, (day) => {
      const progress = Math.max(0, day) / calendar.days;
      return weekdayFactor(calendar, day) * (calendar.isCampaign(day) ? 2.5 : 1) * trend(progress, day);
    }),
  );
}

const TRENDS: readonly ((progress: number, day: number) => number)[] = [
  () => 1,
  () => 1,
  (progress) => 0.4 + 1.4 * progress,
  (progress) => 1.8 - 1.5 * progress,
  (progress) => (progress > 0.85 ? 2.2 : 0.8),
  (progress) => (progress > 0.85 ? 0.3 : 1.2),
  (_, day) => 0.5 + Math.abs((((day % 28) + 28) % 28) - 14) / 14,
  (progress) => 4 * progress * (1 - progress) + 0.2,
];

/** Number of long trends a product can follow. */
export const TREND_COUNT = TRENDS.length;

function weekdayFactor(calendar: Calendar, day: number): number {
  return WEEKDAY_FACTORS[calendar.weekdayOf(day)] ?? 1;
}
