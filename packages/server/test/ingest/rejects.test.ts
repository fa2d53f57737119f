import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badLines, cut, far, refused } from './bad-records.ts';
import { failureOf, type IngestFixture, ndjson, openIngestFixture, rejectsIn } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

const product = least.product;
const video = least.video;

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
afterAll(() => fixture.remove());

describe('a record with an optional field that cannot be read goes in without it', () => {
  test('which is reported with its line, field, reason and value', async () => {
    await fixture.empty();
    const summary = await fixture.take(ndjson(cut.map(([record]) => record)));
    expect(summary.rejected).toBe(0);
    expect(Object.values(summary.records).reduce((sum, count) => sum + count)).toBe(cut.length);
    const rows = rejectsIn(summary);
    expect(rows.map(({ line, field }) => [line, field])).toEqual(cut.map(([, field], index) => [index + 1, field]));
    for (const [index, [, , words]] of cut.entries()) expect(rows[index]?.reason).toContain(words);
    expect(rows.every(({ leftOut }) => leftOut === true)).toBe(true);
  });

  const others = cut.filter(([{ kind }, field]) => field !== 'currency' && kind !== 'sale');
  test.each(others.map(([record, field, words]) => [record['kind'], field, words, record] as const))(
    'a %s without %s (%s) lands with all its other fields',
    async (_kind, field, words, record) => {
      await fixture.empty();
      const name = String(record['kind']) as keyof typeof least;
      const summary = await fixture.take(ndjson([{ ...full[name], ...record }]));
      expect(summary).toMatchObject({ records: { [name]: 1 }, leftOut: [{ field: `${name}.${field}`, count: 1 }] });
      expect(summary.leftOut?.[0]?.examples[0]?.reason).toContain(words);
      const [landed] = await fixture.landed(name);
      for (const other of Object.keys(full[name])) {
        if (other === 'kind' || field.startsWith(other)) continue;
        expect([other, landed?.[other]]).toEqual([other, expect.anything()]);
      }
      if (!field.includes('[]')) expect(landed?.[field] ?? []).toEqual([]);
    },
  );

  test('of links only what cannot be read is left out', async () => {
    await fixture.empty();
    const products = [
      { product_id: '5', total_video_sale_cnt: -1, total_video_sale_gmv_amt: 2 },
      { x: 1 },
      { product_id: '6' },
    ];
    const summary = await fixture.take(
      ndjson([
        { ...video, products },
        { ...video, video_id: '8', products: JSON.stringify(products) },
      ]),
    );
    expect(summary.leftOut).toMatchObject([
      { field: 'video.products[].total_video_sale_cnt', count: 2 },
      { field: 'video.products[]', count: 2 },
    ]);
    for (const row of await fixture.landed('video')) {
      expect(row['products']).toEqual([
        { product_id: '5', total_video_sale_cnt: null, total_video_sale_gmv_amt: 2 },
        { product_id: '6', total_video_sale_cnt: null, total_video_sale_gmv_amt: null },
      ]);
    }
  });

  test('and without the money, where nobody knows its currency', async () => {
    await fixture.empty();
    const summary = await fixture.take(ndjson([{ ...full.product, currency: '$' }]));
    const money = ['skus', 'min_price', 'max_price', 'spu_avg_price', 'total_sale_gmv_amt'];
    expect(summary.leftOut?.map(({ field }) => field)).toEqual(['currency', ...money].map((name) => `product.${name}`));
    const [landed] = await fixture.landed('product');
    for (const name of money) expect(landed?.[name]).toBeNull();
    expect(landed).toMatchObject({ total_sale_cnt: '4411968', product_name: full.product.product_name });
  });

  test('but with --strict it is refused', async () => {
    for (const [record, field, words] of cut) {
      const error = await failureOf(fixture.take(ndjson([record]), { strict: true }));
      expect(error.message).toContain(`: ${field}: `);
      expect(error.message).toContain(words.slice(0, 20));
      expect(error.summary?.records).toEqual({});
    }
  });
});

test('all that is wrong with a rejected record is told at once', async () => {
  const record = { ...product, observed_at: 'yesterday', region: undefined, total_sale_cnt: -3, cover_url: 'x' };
  const summary = await fixture.take(ndjson([record, least.shop]));
  expect(summary).toMatchObject({ rejected: 1, records: { shop: 1 } });
  expect(summary.leftOut).toBeUndefined();
  expect(rejectsIn(summary).map(({ line, field }) => [line, field])).toEqual([
    [1, 'observed_at'],
    [1, 'total_sale_cnt'],
    [1, 'cover_url'],
    [1, 'region'],
  ]);
});

describe('a bad line is reported with its line number, field, reason and value, and the good ones go in', () => {
  test('every field that no record can do without', async () => {
    await fixture.empty();
    const summary = await fixture.take(ndjson(refused.flatMap(([record]) => [full.shop, record])));
    expect(summary.records).toEqual({ shop: refused.length });
    expect(summary.rejected).toBe(refused.length);
    expect(rejectsIn(summary).map(({ line, field }) => [line, field])).toEqual(
      refused.map(([, field], index) => [2 * index + 2, field]),
    );
    const reasons = rejectsIn(summary).map(({ reason }) => reason);
    for (const [index, [, , words]] of refused.entries()) expect(reasons[index]).toContain(words);
    for (const kind of ['product', 'creator', 'video', 'live', 'fx']) expect(await fixture.landed(kind)).toEqual([]);
  });

  test('every line that is no record', async () => {
    await fixture.empty();
    const good = Buffer.from(ndjson([full.shop]));
    const body = Buffer.concat(badLines.flatMap(([line]) => [good, line, Buffer.from('\n')]));
    const summary = await fixture.take(body);
    expect(summary.records).toEqual({ shop: badLines.length });
    const rejects = rejectsIn(summary);
    expect(rejects.map(({ line, field }) => [line, field])).toEqual(badLines.map((_, index) => [2 * index + 2, '']));
    for (const [index, [, words]] of badLines.entries()) expect(rejects[index]?.reason).toContain(words);
  });

  test('values and lines are cut short in the report', async () => {
    const summary = await fixture.take(
      ndjson([
        { ...product, product_name: far },
        { ...product, kind: far },
      ]),
    );
    for (const { value, reason } of rejectsIn(summary)) {
      expect(value.length).toBeLessThanOrEqual(201);
      expect(reason.length).toBeLessThanOrEqual(201);
    }
  });

  test('the summary shows the first ten, the report all', async () => {
    const summary = await fixture.take('x\n'.repeat(25));
    expect(summary.rejected).toBe(25);
    expect(summary.firstRejects.map((reject) => reject.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rejectsIn(summary).length).toBe(25);
  });

  test('past 100,000 they are counted only', async () => {
    const summary = await fixture.take('x\n'.repeat(100_001));
    expect(summary.rejected).toBe(100_001);
    expect(rejectsIn(summary).length).toBe(100_000);
  });
});

test.each([
  ['total_sale_cnt', '1e400', 'got 1e400'],
  ['total_sale_cnt', '-1e999', 'got -1e999'],
  ['min_price', '1E+400', 'got 1E+400'],
  ['product_id', '12345678901234567890', 'got 12345678901234567000'],
  ['skus', '1e400', 'got 1e400'],
])('a number is reported as it was given: %s %s', async (field, given, words) => {
  const [reject] = rejectsIn(await fixture.take(`{"kind":"product","${field}": ${given} }`));
  expect(reject).toMatchObject({ field, reason: expect.stringContaining(words), value: given });
});

test('a number inside a field is reported as it was given', async () => {
  const links = '[{"product_id":"1","total_video_sale_cnt":1e400}]';
  const [reject] = rejectsIn(await fixture.take(`{"kind":"video","video_desc":"1e500","products":${links}}`));
  expect(reject).toMatchObject({ reason: expect.stringMatching(/got 1e400$/), value: '1e400' });
});

test('no report contains lone surrogates', async () => {
  const summary = await fixture.take('{"kind":"\\ud800"}\n{"kind":"shop","\\ud800":1,"region":"\\udc00"}\n"\\ud800');
  expect(summary).toMatchObject({ rejected: 3, unknownFields: { 'shop.\ufffd': 1 } });
  const texts = [
    ...Object.keys(summary.unknownFields),
    ...rejectsIn(summary).flatMap((reject) => Object.values(reject)),
  ];
  for (const text of texts) expect(Buffer.from(String(text)).toString()).toBe(String(text));
});

describe('a day beyond the clock of this machine says that the clock may be wrong', () => {
  test.each([
    [{ ...product, observed_at: '2026-08-22T12:00:00Z' }],
    [{ ...video, create_time: Date.UTC(2026, 7, 22) / 1000 }],
    [{ ...least.fx, date: '2026-08-23' }],
  ])('%j', async (record) => {
    const [reject] = rejectsIn(await fixture.take(ndjson([record])));
    expect(reject?.reason).toMatch(/if it is right, the clock of this machine \(2026-08-20T12:00:00.000Z\) is wrong$/);
  });

  test('a year that no clock would miss, and days long ago, do not', async () => {
    for (const day of ['2100-01-01', '1999-12-31']) {
      const [reject] = rejectsIn(await fixture.take(ndjson([{ ...product, observed_at: `${day}T00:00:00Z` }])));
      expect(reject?.reason).not.toContain('clock');
    }
  });
});
test('files of rejects are kept of the last 50 batches', async () => {
  const summaries: { batch: number }[] = [];
  for (let times = 0; times < 52; times++) summaries.push(await fixture.take('x\n'));
  const last = summaries.at(-1)?.batch ?? 0;
  const names = readdirSync(join(fixture.directory, 'rejects'));
  expect(names).toHaveLength(50);
  expect(names).not.toContain(`batch-${last - 50}.ndjson`);
  expect(names).toContain(`batch-${last - 49}.ndjson`);
});
