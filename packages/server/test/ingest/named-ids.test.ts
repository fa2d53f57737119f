import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { handleId, shopNameId } from '../../src/ingest/fields/named-ids.ts';
import { type IngestFixture, ndjson, openIngestFixture, type Row } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

/** Ids that were given out once must stay what they are. */
const ann = '10818650013469891915';
const shop = '17160043123128090919';

function without(record: Row, field: string): Row {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}

describe('a handle in place of an id', () => {
  test('is the same id of ours however it is written, at or above 2^63', () => {
    for (const spelling of ['ann.b', '@ann.b', '@@Ann.B', ' ann.b\n']) expect(handleId(spelling)).toBe(ann);
    expect(BigInt(handleId('bob'))).toBeGreaterThanOrEqual(2n ** 63n);
    expect(handleId('bob')).not.toBe(ann);
  });

  test.each(['creator', 'video', 'live', 'sale'] as const)('names the creator of a %s', async (kind) => {
    const record = without({ ...full[kind], unique_id: '@Ann.B' }, 'user_id');
    const summary = await fixture.take(ndjson([record]));
    expect(summary).toMatchObject({ records: { [kind]: 1 }, rejected: 0 });
    expect(summary.leftOut).toBeUndefined();
    const [row] = await fixture.landed(kind);
    expect(row).toMatchObject({ user_id: ann, unique_id: '@Ann.B' });
  });

  test('and in CSV, where no column has ids', async () => {
    const summary = await fixture.take('unique_id,observed_at\nann.b,2026-08-12T15:30:57Z\n', {
      format: 'csv',
      kind: 'creator',
    });
    expect(summary).toMatchObject({ records: { creator: 1 } });
    expect(await fixture.landed('creator')).toMatchObject([{ user_id: ann, unique_id: 'ann.b' }]);
  });

  test('beside an id, the id counts', async () => {
    await fixture.take(ndjson([full.video]));
    expect(await fixture.landed('video')).toMatchObject([{ user_id: full.video.user_id, unique_id: 'ann.b' }]);
  });

  test.each(['', '@', ' '])('but %j is none', async (handle) => {
    const summary = await fixture.take(ndjson([{ ...without(least.video, 'user_id'), unique_id: handle }]));
    expect(summary.firstRejects).toMatchObject([
      { field: 'user_id', reason: 'required, but missing (unique_id may stand in its place)' },
    ]);
  });

  test('is skipped where the person behind it is erased', async () => {
    const erasures = { isEmpty: false, has: (userId: string) => userId === ann };
    const records = [without(full.video, 'user_id'), full.live, { ...full.creator, unique_id: 'bob' }];
    const summary = await fixture.take(ndjson(records), {}, { erasures });
    expect(summary).toMatchObject({ forgotten: 2, records: { creator: 1 } });
  });
});

describe('the name of a shop in place of its id', () => {
  test('is an id of ours, of its region and name', () => {
    expect(shopNameId('US', 'Example  Store ')).toBe(shopNameId('US', 'example store'));
    expect(shopNameId('US', 'example store')).toBe(shop);
    expect(shopNameId('GB', 'example store')).not.toBe(shop);
  });

  test('names the shop of a product, and the shop itself', async () => {
    const region = 'UK';
    await fixture.take(
      ndjson([
        { ...without(full.product, 'seller_id'), region, seller_name: 'Example Store' },
        { ...without(full.shop, 'seller_id'), region, shop_name: ' EXAMPLE Store' },
      ]),
    );
    const seller_id = shopNameId('GB', 'example store');
    expect(await fixture.landed('product')).toMatchObject([{ seller_id, region: 'GB', seller_name: 'Example Store' }]);
    expect(await fixture.landed('shop')).toMatchObject([{ seller_id, region: 'GB' }]);
  });
});

test('the engine makes the same ids of names', async () => {
  const handles = ['ann.b', '@Ann.B', '@@x_1', '\t @Ünïcode.É \r\n', 'a@b'];
  const names = ['Example  Store', ' EXAMPLE\tStore ', 'Öl & Co', '店铺 1'];
  const [row] = await fixture.engine.rows<{ handles: readonly string[]; shops: readonly string[] }>(
    `SELECT arrayMap(each -> toString(vitrineHandleId(each)), {handles:Array(String)}) AS handles,
       arrayMap(each -> toString(vitrineShopNameId('US', each)), {names:Array(String)}) AS shops`,
    { handles, names },
  );
  expect(row).toEqual({ handles: handles.map(handleId), shops: names.map((name) => shopNameId('US', name)) });
});
