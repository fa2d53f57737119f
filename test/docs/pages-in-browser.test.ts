import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../packages/server/src/catalogue/catalogue.ts';
import { placeholderOrigin } from '../../packages/server/src/surfaces/docs/page.ts';
import { samplesOf } from '../../packages/server/src/surfaces/docs/samples/sample.ts';
import { type TestServer, testServer } from '../../packages/server/test/surfaces/http/test-server.ts';
import { browserMissing, openBrowser } from './browser.ts';

if (browserMissing !== undefined) console.warn(`Docs are not looked at in a browser: ${browserMissing}`);

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const [anEndpoint, anotherEndpoint] = catalogue.map(({ id }) => `/docs/endpoints/${id}`).slice(1);

/** One of each kind of page. */
const kinds = ['/docs', anEndpoint ?? '', '/docs/guides/paging', '/docs/errors/key-missing'];

describe.skipIf(browserMissing !== undefined)('in a browser', () => {
  let test: TestServer;
  let origin: string;
  let browser: Browser;
  let context: BrowserContext;
  /** What went wrong in pages: errors of programs and of the network, and what was asked of other servers. */
  let faults: string[];

  beforeAll(async () => {
    test = await testServer();
    origin = await test.server.listen({ host: '127.0.0.1', port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await test?.remove();
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  /** A page in a fresh browser that watches for faults. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    faults = [];
    context = await browser.newContext({ viewport: desktop, baseURL: origin, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(`${path}: ${message.text()}`);
    });
    context.on('weberror', (error) => faults.push(`${path}: ${error.error().message}`));
    context.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) faults.push(request.url());
    });
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  const clipboard = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

  describe.each([
    ['light', desktop],
    ['dark', phone],
  ] as const)('%s, %o', (colorScheme, viewport) => {
    it('pages open without a fault, fit the screen and can be used by everybody', async () => {
      const page = await open('/docs', { colorScheme, viewport });
      for (const path of kinds) {
        await page.goto(path);
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, viewport.width]);
        await page.evaluate(axe);
        const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect([path, grave.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []]);
      }
    });
  });

  it('a button copies the program that is shown', async () => {
    for (const endpoint of catalogue.slice(1, 2)) {
      const page = await open(`/docs/endpoints/${endpoint.id}`);
      for (const { title, code } of samplesOf(endpoint)) {
        await page.getByRole('tab', { name: title }).click();
        await page.getByRole('tabpanel').getByRole('button', { name: 'Copy' }).click();
        await expect.poll(() => clipboard(page)).toBe(code.replaceAll(placeholderOrigin, origin));
      }
    }
  });

  it('a button copies a prompt with the whole page, for an assistant', async () => {
    const page = await open(anEndpoint ?? '');
    await page.getByRole('button', { name: 'Copy for AI' }).click();
    await page.getByText('Copied').waitFor();
    const markdown = await (await fetch(`${origin}${anEndpoint}.md`)).text();
    const prompt = await clipboard(page);
    expect(prompt).toContain('VITRINE_KEY');
    for (const section of ['## Parameters', '## Response', '## Example', '## Samples', '## Errors']) {
      expect(markdown).toContain(section);
      expect(prompt).toContain(section);
    }
  });

  it('the chosen language stays chosen on other pages', async () => {
    const page = await open(anEndpoint ?? '');
    await page.getByRole('tab', { name: 'Python' }).click();
    await page.goto(anotherEndpoint ?? '');
    expect(await page.getByRole('tab', { name: 'Python' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('tabpanel').textContent()).toContain('urllib.request');
  });

  it('without scripts every program is there', async () => {
    const page = await open(anEndpoint ?? '', { javaScriptEnabled: false });
    for (const panel of await page.locator('[role=tabpanel]').all()) expect(await panel.isVisible()).toBe(true);
  });

  it.each([
    ['a field of a row', 'per_product_ifl_gmv_amt', anEndpoint ?? ''],
    ['an error by what it says', 'apiKey expired', '/docs/errors'],
    ['a rule', 'largest remainder', '/docs/guides/estimates'],
    ['a word that is mistyped', 'storefrnt', '/docs/guides/estimates'],
  ])('a search finds %s', async (_, words, path) => {
    const page = await open('/docs');
    expect((await search(page, words)).some((href) => href?.startsWith(path))).toBe(true);
  });

  it.each([
    ['pagination', '/docs/guides/paging'],
    ['timezone', '/docs/guides/paging#days-and-time-zones'],
    ['time zone', '/docs/guides/paging#days-and-time-zones'],
    ['webhook', '/docs/guides/clients#no-webhooks'],
    ['How do I get a key?', '/docs/guides/keys'],
    ['get a key', '/docs/guides/keys'],
  ])('a search for %s, as readers say it, finds %s among the first three', async (words, path) => {
    const page = await open('/docs');
    const [first, second, third] = await search(page, words);
    expect([first, second, third].some((href) => href?.startsWith(path))).toBe(true);
  });

  it('a search marks what it found, and cuts excerpts between words', async () => {
    const page = await open('/docs');
    await search(page, 'webhooks version');
    const marks = await page.locator('#search-results mark').allTextContents();
    expect(new Set(marks.map((mark) => mark.toLowerCase()))).toEqual(new Set(['webhooks', 'version']));
    const index = await fetch(`${origin}/docs/assets/search.json`);
    const { entries } = (await index.json()) as { readonly entries: readonly { readonly text: string }[] };
    const words = new Set(entries.flatMap(({ text }) => text.split(' ')));
    for (const excerpt of await page.locator('#search-results span').allTextContents())
      for (const word of excerpt.split(' ')) expect([word, word === '…' || words.has(word)]).toEqual([word, true]);
  });

  it('a search is led by the keyboard to a page, and says when there is nothing', async () => {
    const page = await open('/docs/errors');
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('zzzzqqqq');
    await page.getByText('No results').waitFor();
    await page.getByRole('searchbox').fill('self-hosting');
    await page.locator('#search-results a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/guides/self-hosting*');
  });

  it('dark mode is what the system says until the reader chooses, and then stays', async () => {
    const page = await open('/docs', { colorScheme: 'light' });
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await background();
    await page.getByRole('button', { name: 'Dark mode' }).click();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.goto('/docs/errors');
    expect(await background()).toBe(dark);
    expect(await page.getByRole('button', { name: 'Dark mode' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Dark mode' }).click();
    expect(await background()).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).toBe(light);
  });

  it('on a phone the pages are behind a menu', async () => {
    const page = await open('/docs', { viewport: phone });
    const navigation = page.locator('#navigation');
    expect(await navigation.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await navigation.getByRole('link', { name: 'Self-hosting' }).click();
    await page.waitForURL('**/docs/guides/self-hosting');
    expect(await navigation.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.keyboard.press('Escape');
    expect(await navigation.isVisible()).toBe(false);
  });

  it('the page of an endpoint makes its call with the key, and shows the response', async () => {
    const { key } = await test.newKey();
    const page = await open(anEndpoint ?? '');
    await page.getByLabel('Your key').fill(key);
    const answered = page.waitForResponse((response) => response.url().includes('/v1/'));
    await page.getByRole('button', { name: 'Send request' }).click();
    const response = await answered;
    expect(response.request().headers()['authorization']).toBe(`Bearer ${key}`);
    const { query } = catalogue[1]?.example ?? { query: {} };
    expect(Object.fromEntries(new URL(response.url()).searchParams)).toMatchObject(query);
    await page.getByText(/^200 OK in \d+ ms$/).waitFor();
    const shown = (await page.getByLabel('Response', { exact: true }).textContent()) ?? '';
    expect(JSON.parse(shown)).toEqual(await response.json());
    // Amounts keep their last zeros.
    const numbersIn = (text: string) => text.match(/(?<=": ?)-?\d[\d.]*/g);
    expect(numbersIn(shown)).toEqual(numbersIn(await response.text()));
  });

  it('a call without a key shows the error', async () => {
    const page = await open(anEndpoint ?? '');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText(/^401 /).waitFor();
    expect(await page.getByLabel('Response', { exact: true }).textContent()).toContain('apiKey is null');
    faults = faults.filter((fault) => !fault.includes('401 (Unauthorized)'));
  });

  it('a key once typed fills the samples of every page, in this tab only, until it is forgotten', async () => {
    const { key } = await test.newKey();
    const page = await open(anEndpoint ?? '');
    const samples = () => page.locator('[role=tabpanel] code').allTextContents();
    const before = await samples();
    expect(before.map((code) => code.includes('VITRINE_KEY'))).toEqual(before.map(() => true));
    await page.getByLabel('Your key').fill(key);
    for (const code of await samples()) {
      expect(code).toContain(key);
      expect(code).not.toContain('VITRINE_KEY');
    }
    await page.goto('/docs/guides/paging');
    expect(await page.locator('main code').first().isVisible()).toBe(true);
    expect((await page.locator('figure code').allTextContents()).join()).toContain(`Bearer ${key}`);
    const kept = await page.evaluate('JSON.stringify([Object.values(localStorage), document.cookie])');
    expect(kept).not.toContain(key);
    await page.getByRole('button', { name: 'Forget key' }).first().click();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain(key);
    expect(await page.content()).not.toContain(key);
    await page.goto(anEndpoint ?? '');
    expect(await samples()).toEqual(before);
  });

  it('the reference shows its page before the program that draws it is loaded', async () => {
    const page = await open('/docs');
    const held = heldOpen();
    await page.route('**/scalar.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto('/docs/reference');
    await page.getByText('Loading the interactive reference').waitFor();
    await page.getByRole('link', { name: 'endpoint pages' }).waitFor();
    held.resolve();
    await page
      .getByRole('button', { name: /Test Request/ })
      .first()
      .waitFor();
  });

  it('the interactive reference makes a call with a key', async () => {
    const { key } = await test.newKey();
    const page = await open('/docs/reference');
    await page.getByPlaceholder('Token').locator('visible=true').first().fill(key);
    await page
      .getByRole('button', { name: /Test Request/ })
      .first()
      .click();
    const answered = page.waitForResponse((response) => response.url().includes('/v1/'));
    await page.getByRole('dialog').getByRole('button', { name: /Send/ }).first().click();
    const answer = await answered;
    expect(answer.request().headers()['authorization']).toBe(`Bearer ${key}`);
    expect(answer.status()).toBe(200);
  });
});

/** A promise to be kept later. */
function heldOpen(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve: () => resolve() };
}

/** Addresses of what a search finds, in their order. */
async function search(page: Page, words: string): Promise<readonly (string | null)[]> {
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(words);
  await page.locator('#search-results a').first().waitFor();
  return page.locator('#search-results a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
