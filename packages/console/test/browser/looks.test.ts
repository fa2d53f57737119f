import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '../../../../test/docs/browser.ts';
import { axeFindings, type ConsoleBrowser, desktop, openConsole, phone } from './console-browser.ts';

describe.skipIf(browserMissing !== undefined)('every page of the console', () => {
  let site: ConsoleBrowser;
  let paths: readonly string[];
  beforeAll(async () => {
    site = await openConsole();
    const { key } = await site.marketplace.newKey();
    const first = async (path: string, id: string, parameters = '') => {
      const address = `${site.marketplace.url}${path}?region=US&page_num=1&page_size=1${parameters}`;
      const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
      return String(((await response.json()) as { data: readonly Record<string, string>[] }).data[0]?.[id]);
    };
    const product = await first('/v1/tiktok/product/list/analytics', 'product_id', '&product_sort_field=5');
    const creator = await first('/v1/tiktok/influencer/list/analytics', 'user_id');
    const video = await first('/v1/tiktok/video/list/analytics', 'video_id');
    const shop = await first('/v1/tiktok/shop/list/analytics', 'seller_id');
    paths = [
      '/',
      '/products',
      '/creators',
      '/videos',
      '/shops',
      '/rankings/products',
      '/import',
      `/products/${product}`,
      `/creators/${creator}`,
      `/videos/${video}`,
      `/shops/${shop}`,
    ];
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.faults()).toEqual([]));

  it.each([
    { colorScheme: 'light', viewport: desktop },
    { colorScheme: 'dark', viewport: desktop },
    { colorScheme: 'light', viewport: phone },
  ] as const)(
    'has nothing serious for axe and nothing wider than the window: $colorScheme, $viewport.width px',
    async (look) => {
      const page = await site.open('/', look);
      for (const path of paths) {
        await page.goto(site.marketplace.url + path);
        await page.waitForLoadState('networkidle');
        expect(await axeFindings(page), path).toEqual([]);
        const widthPx = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(widthPx, path).toBeLessThanOrEqual(look.viewport.width);
      }
    },
  );

  it('says without JavaScript that it needs it, and where else to go', async () => {
    const page = await site.openStranger('/products', { javaScriptEnabled: false });
    expect(await page.textContent('body')).toContain('The console needs JavaScript');
    expect(await page.getByRole('link', { name: 'the documentation' }).getAttribute('href')).toBe('docs');
  });

  it('is an unknown path where the console has none, and the same page for all it has', async () => {
    const { url } = site.marketplace;
    const html = { headers: { accept: 'text/html' } };
    expect((await fetch(`${url}/nothing-here`, html)).status).toBe(404);
    const [one, other] = await Promise.all(
      ['/products/1', '/shops'].map(async (path) => (await fetch(url + path, html)).text()),
    );
    expect(one).toBe(other);
    expect((await fetch(`${url}/products`, { headers: { accept: 'application/json' } })).status).toBe(404);
  });
});
