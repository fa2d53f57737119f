import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import { type Cell, sheetOf, xlsxOf } from './containers/xlsx-writer.ts';
import { failureOf, type IngestFixture, openIngestFixture, rejectsIn, seen } from './ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const header: readonly Cell[] = ['product_id', 'observed_at', 'region', 'currency', 'min_price', 'total_sale_cnt'];
const id = '1729380000000000031';

function row(productId: Cell, units: Cell): readonly Cell[] {
  return [productId, '2026-08-12T12:00:00Z', 'US', 'USD', 10.5, units];
}

function takeFile(name: string, body: Buffer, input: { readonly kind?: string; readonly strict?: boolean } = {}) {
  const path = join(fixture.directory, name);
  writeFileSync(path, body);
  return ingest(fixture.dependencies, { source: name, from: { path }, ...input });
}

describe('a workbook of records', () => {
  test.each(['a.xlsx', 'a.csv', 'a.ndjson'])('is read whatever it is called: %s', async (name) => {
    const book = sheetOf([header, row(id, 100), row(String(BigInt(id) + 1n), '7')]);
    const summary = await takeFile(name, book, { kind: 'product' });
    expect(summary).toMatchObject({ records: { product: 2 }, rejected: 0, bytes: book.length });
    expect((await fixture.landed('product')).map(seen)).toMatchObject([
      { product_id: id, currency: 'USD', min_price: 10.5, total_sale_cnt: '100' },
      { total_sale_cnt: '7' },
    ]);
  });

  test('comes as a stream too, and is read twice when strict', async () => {
    const body = sheetOf([header, row(id, 100)]);
    const summary = await fixture.take(body, { format: 'xlsx', kind: 'product', strict: true });
    expect(summary).toMatchObject({ records: { product: 1 }, bytes: body.length });
  });

  test('has its rows rejected one by one, by their numbers', async () => {
    const lost = { xml: '<c><v>1.72938242006034E+18</v></c>' };
    const summary = await takeFile('a.xlsx', sheetOf([header, row(id, 100), row(lost, 1), row('x', 1)]), {
      kind: 'product',
    });
    expect(summary.records).toEqual({ product: 1 });
    expect(rejectsIn(summary)).toMatchObject([
      { line: 3, field: 'product_id', value: '1.72938242006034e+18' },
      { line: 4, field: 'product_id', value: 'x' },
    ]);
  });

  test('has every sheet with the columns read, and no other', async () => {
    const sheets = [
      {
        name: 'Read me',
        rows: [
          ['title', 'text'],
          ['a', 'b'],
        ],
      },
      { name: '1', rows: [header, row(id, 1)] },
      { name: '2', rows: [header, row(String(BigInt(id) + 1n), 2)] },
    ];
    expect((await takeFile('a.xlsx', xlsxOf({ sheets }), { kind: 'product' })).records).toEqual({ product: 2 });
  });
});

describe('what cannot be read says what it is', () => {
  const book = sheetOf([
    ['a', 'b'],
    [1, 2],
  ]);
  test.each<readonly [what: string, take: () => ReturnType<typeof takeFile>, words: string]>([
    [
      'no kind',
      () => takeFile('a.xlsx', book),
      'or our own records (of CSV and XLSX with --kind, over HTTP kind=); it has a, b',
    ],
    [
      'no kind, called CSV',
      () => takeFile('a.csv', book),
      'or our own records (of CSV and XLSX with --kind, over HTTP kind=); it has a, b',
    ],
    [
      'other columns',
      () => takeFile('a.xlsx', book, { kind: 'product' }),
      'a.xlsx: sheet Sheet1 has no column product_id',
    ],
    ['no table', () => takeFile('a.xlsx', sheetOf([]), { kind: 'product' }), 'a.xlsx has no sheet with a header'],
    [
      'NDJSON called XLSX',
      () => takeFile('a.xlsx', Buffer.from('{}'), { kind: 'fx' }),
      'a.xlsx is no Excel file (XLSX)',
    ],
    [
      'a stream',
      () => fixture.take(book),
      'or our own records (of CSV and XLSX with --kind, over HTTP kind=); it has a, b',
    ],
    [
      'a stream said to be NDJSON',
      () => fixture.take(book, { kind: 'fx' }),
      'stdin is an Excel file (XLSX) or a zip: give it',
    ],
    [
      'a stream said to be CSV',
      () => fixture.take(book, { format: 'csv', kind: 'fx' }),
      'stdin is an Excel file (XLSX) or a zip: give it with format xlsx',
    ],
    [
      'an old Excel file',
      () => takeFile('a.csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { kind: 'fx' }),
      'a.csv is an Excel file of the old format (XLS) or with a password: save it as XLSX without a password',
    ],
  ])('%s', async (_what, take, words) => {
    const error = await failureOf(take());
    expect(error).toMatchObject({ reason: 'source', message: expect.stringContaining(words) });
    expect(error.message).toMatch(/^[\x20-\x7e;]*$/);
  });
});

describe('CSV that spreadsheets save', () => {
  const names = 'product_id,observed_at,region,currency,min_price,total_sale_cnt,product_name';
  const values = `${id},2026-08-12T12:00:00Z,US,USD,10.50,100,name`;

  test('as Unicode text is one record', async () => {
    const text = `\ufeff${names}\r\n${values}\r\n`.replaceAll(',', '\t');
    const summary = await takeFile('a.csv', Buffer.from(text, 'utf16le'), { kind: 'product' });
    expect(summary).toMatchObject({ records: { product: 1 }, rejected: 0 });
    expect((await fixture.landed('product')).map(seen)).toMatchObject([{ product_id: id, product_name: 'name' }]);
  });

  test('with a column twice is refused by its name', async () => {
    const body = Buffer.from(`${names},total_sale_cnt\r\n${values},7\r\n`);
    const error = await failureOf(takeFile('a.csv', body, { kind: 'product' }));
    expect(error.message).toContain('a.csv: column total_sale_cnt is there twice');
  });
});
