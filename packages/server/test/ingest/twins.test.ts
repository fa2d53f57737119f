import fc from 'fast-check';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IngestSummary } from '../../src/ingest/summary.ts';
import { type IngestFixture, ndjson, openIngestFixture, type Row } from './ingest-fixture.ts';
import { least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
afterAll(() => fixture.remove());

const oddTexts = [
  '"',
  '""',
  '"Best" shoes',
  '27" monitor',
  "it's",
  '\\N',
  'NULL',
  ' a ',
  '\t',
  'a,b;c\td|e',
  'a\r',
  '\r\n',
  '\n',
  '\\',
  '\\"',
  '\\u0041',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud800',
  'é💄',
  '=1+1',
  '{"a":1}',
];

/** CSV has no word for the empty text, so texts have at least one character. */
const text = fc
  .array(fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 5 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''))
  .filter((joined) => joined !== '');

const listOfJson = fc.array(fc.oneof(text, fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' })), { maxLength: 3 });
const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
const absent = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null, freq: 3 });

const product = fc
  .record({
    product_id: id,
    product_name: absent(text),
    discount: absent(text),
    skus: absent(listOfJson),
    sale_props: absent(listOfJson),
    total_sale_cnt: absent(fc.integer({ min: -2, max: 2 ** 40 })),
    min_price: absent(fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => cents / 100)),
    note: absent(text),
  })
  .map((fields) => ({ ...least.product, ...fields }));

interface Writing {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quotesAll: boolean;
}

const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quotesAll: fc.boolean(),
});

test('the same rows as NDJSON, CSV and Parquet land as the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 6 }), writing, async (records, how) => {
      const asNdjson = await landed(ndjson(records), { format: 'ndjson' });
      expect(await landed(csv(records, how), { format: 'csv' })).toEqual(asNdjson);
      expect(await landed(parquet(records), { format: 'parquet' })).toEqual(asNdjson);
    }),
    { numRuns: 40 },
  );
});

/** What is in the landing table, as the engine has it, and how many rows were refused. */
async function landed(body: string | Buffer, input: { readonly format: 'ndjson' | 'csv' | 'parquet' }) {
  await fixture.empty();
  const { rejected, records }: IngestSummary = await fixture.take(body, { ...input, kind: 'product' });
  const sql =
    'SELECT * EXCEPT (batch, origin) FROM landing_product FINAL ORDER BY ALL FORMAT RowBinaryWithNamesAndTypes';
  return { rejected, records, bytes: (await fixture.engine.bytes(sql)).toString('latin1') };
}

function csv(records: readonly Row[], { delimiter, lineEnd, quotesAll }: Writing): string {
  const names = Object.keys(records[0] ?? {});
  const cell = (value: unknown) => {
    const written = cellText(value);
    const quotes = /["\r\n,;\t|]/.test(written) || (quotesAll && value !== null);
    return quotes ? `"${written.replaceAll('"', '""')}"` : written;
  };
  const rows = records.map((record) => names.map((name) => cell(record[name])));
  return [names, ...rows].map((cells) => `${cells.join(delimiter)}${lineEnd}`).join('');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function parquet(records: readonly Row[]): Buffer {
  const columnData: ColumnSource[] = Object.keys(records[0] ?? {}).map((name) => {
    const values = records.map((record) => record[name]);
    if (name === 'total_sale_cnt') return { name, type: 'INT64', data: values.map(big), nullable: true };
    return {
      name,
      type: 'STRING',
      data: values.map((value) => (value === null ? null : cellText(value))),
      nullable: true,
    };
  });
  return Buffer.from(parquetWriteBuffer({ columnData }));
}

function big(value: unknown): bigint | null {
  return typeof value === 'number' ? BigInt(value) : null;
}
