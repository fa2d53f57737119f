import { fileName, filePath } from '../plan/files.ts';
import { type ColumnPlan, type ListPlan, rowsFileOf } from '../plan/plan.ts';
import { flagColumns, flagCounts } from '../read/flag-counts.ts';
import { orderBits, type RowSpan } from '../read/order-bits.ts';
import { GrowingNumbers } from './growing.ts';
import { KeyGroups } from './key-groups.ts';
import { scanRows } from './row-scanner.ts';
import { IdNumbers, isNumbered, pushId, type ValueReader, valueReader } from './row-values.ts';
import { ascendingRows, descendingRows } from './sorted-rows.ts';
import { FileWriter, type StoredFile } from './stored-files.ts';

/** The rows of one key: those with numbers from `first` on. */
export interface RowGroup extends RowSpan {
  readonly key: string;
}

/** What the manifest keeps of a list of columns. */
export interface ColumnsSummary {
  readonly shape: 'columns';
  readonly files: readonly StoredFile[];
  readonly rows: number;
  readonly groups: readonly RowGroup[];
  /** Ids of each id column, by their numbers. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

interface Column {
  readonly plan: ColumnPlan;
  readonly values: GrowingNumbers;
  readonly ids: IdNumbers;
  readonly read: ValueReader;
}

/**
 * Builds the index of a list from its rows, which are in the order of key and row ID:
 *
 * - where each row ends (double)
 * - for each column: the value of each row (double), and the rows of each key by ascending value (uint32)
 * - for each sorting column: the rows by descending value
 * - for each column: the bits of its order, cut by cut
 * - for each sorting column: the counts of each flag along its ascending, then its descending order
 * - where rows are found by their ids: the lower, then the higher half of the id of each row (uint32 each)
 */
export function buildColumns(directory: string, plan: ListPlan): ColumnsSummary {
  const columns = plan.columns.map(emptyColumn);
  const groups: { key: string; first: number; rows: number }[] = [];
  const keys = new KeyGroups(plan.keyPositions);
  const ends = new GrowingNumbers();
  const rowIds = new GrowingNumbers();
  let end = 0;
  const rowsFile = scanRows(rowsFileOf(directory, plan), (row) => {
    if (keys.begins(row)) groups.push({ key: keys.key, first: ends.length, rows: 0 });
    for (const { values, read } of columns) values.push(read(row));
    end += row.length;
    ends.push(end);
    if (plan.findsByRowId) pushId(row, plan.rowIdPosition, rowIds);
    (groups.at(-1) as { rows: number }).rows++;
  });
  const indexFile = writeIndex(directory, plan.id, { ends, rowIds }, columns, groups);
  const idColumns = columns.filter((column) => isNumbered(column.plan.kind));
  return {
    shape: 'columns',
    files: [rowsFile, indexFile],
    rows: ends.length,
    groups,
    ids: Object.fromEntries(idColumns.map((column) => [column.plan.name, column.ids.ids()])),
  };
}

function emptyColumn(plan: ColumnPlan): Column {
  const ids = new IdNumbers();
  return { plan, ids, values: new GrowingNumbers(), read: valueReader(plan, ids) };
}

function writeIndex(
  directory: string,
  listId: string,
  { ends, rowIds }: { readonly ends: GrowingNumbers; readonly rowIds: GrowingNumbers },
  columns: readonly Column[],
  groups: readonly RowGroup[],
): StoredFile {
  const file = new FileWriter(filePath(directory, listId, 'index'), fileName(listId, 'index'));
  file.writeArray(ends.view());
  for (const { values } of columns) file.writeArray(values.view());
  const ascending = columns.map(({ values }) =>
    groups.map(({ first, rows }) => ascendingRows(values.view(), first, rows)),
  );
  for (const orders of ascending) file.writeArray(concatenated(orders));
  const flags = flagColumns(columns.map(({ plan }) => plan)).map((flag) => (columns[flag] as Column).values.view());
  const counts: Uint32Array[] = [];
  columns.forEach(({ plan, values }, i) => {
    if (!plan.sorts) return;
    const orders = ascending[i] ?? [];
    const descending = concatenated(orders.map((rows) => descendingRows(rows, values.view())));
    file.writeArray(descending);
    for (const order of [concatenated(orders), descending])
      counts.push(...flags.map((each) => flagCounts(order, each)));
  });
  for (const orders of ascending) {
    for (const bits of orderBits(concatenated(orders), groups)) file.writeArray(bits);
  }
  for (const each of counts) file.writeArray(each);
  file.writeArray(new Uint32Array(rowIds.view()));
  return file.close();
}

function concatenated(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
