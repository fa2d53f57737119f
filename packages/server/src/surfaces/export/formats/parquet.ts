import type { BasicType } from 'hyparquet-writer';
import type { FieldKind, RowField } from '../../../serving/list-source.ts';
import { plainText, valuesOf } from '../../../serving/page-rows.ts';
import type { ExportFormat } from './export-format.ts';

/**
 * Rows are written a column at a time, so this many are held; what is kept of a group until the end is its directory.
 */
const groupRowsMin = 5_000;

/** One Parquet file: ids and texts as strings, counts as 64-bit integers, amounts as doubles. */
export const parquet: ExportFormat = {
  contentType: 'application/vnd.apache.parquet',
  extension: 'parquet',
  async *write(list, pages) {
    const { row } = list;
    // Only this format needs it.
    const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
    const bytes = new ByteWriter();
    const schema = schemaFromColumnData({ columnData: columnsOf(row, emptyGroup(row)) });
    const file = new ParquetWriter({ writer: bytes, schema, statistics: false });
    const written = () => {
      const copy = Uint8Array.from(bytes.getBytes());
      bytes.index = 0;
      return copy;
    };
    let group = emptyGroup(row);
    let rows = 0;
    for await (const page of pages) {
      for (const values of valuesOf(list, page))
        for (const [i, field] of row.entries()) group[i]?.push(stored(field, values[i] ?? ''));
      rows += page.count;
      if (rows < groupRowsMin) continue;
      await file.write({ columnData: columnsOf(row, group), rowGroupSize: rows });
      yield written();
      group = emptyGroup(row);
      rows = 0;
    }
    if (rows > 0) await file.write({ columnData: columnsOf(row, group), rowGroupSize: rows });
    await file.finish();
    yield written();
  },
};

type Value = string | number | bigint;

function emptyGroup(row: readonly RowField[]): Value[][] {
  return row.map(() => []);
}

function columnsOf(row: readonly RowField[], group: readonly Value[][]) {
  return row.map(({ name, kind }, i) => ({
    name,
    type: types[kind],
    nullable: false,
    offsetIndex: false,
    data: group[i] ?? [],
  }));
}

const types: Readonly<Record<FieldKind, BasicType>> = {
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

function stored({ kind }: RowField, value: string): Value {
  switch (types[kind]) {
    case 'STRING':
      return plainText(value);
    case 'INT64':
      return BigInt(value);
    default:
      return Number(value);
  }
}
