import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ScannedFile, scanRows } from '../../../../src/serving/snapshot/build/row-scanner.ts';
import { parserOfValues, parserOfWholeRows } from '../../../../src/serving/snapshot/plan/row-parsers.ts';
import { SnapshotDamaged } from '../../../../src/serving/snapshot/read/stored-rows.ts';
import { asServed, asValues, type SampleList, sampleList, stored } from '../sample-rows.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-row-scanner-'));
afterAll(() => rmSync(directory, { recursive: true }));

const path = join(directory, 'list.rows');

/** The texts of the values of each row that is seen, and its length. */
function scanned(file: ScannedFile) {
  const rows: { values: string[]; length: number }[] = [];
  const whole = scanRows(file, ({ bytes, starts, ends, length }) => {
    const values = Array.from(starts, (start, field) => Buffer.from(bytes.subarray(start, ends[field])).toString());
    rows.push({ values, length });
  });
  return { rows, whole };
}

const forms = [
  { name: 'values', form: asValues, parser: parserOfValues },
  { name: 'they are served', form: asServed, parser: parserOfWholeRows },
];

describe.each(forms)('a scan of rows stored as $name', ({ form, parser }) => {
  function fileOf({ fields }: SampleList): ScannedFile {
    return { path, name: 'list.rows', fieldCount: fields.length, parse: parser(fields.map(({ name }) => name)) };
  }

  function expectAllSeen(list: SampleList): number {
    const { bytes, ranges } = stored(list, form);
    writeFileSync(path, bytes);
    const { rows, whole } = scanned(fileOf(list));
    expect(rows).toEqual(list.rows.map((values, i) => ({ values, length: lengthOf(ranges[i]) })));
    expect(whole).toEqual({ name: 'list.rows', bytes: bytes.length, crc32: crc32(bytes) });
    return bytes.length;
  }

  it('sees each once, with the text of each value and its length', () => {
    fc.assert(
      fc.property(sampleList, (list) => void expectAllSeen(list)),
      { numRuns: 300 },
    );
  });

  it('sees those that lie across the pieces a file is read in', () => {
    const fields = [{ name: 'id', kind: 'text' } as const, { name: 'rank', kind: 'count' } as const];
    const rows = Array.from({ length: 3_000 }, (_, i) => [JSON.stringify(`${i}€\n,}`.repeat(1 + (i % 600))), `${i}`]);
    expect(expectAllSeen({ fields, rows })).toBeGreaterThan(8 * 1024 * 1024);
  });

  it('sees one that is longer than a piece', () => {
    const fields = [{ name: 'id', kind: 'text' } as const];
    expectAllSeen({ fields, rows: [['"a"'], [`"${'x'.repeat(9_000_000)}"`], ['"b"']] });
  });

  it('finds a file damaged that ends within a row', () => {
    fc.assert(
      fc.property(sampleList, fc.nat(), (list, some) => {
        const { bytes, ranges } = stored(list, form);
        const length = some % bytes.length;
        fc.pre(length > 0 && !ranges.some(({ end }) => end === length));
        writeFileSync(path, bytes.subarray(0, length));
        expect(() => scanned(fileOf(list))).toThrow(SnapshotDamaged);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a file damaged whose rows have a value more or less', () => {
    fc.assert(
      fc.property(sampleList, fc.boolean(), (list, isMore) => {
        const other = { name: 'one more', kind: 'count' } as const;
        const fields = isMore ? [...list.fields, other] : list.fields.slice(0, -1);
        fc.pre(fields.length > 0);
        writeFileSync(path, stored(list, form).bytes);
        expect(() => scanned(fileOf({ ...list, fields }))).toThrow(SnapshotDamaged);
      }),
      { numRuns: 200 },
    );
  });
});

function lengthOf(range: { start: number; end: number } | undefined): number {
  return range === undefined ? 0 : range.end - range.start;
}
