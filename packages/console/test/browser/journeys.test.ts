import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '../../../../test/docs/browser.ts';
import { axeFindings, type ConsoleBrowser, named, openConsole, shows } from './console-browser.ts';

if (browserMissing !== undefined) console.warn(`The console is not looked at in a browser: ${browserMissing}`);

describe.skipIf(browserMissing !== undefined)('an affiliate manager', () => {
  let site: ConsoleBrowser;
  beforeAll(async () => {
    site = await openConsole();
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.faults()).toEqual([]));
  const products = (parameters: Readonly<Record<string, string>>) =>
    site.rows('/v1/tiktok/product/list/analytics', parameters);

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
    const { key: other } = (await site.marketplace.admin('POST', '/admin/v1/admin-keys', {
      body: { name: 'After noon', scopes: ['view'] },
    })) as { key: string };
    await page.getByLabel('Or enter an admin key').fill(other);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.locator('[data-row="0"]').waitFor();
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, searchParams.get('sort')]).toEqual(['/products', 'total_sale_gmv_30d_amt']);
    expect(await page.title()).toBe('Products · Vitrine');
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
    const creators = await site.rows('/v1/tiktok/product/creators/analytics', {
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
    const [video] = await site.rows('/v1/tiktok/video/list/analytics', { video_sort_field: '3' });
    const sold = await site.rows('/v1/tiktok/video/products/analytics', { video_ids: String(video?.['video_id']) });
    const ids = sold.map(({ product_id }) => product_id).join(',');
    const details = await site.rows('/v1/tiktok/product/detail/analytics', { product_ids: ids });
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

  it('gets the creator of a pasted profile first, whatever else is called alike', async () => {
    const creators = await site.rows('/v1/tiktok/influencer/list/analytics', {});
    const handle = String(creators.find(({ unique_id }) => unique_id !== '')?.['unique_id']);
    const page = await site.open('/');
    await page.getByRole('heading', { name: 'United States' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(`https://www.tiktok.com/@${handle}`);
    await expect.poll(() => page.getByRole('option').first().textContent()).toContain(`@${handle.toLowerCase()}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/creators\/\d+/);
  });

  it('sees who moved up since the week before', async () => {
    const page = await site.open('/rankings/products');
    await page.getByRole('button', { name: 'Period before' }).click();
    await expect.poll(() => page.locator('[data-row]').count()).toBeGreaterThan(5);
    const date = new URL(page.url()).searchParams.get('date') ?? '';
    const ranked = await site.rows('/v1/tiktok/product/ranking/analytics', {
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
