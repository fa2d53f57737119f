import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { openBrowser } from '../../../../test/docs/browser.ts';
import { type Marketplace, type MarketplaceOptions, openMarketplace } from '../../../../test/running/marketplace.ts';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** No measure of anything: a step of a journey that never comes to its end fails, on a machine however slow. */
const stepMs = Number(process.env['STEP_MS'] ?? 180_000);
vi.setConfig({ expect: { poll: { timeout: stepMs } } });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Row = Readonly<Record<string, string | number>>;

/** A console over a simulated marketplace, seen in a real browser. */
export interface ConsoleBrowser {
  readonly marketplace: Marketplace;
  /** A page of somebody who is logged in, with a browser context of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same of somebody who is not. */
  openStranger(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Ten rows of the API, as its callers get them. */
  rows(path: string, parameters: Readonly<Record<string, string>>): Promise<readonly Row[]>;
  /** A key of the API. */
  readonly key: string;
  /** A link that logs in once. */
  loginLink(): Promise<string>;
  /** What went wrong in pages since it was last asked: errors, broken policies, and what was asked of other servers. */
  faults(): readonly string[];
  close(): Promise<void>;
}

export async function openConsole(options: MarketplaceOptions = {}): Promise<ConsoleBrowser> {
  const marketplace = await openMarketplace({ world: { products: 400, days: 40 }, ...options });
  const browser = await openBrowser().catch(async (error: unknown) => {
    await marketplace.remove();
    throw error;
  });
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  const { key } = await marketplace.newKey();
  const loginLink = async () => ((await marketplace.admin('POST', '/admin/v1/login-links')) as { url: string }).url;
  const context = async (options: BrowserContextOptions = {}) => {
    const made = await contextOf(browser, marketplace.url, faults, options);
    contexts.push(made);
    return made;
  };
  return {
    marketplace,
    key,
    loginLink,
    async rows(path, parameters) {
      const query = new URLSearchParams({ region: 'US', page_num: '1', page_size: '10', ...parameters });
      const response = await fetch(`${marketplace.url}${path}?${query}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      return ((await response.json()) as { data: readonly Row[] }).data;
    },
    async open(path, options) {
      const page = await (await context(options)).newPage();
      await page.goto(await loginLink());
      await page.locator('#content').waitFor();
      await page.goto(marketplace.url + path);
      return page;
    },
    async openStranger(path, options) {
      const page = await (await context(options)).newPage();
      await page.goto(marketplace.url + path);
      return page;
    },
    faults: () => faults.splice(0),
    async close() {
      for (const each of contexts) await each.close();
      await browser.close();
      await marketplace.remove();
    },
  };
}

async function contextOf(browser: Browser, origin: string, faults: string[], options: BrowserContextOptions) {
  const context = await browser.newContext({ viewport: desktop, locale: 'en-US', acceptDownloads: true, ...options });
  context.setDefaultTimeout(stepMs);
  await context.exposeBinding('tellFault', (_source, fault: string) => void faults.push(fault));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { tellFault } = window as unknown as { tellFault(fault: string): void };
      tellFault(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  context.on('page', (page) => listen(page, origin, faults));
  return context;
}

function listen(page: Page, origin: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) faults.push(`asks ${request.url()}`);
  });
}

/** A browser reports every status of an error, also where the page tells the person: of files, and of who may not come in. */
function isExpected(text: string): boolean {
  return /status of (?:400|401|422)/.test(text);
}

/** The first column of the table has these names, from the top. */
export async function shows(page: Page, names: readonly (string | number | undefined)[]): Promise<void> {
  const shown = () =>
    page
      .locator('[role=row][data-row] [role=cell]:first-child a')
      .evaluateAll((links, wanted) => links.slice(0, wanted).map((link) => link.textContent ?? ''), names.length);
  await expect.poll(shown).toEqual(names);
}

export function named(products: readonly Row[]): readonly (string | number | undefined)[] {
  return products.map(({ product_name }) => product_name);
}

/** What axe finds that is serious or worse. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
