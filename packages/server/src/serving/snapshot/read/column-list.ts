import { open } from 'node:fs/promises';
import { keyText, type PageQuery } from '../../page-query.ts';
import type { Frame, Page } from '../../reader.ts';
import type { ColumnsSummary, RowGroup } from '../build/build-columns.ts';
import { IdNumbers } from '../build/row-values.ts';
import { filePath } from '../plan/files.ts';
import { columnOf, type ListPlan } from '../plan/plan.ts';
import { type Column, candidatesOf, rowsOfPage, type Workplace } from './column-query.ts';
import { countsLength, countsOf, flagColumns } from './flag-counts.ts';
import { cutCount, wordCount } from './order-bits.ts';
import type { RowNumbers } from './page-order.ts';
import { type IdColumns, predicatesOf } from './predicates.ts';
import { RowIds } from './row-ids.ts';
import type { SnapshotList } from './snapshot-list.ts';
import { type RowRange, SnapshotDamaged } from './stored-rows.ts';
import { WholeRows } from './whole-rows.ts';

interface Columns {
  readonly ends: Float64Array;
  /** Lower and higher half of the id of each row; none where rows are not found by them. */
  readonly rowIds: Uint32Array;
  readonly columns: readonly Column[];
}

/** Opens a list of columns: reads its index into memory. @throws SnapshotDamaged */
export async function openColumnList(
  directory: string,
  plan: ListPlan,
  summary: ColumnsSummary,
): Promise<SnapshotList> {
  const bytes = await readWhole(filePath(directory, plan.id, 'index'), indexBytes(plan, summary.rows));
  const ids = new Map(Object.entries(summary.ids).map(([name, texts]) => [name, new IdNumbers(texts)]));
  return new ColumnList(directory, plan, columnsIn(bytes, plan, summary.rows), ids, summary.groups);
}

/** Memory that a list of columns takes. */
export function indexBytes(plan: ListPlan, rows: number): number {
  const { columns } = plan;
  const orders = columns.length + columns.filter(({ sorts }) => sorts).length;
  const bits = columns.length * cutCount * numbersBytes(wordCount(rows));
  const counts = countsOf(plan) * numbersBytes(countsLength(rows));
  return 8 * rows * (1 + columns.length) + orders * numbersBytes(rows) + bits + counts + 4 * idHalves(plan, rows);
}

function idHalves({ findsByRowId }: ListPlan, rows: number): number {
  return findsByRowId ? 2 * rows : 0;
}

function numbersBytes(count: number): number {
  return 8 * Math.ceil((count * 4) / 8);
}

const pieceBytes = 4 * 1024 * 1024;

/** In pieces, so that requests are answered in between. */
async function readWhole(path: string, bytes: number): Promise<ArrayBuffer> {
  const buffer = new ArrayBuffer(bytes);
  const file = await open(path, 'r');
  try {
    for (let at = 0; at < bytes; at += pieceBytes) {
      const piece = new Uint8Array(buffer, at, Math.min(pieceBytes, bytes - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead < piece.length) throw new SnapshotDamaged(`${path} is shorter than its manifest says`);
    }
  } finally {
    await file.close();
  }
  return buffer;
}

function columnsIn(buffer: ArrayBuffer, plan: ListPlan, rows: number): Columns {
  let at = 0;
  const doubles = () => {
    at += rows * 8;
    return new Float64Array(buffer, at - rows * 8, rows);
  };
  const numbers = (count = rows) => {
    at += numbersBytes(count);
    return new Uint32Array(buffer, at - numbersBytes(count), count);
  };
  const ends = doubles();
  const values = plan.columns.map(doubles);
  const ascending = plan.columns.map(() => numbers());
  const descending = plan.columns.map(({ sorts }) => (sorts ? numbers() : undefined));
  const bits = plan.columns.map(() => Array.from({ length: cutCount }, () => numbers(wordCount(rows))));
  const flags = flagColumns(plan.columns);
  const orderCounts = (sorts: boolean) =>
    new Map(sorts ? flags.map((flag) => [flag, numbers(countsLength(rows))] as const) : []);
  const counts = plan.columns.map(({ sorts }) => ({ ascending: orderCounts(sorts), descending: orderCounts(sorts) }));
  const none = { ascending: new Map(), descending: new Map() };
  const columns = values.map((each, i) => ({
    values: each,
    ascending: ascending[i] ?? new Uint32Array(0),
    bits: bits[i] ?? [],
    descending: descending[i],
    counts: counts[i] ?? none,
  }));
  return { ends, columns, rowIds: numbers(idHalves(plan, rows)) };
}

/** A list of few keys and many filters: its values and orders in memory, its rows on disk. */
class ColumnList implements SnapshotList {
  readonly rows: number;
  readonly #plan: ListPlan;
  readonly #ends: Float64Array;
  readonly #workplace: Workplace;
  readonly #ids: IdColumns;
  readonly #groups: ReadonlyMap<string, RowGroup>;
  readonly #rowIds: RowIds;
  readonly #storedRows: WholeRows;

  constructor(
    directory: string,
    plan: ListPlan,
    { ends, columns, rowIds }: Columns,
    ids: IdColumns,
    groups: readonly RowGroup[],
  ) {
    this.rows = ends.length;
    this.#plan = plan;
    this.#ends = ends;
    this.#workplace = {
      columns,
      room: new Uint32Array(Math.max(0, ...groups.map(({ rows }) => rows))),
      marks: new Uint32Array(wordCount(ends.length)),
    };
    this.#ids = ids;
    this.#groups = new Map(groups.map((group) => [group.key, group]));
    this.#rowIds = new RowIds(rowIds, groups);
    this.#storedRows = new WholeRows(filePath(directory, plan.id, 'rows'));
  }

  page(query: PageQuery, frame?: Frame): Page {
    const numbers = query.ids === undefined ? this.#rowsOfPage(query) : this.#rowsOfIds(query, query.ids);
    const { rows, count } = this.#storedRows.page(
      Array.from(numbers, (row) => this.#rangeOf(row)),
      frame,
    );
    if (query.filters.length > 0 || query.ids !== undefined) return { rows, count };
    return { rows, count, total: this.#groups.get(keyText(query))?.rows ?? 0 };
  }

  close(): void {
    this.#storedRows.close();
  }

  /** One id may have a row of each key. */
  #rowsOfIds(query: PageQuery, ids: readonly string[]): readonly number[] {
    if (query.key.length === 0) return this.#rowIds.rowsOf(ids);
    const group = this.#groups.get(keyText(query));
    return group === undefined ? [] : this.#rowIds.rowsOf(ids, [group]);
  }

  #rowsOfPage(query: PageQuery): RowNumbers {
    const { filters, sort, pageNum, pageSize } = query;
    const group = this.#groups.get(keyText(query));
    const predicates = predicatesOf(this.#plan, this.#ids, filters);
    if (group === undefined || predicates === undefined) return nothing;
    const offset = (pageNum - 1) * pageSize;
    const column = columnOf(this.#plan, sort.field);
    const candidates = predicates.map((predicate) => candidatesOf(this.#workplace.columns, predicate, group));
    return rowsOfPage(this.#workplace, candidates, group, {
      column,
      descending: sort.descending,
      offset,
      size: pageSize,
    });
  }

  #rangeOf(row: number): RowRange {
    return { start: this.#ends[row - 1] ?? 0, end: this.#ends[row] as number };
  }
}

const nothing: RowNumbers = new Uint32Array(0);
