import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IngestFixture, ndjson, openIngestFixture, type Row, refusing, rejectsIn } from './ingest-fixture.ts';
import { least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const sale: Row = least.sale;
const { day: _, ...dateless } = sale;
const window = { ...dateless, basis: 'stated', day_from: '2026-07-14', day_to: '2026-08-12' };

async function identities(records: readonly Row[]): Promise<ReadonlySet<unknown>> {
  await fixture.empty();
  expect((await fixture.take(ndjson(records))).rejected).toBe(0);
  return new Set((await fixture.landed('sale')).map((row) => row['sale']));
}

describe('a sale', () => {
  test('is one, however often and in however many statements it is sent', async () => {
    const later = { ...sale, observed_at: '2026-08-14T00:00:00Z', units: 0 };
    await fixture.take(ndjson([sale, later, sale]));
    await fixture.take(ndjson([sale]));
    const rows = await fixture.landed('sale');
    expect(rows.map(({ units }) => Number(units)).sort()).toEqual([0, 2]);
    expect(new Set(rows.map((row) => row['sale'])).size).toBe(1);
  });

  test.each<[string, readonly Row[], number]>([
    [
      'units, amounts and moments',
      [{ units: 3 }, { gmv: 5, currency: 'USD' }, { observed_at: '2026-08-13T00:00:00Z' }],
      1,
    ],
    ['how ids are written', [{ product_id: '01729382420060341472' }], 1],
    [
      'a day and a range of one day',
      [{ ...dateless, day: undefined, day_from: '2026-08-12', day_to: '2026-08-12' }],
      1,
    ],
    ['a channel that is clear', [{ video_id: '7' }, { video_id: '7', channel: 'video' }], 2],
    ['product, day and channel', [{ product_id: '5' }, { day: '2026-08-11' }, { channel: 'card' }], 4],
    ['a product and a SKU', [{ sku_id: '1729382420060341472', product_id: undefined }], 2],
    ['a video and a live', [{ video_id: '7' }, { live_id: '7' }, { video_id: '8' }], 4],
    ['basis', [{ basis: 'stated' }], 2],
  ])('without an id is told from others by what it is of: %s', async (_, changes, sales) => {
    expect((await identities([sale, ...changes.map((change) => ({ ...sale, ...change }))])).size).toBe(sales);
  });

  test('with an id is told from others by that alone, whatever else a correction says', async () => {
    const line = { ...sale, sale_id: '583870900000000001/1' };
    const moved = { ...line, sale_id: ' 583870900000000001/1\t', product_id: '9', day: '2026-08-11', video_id: '7' };
    expect((await identities([line, moved])).size).toBe(1);
    expect((await identities([line, { ...line, sale_id: '583870900000000001/2' }])).size).toBe(2);
  });

  test('leaves nothing of its id, also where the engine refuses the row', async () => {
    const line = { ...sale, sale_id: 'ORDER-77-of-Ann' };
    await fixture.take(ndjson([line]));
    expect(JSON.stringify(await fixture.landed('sale'))).not.toContain('ORDER-77');
    const summary = await fixture.take(ndjson([line]), {}, { engine: refusing(fixture.engine, '"units":2') });
    expect(rejectsIn(summary)).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('Not to my taste') }),
    ]);
    expect(JSON.stringify(rejectsIn(summary))).not.toContain('ORDER-77');
  });

  test('has the days it is of', async () => {
    await fixture.take(ndjson([sale, window]));
    const days = (await fixture.landed('sale')).map((row) => [row['first_day'], row['last_day']]);
    expect(days.sort()).toEqual([
      ['2026-07-14', '2026-08-12'],
      ['2026-08-12', '2026-08-12'],
    ]);
  });
});

test.each<[string, Row, string, string]>([
  ['no day', dateless, 'day', 'expected either day, or day_from and day_to, got none of them'],
  ['half a range', { ...window, day_to: null }, 'day', 'got day_from'],
  ['a day and a range', { ...window, day: '2026-08-12' }, 'day', 'got day and day_from and day_to'],
  ['a range that ends before it begins', { ...window, day_to: '2026-07-13' }, 'day_to', 'on, got 2026-07-13'],
  [
    'a range of over 366 days',
    { ...window, day_from: '2025-08-11' },
    'day_to',
    'at most 366 days from day_from on, got 367',
  ],
  ['a measured range', { ...window, basis: 'measured' }, 'basis', 'stated for a range of 30 days'],
  ['neither product nor SKU', { ...sale, product_id: null }, 'product_id', 'required unless sku_id is given'],
  ['a video and a live', { ...sale, video_id: '7', live_id: '8' }, 'live_id', 'no live_id beside a video_id, got 8'],
  ['an amount without currency', { ...sale, gmv: 5 }, 'currency', 'required with gmv'],
  [
    'a day after it was stated',
    { ...sale, day: '2026-08-14' },
    'day',
    'the one after observed_at (2026-08-12), got 2026-08-14',
  ],
  ['negative units', { ...sale, units: -1 }, 'units', 'a whole number from 0'],
  ['a basis that is none', { ...sale, basis: 'guessed' }, 'basis', 'measured or stated, got "guessed"'],
  ['a channel that is none', { ...sale, channel: 'shop' }, 'channel', 'video, live, card, link or store, got "shop"'],
])('a sale with %s is rejected', async (_, record, field, words) => {
  const [reject] = rejectsIn(await fixture.take(ndjson([record])));
  expect(reject).toMatchObject({ field, reason: expect.stringContaining(words) });
});

test('a sale may be of the day after it was stated in UTC, and of 366 days', async () => {
  const tomorrow = { ...sale, day: '2026-08-13' };
  const year = { ...window, day_from: '2025-08-12' };
  expect((await fixture.take(ndjson([tomorrow, year]))).rejected).toBe(0);
});
