import { drawsFrom } from './figures.ts';
import { region } from './filtering.ts';
import type { Site } from './site.ts';

const scrolledRows = 100_000;
const rowsPerFrame = 30;
const framesPerTurn = 40;
const scrollMsMax = 180_000;

export interface Scrolling {
  /** Rows that went by. */
  readonly passed: number;
  /** From each frame to the next. */
  readonly framesMs: readonly number[];
  /** Animation frames that took the page more than 50 ms, the longest first. */
  readonly longMs: readonly number[];
  /** From when scrolling rests until the rows in view are there. */
  readonly restsMs: readonly number[];
  /** The same after a jump of the scrollbar. */
  readonly jumpsMs: readonly number[];
}

/** Scrolls through 100,000 rows, or all there are, as fast as a wheel does, and jumps to other places. */
export async function measureScrolling(site: Site, times: number): Promise<Scrolling> {
  const page = await site.open(`/products?region=${region}`);
  await page.locator('[data-row] a').first().waitFor();
  const rows = Number(await page.locator('[role=table]').getAttribute('aria-rowcount')) - 1;
  const options = { rows: Math.min(rows, scrolledRows), rowsPerFrame, framesPerTurn, msMax: scrollMsMax };
  const scrolled = await page.evaluate<Omit<Scrolling, 'jumpsMs'>>(`vitrineBench.scroll(${JSON.stringify(options)})`);
  const draw = drawsFrom(3);
  const jumpsMs: number[] = [];
  while (jumpsMs.length < times) jumpsMs.push(await page.evaluate<number>(`vitrineBench.jump(${draw()})`));
  return { ...scrolled, jumpsMs };
}
