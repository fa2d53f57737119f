import { region } from './filtering.ts';
import type { Reaction } from './reactions.ts';
import type { Site } from './site.ts';

export interface Loading {
  /** From the beginning of the load until rows were painted. */
  readonly rowsMs: readonly number[];
  readonly scripts: Scripts;
}

/** Scripts that a page loads until it shows rows. */
export interface Scripts {
  readonly count: number;
  /** As they are sent, compressed. */
  readonly sentBytes: number;
  readonly bytes: number;
}

/** Opens the page of products in browsers that have nothing of the console in their caches. */
export async function measureLoading(site: Site, times: number): Promise<Loading> {
  const rowsMs: number[] = [];
  for (;;) {
    const page = await site.open(`/products?region=${region}`);
    rowsMs.push((await page.evaluate<Reaction>('vitrineBench.rowsPainted()')).ms);
    if (rowsMs.length >= times) return { rowsMs, scripts: await page.evaluate<Scripts>('vitrineBench.scripts()') };
  }
}
