import { describe, expect, test } from 'vitest';
import { tableIn, tablesIn } from './tables-in.ts';
import { sheetOf, sheetXml, xlsxOf } from './xlsx-writer.ts';

describe('the sheets of a workbook are tables', () => {
  test('of text and numbers, with their rows, wherever blocks end', async () => {
    const book = sheetOf(
      [
        ['Name', 'Sold', 'Price'],
        ['A & "B"', 12, 28.99],
        ['', null, null],
        ['  é 💄\t', null, 0],
      ],
      'LIST',
    );
    for (const size of [1000, 100_000]) {
      expect(await tablesIn(book, size)).toEqual([
        {
          container: 'xlsx',
          place: 'LIST',
          columns: ['Name', 'Sold', 'Price'],
          context: {},
          rows: [
            { values: { Name: 'A & "B"', Sold: 12, Price: 28.99 }, lineNumber: 2 },
            { values: { Name: 'é 💄', Price: 0 }, lineNumber: 4 },
          ],
        },
      ]);
    }
  });

  test('each by its name, those without a header left out', async () => {
    const sheets = [
      {
        name: 'Orders',
        rows: [
          ['id', 'n'],
          ['1', 2],
        ],
      },
      { name: 'Empty', rows: [] },
      {
        name: 'Chart',
        rows: [
          [1, 2],
          [3, 4],
        ],
      },
      { name: 'Notes', rows: [['Room ID', 77], [], ['a', 'b', 'c'], ['x', 'y', 'z'], ['Total', null, 3]] },
    ];
    const tables = await tablesIn(xlsxOf({ sheets }));
    expect(tables.map(({ place, columns, context }) => [place, columns, context])).toEqual([
      ['Orders', ['id', 'n'], {}],
      ['Notes', ['a', 'b', 'c'], { 'Room ID': 77 }],
    ]);
    expect(tables[1]?.rows).toEqual([
      { values: { a: 'x', b: 'y', c: 'z' }, lineNumber: 4 },
      { values: { a: 'Total', c: 3 }, lineNumber: 5, isTotal: true },
    ]);
  });

  test('texts that cells share, in whatever order and however many', async () => {
    const strings = ['Name', 'Note', ...Array.from({ length: 5000 }, (_, index) => `text ${index}`)];
    const shared = (index: number) => ({ xml: `<c t="s"><v>${index}</v></c>` });
    const rows = Array.from({ length: 2500 }, (_, index) => [shared(5001 - index), shared(2 + index)]);
    const { rows: read } = await tableIn(
      xlsxOf({ sheets: [{ name: 'S', rows: [[shared(0), shared(1)], ...rows] }], strings }),
    );
    expect(read).toHaveLength(2500);
    expect(read[0]?.values).toEqual({ Name: 'text 4999', Note: 'text 0' });
    expect(read[2499]?.values).toEqual({ Name: 'text 2500', Note: 'text 2499' });
  });

  test('texts of several fonts, readings of Japanese words left out, characters written as codes', async () => {
    const stringsXml =
      '<sst><si><r><t>Na</t></r><r><rPr><b/></rPr><t xml:space="preserve">me </t></r></si>' +
      '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></si><si><t>a_x000D_b &amp;lt; &#233;</t></si></sst>';
    const shared = (index: number) => [{ xml: `<c t="s"><v>${index}</v></c>` }];
    const { columns, rows } = await tableIn(
      xlsxOf({ sheets: [{ name: 'S', rows: [shared(0), shared(1), shared(2)] }], stringsXml }),
    );
    expect(columns).toEqual(['Name']);
    expect(rows.map(({ values }) => values['Name'])).toEqual(['課', 'a\rb &lt; é']);
  });

  test.each<readonly [what: string, format: string, value: string, expected: unknown]>([
    ['a day', 'yyyy-mm-dd', '46246', '2026-08-12'],
    ['a day and time', 'dd/mm/yyyy\\ hh:mm', '46246.793055555558', '2026-08-12T19:02:00'],
    ['a time of day', 'hh:mm:ss', '0.793055555555556', '19:02:00'],
    ['hours that go on', '[h]:mm:ss', '1.5', '36:00:00'],
    ['a percentage', '0.00%', '0.15', '15%'],
    ['a percentage of a sum of doubles', '0%', '0.07', '7%'],
    ['an amount', '#,##0.00" days"', '46246', 46246],
    ['red below zero', '#,##0;[Red]-#,##0', '-5', -5],
    ['an id whose digits are all there', 'General', '1729382420060341472', '1729382420060341472'],
    ['an id that lost its digits', 'General', '1.72938242006034E+18', 1.72938242006034e18],
  ])('%s is read as it is shown (%s)', async (_what, format, value, expected) => {
    const cell = { xml: `<c s="1"><v>${value}</v></c>` };
    const { rows } = await tableIn(xlsxOf({ sheets: [{ name: 'S', rows: [['a'], [cell]] }], formats: [format] }));
    expect(rows[0]?.values).toEqual({ a: expected });
  });

  test('days counted from 1904', async () => {
    const cell = { xml: '<c s="1"><v>44784</v></c>' };
    const sheets = [{ name: 'S', rows: [['a'], [cell]] }];
    const { rows } = await tableIn(xlsxOf({ sheets, formats: ['d/m/yy'], date1904: true }));
    expect(rows[0]?.values).toEqual({ a: '2026-08-12' });
  });

  test('yes and no, results of formulas, errors and dates as text', async () => {
    const cells = [
      { xml: '<c t="b"><v>1</v></c>' },
      { xml: '<c t="str"><f>A1&amp;"x"</f><v>ax</v></c>' },
      { xml: '<c t="e"><v>#N/A</v></c>' },
      { xml: '<c t="d"><v>2026-08-12T19:02:00</v></c>' },
      { xml: '<c><f>1+1</f><v>2</v></c>' },
    ];
    const { rows } = await tableIn(sheetOf([['a', 'b', 'c', 'd', 'e'], cells]));
    expect(rows[0]?.values).toEqual({ a: 'true', b: 'ax', d: '2026-08-12T19:02:00', e: 2 });
  });

  test('cells and rows that do not say where they are, and prefixed names', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row>' +
      '<x:row><x:c/><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { columns, rows } = await tableIn(xlsxOf({ sheets: [{ name: 'S', rows: [], xml }] }));
    expect([columns, rows]).toEqual([['a', 'b'], [{ values: { b: 2 }, lineNumber: 2 }]]);
  });
});

describe('a workbook that cannot be read is refused in our own words', () => {
  const long = 'x'.repeat(100_001);
  const damaged = sheetXml([['a'], ['b']]);
  test.each<readonly [what: string, book: Buffer, words: string]>([
    [
      'a column twice',
      sheetOf([
        ['a', 'b', 'a'],
        [1, 2, 3],
      ]),
      'export: sheet Sheet1: column a is there twice (line 1)',
    ],
    [
      'a cell that is too long',
      sheetOf([['a'], [long]]),
      'export: sheet Sheet1 has a cell of more than 100,000 characters',
    ],
    [
      'a shared text that is too long',
      xlsxOf({ sheets: [], strings: [long] }),
      'export: xl/sharedStrings.xml has a cell of more than 100,000 characters',
    ],
    ['more columns than any', sheetOf([Array.from({ length: 1001 }, (_, at) => `c${at}`)]), 'more than 1,000 columns'],
    ['a sheet that ends early', bookOf(damaged.slice(0, -30)), 'export: sheet S is damaged: it ends early'],
    ['a cell nowhere', bookOf(damaged.replace('"A2"', '"2A"')), 'export: sheet S is damaged: it has a cell 2A'],
    ['a row nowhere', bookOf(damaged.replace('r="2"', 'r="1e9"')), 'export: sheet S is damaged: it has a row 1e9'],
    ['deep nesting', bookOf('<a>'.repeat(65)), 'its tags are nested deeper than 64'],
    ['a tag without an end', bookOf(`<worksheet a="${'x'.repeat(1_200_000)}"`), 'a tag is longer than a megabyte'],
    [
      'a tag of attributes',
      bookOf(`<a ${Array.from({ length: 200 }, (_, at) => `a${at}="1"`).join(' ')}>`),
      'more than 100 attributes',
    ],
  ])('%s', async (_what, book, words) => {
    await expect(tablesIn(book)).rejects.toThrow(words);
  });

  test('entities of a document type are not expanded', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const { columns } = await tableIn(bookOf(bomb + sheetXml([['&b;'], ['x']]).replace('&amp;b;', '&b;')));
    expect(columns).toEqual(['&b;']);
  });

  test('a cell that refers to a text that is not there costs its row', async () => {
    const shared = (index: number) => [{ xml: `<c t="s"><v>${index}</v></c>` }];
    const sheets = [{ name: 'S', rows: [shared(0), shared(7), shared(1)] }];
    const { rows } = await tableIn(xlsxOf({ sheets, strings: ['a', 'b'] }));
    expect(rows).toEqual([
      { values: {}, lineNumber: 2, unread: 'expected a text of the workbook, got number 7' },
      { values: { a: 'b' }, lineNumber: 3 },
    ]);
  });
});

function bookOf(xml: string): Buffer {
  return xlsxOf({ sheets: [{ name: 'S', rows: [], xml }] });
}
