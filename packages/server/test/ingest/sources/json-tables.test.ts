import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonTables } from '../../../src/ingest/sources/json/json-tables.ts';
import type { SourceRow } from '../../../src/ingest/sources/source-table.ts';

interface Read {
  readonly place: string;
  readonly context: object;
  readonly rows: readonly SourceRow[];
}

const isRow = (_: string, members: readonly string[]) => (members.includes('id') ? 'row' : undefined);

async function tablesIn(text: string | Iterable<Buffer>, blockBytes = 65_536): Promise<readonly Read[]> {
  const read: Read[] = [];
  for await (const { place, context, rows } of jsonTables(
    typeof text === 'string' ? blocksOf(text, blockBytes) : from(text),
    isRow,
  )) {
    const all: SourceRow[] = [];
    for await (const group of rows()) all.push(...group);
    read.push({ place, context, rows: all });
  }
  return read;
}

async function* blocksOf(text: string, blockBytes: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += blockBytes) yield bytes.subarray(at, at + blockBytes);
}

async function* from(blocks: Iterable<Buffer>): AsyncGenerator<Buffer> {
  yield* blocks;
}

function valuesOf(tables: readonly Read[]): readonly unknown[] {
  return tables.flatMap(({ rows }) => rows.map(({ values }) => values));
}

/** Whole numbers beyond 2^53 are text. */
function withoutLosses(_: string, value: unknown): unknown {
  const isLossy = Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value));
  return isLossy ? String(value) : value;
}

describe('rows', () => {
  const rows = fc.array(fc.record({ id: fc.integer(), text: fc.string(), nested: fc.jsonValue({ maxDepth: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  });

  test('of a list, of lines and of an envelope are the same, wherever blocks end', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (given, blockBytes, pretty) => {
        const expected = JSON.parse(JSON.stringify(given), withoutLosses);
        const indent = pretty ? 1 : undefined;
        for (const text of [
          JSON.stringify(given, undefined, indent),
          given.map((row) => `${JSON.stringify(row)}\r\n`).join('\n'),
          `\ufeff${JSON.stringify({ code: 0, data: { list: given } }, undefined, indent)}`,
        ])
          expect(valuesOf(await tablesIn(text, blockBytes))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('say where they stand, their number, and what is said beside them', async () => {
    const text = '{"code": 0, "ext": {"login": 1}, "data": {"list": [{"id": 1}, {"id": 2}], "total": 2}}';
    expect(await tablesIn(text)).toEqual([
      {
        place: 'data.list',
        context: { code: 0, 'ext.login': 1, 'data.total': 2, total: 2 },
        rows: [
          { values: { id: 1 }, lineNumber: 1 },
          { values: { id: 2 }, lineNumber: 2 },
        ],
      },
    ]);
  });

  test('keep all digits of whole numbers, and strings and fractions as they are', async () => {
    const text = String.raw`[{"id":1729383769606099003,"a":9007199254740991,"b":0.1234567890123456789,"c":"x:1729383769606099003\""}]`;
    const [row] = valuesOf(await tablesIn(text));
    expect(row).toEqual({
      id: '1729383769606099003',
      a: 9007199254740991,
      b: Number('0.1234567890123456789'),
      c: 'x:1729383769606099003"',
    });
  });
});

describe('what is hostile', () => {
  const reasons = (tables: readonly Read[]) => tables.flatMap(({ rows }) => rows.flatMap(({ unread }) => unread ?? []));

  test('is refused, and the rows around it are read', async () => {
    const deep = `{"id":1,"a":${'['.repeat(200)}${']'.repeat(200)}}`;
    const long = `{"id":1,"a":"${'x'.repeat(9 * 1024 * 1024)}"}`;
    const tables = await tablesIn(`[{"id":1},${deep},{"id":2},${long},{"id":3},{"id":},{"id":4}]`);
    expect(valuesOf(tables).filter((row) => Object.keys(row as object).length > 0)).toEqual(
      [1, 2, 3, 4].map((id) => ({ id })),
    );
    expect(reasons(tables)).toEqual([
      'expected JSON nested at most 100 deep',
      'expected an element of at most 8,388,608 bytes',
      expect.stringMatching(/^expected JSON: /),
    ]);
  });

  test('a document that ends early gives what it has, and is reported', async () => {
    const tables = await tablesIn('[{"id":1},{"id":2');
    expect(valuesOf(tables)).toContainEqual({ id: 1 });
    expect(reasons(tables)).toEqual(['expected the JSON to be closed, but it ends before']);
  });

  test('an envelope too large to be held is read row by row', async () => {
    const row = (id: number) => ({ id, text: 'x'.repeat(100_000) });
    const all = Array.from({ length: 200 }, (_, id) => row(id));
    const tables = await tablesIn(JSON.stringify({ code: 0, data: { list: all, total: 200 } }));
    expect(tables.map(({ place, context }) => [place, context])).toEqual([['data.list', { code: 0 }]]);
    expect(valuesOf(tables)).toEqual(all);
  });
});
