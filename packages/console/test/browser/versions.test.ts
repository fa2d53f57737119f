import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing } from '../../../../test/docs/browser.ts';
import { simulate } from '../../../simulator/src/index.ts';
import { type ConsoleBrowser, named, openConsole, shows } from './console-browser.ts';

const world = { products: 400, days: 12, seed: 5, endDate: '2026-08-31', regions: ['US'] };

describe.skipIf(browserMissing !== undefined)('who reads while others publish', () => {
  let site: ConsoleBrowser;
  beforeAll(async () => {
    site = await openConsole({ world });
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.faults()).toEqual([]));

  const best = async () => named(await site.rows('/v1/tiktok/product/list/analytics', { product_sort_field: '4' }));
  const footer = (page: Page) => page.getByText(/version \d+/).textContent();
  /** Another day is published: rows change their places. */
  async function publishMore(): Promise<void> {
    const more = { ...world, days: 13, endDate: '2026-09-01', fromDay: 12 };
    await site.marketplace.admin('POST', '/admin/v1/ingest', {
      body: Buffer.concat([...simulate(more)]),
      type: 'application/x-ndjson',
    });
    await site.marketplace.admin('POST', '/admin/v1/publish');
  }

  it('keeps the rows until the new ones are asked for, and never has rows of two versions', async () => {
    const page = await site.open('/products?region=US');
    const before = await best();
    await shows(page, before);
    await publishMore();
    // Whatever looks at the new version says that it is there.
    await page.locator('[data-row="0"]').focus();
    await page.keyboard.press('End');
    await page.getByText(/Other numbers are served now/).waitFor();
    await page.keyboard.press('Home');
    await shows(page, before);
    expect(await footer(page)).toContain('version 1');
    await page.getByRole('button', { name: 'Show them' }).click();
    await shows(page, await best());
    await expect.poll(() => footer(page)).toContain('version 2');
  });

  it('has none of a version that was gone back to among those of the one before', async () => {
    const page = await site.open('/products?region=US');
    const before = await best();
    await shows(page, before);
    await site.marketplace.admin('POST', '/admin/v1/versions/rollback', { body: { version: 1 } });
    await expect.poll(best).not.toEqual(before);
    await page.locator('[data-row="0"]').focus();
    await page.keyboard.press('End');
    await page.getByText(/Other numbers are served now/).waitFor();
    // Rows that were not here before stay empty.
    const last = page.locator('[data-row]').last();
    expect(Number(await last.getAttribute('data-row'))).toBeGreaterThan(200);
    expect(await last.textContent()).not.toMatch(/\$/);
    expect(await footer(page)).toContain('version 2');
    await page.getByRole('button', { name: 'Show them' }).click();
    await shows(page, await best());
    await expect.poll(() => footer(page)).toContain('version 1');
  });
});
