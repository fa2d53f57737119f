import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sheetOf } from '../containers/xlsx-writer.ts';
import { failureOf, type IngestFixture, openIngestFixture, type Row, rejectsIn, seen } from '../ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const sellerHeader =
  'Order ID,Order Status,Order Substatus,Cancelation/Return Type,Normal or Pre-order,SKU ID,Seller SKU,Product Name,' +
  'Variation,Quantity,SKU Subtotal After Discount,SKU Unit Original Price,Order Amount,Created Time,Paid Time';
const sellerLines = [
  '583870900000000001\t,จัดส่งแล้ว,จัดส่งสำเร็จ,,Normal,1730706088342900001\t,,P A,30ml,2,200,120,238,10/05/2026 22:05:43\t,10/05/2026 22:06:01\t',
  '583870900000000001\t,จัดส่งแล้ว,จัดส่งสำเร็จ,,Normal,1730706088342900002\t,,P B,50ml,1,58,70,238,10/05/2026 22:05:43\t,10/05/2026 22:06:01\t',
  '583870900000000002\t,ยกเลิกแล้ว,ยกเลิกแล้ว,Cancel,Normal,1730706088342900001\t,,P A,Default,1,29,29,67,10/05/2026 12:00:00\t,',
];

/** Sales that count: of each the last statement, with its units. */
async function sales(): Promise<readonly Row[]> {
  const rows = (await fixture.landed('sale')).map(seen);
  const last = new Map<unknown, Row>();
  for (const row of rows) {
    const known = last.get(row['sale']);
    if (known === undefined || String(row['observed_at']) > String(known['observed_at'])) last.set(row['sale'], row);
  }
  return [...last.values()].sort((a, b) => order(a).localeCompare(order(b)));
}

function order(row: Row): string {
  return [row['first_day'], row['sku_id'], row['product_id'], row['gmv']].join(' ');
}

describe('orders of the Seller Center', () => {
  const export14 = `\ufeff${sellerHeader}\n${sellerLines.join('\n')}\n`;

  test('in Thai, cells ending in tabs: measured units by SKU and local day, 0 of the cancelled line', async () => {
    const summary = await fixture.take(export14, { told: { region: 'TH' } });
    expect(summary).toMatchObject({ from: 'tiktok-orders', records: { sale: 3 }, rejected: 0 });
    expect(await sales()).toMatchObject([
      { sku_id: '1730706088342900001', first_day: '2026-05-10', last_day: '2026-05-10', units: '0', gmv: 0 },
      {
        sku_id: '1730706088342900001',
        first_day: '2026-05-10',
        units: '2',
        gmv: 200,
        currency: 'THB',
        basis: 'measured',
      },
      { sku_id: '1730706088342900002', first_day: '2026-05-10', units: '1', gmv: 58 },
    ]);
  });

  test('the same export again, and a later one with a return, count once, whichever comes first', async () => {
    const returned = [
      `${sellerHeader},Sku Quantity of return`,
      `${sellerLines[0]},1`,
      `${sellerLines[1]},0`,
      `${sellerLines[2]},0`,
    ].join('\n');
    for (const files of [
      [export14, returned, export14],
      [returned, export14],
    ]) {
      await fixture.empty();
      for (const file of files) await fixture.take(file, { told: { region: 'TH' } });
      expect((await sales()).map(({ units, gmv }) => [units, gmv])).toEqual([
        ['0', 0],
        ['1', 100],
        ['1', 58],
      ]);
    }
  });

  const short = 'Order ID,Order Status,SKU ID,Quantity,Sku Quantity of return,SKU Subtotal After Discount,Created Time';
  const line = (order: string, status: string, quantity: number | string, returned: number, sku = '21') =>
    `${order},${status},${sku},${quantity},${returned},${10 * Number(quantity)},14/07/2026 13:47:31`;
  const taken = async (...lines: string[]) => fixture.take([short, ...lines].join('\n'), { told: { region: 'TH' } });
  const unitsThatCount = async () => (await sales()).map(({ units }) => Number(units)).sort();

  test.each<readonly [what: string, states: readonly string[], units: number]>([
    ['awaited payment, then was paid', [line('1', 'Unpaid', 3, 0), line('1', 'Completed', 3, 0)], 3],
    ['awaited payment, and was cancelled', [line('1', 'Unpaid', 3, 0), line('1', 'Canceled', 3, 0)], 0],
    ['was paid, then sent back in part', [line('1', 'To ship', 3, 0), line('1', 'Completed', 3, 1)], 2],
    [
      'was asked to be cancelled, and was not',
      [line('1', 'Cancellation requested', 3, 0), line('1', 'Completed', 3, 0)],
      3,
    ],
    ['was sent back as a whole, by its status', [line('1', 'Completed', 3, 0), line('1', 'Refunded', 3, 0)], 0],
  ])('an order that %s counts as it ended, whichever export comes first', async (_what, states, units) => {
    for (const exports of [states, states.toReversed()]) {
      await fixture.empty();
      for (const each of exports) await taken(each);
      expect(await unitsThatCount()).toEqual([units]);
    }
  });

  test('lines of one SKU in an order are the same in whatever order an export has them, and in one file twice', async () => {
    const [one, three, other] = [
      line('1', 'Completed', 1, 0),
      line('1', 'Completed', 3, 0),
      line('2', 'Completed', 5, 0),
    ];
    await taken(one, three, one, other);
    await taken(other, three, one, one);
    await taken(one, three, one, other, short, one, three, one);
    expect(await unitsThatCount()).toEqual([1, 1, 3, 5]);
  });

  test.each(['5.82026E+17', '"5,82026E+17"', '', '-'])(
    'the order ID %j says too little: the line is rejected',
    async (order) => {
      const summary = await taken(line(order, 'Completed', 1, 0), line("'582026071400000001", 'Completed', 2, 0));
      expect(summary).toMatchObject({ records: { sale: 1 }, rejected: 1 });
      expect(JSON.stringify(summary.firstRejects)).toContain('expected an order ID with all its digits');
      await taken(line('582026071400000001', 'Completed', 2, 0));
      expect(await unitsThatCount()).toEqual([2]);
    },
  );

  test('order IDs that all end in 00 are suspected', async () => {
    const orders = [1, 2, 3, 4, 5, 6].map((at) => line('582026071400000000', 'Completed', 1, 0, `2${at}`));
    expect((await taken(...orders)).suspicions).toContainEqual(
      expect.objectContaining({ sign: 'rounded-ids', field: 'sale.sale_id', count: 6, of: 6 }),
    );
  });

  test('what columns mean, below the header, is no line', async () => {
    const meanings =
      'Platform unique order ID.,Order status,SKU ID,Quantity of the SKU,Returned,Amount,"Order created time, in local time."';
    expect(await taken(meanings, line('1', 'Completed', 3, 0))).toMatchObject({
      records: { sale: 1 },
      rejected: 0,
      descriptionRows: 1,
    });
    expect(await taken(line('1', 'Completed', 3, 0), meanings)).toMatchObject({ rejected: 1 });
  });

  test('more returned than ordered is no line', async () => {
    const summary = await taken(line('1', 'Completed', 3, 9));
    expect(summary).toMatchObject({ records: {}, rejected: 1 });
    expect(JSON.stringify(summary.firstRejects)).toContain('expected at most the 3 ordered to be returned, got');
  });

  test('the currency is asked for where neither an option nor the amounts say it', async () => {
    const day = export14.replaceAll('10/05/2026', '30/05/2026');
    expect((await failureOf(fixture.take(day))).message).toContain(
      'SKU Subtotal After Discount: specify it with --currency',
    );
    await fixture.take(day.replace(',2,200,', ',2,฿200,').replace(',58,', ',฿58,').replace(',29,', ',฿29,'));
    expect((await sales()).map((row) => row['currency'])).toEqual(['THB', 'THB', 'THB']);
  });

  test('an amount with the sign of another currency than that of the marketplace is left out and reported', async () => {
    const body = `${sellerHeader}\n${sellerLines[0]?.replace(',2,200,', ',2,€200,').replaceAll('10/05', '30/05')}\n`;
    const summary = await fixture.take(body, { told: { region: 'US', zone: 'America/New_York' } });
    expect(summary).toMatchObject({
      records: { sale: 1 },
      leftOut: [{ field: 'sale.gmv', examples: [{ reason: 'expected an amount in USD, as the record, got "€200"' }] }],
    });
    expect((await sales()).map((row) => 'gmv' in row)).toEqual([false]);
  });

  test('a quantity below 0 is reported as it stands', async () => {
    const bad = `${sellerHeader}\n${sellerLines[0]?.replace(',2,200,', ',-1,200,').replaceAll('10/05', '30/05')}\n`;
    const { firstRejects } = await fixture.take(bad, { told: { region: 'TH' } });
    expect(firstRejects).toContainEqual(
      expect.objectContaining({ field: 'units', reason: expect.stringContaining('got "-1"') }),
    );
  });

  test('nothing of a buyer is read', async () => {
    const withBuyer = `${sellerHeader},Buyer Username,Recipient,Phone #,Detail Address\n${sellerLines[0]},ann,Ann A,+66 1,1 Road\n`;
    await fixture.take(withBuyer, { told: { region: 'TH' } });
    expect(JSON.stringify(await fixture.landed('sale'))).not.toMatch(/Ann A|Road|\+66/);
  });

  test.each([
    ['10/05/2026 22:05:43', '25/05/2026 22:05:43', undefined, '2026-05-10'],
    ['03/05/2026 10:05:43 PM', '05/25/2026 10:05:43 PM', undefined, '2026-03-05'],
    ['10/05/2026 22:05:43', '11/05/2026 22:05:43', 'TH', '2026-05-10'],
    ['03/01/2026 10:00:00 AM', '03/02/2026 10:00:00 AM', 'US', '2026-03-01'],
    ['2026-05-10 22:05:43', '2026-05-11 22:05:43', undefined, '2026-05-10'],
  ])('the day of %s is told by %s, or by the region %s: %s', async (first, second, region, day) => {
    const lines = [first, second].map((time, at) => `${at},Completed,1,1,5,${time}`).join('\n');
    const body = `Order ID,Order Status,SKU ID,Quantity,SKU Subtotal After Discount,Created Time\n${lines}\n`;
    await fixture.take(body, { told: { region, currency: 'USD' } });
    expect((await fixture.landed('sale')).map((row) => row['first_day'])).toContain(day);
  });

  test('a time zone tells the order of its marketplace, and the currency', async () => {
    await fixture.take(export14, { told: { zone: 'Asia/Bangkok' } });
    expect((await sales()).map((row) => [row['first_day'], row['currency']])).toContainEqual(['2026-05-10', 'THB']);
  });

  test('a sign of several currencies is that of the time zone', async () => {
    const pesos = export14.replaceAll('10/05/2026', '30/05/2026').replace(',2,200,', ',2,$200,');
    await fixture.take(pesos, { told: { zone: 'America/Mexico_City' } });
    expect((await sales()).map((row) => [row['currency'], row['gmv']])).toContainEqual(['MXN', 200]);
  });

  test('dates that can be read both ways are asked about', async () => {
    const error = await failureOf(fixture.take(export14));
    expect(error.message).toContain('in 10/05/2026, day or month may come first: specify it with --region');
  });
});

describe('affiliate orders', () => {
  const affiliate13 = [
    'order_id,sku_id,content_id,order_date,quantity_sold,quantity_refunded,currency,payment_status,gmv',
    '10001,1730706088342900001,7622271734040000001,31/03/2026 21:09:23,1,0,IDR,Sudah dibayar,533375.0',
    '10002,1730706107471900002,7494054609567000002,31/03/2026 18:54:45,1,0,IDR,Sudah dibayar,541025.0',
    '10003,1730121322704900003,7623285229813000003,31/03/2026 16:48:35,1,0,IDR,Sudah dibayar,318417.64999999997',
    '10004,1729677734993000004,7623285229813000003,31/03/2026 16:46:33,1,0,IDR,Sudah dibayar,331208.45',
    '10005,1730706088342900001,7623285229813000003,31/03/2026 16:09:56,1,0,IDR,Sudah dibayar,505325.0',
    '10006,1730310850770400005,7617976796063000004,30/03/2026 12:36:25,1,0,IDR,Sudah dibayar,29708.35',
    '10006,1730310850770600006,7617976796063000004,30/03/2026 12:36:25,2,0,IDR,Sudah dibayar,58141.7',
    '10007,1730706088342900001,7622271734040000001,30/03/2026 00:30:35,1,1,IDR,Sudah dibayar,475137.25',
    '10008,1730310850770400005,7617976796063000004,29/03/2026 13:45:37,1,0,IDR,Sudah dibayar,29708.35',
    '10009,1730706088342900001,7622271734040000001,28/03/2026 00:17:00,2,0,IDR,Sudah dibayar,920052.75',
  ];
  const types: Readonly<Record<string, string>> = {
    '7622271734040000001': 'Video',
    '7617976796063000004': 'Video',
    '7623285229813000003': 'Siaran langsung (LIVE)',
    '7494054609567000002': 'Etalase',
  };
  const typed = affiliate13.map((line, at) => `${line},${at === 0 ? 'content_type' : types[line.split(',')[2] ?? '']}`);

  test('by content, SKU and local day, refunded units not counted', async () => {
    const summary = await fixture.take(typed.join('\n'));
    expect(summary).toMatchObject({ from: 'tiktok-affiliate', records: { sale: 10 }, rejected: 0 });
    const rows = (await sales()).map(({ first_day, sku_id, units, video_id, live_id, channel }) => {
      return [first_day, String(sku_id).slice(-3), Number(units), video_id ?? live_id ?? '', channel].join(' ');
    });
    expect(rows.sort()).toEqual([
      '2026-03-28 001 2 7622271734040000001 video',
      '2026-03-29 005 1 7617976796063000004 video',
      '2026-03-30 001 0 7622271734040000001 video',
      '2026-03-30 005 1 7617976796063000004 video',
      '2026-03-30 006 2 7617976796063000004 video',
      '2026-03-31 001 1 7622271734040000001 video',
      '2026-03-31 001 1 7623285229813000003 live',
      '2026-03-31 002 1  card',
      '2026-03-31 003 1 7623285229813000003 live',
      '2026-03-31 004 1 7623285229813000003 live',
    ]);
  });

  test('without the type of their content they are sales of nobody, which is reported', async () => {
    const summary = await fixture.take(affiliate13.join('\n'));
    expect(summary).toMatchObject({ from: 'tiktok-affiliate', records: { sale: 10 }, rejected: 0 });
    expect((await sales()).filter((row) => 'video_id' in row || 'live_id' in row)).toEqual([]);
    expect(JSON.stringify(summary)).toContain('no column says whether 7622271734040000001 is a video or a live');
  });

  test('of a workbook, with the creator by handle and a seller export of the same lines, count once', async () => {
    const header = ['Order ID', 'Product ID', 'SKU ID', 'Quantity', 'Order Status', 'Creator Username', 'Content Type'];
    const book = sheetOf([
      [...header, 'Content ID', 'Currency', 'Payment Amount', 'Time Created', 'Fully returned or refunded'],
      ['1', '11', '21', 3, 'Completed', '@Ann', 'Video', '31', 'THB', 300, '13/05/2026 10:00:00', 'No'],
      ['2', '11', '21', 1, 'Completed', 'Agency_-1', 'LIVE', '41', 'THB', 100, '13/05/2026 10:00:00', 'Yes'],
    ]);
    await fixture.take('Order ID,Order Status,SKU ID,Quantity,Created Time\n1,Completed,21,3,13/05/2026 10:00:00\n');
    expect(await fixture.take(book)).toMatchObject({ records: { sale: 2 } });
    expect(await sales()).toMatchObject([
      { product_id: '11', units: '0', live_id: '41', gmv: 0 },
      { product_id: '11', units: '3', video_id: '31', gmv: 300, currency: 'THB' },
    ]);
  });

  test('a line that cannot be read is rejected, the others are not', async () => {
    const bad = [...typed, 'x,y,z,never,many,0,IDR,Sudah dibayar,1,Video'];
    const summary = await fixture.take(bad.join('\n'));
    expect(summary.records).toEqual({ sale: 10 });
    expect(rejectsIn(summary).map(({ line }) => line)).toEqual(expect.arrayContaining([12]));
  });
});
