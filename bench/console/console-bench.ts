import { availableParallelism, loadavg, totalmem } from 'node:os';
import type { Running } from '../reading/running.ts';
import type { ConsoleOptions } from './arguments.ts';
import { type Filtering, measureFilters } from './filtering.ts';
import { type Loading, measureLoading } from './loading.ts';
import { measureNavigation, type Navigation } from './navigating.ts';
import { prepareRows } from './prepared.ts';
import type { Reaction } from './reactions.ts';
import { measureScrolling, type Scrolling } from './scrolling.ts';
import { openSite } from './site.ts';
import { measureSorting } from './sorting.ts';

/** All that a run found out. */
export interface ConsoleResult {
  readonly machine: string;
  /** Rows of the list of products. */
  readonly products: number;
  readonly loading: Loading;
  readonly filtering: Filtering;
  readonly sorting: readonly Reaction[];
  readonly navigation: readonly Navigation[];
  readonly scrolling: Scrolling;
}

/** Serves made products, and measures the console that shows them in a browser. */
export async function runConsole(running: Running<ConsoleOptions>): Promise<ConsoleResult> {
  const { options, work, say } = running;
  const { times } = options;
  const rows = await prepareRows(running);
  say('starting the server, which builds what it serves from');
  const site = await openSite(running);
  const machine = machineWith(site.browser);
  say('loading the page of products');
  const loading = await measureLoading(site, Math.ceil(times / 4));
  say('filtering');
  const filtering = await measureFilters(site, times);
  say('sorting');
  const sorting = await measureSorting(site, times);
  say('going to products');
  const navigation = await measureNavigation(site, times);
  say('scrolling');
  const scrolling = await measureScrolling(site, times);
  const result = { machine, products: rows['product-list'] ?? 0, loading, filtering, sorting, navigation, scrolling };
  work.write('console', result);
  return result;
}

function machineWith(browser: string): string {
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} processors, ${memory}, Node ${process.version}, ${browser}, load average ${load}`;
}
