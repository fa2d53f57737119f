import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tablesIn } from './tables-in.ts';
import { sheetOf } from './xlsx-writer.ts';
import { zipOf } from './zip-writer.ts';

describe('every file in a zip is read', () => {
  test('CSV and XLSX, each by what it holds, those of systems left out', async () => {
    const zip = zipOf([
      { path: 'a/', content: '' },
      { path: 'a/orders.txt', content: 'id,n\n1,2\n' },
      { path: '__MACOSX/a/._orders.txt', content: Buffer.from([0, 5, 22, 7]) },
      { path: '.DS_Store', content: 'x' },
      {
        path: 'more.csv',
        content: sheetOf([
          ['id', 'n'],
          ['3', 4],
        ]),
      },
    ]);
    expect(await tablesIn(zip)).toMatchObject([
      { container: 'csv', file: 'a/orders.txt', place: '', rows: [{ values: { id: '1', n: '2' } }] },
      { container: 'xlsx', file: 'more.csv', place: 'Sheet1', rows: [{ values: { id: '3', n: 4 } }] },
    ]);
  });

  test('a table that nobody reads is passed over', async () => {
    const long = `a,b\n${'1,2\n'.repeat(100_000)}`;
    const tables = await tablesIn(
      zipOf([
        { path: '1.csv', content: long },
        { path: '2.csv', content: 'c\nx\n' },
      ]),
    );
    expect(tables.map(({ columns }) => columns)).toEqual([['a', 'b'], ['c']]);
  });
});

describe('a zip that cannot be read is refused in our own words', () => {
  const packed = zipOf([{ path: 'a.csv', content: `a,b\n${randomBytes(2000).toString('hex')},1\n` }]);
  const many = Array.from({ length: 10_001 }, (_, at) => ({ path: `${at}.csv`, content: '' }));
  test.each<readonly [what: string, zip: Buffer, words: RegExp]>([
    ['one that ends early', packed.subarray(0, 1000), /^export is damaged: /],
    ['one whose data is overwritten', overwritten(packed), /^export is damaged: /],
    [
      'one with a password',
      zipOf([{ path: 'a.csv', content: 'a', isEncrypted: true }]),
      /a\.csv has a password: remove it/,
    ],
    [
      'a bomb',
      zipOf([{ path: 'a.csv', content: Buffer.alloc(70_000_000, 'a,b\n') }]),
      /^export unpacks to 70,000,000 bytes, more than 200 times its size: a zip bomb$/,
    ],
    [
      'one that unpacks to more than it says',
      zipOf([{ path: 'a.csv', content: 'a,b\n'.repeat(100), claimedBytes: 8 }]),
      /^export is damaged: /,
    ],
    ['one of too many files', zipOf(many), /^export holds more than 10,000 files$/],
    [
      'one in another',
      zipOf([{ path: 'b.zip', content: packed }]),
      /^export: b\.zip is a zip within a zip: unpack it first$/,
    ],
    ['one without files', zipOf([]), /^export is a zip without files$/],
    ['one that leads elsewhere', zipOf([{ path: '../../etc/passwd', content: 'a' }]), /^export is damaged: /],
  ])('%s', async (_what, zip, words) => {
    await expect(tablesIn(zip)).rejects.toThrow(words);
  });
});

function overwritten(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  copy.fill(0xff, 60, 400);
  return copy;
}
