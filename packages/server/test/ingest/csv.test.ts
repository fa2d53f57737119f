import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, type IngestFixture, openIngestFixture, rejectsIn, streamOf } from './ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const header = 'seller_id,observed_at,region,shop_name';
const rest = '2026-08-12T15:30:57Z,US';

function takeShops(body: string | Buffer, input = {}) {
  return fixture.take(body, { source: 'shops.csv', kind: 'shop', ...input });
}

function blocksOf(body: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(body.length / size) }, (_, at) => body.subarray(at * size, (at + 1) * size));
}

/** Names of shops by their id. */
async function names(): Promise<Readonly<Record<string, unknown>>> {
  const rows = await fixture.landed('shop');
  return Object.fromEntries(rows.map((row) => [row['seller_id'], row['shop_name']]));
}

function lines(...cells: readonly string[]): string {
  return linesOf(cells);
}

function linesOf(cells: readonly string[]): string {
  return `${header}\n${cells.map((cell, index) => `${index + 1},${rest},${cell}\n`).join('')}`;
}

describe('a cell that is badly quoted costs its line only, which is reported', () => {
  test.each([
    ['it goes on behind its quote', '"Best" shoes'],
    ['a blank behind its quote', '"Best" '],
    ['a quote in its middle', '"27" monitor"'],
    ['its quote is not closed', '"Best shoes'],
    ['its quote is not closed, and it ends in pairs of them', '"Best ""shoes""'],
  ])('%s', async (_what, cell) => {
    const summary = await takeShops(lines('first', cell, '"third, quoted"', 'fourth'));
    expect(rejectsIn(summary)).toMatchObject([{ line: 3, value: `2,${rest},${cell}` }]);
    expect(await names()).toEqual({ 1: 'first', 3: 'third, quoted', 4: 'fourth' });
  });

  test('the field is named, and what was expected', async () => {
    const summary = await takeShops(lines('"Best" shoes'));
    expect(summary.firstRejects).toEqual([
      {
        line: 2,
        field: 'shop_name',
        reason: 'expected a cell with quotes to be quoted as a whole, with inner quotes doubled ("")',
        value: `1,${rest},"Best" shoes`,
      },
    ]);
  });

  test('an open quote before the end of the file is no silence', async () => {
    const summary = await takeShops(lines('first', '"open', 'third'));
    expect(summary).toMatchObject({ records: { shop: 2 }, rejected: 1 });
    expect(summary.firstRejects[0]).toMatchObject({
      line: 3,
      reason: 'an opening quote is not closed before the file ends',
    });
  });

  test('an open quote is looked for no further than a record may be long', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => (index === 10 ? '"open' : `${index} ${'x'.repeat(8000)}`));
    const summary = await takeShops(linesOf(many));
    expect(rejectsIn(summary)).toMatchObject([
      { line: 12, reason: 'an opening quote is not closed within 8,388,608 bytes' },
    ]);
    expect(summary.records).toEqual({ shop: 1499 });
  });

  test('every second line of thousands', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => (index % 2 === 0 ? `"Best" ${index}` : `"good\n${index}"`));
    const summary = await takeShops(linesOf(many));
    expect(summary).toMatchObject({ records: { shop: 2500 }, rejected: 2500 });
    expect(
      rejectsIn(summary)
        .slice(0, 3)
        .map(({ line }) => line),
    ).toEqual([2, 5, 8]);
  });

  test('bytes that are not UTF-8 cost their line', async () => {
    const body = Buffer.concat([
      Buffer.from(lines('first', 'caf')),
      Buffer.from([0xe9, 10]),
      Buffer.from(`3,${rest},"a\nb"\n`),
    ]);
    const odd = Buffer.from(body.toString('latin1').replace('caf\n\xe9\n', 'caf\xe9\n'), 'latin1');
    const summary = await takeShops(odd);
    expect(rejectsIn(summary)).toMatchObject([{ line: 3, reason: 'expected UTF-8' }]);
    expect(await names()).toEqual({ 1: 'first', 3: 'a\nb' });
  });

  test('bytes that are not UTF-8 in the second line of a cell', async () => {
    const body = Buffer.from(lines('"a\n\xe9"', 'second'), 'latin1');
    const summary = await takeShops(body);
    expect(rejectsIn(summary).map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'expected UTF-8'],
      [3, 'expected UTF-8'],
    ]);
    expect(await names()).toEqual({ 2: 'second' });
  });
});

describe('what a cell holds is kept', () => {
  test.each([
    ['blanks at both ends', '  Best \t', '  Best \t'],
    ['blanks in quotes', '"  "', '  '],
    ['what databases write for NULL', '\\N', '\\N'],
    ['the same in quotes', '"\\N"', '\\N'],
    ['the word NULL', 'NULL', 'NULL'],
    ['a quote inside a cell without quotes', '27" monitor', '27" monitor'],
    ['single quotes', "'Best', 'shoes", undefined],
    ['quotes written twice', '"a ""b"""', 'a "b"'],
    ['line ends', '"a\nb\r\nc\rd"', 'a\nb\r\nc\rd'],
    ['a carriage return at its end', '"a\r"', 'a\r'],
    ['a carriage return without quotes', 'a\rb', 'a\rb'],
    ['a backslash before a quote', '"a\\"', 'a\\'],
    ['a NUL', 'a\u0000b', 'a\u0000b'],
    ['nothing', '', null],
    ['nothing in quotes', '""', null],
  ])('%s', async (_what, cell, expected) => {
    await takeShops(lines(cell));
    expect(await names()).toEqual(expected === undefined ? {} : { 1: expected });
  });
});

describe('how a file may be written', () => {
  test.each([',', ';', '\t', '|'])('cells divided by %j', async (delimiter) => {
    const body = lines('"a,b;c\td|e"').replaceAll(/,(?=[^"]*(?:"[^"]*"[^"]*)*$)/gm, delimiter);
    expect(body.split('\n')[0]).toBe(header.replaceAll(',', delimiter));
    expect(await takeShops(body)).toMatchObject({ records: { shop: 1 }, rejected: 0 });
    expect(await names()).toEqual({ 1: 'a,b;c\td|e' });
  });

  test.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('lines that end in %s', async (_what, end) => {
    const body = lines('first', '"two\nlines"', '"x" y', 'last').replaceAll('\n', end);
    const summary = await takeShops(body);
    expect(rejectsIn(summary)).toMatchObject([{ line: 5 }]);
    expect(await names()).toEqual({ 1: 'first', 2: `two${end}lines`, 4: 'last' });
  });

  test('line ends of two sorts in one file', async () => {
    await takeShops(`${header}\r\n1,${rest},a\n2,${rest},"b"\r\n3,${rest},c\r\n4,${rest},"d"\n`);
    expect(await names()).toEqual({ 1: 'a', 2: 'b', 3: 'c', 4: 'd' });
  });

  test('blank lines, lines of delimiters, a byte order mark, names with blanks, no end of the last line', async () => {
    const names_ = header.replaceAll(',', ' , ');
    const summary = await takeShops(`\ufeff\n \n${names_}\n\n1,${rest},a\n,,,\n   \n,,,,,\n2,${rest},b,,\n"x`);
    expect(rejectsIn(summary)).toMatchObject([{ line: 10 }]);
    expect(await names()).toEqual({ 1: 'a', 2: 'b' });
  });

  test('columns without a name are ignored where they are empty and counted where they are not', async () => {
    const summary = await takeShops(`${header},,\n1,${rest},a,,\n2,${rest},b,x,\n`);
    expect(summary).toMatchObject({ records: { shop: 2 }, unknownFields: { 'shop.column 5': 1 } });
  });

  test.each([
    ['little endian', (text: string) => Buffer.from(text, 'utf16le')],
    ['big endian', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('UTF-16, %s, as spreadsheets save Unicode text, with tabs', async (_what, written) => {
    const body = written(`\ufeff${lines('é 💄', '"two\nlines"', '"x" y', 'last').replaceAll(',', '\t')}`);
    for (const size of [1, 3, body.length]) {
      await fixture.empty();
      const summary = await takeShops('', { from: { stream: Readable.from(blocksOf(body, size)) } });
      expect(rejectsIn(summary)).toMatchObject([{ line: 5 }]);
      expect(await names()).toEqual({ 1: 'é 💄', 2: 'two\nlines', 4: 'last' });
    }
  });

  test('wherever blocks end, the same rows land', async () => {
    const body = Buffer.from(lines('"é\r\n💄"', '"Best" x', 'b', '"open', '"c""c"').replaceAll('\n', '\r\n'));
    await takeShops(body);
    const whole = await names();
    for (const size of [1, 2, 3, 7]) {
      await fixture.empty();
      const summary = await takeShops('', { from: { stream: Readable.from(blocksOf(body, size)) } });
      expect(summary.rejected).toBe(2);
      expect(await names()).toEqual(whole);
    }
  });

  test('strict reads it twice, and one bad line is enough', async () => {
    const error = await failureOf(takeShops(lines('a', '"Best" shoes'), { strict: true }));
    expect(error.message).toContain('shops.csv has 1 invalid line; the first is line 3: shop_name: expected a cell');
    expect(await names()).toEqual({});
  });
});

describe('a file that cannot be read is refused in our own words before anything is taken in', () => {
  test.each<readonly [what: string, body: string | Buffer, words: string]>([
    ['a name twice', `${header},region\n`, 'shops.csv: column region is there twice, expected unique names'],
    ['nothing but blank lines', '\n\r\n  \n', 'shops.csv is empty'],
    [
      'divided by something else',
      header.replaceAll(',', ':'),
      `shops.csv has no column seller_id, observed_at, region, which shop requires; it has ${header.replaceAll(',', ':')}`,
    ],
    [
      'no header',
      `1,${rest},a\n`,
      'shops.csv has no column seller_id, observed_at, region, which shop requires; it has 1, 2026-08-12T15:30:57Z, US, a',
    ],
    ['a header that is not UTF-8', Buffer.from(`${header},\xe9\n`, 'latin1'), 'shops.csv: its header is not UTF-8'],
    ['too many columns', `${header}${',x'.repeat(2000)}\n`, 'shops.csv has 2,004 columns, expected at most 1,000'],
    [
      'a header that does not end',
      `${header}${'x'.repeat(70_000)}`,
      'shops.csv: its header is longer than 65,536 bytes',
    ],
    ['blank lines that do not end', '\n'.repeat(70_000), 'shops.csv: its header is longer than 65,536 bytes'],
  ])('%s', async (_what, body, words) => {
    const error = await failureOf(takeShops(body));
    expect(error).toMatchObject({ reason: 'source', message: words, summary: undefined });
  });
});

describe('bounds hold however small the file is packed', () => {
  const million = Buffer.alloc(1_000_000, 'a');

  /** So many million letters in gzip, between two texts. */
  function packed(before: string, millions: number, after: string): Buffer {
    const members = Array<Buffer>(millions).fill(gzipSync(million, { level: 1 }));
    return Buffer.concat([gzipSync(before), ...members, gzipSync(after)]);
  }

  test('a header of 600 MB is refused after its first bytes', async () => {
    const body = packed(header, 600, '\n');
    const read: number[] = [];
    const stream = streamOf(body);
    stream.on('data', (block: Buffer) => read.push(block.length));
    const error = await failureOf(takeShops('', { from: { stream } }));
    expect(error.message).toBe('shops.csv: its header is longer than 65,536 bytes');
    expect(read.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(body.length);
  });

  test('a line of 100 MB is one reject, and what follows goes in', async () => {
    const summary = await takeShops(packed(`${header}\n1,${rest},a\n`, 100, `\n2,${rest},b\n`));
    expect(rejectsIn(summary)).toMatchObject([{ line: 3, reason: 'expected a line of at most 8,388,608 bytes' }]);
    expect(await names()).toEqual({ 1: 'a', 2: 'b' });
  });
});
