import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '../../../../test/docs/browser.ts';
import { type ConsoleBrowser, named, openConsole, type Row, shows } from './console-browser.ts';

if (browserMissing !== undefined) console.warn(`The console is not looked at in a browser: ${browserMissing}`);

describe.skipIf(browserMissing !== undefined)('an affiliate manager in a table', () => {
  let site: ConsoleBrowser;
  beforeAll(async () => {
    site = await openConsole();
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.faults()).toEqual([]));
  const products = (parameters: Readonly<Record<string, string>>) =>
    site.rows('/v1/tiktok/product/list/analytics', parameters);

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
    const response = await fetch(address, { headers: { authorization: `Bearer ${site.key}` } });
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
});
