import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '../../../../test/docs/browser.ts';
import { axeFindings, type ConsoleBrowser, openConsole } from './console-browser.ts';

if (browserMissing !== undefined) console.warn(`The console is not looked at in a browser: ${browserMissing}`);

type Row = Readonly<Record<string, string | number>>;

describe.skipIf(browserMissing !== undefined)('an affiliate manager', () => {
  let site: ConsoleBrowser;
  let key: string;
  beforeAll(async () => {
    site = await openConsole();
    ({ key } = await site.marketplace.newKey());
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.faults()).toEqual([]));

  /** Rows of the API, as its callers get them. */
  async function rows(path: string, parameters: Readonly<Record<string, string>>): Promise<readonly Row[]> {
    const query = new URLSearchParams({ region: 'US', page_num: '1', page_size: '10', ...parameters });
    const response = await fetch(`${site.marketplace.url}${path}?${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    return ((await response.json()) as { data: readonly Row[] }).data;
  }
  const products = (parameters: Readonly<Record<string, string>>) =>
    rows('/v1/tiktok/product/list/analytics', parameters);
  /** Names in the first column of the table, from the top. */
  const namesIn = (page: Page, count: number) =>
    page
      .locator('[role=row][data-row] [role=cell]:first-child a')
      .evaluateAll((links, wanted) => links.slice(0, wanted).map((link) => link.textContent ?? ''), count);
  const shows = (page: Page, names: readonly (string | number | undefined)[]) =>
    expect.poll(() => namesIn(page, names.length)).toEqual(names);
  const named = (found: readonly Row[]) => found.map(({ product_name }) => product_name);

  it('logs in with a link that works once, and lands on the market', async () => {
    const link = await site.loginLink();
    const page = await site.openStranger(link.slice(site.marketplace.url.length));
    await page.getByRole('heading', { name: 'United States' }).waitFor();
    expect(page.url()).not.toContain('#vtl_');
    const stranger = await site.openStranger(link.slice(site.marketplace.url.length));
    await expect.poll(() => stranger.getByRole('alert').textContent()).toMatch(/code/i);
  });

  it('logs in with a new link in the tab in which an old one failed', async () => {
    const page = await site.openStranger('/login#vtl_none');
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/code/i);
    await page.goto(await site.loginLink());
    await page.getByRole('heading', { name: 'United States' }).waitFor();
  });

  it('is asked to log in once the session is over, and comes back to the same view', async () => {
    const { key: viewer, id } = (await site.marketplace.admin('POST', '/admin/v1/admin-keys', {
      body: { name: 'Until noon', scopes: ['view'] },
    })) as { key: string; id: string };
    const page = await site.openStranger('/products?region=US');
    await page.getByLabel('Or enter an admin key').fill(viewer);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.locator('[data-row="0"]').waitFor();
    await site.marketplace.admin('POST', `/admin/v1/admin-keys/${id}/revoke`);
    await page.getByRole('button', { name: /^GMV 30 days/ }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.goto(await site.loginLink());
    await page.getByRole('heading', { name: 'United States' }).waitFor();
  });

  it('skips to the content of the page', async () => {
    const page = await site.open('/products?region=US');
    await page.locator('[data-row="0"]').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    expect(new URL(page.url()).pathname).toBe('/products');
  });

  it('who is not logged in is asked to, and comes to the page that was asked for', async () => {
    const page = await site.openStranger('/products?region=US');
    await page.getByLabel('Or enter an admin key').fill('not a key');
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).not.toBe('');
    const { key: viewer } = (await site.marketplace.admin('POST', '/admin/v1/admin-keys', {
      body: { name: 'Mara', scopes: ['view'] },
    })) as { key: string };
    await page.getByLabel('Or enter an admin key').fill(viewer);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Products', level: 1 }).waitFor();
    await page.getByRole('button', { name: /Settings and account/ }).click();
    await page.getByRole('menuitem', { name: 'Log out' }).click();
    await page.getByLabel('Or enter an admin key').waitFor();
  });

  it('sees the best sellers first, and sorts by any column that rows can be in the order of', async () => {
    const page = await site.open('/products');
    await shows(page, named(await products({ product_sort_field: '4' })));
    await page.getByRole('button', { name: /^GMV 30 days/ }).click();
    await shows(page, named(await products({ product_sort_field: '7' })));
    await page.getByRole('button', { name: /^GMV 30 days.*lowest/ }).click();
    await shows(page, named(await products({ product_sort_field: '7', sort_type: '0' })));
    await page.goBack();
    await shows(page, named(await products({ product_sort_field: '7' })));
  });

  it('narrows products down with filters whose chips say what holds, and takes them away again', async () => {
    const page = await site.open('/products');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Trend' }).click();
    await page.getByRole('button', { name: /^Rising/ }).click();
    await shows(page, named(await products({ product_sort_field: '4', sales_trend_flag: '1' })));
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Units sold, 30 days' }).click();
    await page.getByLabel('At least').fill('5');
    await page.getByRole('button', { name: 'Apply' }).click();
    const both = { product_sort_field: '4', sales_trend_flag: '1', min_total_sale_30d_cnt: '5' };
    await shows(page, named(await products(both)));
    await page.getByRole('button', { name: /^Units sold, 30 days ≥ 5/ }).waitFor();
    await page.getByRole('button', { name: 'Remove filter Trend' }).click();
    await shows(page, named(await products({ product_sort_field: '4', min_total_sale_30d_cnt: '5' })));
    expect(new URL(page.url()).searchParams.get('min_total_sale_30d_cnt')).toBe('5');
  });

  it('sees how values are spread before choosing a bound', async () => {
    const page = await site.open('/products?min_total_sale_30d_cnt=1');
    await page
      .getByRole('button', { name: /^Units sold, 30 days/ })
      .first()
      .click();
    const bars = page.getByRole('group', { name: 'How values are spread' }).getByRole('button');
    await expect.poll(() => bars.count()).toBeGreaterThan(2);
    const labels = await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''));
    const counted = labels.reduce(
      (sum, label) => sum + Number(/: ([\d,]+) rows/.exec(label)?.[1]?.replaceAll(',', '')),
      0,
    );
    const { total } = await page.evaluate(async () => {
      const response = await fetch('/console/v1/counts/product-list?region=US');
      return { total: ((await response.json()) as { data: { rows: number } }).data.rows };
    });
    expect(counted).toBe(total);
  });

  it('filters by the day of the first observation', async () => {
    const page = await site.open('/products');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'First seen' }).click();
    await page.getByLabel('At least').fill('2026-08-10');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: /^First seen ≥ Aug 10, 2026/ }).waitFor();
    await shows(page, named(await products({ product_sort_field: '4', min_first_crawl_dt: '20260810' })));
  });

  it('filters by a category of its name, and then by one of those within it', async () => {
    const page = await site.open('/products');
    for (const [filter, field] of [
      ['Category', 'category_id'],
      ['Category, level 2', 'category_l2_id'],
    ] as const) {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('menuitem', { name: filter, exact: true }).click();
      const names = page.getByRole('group', { name: 'Categories' }).getByRole('button');
      await names.first().waitFor();
      await names.first().click();
      expect(new URL(page.url()).searchParams.get(field)).toMatch(/^\d+$/);
    }
    const chip = await page.getByRole('button', { name: /^Category, level 2/ }).textContent();
    expect(chip).not.toMatch(/\d{3}/);
    const { category_id = '', category_l2_id = '' } = Object.fromEntries(new URL(page.url()).searchParams);
    await shows(page, named(await products({ product_sort_field: '4', category_id, category_l2_id })));
  });

  it('takes the bound of a bar, and gets the rows of that bar and those above', async () => {
    const page = await site.open('/products?min_total_sale_30d_cnt=1');
    await page
      .getByRole('button', { name: /^Units sold, 30 days/ })
      .first()
      .click();
    const bars = page.getByRole('group', { name: 'How values are spread' }).getByRole('button');
    await bars.last().click();
    const bound = await page.getByLabel('At least').inputValue();
    await page.getByRole('button', { name: 'Apply' }).click();
    await shows(page, named(await products({ product_sort_field: '4', min_total_sale_30d_cnt: bound })));
  });

  it('finds products by words of their names while typing', async () => {
    const page = await site.open('/products');
    await page.getByRole('searchbox', { name: 'Search names' }).fill('water');
    await shows(page, named(await products({ product_sort_field: '4', keyword: 'water' })));
  });

  it('is told what to do when no row meets the filters', async () => {
    const page = await site.open('/products?keyword=nothing-has-this-name');
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await shows(page, named(await products({ product_sort_field: '4' })));
  });

  it('reads a product: its windows, its days, and who sells it', async () => {
    const [best] = await products({ product_sort_field: '5' });
    const page = await site.open(`/products/${best?.['product_id']}`);
    await page.getByRole('heading', { name: String(best?.['product_name']), level: 1 }).waitFor();
    const units = page.locator('dl').first().locator('dd').first().locator('span').first();
    expect(await units.textContent()).toBe(Number(best?.['total_sale_30d_cnt']).toLocaleString('en-US'));
    await page.getByRole('group', { name: 'Window' }).getByRole('button', { name: '7 days' }).click();
    expect(await units.textContent()).toBe(Number(best?.['total_sale_7d_cnt']).toLocaleString('en-US'));
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect.poll(() => page.locator('figure tbody tr').count()).toBeGreaterThan(30);
    const creators = await rows('/v1/tiktok/product/creators/analytics', {
      product_id: String(best?.['product_id']),
      product_influencer_sort_field: '3',
    });
    await shows(
      page,
      creators.map(({ nick_name, unique_id, user_id }) => nick_name || unique_id || user_id),
    );
    await page.getByRole('group', { name: 'What belongs to it' }).getByRole('button', { name: 'Videos' }).click();
    await expect.poll(() => page.getByRole('table', { name: 'Videos' }).getByRole('row').count()).toBeGreaterThan(1);
  });

  it('is told where a number comes from: its days add up to it, and the observations behind it are there', async () => {
    const [best] = await products({ product_sort_field: '5' });
    const page = await site.open(`/products/${best?.['product_id']}`);
    await page.getByRole('button', { name: /Where Units sold, 30 days comes from/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Units sold, 30 days' });
    await drawer.getByRole('heading', { name: 'By day' }).waitFor();
    const values = await drawer.locator('section').first().locator('li b').allTextContents();
    const sum = values.reduce((total, value) => total + Number(value.replaceAll(',', '')), 0);
    expect(sum).toBe(best?.['total_sale_30d_cnt']);
    expect(await drawer.getByRole('table').first().getByRole('row').count()).toBeGreaterThan(5);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('reads what a video sold by name, though its list has IDs alone', async () => {
    const [video] = await rows('/v1/tiktok/video/list/analytics', { video_sort_field: '3' });
    const sold = await rows('/v1/tiktok/video/products/analytics', { video_ids: String(video?.['video_id']) });
    const ids = sold.map(({ product_id }) => product_id).join(',');
    const details = await rows('/v1/tiktok/product/detail/analytics', { product_ids: ids });
    const page = await site.open(`/videos/${video?.['video_id']}`);
    await shows(page, named(details));
  });

  it('compares a product with another on one chart, and takes it off again', async () => {
    const [best, second] = await products({ product_sort_field: '5' });
    const page = await site.open(`/products/${best?.['product_id']}`);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('searchbox', { name: 'Find what to compare with' }).fill(String(second?.['product_id']));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: String(second?.['product_name']) })
      .click();
    const shown = page.getByRole('group', { name: 'On this chart' });
    await shown.getByText(String(second?.['product_name'])).waitFor();
    expect(new URL(page.url()).searchParams.get('with')).toBe(second?.['product_id']);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect.poll(() => page.locator('figure thead th').allTextContents()).toHaveLength(3);
    await shown.getByRole('button', { name: `Take ${second?.['product_name']} off the chart` }).click();
    await expect.poll(() => page.locator('figure thead th').allTextContents()).toHaveLength(2);
  });

  it('goes from a product to its creator and back', async () => {
    const [best] = await products({ product_sort_field: '5' });
    const page = await site.open(`/products/${best?.['product_id']}`);
    const creator = page.getByRole('table', { name: 'Creators' }).locator('[data-row] a').first();
    const name = (await creator.textContent()) ?? '';
    await creator.click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/creators\/\d+$/);
    await page.goBack();
    await page.getByRole('heading', { name: String(best?.['product_name']), level: 1 }).waitFor();
  });

  it('finds anything from the keyboard, by name, ID or pasted address', async () => {
    const [best] = await products({ product_sort_field: '5' });
    const page = await site.open('/');
    await page.getByRole('heading', { name: 'United States' }).waitFor();
    for (const words of [
      String(best?.['product_name']),
      String(best?.['product_id']),
      `https://www.tiktok.com/view/product/${best?.['product_id']}`,
    ]) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(words);
      await page
        .getByRole('option', { name: String(best?.['product_name']) })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: String(best?.['product_name']), level: 1 }).waitFor();
      await page.goto(`${site.marketplace.url}/`);
      await page.getByRole('heading', { name: 'United States' }).waitFor();
    }
  });

  it('takes exactly this view away: as a file, and as a call', async () => {
    const page = await site.open('/products?sales_trend_flag=1&columns=total_sale_30d_cnt.spu_avg_price');
    await page.locator('[data-row]').first().waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV file' }).click(),
    ]);
    const [head = '', ...lines] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(head.split(',')).toEqual(expect.arrayContaining(['product_name', 'total_sale_30d_cnt', 'spu_avg_price']));
    expect(head).not.toContain('total_ifl_cnt');
    const count = await page.locator('header p[aria-live]').textContent();
    expect(lines.length).toBe(Number(count?.replace(/\D/g, '')));
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /API call/ }).click();
    const call = (await page.locator('pre').first().textContent()) ?? '';
    const address = /"(http[^"]+)"/.exec(call)?.[1] ?? '';
    const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
    expect(named(((await response.json()) as { data: readonly Row[] }).data)).toEqual(
      named(await products({ product_sort_field: '4', sales_trend_flag: '1' })),
    );
  });

  it('chooses columns, and keeps a view under a name', async () => {
    const page = await site.open('/products');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Commission' }).click();
    await page.getByRole('searchbox', { name: 'Search fields' }).fill('lives');
    await page.getByRole('checkbox', { name: 'Lives', exact: true }).click();
    await page.keyboard.press('Escape');
    const headers = () => page.getByRole('columnheader').allTextContents();
    await expect.poll(headers).toContain('Lives');
    expect(await headers()).not.toContain('Commission');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('textbox', { name: 'Name of this view' }).fill('Lives');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.goto(`${site.marketplace.url}/products`);
    await expect.poll(headers).toContain('Commission');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Lives', exact: true }).click();
    await expect.poll(headers).toContain('Lives');
  });

  it('walks through a table with the keyboard and opens a row', async () => {
    const found = await products({ product_sort_field: '4' });
    const page = await site.open('/products');
    await shows(page, named(found));
    await page.locator('[data-row="0"]').focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('3');
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(() => Number(document.activeElement?.getAttribute('data-row'))))
      .toBeGreaterThan(50);
    await page.keyboard.press('Home');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('0');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: String(found[0]?.['product_name']), level: 1 }).waitFor();
  });

  it('sees who moved up since the week before', async () => {
    const page = await site.open('/rankings/products');
    await page.getByRole('button', { name: 'Period before' }).click();
    await expect.poll(() => page.locator('[data-row]').count()).toBeGreaterThan(5);
    const date = new URL(page.url()).searchParams.get('date') ?? '';
    const ranked = await rows('/v1/tiktok/product/ranking/analytics', {
      date,
      rank_type: '2',
      product_rank_field: '1',
    });
    await shows(page, named(ranked));
  });

  it('reads everything in Chinese after choosing it, also when coming back', async () => {
    const page = await site.open('/products');
    await page.getByRole('button', { name: /Settings and account/ }).click();
    await page.getByRole('menuitem', { name: '简体中文' }).click();
    await page.getByRole('heading', { name: '商品', level: 1 }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '商品', level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });
});
