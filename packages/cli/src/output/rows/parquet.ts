import type { AnyRow, FieldSpec } from '@vitrine/sdk';
import type { BasicType } from 'hyparquet-writer';
import type { RowFormat } from './row-format.ts';

/** One Parquet file. All rows are in memory until the end, for it is written a column at a time. */
export const parquet: RowFormat = async function* (rows, { fields }) {
  // Only this format needs it.
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const all: AnyRow[] = [];
  for await (const row of rows) all.push(row);
  const columnData = fields.map((field) => ({
    name: field.name,
    type: types[field.kind],
    nullable: false,
    data: all.map((row) => stored(field, row[field.name])),
  }));
  yield new Uint8Array(parquetWriteBuffer({ columnData }));
};

const types: Readonly<Record<FieldSpec['kind'], BasicType>> = {
  id: 'STRING',
  digits: 'STRING',
  text: 'STRING',
  code: 'STRING',
  json: 'STRING',
  count: 'INT64',
  flag: 'INT32',
  day: 'INT32',
  date: 'STRING',
  amount: 'DOUBLE',
  rate: 'DOUBLE',
  rating: 'DOUBLE',
};

function stored({ kind }: FieldSpec, value: string | number | undefined): string | number | bigint {
  switch (types[kind]) {
    case 'STRING':
      return String(value ?? '');
    case 'INT64':
      return BigInt(value ?? 0);
    default:
      return Number(value ?? 0);
  }
}
