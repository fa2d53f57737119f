import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Frame } from '../../../../src/serving/reader.ts';
import {
  noFrame,
  type RowRange,
  SnapshotDamaged,
  type StoredRows,
} from '../../../../src/serving/snapshot/read/stored-rows.ts';
import { ValueRows } from '../../../../src/serving/snapshot/read/value-rows.ts';
import { WholeRows } from '../../../../src/serving/snapshot/read/whole-rows.ts';
import { asServed, asValues, type SampleList, sampleList, servedRow, stored } from '../sample-rows.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-stored-rows-'));
afterAll(() => rmSync(directory, { recursive: true }));

const path = join(directory, 'list.rows');
const [quote, valueEnd, braceOpen] = [0x22, 0x01, 0x7b];

const frame: fc.Arbitrary<Frame | undefined> = fc.option(
  fc.constant({ before: Buffer.from('{"data":['), after: Buffer.from('],"meta":"€"}') }),
  { nil: undefined },
);

/** A list, and some of its rows in any order. */
const selection = sampleList.chain((list) =>
  fc.record({ list: fc.constant(list), chosen: fc.shuffledSubarray([...list.rows.keys()]), frame }),
);

/** A list, one of its rows, and how many bytes of it to leave out. */
const cut = fc.record({ list: sampleList, some: fc.nat(), bytes: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.nat()) });

const valueForm = {
  name: 'values',
  form: asValues,
  firstByte: quote,
  open: ({ fields }: SampleList): StoredRows => new ValueRows(path, fields),
  /** A quotation mark within the first value may be the beginning of one. */
  mayBegin: (row: Buffer, at: number) => row[at] === quote && !row.subarray(0, at).includes(valueEnd),
};

const servedForm = {
  name: 'they are served',
  form: asServed,
  firstByte: braceOpen,
  open: (): StoredRows => new WholeRows(path),
  mayBegin: (row: Buffer, at: number) => row[at] === braceOpen,
};

function withRows<Rows extends StoredRows>(rows: Rows, use: (rows: Rows) => void): void {
  try {
    use(rows);
  } finally {
    rows.close();
  }
}

const nowhere: RowRange = { start: 0, end: 0 };

function served(list: SampleList, chosen: readonly number[], { before, after }: Frame = noFrame): string {
  return `${before}${chosen.map((row) => servedRow(list, list.rows[row] ?? [])).join(',')}${after}`;
}

describe.each([valueForm, servedForm])('rows stored as $name', ({ form, firstByte, open, mayBegin }) => {
  it('are served in the order asked for, joined by commas and within the frame', () => {
    fc.assert(
      fc.property(selection, ({ list, chosen, frame }) => {
        const { bytes, ranges } = stored(list, form);
        writeFileSync(path, bytes);
        withRows(open(list), (rows) => {
          const asked = chosen.map((row) => ranges[row] ?? nowhere);
          const page = rows.page(asked, frame);
          expect(page.count).toBe(chosen.length);
          expect(page.rows.toString()).toBe(served(list, chosen, frame));
          expect(rows.page(asked.toReversed(), frame).rows.toString()).toBe(served(list, chosen.toReversed(), frame));
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([4_094, 4_095, 4_096, 4_097, 4_098, 100_000])('are served when %i bytes lie between them', (gap) => {
    const fields = [{ name: 'a', kind: 'text' }] as const;
    const around = form({ fields, rows: [] }, ['""']).length;
    const filler = `"${'x'.repeat(gap - around)}"`;
    const list = { fields, rows: [filler, '"b"', filler, '"c"', filler, filler, '"d"'].map((value) => [value]) };
    const { bytes, ranges } = stored(list, form);
    expect((ranges[3]?.start ?? 0) - (ranges[1]?.end ?? 0)).toBe(gap);
    writeFileSync(path, bytes);
    withRows(open(list), (rows) => {
      const asked = [6, 1, 3].map((row) => ranges[row] ?? nowhere);
      expect(rows.page(asked).rows.toString()).toBe(served(list, [6, 1, 3]));
    });
  });

  it('are served when they and the many bytes between them are more than a page has', () => {
    const fields = [{ name: 'a', kind: 'text' }] as const;
    const rows = Array.from({ length: 200 }, (_, i) => [JSON.stringify(`${i},`.repeat(i % 2 === 0 ? 20 : 900))]);
    const { bytes, ranges } = stored({ fields, rows }, form);
    writeFileSync(path, bytes);
    withRows(open({ fields, rows }), (page) => {
      const chosen = [...rows.keys()].filter((row) => row % 2 === 0).reverse();
      const asked = chosen.map((row) => ranges[row] ?? nowhere);
      expect(page.page(asked).rows.toString()).toBe(served({ fields, rows }, chosen));
    });
  });

  it('are found damaged where a range begins within a row', () => {
    fc.assert(
      fc.property(cut, ({ list, some, bytes: left }) => {
        const file = stored(list, form);
        writeFileSync(path, file.bytes);
        const { start, end } = file.ranges[some % list.rows.length] ?? nowhere;
        const at = 1 + ((left - 1) % (end - start - 1));
        fc.pre(left > 0 && !mayBegin(file.bytes.subarray(start, end), at));
        withRows(open(list), (rows) => {
          expect(() => rows.page([{ start: start + at, end }])).toThrow(SnapshotDamaged);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are found damaged where a range begins within the row before', () => {
    fc.assert(
      fc.property(cut, ({ list, some, bytes: more }) => {
        const file = stored(list, form);
        writeFileSync(path, file.bytes);
        const { start, end } = file.ranges[some % list.rows.length] ?? nowhere;
        const from = start - 1 - (more % 6);
        fc.pre(from >= 0 && file.bytes[from] !== firstByte);
        withRows(open(list), (rows) => {
          expect(() => rows.page([{ start: from, end }])).toThrow(SnapshotDamaged);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('are found damaged where a range has nothing in it', () => {
    fc.assert(
      fc.property(sampleList, fc.nat(), (list, some) => {
        const { bytes, ranges } = stored(list, form);
        writeFileSync(path, bytes);
        const at = some % (bytes.length + 1);
        withRows(open(list), (rows) => {
          expect(() => rows.page([{ start: at, end: at }])).toThrow(SnapshotDamaged);
          expect(() => rows.page([...ranges, { start: at, end: at }])).toThrow(SnapshotDamaged);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('are found damaged where a range ends within a row, or after the file', () => {
    fc.assert(
      fc.property(cut, fc.boolean(), ({ list, some, bytes: left }, isEarlier) => {
        const file = stored(list, form);
        writeFileSync(path, file.bytes);
        const { start, end } = file.ranges[some % list.rows.length] ?? nowhere;
        const to = isEarlier ? start + 1 + (left % (end - start - 1)) : end + (left % 6);
        fc.pre(!file.ranges.some((range) => range.end === to));
        withRows(open(list), (rows) => {
          expect(() => rows.page([{ start, end: to }])).toThrow(SnapshotDamaged);
          expect(() => rows.page([...file.ranges, { start, end: to }])).toThrow(SnapshotDamaged);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are found damaged where a range is after the file', () => {
    const list = { fields: [{ name: 'a', kind: 'text' }], rows: [['"b"'], ['"c"']] } as const;
    const { bytes, ranges } = stored(list, form);
    writeFileSync(path, bytes);
    withRows(open(list), (rows) => {
      for (const { start, end } of ranges) {
        const beyond = { start: start + bytes.length, end: end + bytes.length };
        expect(() => rows.page([beyond])).toThrow(SnapshotDamaged);
        expect(() => rows.page([...ranges, beyond])).toThrow(SnapshotDamaged);
      }
    });
  });
});

it('rows stored as values are found damaged where a range is longer than memory, or beyond all that is read', () => {
  const list = { fields: [{ name: 'a', kind: 'text' }], rows: [['"b"']] } as const;
  writeFileSync(path, stored(list, asValues).bytes);
  withRows(new ValueRows(path, list.fields), (rows) => {
    expect(() => rows.page([{ start: 0, end: 2 ** 52 }])).toThrow(SnapshotDamaged);
    expect(() => rows.page([{ start: 2 ** 52, end: 2 ** 52 + 4 }])).toThrow(SnapshotDamaged);
  });
});

describe('the first rows from a place on', () => {
  const firstBytesMax = 8 * 1024;

  it('are those of a page of them, or none when they are longer than is guessed or there are fewer', () => {
    fc.assert(
      fc.property(sampleList, fc.nat(), fc.integer({ min: 1, max: 17 }), frame, (list, some, count, frame) => {
        const { bytes, ranges } = stored(list, asValues);
        writeFileSync(path, bytes);
        const first = some % list.rows.length;
        const asked = ranges.slice(first, first + count);
        const start = asked[0]?.start ?? 0;
        const isIn = asked.length === count && (asked.at(-1)?.end ?? 0) - start <= firstBytesMax;
        withRows(new ValueRows(path, list.fields), (rows) => {
          const page = rows.firstRows(start, count, frame);
          expect(page?.rows.toString()).toBe(isIn ? rows.page(asked, frame).rows.toString() : undefined);
          expect(page?.count).toBe(isIn ? count : undefined);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are not taken for a page where the place is within a row', () => {
    fc.assert(
      fc.property(cut, ({ list, some, bytes: left }) => {
        const file = stored(list, asValues);
        writeFileSync(path, file.bytes);
        const { start, end } = file.ranges[some % list.rows.length] ?? nowhere;
        const at = 1 + (left % (end - start - 1));
        fc.pre(!valueForm.mayBegin(file.bytes.subarray(start, end), at));
        withRows(new ValueRows(path, list.fields), (rows) => {
          if (end - start - at > firstBytesMax) expect(rows.firstRows(start + at, 1)).toBeUndefined();
          else expect(() => rows.firstRows(start + at, 1)).toThrow(SnapshotDamaged);
        });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [firstBytesMax, true],
    [firstBytesMax + 1, false],
  ])('of %i bytes: are there: %s', (bytes, isIn) => {
    const list = { fields: [{ name: 'a', kind: 'text' }], rows: [['"b"'], [`"${'x'.repeat(bytes - 7)}"`]] } as const;
    writeFileSync(path, stored(list, asValues).bytes);
    withRows(new ValueRows(path, list.fields), (rows) => {
      expect(rows.firstRows(0, 2)?.rows.toString()).toBe(isIn ? served(list, [0, 1]) : undefined);
    });
  });
});
