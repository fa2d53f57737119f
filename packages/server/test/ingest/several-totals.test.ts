import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type IngestFixture, ndjson, openIngestFixture } from './ingest-fixture.ts';
import { least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const at = (total: number, changed: object = {}) => ({ ...least.product, total_sale_cnt: total, ...changed });
const suspicionsOf = async (...records: object[]) =>
  (await fixture.take(ndjson(records as Record<string, unknown>[]))).suspicions;

test('different totals of one product at one moment: the larger counts, and they are suspected', async () => {
  const { product_id: id, observed_at: moment } = least.product;
  expect(await suspicionsOf(at(5), at(7), at(7), at(6))).toEqual([
    {
      sign: 'several-totals',
      field: 'product.total_sale_cnt',
      count: 2,
      of: 4,
      message: '2 of 4 values differ from another of the same moment: the larger one counts',
      examples: [`${id} at ${moment}: 5 and 7`, `${id} at ${moment}: 7 and 6`],
    },
  ]);
  expect(await fixture.landed('product')).toMatchObject([{ total_sale_cnt: '7' }]);
});

test.each<readonly [what: string, records: readonly object[]]>([
  ['the same total again', [at(5), at(5)]],
  ['totals of other moments', [at(5), at(7, { observed_at: '2026-08-12T00:00:00Z' })]],
  ['totals of other products', [at(5), at(7, { product_id: '9' })]],
  ['derived and rounded ones beside an exact one', [at(5), at(4, { derived: 1 }), at(10, { rounded_to: 10 })]],
])('%s are not', async (_what, records) => {
  expect(await suspicionsOf(...records)).toBeUndefined();
});
