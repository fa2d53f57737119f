import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IngestFixture, ndjson, openIngestFixture, rejectsIn } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

const product = least.product;
const video = least.video;

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
afterAll(() => fixture.remove());

describe('what is no error', () => {
  test('names that look misspelt are met with what was meant, inside products and SKUs too', async () => {
    const products = [{ product_id: '5', total_video_sales_cnt: 1, crawler: 2 }];
    const skus = [{ sku_id: '1', realPrice: {}, real_price: { price_str: 'x', currency: 'USD', price_vall: 3 } }];
    const summary = await fixture.take(
      ndjson([
        { ...product, totl_sale_cnt: 1, skus },
        { ...product, totl_sale_cnt: 1, skus: JSON.stringify({ 1: skus[0] }) },
        { ...video, products },
        { ...video, products: JSON.stringify(products) },
        { ...full.product, crawler: 1 },
      ]),
    );
    expect(summary.unknownFields).toEqual({
      'product.totl_sale_cnt': 2,
      'product.skus[].realPrice': 2,
      'product.skus[].real_price.price_vall': 2,
      'video.products[].total_video_sales_cnt': 2,
      'video.products[].crawler': 2,
      'product.crawler': 1,
    });
    expect(summary.meantFields).toEqual({
      'product.totl_sale_cnt': 'total_sale_cnt',
      'product.skus[].realPrice': 'real_price',
      'product.skus[].real_price.price_vall': 'price_val',
      'video.products[].total_video_sales_cnt': 'total_video_sale_cnt',
    });
  });

  test('fields that are not known are counted by kind and name', async () => {
    await fixture.empty();
    const more = { crawler: 'v2', 'odd name': null, batch: 9 };
    const summary = await fixture.take(
      ndjson([
        { ...full.shop, ...more },
        { ...full.shop, crawler: 1 },
        { ...least.fx, crawler: 1 },
      ]),
    );
    expect(summary.rejected).toBe(0);
    expect(summary.unknownFields).toEqual({ 'shop.crawler': 2, 'shop.odd name': 1, 'shop.batch': 1, 'fx.crawler': 1 });
    expect(await fixture.engine.rows('SELECT DISTINCT batch FROM landing_shop')).toEqual([{ batch: summary.batch }]);
  });

  test('blank lines, a byte order mark, CRLF and a last line without an end', async () => {
    await fixture.empty();
    const line = JSON.stringify(full.shop);
    const summary = await fixture.take(`\ufeff${line}\r\n\r\n  \t \n \t${line} \n${line}`);
    expect(summary).toMatchObject({ records: { shop: 3 }, rejected: 0 });
    expect(rejectsIn(await fixture.take(`${line}\r\n\r\n\nx`))).toMatchObject([{ line: 4 }]);
  });

  test('an empty file', async () => {
    const summary = await fixture.take('');
    expect(summary).toMatchObject({ records: {}, rejected: 0, bytes: 0, firstRejects: [] });
    expect(summary.rejectsFile).toBeUndefined();
  });
});
