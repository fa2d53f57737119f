import type { Page } from 'playwright-core';
import { drawsFrom } from './figures.ts';
import { type Reaction, rowsAfter } from './reactions.ts';
import type { Site } from './site.ts';

/** A filter with two bounds, as a person finds it. */
interface Range {
  readonly label: string;
  readonly field: string;
  readonly end: 'min' | 'max';
  /** How many times larger it is typed than it is sent. */
  readonly typedTimes: number;
  readonly decimals: number;
}

const ranges: readonly Range[] = [
  { label: 'Units sold, 30 days', field: 'total_sale_30d_cnt', end: 'max', typedTimes: 1, decimals: 0 },
  { label: 'Price', field: 'spu_avg_price', end: 'min', typedTimes: 1, decimals: 2 },
  { label: 'Creators', field: 'total_ifl_cnt', end: 'min', typedTimes: 1, decimals: 0 },
  { label: 'Commission', field: 'product_commission_rate', end: 'max', typedTimes: 100, decimals: 2 },
];
const endLabels = { min: 'At least', max: 'At most' } as const;
const trends = ['Rising', 'Falling', 'Stable'] as const;

interface Group {
  readonly from: string;
  readonly to: string;
  readonly rows: number;
}

/** What filters took: those with bounds or a choice, and words that names contain. */
export interface Filtering {
  readonly filters: readonly Reaction[];
  readonly words: readonly Reaction[];
}

/** Applies filters one after the other, no value twice, and takes each away again. */
export async function measureFilters(site: Site, times: number): Promise<Filtering> {
  const page = await site.open(`/products?region=${region}`);
  await page.locator('[data-row] a').first().waitFor();
  const filters: Reaction[] = [];
  const values = await rangeValues(page);
  for (let i = 0; filters.length < times; i++) {
    const range = ranges[i % ranges.length] as Range;
    filters.push(await applyRange(page, range, values(range)));
    if (filters.length < times) filters.push(await applyTrend(page, trends[i % trends.length] as string));
    for (const label of ['Trend', range.label]) await removeFilter(page, label);
  }
  const words: Reaction[] = [];
  for (const each of wordsOf(Math.ceil(times / 4))) words.push(await typeWords(page, each));
  return { filters, words };
}

/** The largest of the made markets. */
export const region = 'US';

/** Draws bounds from where there are rows; no field has one twice, as far as it has others. */
async function rangeValues(page: Page): Promise<(range: Range) => number> {
  const draw = drawsFrom(7);
  const groups = new Map<string, readonly Group[]>();
  for (const { field } of ranges)
    groups.set(field, await page.evaluate(`vitrineBench.groups('${region}', '${field}')`));
  const drawn = new Set<string>();
  const drawnTimesMax = 100;
  return ({ field, typedTimes, decimals }) => {
    const filled = (groups.get(field) ?? []).filter(({ rows }) => rows > 0);
    for (let time = 1; ; time++) {
      const { from = '1', to = '2' } = filled[Math.floor(draw() * filled.length)] ?? {};
      const value = (Number(from) + draw() * (Number(to) - Number(from))) * typedTimes;
      const rounded = Number(value.toFixed(decimals));
      const name = `${field} ${rounded}`;
      if (drawn.has(name) && time < drawnTimesMax) continue;
      drawn.add(name);
      return rounded;
    }
  };
}

async function openFilter(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: label, exact: true }).click();
}

async function applyRange(page: Page, { label, end }: Range, value: number): Promise<Reaction> {
  await openFilter(page, label);
  // A person sees how values are spread before choosing one.
  await page.getByRole('group', { name: 'How values are spread' }).getByRole('button').first().waitFor();
  await page.getByLabel(endLabels[end]).fill(String(value));
  return rowsAfter(page, () => page.getByRole('button', { name: 'Apply' }).click());
}

async function applyTrend(page: Page, choice: string): Promise<Reaction> {
  await openFilter(page, 'Trend');
  const button = page.getByRole('button', { name: new RegExp(`^${choice}`) });
  await button.waitFor();
  return rowsAfter(page, () => button.click());
}

async function removeFilter(page: Page, label: string): Promise<void> {
  const button = page.getByRole('button', { name: `Remove filter ${label}`, exact: true });
  if ((await button.count()) === 0) return;
  await button.click();
  await button.waitFor({ state: 'detached' });
}

const things = ['Lip', 'Face', 'Linen', 'Storage', 'Phone', 'Green', 'Yoga', 'Plush', 'Cat', 'Desk'];
const piecesMax = 12;

/** Words of made names: `3 × Yoga`. */
function wordsOf(count: number): readonly string[] {
  return Array.from({ length: Math.min(count, things.length * piecesMax) }, (_, i) => {
    const pieces = 1 + (Math.floor(i / things.length) % piecesMax);
    return `${pieces} × ${things[i % things.length]}`;
  });
}

/** A person types so many milliseconds from key to key. */
const keyMs = 90;

/** From the last key on. */
async function typeWords(page: Page, words: string): Promise<Reaction> {
  const input = page.getByRole('searchbox', { name: 'Search names' });
  await input.fill('');
  await page.locator('[data-updating]').waitFor({ state: 'detached' });
  return rowsAfter(page, () => input.pressSequentially(words, { delay: keyMs }), { name: 'keyword', value: words });
}
