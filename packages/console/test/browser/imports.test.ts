import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '../../../../test/docs/browser.ts';
import { simulateAs } from '../../../simulator/src/index.ts';
import { axeFindings, type ConsoleBrowser, openConsole, phone } from './console-browser.ts';

const world = { products: 30, days: 20, seed: 5, endDate: '2026-08-31', regions: ['US'] };
const fileOf = (source: string) => Buffer.concat([...simulateAs(source, world)]);
const withoutRegion = JSON.stringify({
  code: 0,
  message: 'success',
  data: [{ product_id: '11', product_name: 'A lamp', total_sale_cnt: 5, last_crawl_dt: 20260812 }],
});

/** As a browser does when files are dropped from a folder. */
async function drop(page: Page, files: Readonly<Record<string, Buffer | string>>): Promise<void> {
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  const given = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const);
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const [name, bytes] of all)
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], name));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, given);
}

const card = (page: Page, name: string) => page.getByRole('listitem', { name });
const bringIn = (page: Page) => page.getByRole('button', { name: /^Bring in/ });

describe.skipIf(browserMissing !== undefined)('somebody who has files and an empty server', () => {
  let site: ConsoleBrowser;
  beforeAll(async () => {
    site = await openConsole({ world: null });
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.faults()).toEqual([]));

  const batches = async () =>
    (await site.marketplace.admin('GET', '/admin/v1/ingest?limit=100')) as readonly { records: object }[];

  it('is told what they need when they may only look', async () => {
    const { key } = (await site.marketplace.admin('POST', '/admin/v1/admin-keys', {
      body: { name: 'Mara', scopes: ['view'] },
    })) as { key: string };
    const page = await site.openStranger('/import');
    await page.getByLabel('Or enter an admin key').fill(key);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Mara, which may only look').waitFor();
    expect(await page.getByRole('button', { name: 'Choose files' }).count()).toBe(0);
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Bring in files' }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('sees of a file that cannot be read what is wrong with it, and nothing goes in', async () => {
    const page = await site.open('/import');
    await page.getByRole('heading', { name: 'What is read' }).waitFor();
    await drop(page, {
      'orders.pdf': '%PDF-1.7',
      'notes.csv': 'a,b\n1,2\n',
      'bad.ndjson': '{"kind":"product","product_id":"x"}',
    });
    await card(page, 'orders.pdf').getByText('orders.pdf is a PDF: export the table as XLSX or CSV').waitFor();
    await card(page, 'notes.csv')
      .getByText(/expected a file of one of/)
      .waitFor();
    await card(page, 'bad.ndjson').getByRole('cell', { name: 'expected an id of 1 to 20 digits, got "x"' }).waitFor();
    expect(await bringIn(page).isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    expect(await batches()).toEqual([]);
    for (const name of ['orders.pdf', 'notes.csv', 'bad.ndjson'])
      await page.getByRole('button', { name: `Take ${name} off the list` }).click();
    await page.getByRole('heading', { name: 'What is read' }).waitFor();
  });

  it('is asked for what a file does not say', async () => {
    const page = await site.open('/import');
    await drop(page, { 'lamp.json': withoutRegion });
    const lamp = card(page, 'lamp.json');
    await lamp.getByText('The file does not say everything').waitFor();
    await lamp.getByLabel('Market (country)').fill('usa');
    await lamp.getByRole('button', { name: 'Look again' }).click();
    await lamp.getByText('region: expected a country of two capital letters').waitFor();
    await lamp.getByLabel('Market (country)').fill('US');
    await page.keyboard.press('Enter');
    await lamp.getByText('These observations would go in:').waitFor();
    expect(await lamp.locator('dl').textContent()).toBe('Products1');
    expect(await batches()).toEqual([]);
  });

  it('is told why nothing can be published yet', async () => {
    const page = await site.open('/import');
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/nothing to publish/i);
  });

  it('goes from the first page to the first numbers: drops files, sees what would go in, brings in, publishes', async () => {
    const page = await site.open('/');
    await page.getByRole('heading', { name: 'Nothing to look at yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: 'Bring in files' }).click();
    const products = fileOf('keyapi');
    await drop(page, { 'products.json': products });
    const answers = card(page, 'products.json');
    await answers.getByText(/do not say their day/).waitFor();
    await answers.getByLabel('Day of the numbers').fill('2026-08-31');
    await answers.getByRole('button', { name: 'Look again' }).click();
    await answers.getByText('These observations would go in:').waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose files' }).click(),
    ]);
    await chooser.setFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: fileOf('tiktok-affiliate') });
    await card(page, 'orders.csv').getByText('Recognised as TikTok Shop affiliate orders').waitFor();
    expect(await answers.locator('dl').textContent()).toMatch(/Products\d+/);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring in 2 files' }).click();
    for (const name of ['products.json', 'orders.csv'])
      await card(page, name).getByText('Is in', { exact: true }).waitFor();
    expect(await batches()).toHaveLength(2);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText(/^Version 1 is served/).waitFor();
    await page.getByRole('link', { name: 'Go to the market page' }).click();
    await page.getByRole('heading', { name: 'United States' }).waitFor();
    const { product_name: name } = JSON.parse(products.toString().split('\n', 1)[0] ?? '').data[0];
    await page.goto(`${site.marketplace.url}/products`);
    await page.getByRole('link', { name, exact: true }).first().waitFor();
  });

  it('can do so on a phone, and with the keyboard alone', async () => {
    const page = await site.open('/import', { viewport: phone, colorScheme: 'dark' });
    await drop(page, { 'orders.csv': fileOf('tiktok-affiliate') });
    await card(page, 'orders.csv').getByText('These observations would go in:').waitFor();
    const widthPx = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widthPx).toBeLessThanOrEqual(phone.width);
    await bringIn(page).focus();
    await page.keyboard.press('Enter');
    await card(page, 'orders.csv').getByText('Is in', { exact: true }).waitFor();
  });
});
