import { expect, it } from 'vitest';
import type { RowField } from '../../../src/serving/list-source.ts';
import { xlsx } from '../../../src/surfaces/export/formats/xlsx.ts';
import { tableIn } from '../../ingest/containers/tables-in.ts';

const row: readonly RowField[] = [
  { name: 'id', kind: 'id' },
  { name: 'name', kind: 'text' },
  { name: 'seen', kind: 'day' },
  { name: 'dt', kind: 'date' },
  { name: 'units', kind: 'count' },
  { name: 'gmv', kind: 'amount' },
];

async function written(rows: readonly Readonly<Record<string, unknown>>[]) {
  const page = { rows: Buffer.from(rows.map((each) => JSON.stringify(each)).join(',')), count: rows.length };
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsx.write({ row }, pagesOf(page))) pieces.push(piece);
  return tableIn(Buffer.concat(pieces));
}

async function* pagesOf<Page>(...pages: readonly Page[]): AsyncGenerator<Page> {
  yield* pages;
}

it('has days as dates, and empty cells where a day is unknown', async () => {
  const known = { id: '1729', name: 'a', seen: 20261130, dt: '2026-11-30', units: 3, gmv: 12.5 };
  const { columns, rows } = await written([known, { ...known, seen: 0, dt: '' }]);
  expect(columns).toEqual(row.map(({ name }) => name));
  const { seen, dt, ...others } = known;
  expect(rows.map(({ values }) => values)).toEqual([{ ...known, seen: '2026-11-30' }, others]);
});

it('keeps every digit, and what a cell of Excel can hold of a text', async () => {
  const named = (name: string) => ({
    id: '18446744073709551615',
    name,
    seen: 0,
    dt: '',
    units: 999_999_999_999_999,
    gmv: 0.01,
  });
  const text = '=HYPERLINK("x") <&> \u0001\ttab\r\nline 漢字 🙂';
  const { rows } = await written([named(text), named('x'.repeat(40_000))]);
  expect(rows[0]?.values).toMatchObject({ id: '18446744073709551615', units: 999_999_999_999_999, gmv: 0.01 });
  expect(rows[0]?.values['name']).toMatch(/^=HYPERLINK\("x"\) <&> .*\ttab\r?\nline 漢字 🙂$/s);
  expect(rows[1]?.values['name']).toBe(`${'x'.repeat(32_766)}…`);
});

it('has only characters that XML may hold, and none that Excel would take for others', async () => {
  const { rows } = await written([{ id: '1', name: 'bad \uffff\ufffe _x0041_', seen: 0, dt: '', units: 0, gmv: 0 }]);
  expect(rows[0]?.values['name']).toMatch(/^bad \ufffd\ufffd (_x0041_|_x005F_x0041_)$/);
});
