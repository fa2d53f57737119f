import { describe, expect, test } from 'vitest';
import { tableIn } from './tables-in.ts';

const header = 'Order ID,Product Name,Quantity';

describe('a CSV file as people hold it is a table', () => {
  test.each([',', ';', '\t', '|'])('with cells divided by %j, decimal commas and quotes within', async (delimiter) => {
    const row = ['1', `"a${delimiter} ""b"""`, '"1,5"'].join(delimiter);
    const { columns, rows } = await tableIn(`${header.replaceAll(',', delimiter)}\r\n${row}\r\n`);
    expect(columns).toEqual(['Order ID', 'Product Name', 'Quantity']);
    expect(rows).toEqual([
      { values: { 'Order ID': '1', 'Product Name': `a${delimiter} "b"`, Quantity: '1,5' }, lineNumber: 2 },
    ]);
  });

  test.each([
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(text)],
    ['UTF-16, little endian', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16, big endian', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ])('in %s, wherever blocks end', async (_what, written) => {
    for (const size of [1, 2, 7, 1000]) {
      const { columns, rows } = await tableIn(written('\ufeff"ชื่อ",b\nก 💄,"two\nlines"\nz,y\n'), size);
      expect(columns).toEqual(['ชื่อ', 'b']);
      expect(rows).toEqual([
        { values: { ชื่อ: 'ก 💄', b: 'two\nlines' }, lineNumber: 2 },
        { values: { ชื่อ: 'z', b: 'y' }, lineNumber: 4 },
      ]);
    }
  });

  test('whose cells end in tabs or are guarded as text', async () => {
    const { rows } = await tableIn(`${header}\n583870900000000001\t,"A\t","=""0012"""\n\u200e2\u200e , B ,\n`);
    expect(rows.map(({ values }) => values)).toEqual([
      { 'Order ID': '583870900000000001', 'Product Name': 'A', Quantity: '0012' },
      { 'Order ID': '2', 'Product Name': 'B' },
    ]);
  });

  test('with blank lines and columns without a name', async () => {
    const { columns, rows } = await tableIn(`\n${header},,\n\n1,A,2,,x\n,,,,\n`);
    expect(columns).toEqual(['Order ID', 'Product Name', 'Quantity']);
    expect(rows).toEqual([
      { values: { 'Order ID': '1', 'Product Name': 'A', Quantity: '2', 'column 5': 'x' }, lineNumber: 4 },
    ]);
  });
});

describe('lines above the header are what is said of all rows', () => {
  test.each([
    ['a name and its value', 'Room ID,7623285229813000003\nStarted,2026-08-12 19:02\n'],
    ['padded to the width of the table', 'Room ID,7623285229813000003,,\nStarted,2026-08-12 19:02,,\n'],
    ['with a colon', 'Room ID: 7623285229813000003\n"Started: 2026-08-12 19:02"\n'],
    ['several in a line', 'Room ID,7623285229813000003,Started,2026-08-12 19:02\n\n'],
  ])('%s', async (_what, above) => {
    const below = 'Datetime,Viewers,Views,Orders,GMV,Likes\n2026-08-12 19:05,3,4,0,0,1\n';
    const { columns, context, rows } = await tableIn(above + below);
    expect(columns).toEqual(['Datetime', 'Viewers', 'Views', 'Orders', 'GMV', 'Likes']);
    expect(context).toEqual({ 'Room ID': '7623285229813000003', Started: '2026-08-12 19:02' });
    expect(rows).toMatchObject([{ lineNumber: 4, values: { Viewers: '3' } }]);
  });

  test('a title is said under its line', async () => {
    const { context } = await tableIn(`LIVE performance\n${header}\n1,A,2\n`);
    expect(context).toEqual({ 'line 1': 'LIVE performance' });
  });
});

describe('lines of totals', () => {
  test.each(['Total', 'TOTAL:', '合计', 'รวม', 'Jumlah', 'Gesamt', 'Tổng cộng'])(
    '%j at the end is marked',
    async (total) => {
      const { rows } = await tableIn(`${header}\n1,A,2\n${total},,2\n\n`);
      expect(rows).toEqual([
        { values: { 'Order ID': '1', 'Product Name': 'A', Quantity: '2' }, lineNumber: 2 },
        { values: { 'Order ID': total, Quantity: '2' }, lineNumber: 3, isTotal: true },
      ]);
    },
  );

  test('a row that is called so, with others behind it, is a row', async () => {
    const { rows } = await tableIn('Creator,Sales\nTotal,2\nTotal Care,3\n');
    expect(rows).toEqual([
      { values: { Creator: 'Total', Sales: '2' }, lineNumber: 2 },
      { values: { Creator: 'Total Care', Sales: '3' }, lineNumber: 3 },
    ]);
  });
});

describe('what cannot be read', () => {
  test('is a row that says why, among those that can', async () => {
    const { rows } = await tableIn(`${header}\n1,"A" x,2\n2,B,3\n`);
    expect(rows).toMatchObject([
      { lineNumber: 2, unread: expect.stringContaining('to be quoted as a whole') },
      { lineNumber: 3, values: { 'Order ID': '2' } },
    ]);
  });

  test.each<readonly [what: string, body: string | Buffer, words: string]>([
    ['a column twice', 'a,b,a\n1,2,3\n', 'export: column a is there twice (line 1), expected unique names'],
    ['nothing', '', 'export is empty'],
    ['numbers alone', '1,2\n3,4\n', 'export has no header within its first 65,536 bytes'],
    ['a header without an end', `${'x,'.repeat(40_000)}`, 'export has no header within its first 65,536 bytes'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'export is an Excel file of the old format (XLS)'],
    ['a page called XLS', '<html><table><tr><td>a</td></tr></table></html>', 'export is HTML or XML, whatever it is'],
    ['Latin-1', Buffer.from('a,b\ncaf\xe9,1\n', 'latin1'), 'export is no text of UTF-8 or UTF-16'],
  ])('%s is refused in our own words', async (_what, body, words) => {
    await expect(tableIn(body)).rejects.toThrow(words);
  });
});
