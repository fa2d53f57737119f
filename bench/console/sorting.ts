import type { Page } from 'playwright-core';
import { region } from './filtering.ts';
import { type Reaction, rowsAfter } from './reactions.ts';
import type { Site } from './site.ts';

/** Sorts by every column that can be sorted by, highest and lowest first, among products of other prices each time. */
export async function measureSorting(site: Site, times: number): Promise<readonly Reaction[]> {
  const reactions: Reaction[] = [];
  for (let round = 1; reactions.length < times; round++) {
    const page = await site.open(`/products?region=${region}&min_spu_avg_price=${round / 4}`);
    await page.locator('[data-row] a').first().waitFor();
    reactions.push(...(await sortByAll(page)));
  }
  return reactions.slice(0, times);
}

async function sortByAll(page: Page): Promise<readonly Reaction[]> {
  const reactions: Reaction[] = [];
  const headings = page.locator('[role=columnheader] button');
  for (let i = 0; i < (await headings.count()); i++) {
    const heading = headings.nth(i);
    // The rows are already in the order of one column, highest first.
    const clicks = (await heading.getAttribute('data-sorted')) === null ? 2 : 1;
    for (let click = 0; click < clicks; click++) reactions.push(await rowsAfter(page, () => heading.click()));
  }
  return reactions;
}
