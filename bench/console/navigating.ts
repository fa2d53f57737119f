import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { drawsFrom } from './figures.ts';
import { region } from './filtering.ts';
import type { Site } from './site.ts';

/** The pointer rests on a link so long before it is clicked. */
const hoverMs = 300;
/** Rows that sold something lately. */
const soldPart = 0.2;

/** From a click on a row's link, milliseconds. */
export interface Navigation {
  /** Until name and numbers are painted. */
  readonly ms: number;
  /** Until the chart of its days and its first list are, too. */
  readonly wholeMs: number;
}

/** Goes from the table to the pages of products, another one each time, and back. */
export async function measureNavigation(site: Site, times: number): Promise<readonly Navigation[]> {
  const page = await site.open(`/products?region=${region}`);
  const draw = drawsFrom(5);
  const navigations: Navigation[] = [];
  while (navigations.length < times) {
    await page.locator('[data-row] a').first().waitFor();
    await page.evaluate(`vitrineBench.jump(${draw() * soldPart})`);
    navigations.push(await openRow(page));
    await page.goBack();
  }
  return navigations;
}

async function openRow(page: Page): Promise<Navigation> {
  const links = page.locator('[data-row] a');
  const link = links.nth(Math.floor((await links.count()) / 2));
  const name = (await link.textContent()) ?? '';
  await link.hover();
  await delay(hoverMs);
  await link.click();
  return page.evaluate<Navigation>(`vitrineBench.pagePainted(${JSON.stringify(name)})`);
}
