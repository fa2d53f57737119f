import { type Feature, featuresNamed } from './features.ts';
import { REGION_CODES, type Region, regionsOf } from './regions.ts';

/** What to simulate. The same options give the same bytes. */
export interface SimulationOptions {
  /** Number of products, over all regions. */
  readonly products: number;
  /** Length of the run in UTC days. */
  readonly days: number;
  /** Any safe integer. */
  readonly seed: number;
  /** Last simulated UTC day, YYYY-MM-DD. */
  readonly endDate: string;
  /** Region codes; all known ones by default. */
  readonly regions?: readonly string[];
  /** Videos made up to the end, a product, on average (5). */
  readonly videosPerProduct?: number;
  /** Chance that an entity goes unseen for 1 to 10 days, for every 32 days (0.05). */
  readonly gapChance?: number;
  /** Chance that a product's running total is corrected downwards once in the run (0.05). */
  readonly correctionChance?: number;
  /** What makes the marketplace harder to see through (nothing). */
  readonly features?: readonly Feature[];
  /** First day to write, counted from 0. What is written for a day does not depend on it. */
  readonly fromDay?: number;
  /** Last day to write, counted from 0, itself included. */
  readonly toDay?: number;
}

/** Options with everything filled in and checked. */
export interface Settings {
  readonly products: number;
  readonly days: number;
  readonly seed: number;
  readonly endDate: string;
  readonly regions: readonly Region[];
  readonly videosPerProduct: number;
  readonly gapChance: number;
  readonly correctionChance: number;
  readonly features: ReadonlySet<Feature>;
  readonly fromDay: number;
  readonly toDay: number;
}

/** @throws RangeError naming the option, what was expected and what was given. */
export function resolveOptions(options: SimulationOptions): Settings {
  const days = whole('days', options.days, 1, 3_650);
  const fromDay = whole('fromDay', options.fromDay ?? 0, 0, days - 1);
  return {
    products: whole('products', options.products, 1, 20_000_000),
    days,
    seed: whole('seed', options.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    endDate: calendarDate('endDate', options.endDate),
    regions: regionsOf(options.regions ?? REGION_CODES),
    videosPerProduct: between('videosPerProduct', options.videosPerProduct ?? 5, 0, 1_000),
    gapChance: between('gapChance', options.gapChance ?? 0.05, 0, 1),
    correctionChance: between('correctionChance', options.correctionChance ?? 0.05, 0, 1),
    features: featuresNamed(options.features ?? []),
    fromDay,
    toDay: whole('toDay', options.toDay ?? days - 1, fromDay, days - 1),
  };
}

/** Number of a UTC day, YYYY-MM-DD, counted from the first of the run. @throws RangeError when it is not one of the run */
export function dayNumber({ days, endDate }: Settings, date: string): number {
  const day = days - 1 - Math.round((Date.parse(endDate) - Date.parse(calendarDate('day', date))) / 86_400_000);
  if (day >= 0 && day < days) return day;
  throw new RangeError(`day: expected one of the ${days} days up to ${endDate}, got ${date}`);
}

function whole(name: string, value: number, min: number, max: number): number {
  if (Number.isSafeInteger(value)) return between(name, value, min, max);
  throw new RangeError(`${name}: expected a whole number, got ${value}`);
}

function between(name: string, value: number, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw new RangeError(`${name}: expected ${min} to ${max}, got ${value}`);
}

function calendarDate(name: string, text: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new RangeError(`${name}: expected a date as YYYY-MM-DD, got "${text}"`);
}
