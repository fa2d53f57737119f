import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../test/docs/browser.ts';
import type { Running } from '../reading/running.ts';
import { openVitrineSide, vitrineCommand } from '../reading/sides/vitrine.ts';
import type { ConsoleOptions } from './arguments.ts';

const window = { width: 1440, height: 900 };
const stepMsMax = 60_000;
const inPage = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');

/** A served console, and a browser in which somebody is logged in to it. */
export interface Site {
  /** What the browser is. */
  readonly browser: string;
  /** Opens a page in a browser that has nothing of this server yet but the login. */
  open(path: string): Promise<Page>;
}

/** Serves the rows with `vitrine serve` as it is shipped, and logs in with a link. */
export async function openSite({ work, opened }: Running<ConsoleOptions>): Promise<Site> {
  const { dataDirectory, logs } = work;
  const side = await openVitrineSide(dataDirectory, logs);
  opened(side);
  const browser = await openBrowser();
  opened({ stop: () => browser.close() });
  const contexts: BrowserContext[] = [];
  const newPage = async (options: object = {}) => {
    for (const each of contexts.splice(0)) await each.close();
    const context = await browser.newContext({ viewport: window, locale: 'en-US', ...options });
    contexts.push(context);
    context.setDefaultTimeout(stepMsMax);
    await context.addInitScript(inPage);
    return context.newPage();
  };
  const first = await newPage();
  const { url } = await vitrineCommand<{ url: string }>(['login', '--data', dataDirectory]);
  await first.goto(url);
  await first.locator('#content').waitFor();
  const storageState = await first.context().storageState();
  return {
    browser: `Chromium ${browser.version()}`,
    async open(path) {
      const page = await newPage({ storageState });
      await page.goto(side.url + path);
      return page;
    },
  };
}
