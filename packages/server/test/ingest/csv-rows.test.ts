import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Dialect, delimiters } from '../../src/ingest/csv/dialect.ts';
import { type BadRow, literalCells, readRows } from '../../src/ingest/csv/read-rows.ts';

/** Pieces that hostile CSV is made of. */
const pieces = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  'a',
  ' ',
  '\\',
  '\0',
  'é💄',
  '\ufeff',
  '"a"',
  '"a,b"',
  '"x""y"',
  '"é\r\n"',
];
const text = fc
  .array(fc.constantFrom(...pieces), { maxLength: 25 })
  .map((parts) => parts.join(''))
  // csv-parse takes a NUL behind a closing quote for nothing at all, and lets the cell go on.
  .filter((joined) => !joined.includes('"\0'));
const dialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(...delimiters),
  lineEnd: fc.constantFrom('\n', '\r'),
});

test('a NUL behind a closing quote is as bad as any other character', () => {
  expect(rowsIn(Buffer.from('a,"b"\0'), { delimiter: ',', lineEnd: '\n' })).toEqual({
    rows: [],
    bad: { why: 'closing', column: 1 },
  });
});

test('any text has the rows that csv-parse finds in it, up to the same bad cell', () => {
  fc.assert(
    fc.property(text, dialect, (given, written) => {
      expect(rowsIn(Buffer.from(given), written)).toEqual(rowsByCsvParse(given, written));
    }),
    { numRuns: 20_000 },
  );
});

test('where quotes mean nothing, any line has the cells that csv-parse finds in it', () => {
  const line = fc
    .tuple(text, fc.constantFrom('', '\n', '\r\n'))
    .map(([given, end]) => given.replaceAll('\n', '') + end);
  fc.assert(
    fc.property(line, fc.constantFrom(...delimiters), (given, delimiter) => {
      const written: Dialect = { delimiter, lineEnd: '\n' };
      const [cells = ['']] = parse(given, { ...optionsOf(written), quote: null });
      expect(literalCells(Buffer.from(given), written)).toEqual(cells);
    }),
    { numRuns: 5_000 },
  );
});

interface Rows {
  readonly rows: readonly (readonly string[])[];
  readonly bad?: BadRow | undefined;
}

function rowsIn(given: Buffer, written: Dialect): Rows {
  const rows: (readonly string[])[] = [];
  const bad = readRows(given, written, (row) => rows.push(row));
  return { rows, bad };
}

function rowsByCsvParse(given: string, written: Dialect): Rows {
  try {
    return { rows: parse(given, optionsOf(written)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { records = 0, column } = error as CsvError & { readonly records?: number; readonly column?: unknown };
    const rows = records > 0 ? parse(given, { ...optionsOf(written), to: records }) : [];
    return { rows, bad: { why: whyOf(error), column: Number(column) } };
  }
}

function optionsOf({ delimiter, lineEnd }: Dialect) {
  return { delimiter, record_delimiter: lineEnd === '\n' ? ['\r\n', '\n'] : ['\r'], relax_column_count: true };
}

function whyOf({ code }: CsvError): BadRow['why'] {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'open';
  return code === 'CSV_INVALID_CLOSING_QUOTE' ? 'closing' : 'opening';
}
