import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '../../../../test/docs/browser.ts';
import { type ConsoleBrowser, openConsole } from './console-browser.ts';

describe.skipIf(browserMissing !== undefined)('a server under a base path', () => {
  let site: ConsoleBrowser;
  beforeAll(async () => {
    const world = { products: 20, days: 5, regions: ['US'] };
    site = await openConsole({ world, environment: { VITRINE_BASE_PATH: '/tools/vitrine' } });
  });
  afterAll(() => site?.close());

  it('has a console there, from the login to a page that is opened by its address', async () => {
    expect(await site.loginLink()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/tools\/vitrine\/login#/);
    const page = await site.open('/tools/vitrine/products?region=US');
    await page.locator('[role=row][data-row] [role=cell]:first-child a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/tools\/vitrine\/products\/\d+$/);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const [cookie, ...others] = await page.context().cookies();
    expect([cookie?.path, others]).toEqual(['/tools/vitrine/console', []]);
    expect(site.faults()).toEqual([]);
  });

  it('has its documentation there, whose search and links stay below', async () => {
    const page = await site.open('/tools/vitrine/docs');
    await page.getByRole('button', { name: 'Search the docs' }).click();
    await page.getByRole('searchbox').fill('product list');
    const link = page.locator('dialog a').first();
    expect(await link.getAttribute('href')).toMatch(/^\/tools\/vitrine\/docs\//);
    await link.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links.filter((href) => !href?.startsWith('/tools/vitrine/'))).toEqual([]);
    expect(site.faults()).toEqual([]);
  });

  it('is the same for a proxy that takes the path off', async () => {
    const { url } = site.marketplace;
    const [kept, taken] = await Promise.all(
      [`${url}/tools/vitrine/healthz`, `${url}/healthz`].map(async (address) => (await fetch(address)).status),
    );
    expect([kept, taken]).toEqual([200, 200]);
    const page = await fetch(`${url}/login`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<base href="/tools/vitrine/"');
    expect((await fetch(`${url}/tools/vitrinehealthz`)).status).toBe(404);
    const { servers } = (await (await fetch(`${url}/openapi.json`)).json()) as { servers: readonly { url: string }[] };
    expect(servers).toEqual([{ url: '/tools/vitrine/' }]);
  });
});
