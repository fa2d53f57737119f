import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import {
  failureOf,
  type IngestFixture,
  ndjson,
  openIngestFixture,
  type Row,
  rejectsIn,
  streamOf,
} from './ingest-fixture.ts';
import { full, least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const products: readonly Row[] = Array.from({ length: 500 }, (_, index) => ({
  ...full.product,
  product_id: String(1_729_382_420_060_341_472n + BigInt(index)),
  product_name: `Name "${index}", in\ntwo lines`,
  total_sale_cnt: index,
  ...(index % 3 === 0 ? { seller_id: null, skus: null, min_price: null } : {}),
}));

/** What is in when the records came as NDJSON. */
async function asNdjson(records: readonly Row[], kind: string): Promise<readonly Row[]> {
  await fixture.empty();
  await fixture.take(ndjson(records));
  const rows = await fixture.landed(kind);
  await fixture.empty();
  return rows;
}

function fileOf(name: string, body: string | Buffer): string {
  const path = join(fixture.directory, name);
  writeFileSync(path, body);
  return path;
}

function takeFile(
  path: string,
  input: { readonly kind?: string; readonly strict?: boolean; readonly source?: string } = {},
) {
  return ingest(fixture.dependencies, { source: path, from: { path }, ...input });
}

/** Has the engine write a landing table as a file. */
async function written(
  name: string,
  format: string,
  table: string,
  columns = '* EXCEPT (batch, origin)',
): Promise<string> {
  const path = join(fixture.directory, name);
  const settings =
    "output_format_json_named_tuples_as_objects = 1, engine_file_truncate_on_insert = 1, format_csv_null_representation = ''";
  await fixture.engine.command(
    `INSERT INTO FUNCTION file('${path}', '${format}') SELECT ${columns} FROM ${table} SETTINGS ${settings}`,
  );
  return path;
}

const isoMoments = "* EXCEPT (batch, origin) REPLACE (formatDateTime(observed_at, '%FT%T.%fZ', 'UTC') AS observed_at)";

describe('what came as gzip, CSV or Parquet is the same as what came as NDJSON', () => {
  test('gzip, from a file and from a stream, in several members', async () => {
    const rows = await asNdjson(products, 'product');
    const half = products.length / 2;
    const body = Buffer.concat([gzipSync(ndjson(products.slice(0, half))), gzipSync(ndjson(products.slice(half)))]);
    const summary = await takeFile(fileOf('a.ndjson.gz', body));
    expect(summary).toMatchObject({ records: { product: 500 }, bytes: body.length });
    expect(await fixture.landed('product')).toEqual(rows);
    await fixture.empty();
    await fixture.take(body);
    expect(await fixture.landed('product')).toEqual(rows);
  });

  test.each([
    ['CSV', 'CSVWithNames', 'products.csv', isoMoments],
    ['CSV in gzip', 'CSVWithNames', 'products.csv.gz', isoMoments],
    ['Parquet', 'Parquet', 'products.parquet', '* EXCEPT (batch, origin)'],
  ])('%s', async (_what, format, name, columns) => {
    await fixture.take(ndjson(products));
    const path = await written(name, format, 'landing_product FINAL', columns);
    const rows = await asNdjson(products, 'product');
    const summary = await takeFile(path, { kind: 'product' });
    expect(summary).toMatchObject({ records: { product: 500 }, rejected: 0, unknownFields: {} });
    expect(summary.bytes).toBeGreaterThan(0);
    expect(await fixture.landed('product')).toEqual(rows);
  });

  test.each([
    ['from a stream', {}],
    ['from a stream, strict', { strict: true }],
  ])('CSV %s', async (_what, input) => {
    const rows = await asNdjson(products, 'product');
    await fixture.take(csvOf(products), { source: 'products.csv', kind: 'product', ...input });
    expect(await fixture.landed('product')).toEqual(rows);
  });

  test('Parquet with lists of products, from a stream', async () => {
    const videos = [full.video, { ...full.video, video_id: '8', products: [] }];
    await fixture.take(ndjson(videos));
    const path = await written('videos.parquet', 'Parquet', 'landing_video FINAL');
    const rows = await asNdjson(videos, 'video');
    const input = {
      source: 'http',
      from: { stream: createReadStream(path) },
      format: 'parquet',
      kind: 'video',
    } as const;
    await ingest(fixture.dependencies, input);
    expect(await fixture.landed('video')).toEqual(rows);
  });

  test('CSV with lists of products as JSON, whole numbers with a point, words for flags, a byte order mark and CRLF', async () => {
    const video = { ...full.video, duration: 21, products: [{ product_id: '9' }] };
    const rows = await asNdjson([video], 'video');
    await fixture.take(`\ufeff${csvOf([{ ...video, duration: '21.0' }]).replaceAll('\n', '\r\n')}`, {
      format: 'csv',
      kind: 'video',
    });
    expect(await fixture.landed('video')).toEqual(rows);
    await fixture.take('seller_id,observed_at,region,is_s_shop\n5,2026-08-12 15:30:57Z,US,true\n', {
      format: 'csv',
      kind: 'shop',
    });
    expect(await fixture.landed('shop')).toMatchObject([{ seller_id: '5', is_s_shop: 1 }]);
  });

  test('a file whose name the engine would take for a pattern', async () => {
    fileOf('other.csv', 'seller_id,observed_at,region\n6,2026-08-12 15:30:57Z,US\n');
    await takeFile(fileOf("{o*}[a]?'s.csv", 'seller_id,observed_at,region\n5,2026-08-12 15:30:57Z,US\n'), {
      kind: 'shop',
    });
    expect(await fixture.landed('shop')).toMatchObject([{ seller_id: '5' }]);
  });
});

describe('what is wrong with a table', () => {
  const header = 'seller_id,observed_at,region,total_sale_cnt,note';
  const moment = '2026-08-12T15:30:57Z';

  test('bad rows are reported by their line, and the good ones go in', async () => {
    const rows = [
      `5,${moment},US,12,x`,
      `5.0,${moment},US,12,x`,
      `7,${moment},US`,
      `8,${moment},US,1,x,y`,
      `,${moment},US`,
    ];
    const summary = await fixture.take([header, ...rows].join('\n'), { format: 'csv', kind: 'shop' });
    expect(rejectsIn(summary)).toMatchObject([
      { line: 3, field: 'seller_id', value: '5.0' },
      { line: 5, reason: expect.stringMatching(/^expected at most \d+ values, one per header name/), value: 'y' },
      { line: 6, field: 'seller_id', reason: 'required, but missing (shop_name may stand in its place)' },
    ]);
    expect((await fixture.landed('shop')).map((row) => row['seller_id'])).toEqual(['5', '7']);
    expect(summary.unknownFields).toEqual({ 'shop.note': 2 });
  });

  test('a CSV file without a required column', async () => {
    const error = await failureOf(fixture.take('observed_at,region\n', { source: 'shops.csv', kind: 'shop' }));
    expect(error).toMatchObject({ reason: 'source', summary: undefined });
    expect(error.message).toBe('shops.csv has no column seller_id, which shop requires; it has observed_at, region');
  });

  test('a Parquet file without the key column', async () => {
    const path = await written('keyless.parquet', 'Parquet', 'numbers(3)', "'US' AS region, now() AS observed_at");
    const error = await failureOf(takeFile(path, { kind: 'product', source: 'keyless.parquet' }));
    expect(error.message).toBe(
      'keyless.parquet has no column product_id, which product requires; it has region, observed_at',
    );
  });

  test('a Parquet file with ids in floating point', async () => {
    const path = await written(
      'floats.parquet',
      'Parquet',
      'numbers(3)',
      "1e18::Float64 AS seller_id, 'US' AS region, now() AS observed_at",
    );
    expect((await failureOf(takeFile(path, { kind: 'shop' }))).message).toContain('loses digits');
  });

  test.each([
    ['no kind', { format: 'parquet' }, 'specify the kind of the records'],
    [
      'no kind of CSV',
      { format: 'csv' },
      'or our own records (of CSV and XLSX with --kind, over HTTP kind=); it has x, y',
    ],
    ['a kind that is none', { format: 'csv', kind: 'ghost' }, 'no such kind: expected one of product, shop'],
    ['no Parquet', { format: 'parquet', kind: 'shop' }, 'cannot read stdin as Parquet: '],
  ] as const)('%s', async (_what, input, words) => {
    expect((await failureOf(fixture.take('x,y\n1,2\n', input))).message).toContain(words);
  });

  test('a CSV file with nothing but its header is no error', async () => {
    const summary = await fixture.take('seller_id,observed_at,region', { format: 'csv', kind: 'shop' });
    expect(summary).toMatchObject({ records: {}, rejected: 0 });
  });

  test('a CSV file without even a header', async () => {
    const error = await failureOf(fixture.take('', { format: 'csv', kind: 'shop' }));
    expect(error.message).toBe('stdin is empty');
  });
});

describe('what is wrong with gzip or a file', () => {
  test.each([
    [
      'a file that is no gzip',
      'plain.ndjson.gz',
      Buffer.from('{"kind"'),
      'plain.ndjson.gz is not gzip: it begins with the bytes 7b22',
    ],
    ['an empty one', 'empty.ndjson.gz', Buffer.alloc(0), 'empty.ndjson.gz is not gzip: it is empty'],
    [
      'CSV that is no gzip',
      'plain.csv.gz',
      Buffer.from('a,b'),
      'plain.csv.gz is not gzip: it begins with the bytes 612c',
    ],
    [
      'one that ends early',
      'short.ndjson.gz',
      gzipSync(ndjson(products)).subarray(0, -20),
      'short.ndjson.gz is damaged: its gzip data ends early',
    ],
    [
      'one that is damaged',
      'torn.ndjson.gz',
      damaged(gzipSync(ndjson(products))),
      'torn.ndjson.gz is damaged: its gzip data cannot be unpacked',
    ],
  ])('%s', async (_what, name, body, words) => {
    const error = await failureOf(takeFile(fileOf(name, body), { source: name, kind: 'product' }));
    expect(error.reason).toBe('source');
    expect(error.message).toContain(words);
  });

  test('a file that is not there, and a directory', async () => {
    expect((await failureOf(takeFile('/nowhere/a.ndjson'))).message).toContain('cannot read /nowhere/a.ndjson: ENOENT');
    expect((await failureOf(takeFile(fixture.directory))).message).toContain('it is a directory');
  });

  test('a stream that breaks says how much is in', async () => {
    const body = streamOf(ndjson(products));
    const broken = failing(body, new Error('connection lost'));
    const error = await failureOf(
      fixture.take('', { from: { stream: broken } }, { chunkLimits: { rowsMax: 100, bytesMax: 1e9 } }),
    );
    expect(error.message).toMatch(/^cannot read stdin: connection lost; \d+ records were ingested/);
    expect(error.summary?.records['product']).toBe((await fixture.landed('product')).length);
  });
});

describe('one kind for a whole NDJSON file', () => {
  test('lines need not name it, and another one is refused', async () => {
    const { kind: _kind, ...nameless } = full.shop;
    const summary = await fixture.take(ndjson([nameless, full.shop, least.product]), { kind: 'shop' });
    expect(summary.records).toEqual({ shop: 2 });
    expect(rejectsIn(summary)).toMatchObject([{ line: 3, field: 'kind', reason: 'expected shop, got "product"' }]);
  });
});

function csvOf(records: readonly Row[]): string {
  const names = Object.keys(records[0] ?? {});
  const lines = records.map((record) => names.map((name) => csvCell(record[name])).join(','));
  return `${[names.join(','), ...lines].join('\n')}\n`;
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

function damaged(body: Buffer): Buffer {
  return Buffer.from(body).fill(0xaa, body.length >> 1, (body.length >> 1) + 200);
}

function failing(body: Readable, error: Error): Readable {
  return Readable.from(
    (async function* () {
      yield* body;
      throw error;
    })(),
  );
}
