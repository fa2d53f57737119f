import { readFile } from 'node:fs/promises';
import { keyText, type PageQuery } from '../../page-query.ts';
import type { Frame, Page } from '../../reader.ts';
import type { BlocksSummary } from '../build/build-blocks.ts';
import { byIds } from '../build/row-values.ts';
import { type BlockLayout, blockLayout, placeBytes, unorderedRowsMax } from '../plan/block-layout.ts';
import { filePath } from '../plan/files.ts';
import type { ListPlan } from '../plan/plan.ts';
import { IndexFile } from './index-file.ts';
import { orderedPage, type RowNumbers } from './page-order.ts';
import { type IdColumns, type Predicate, predicatesOf } from './predicates.ts';
import type { SnapshotList } from './snapshot-list.ts';
import type { RowRange } from './stored-rows.ts';
import { ValueRows } from './value-rows.ts';

/** The keys of a list, ascending; a key is a 64-bit number in two halves. */
interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly rowCounts: Uint32Array;
  readonly blockStarts: Float64Array;
  /** Where the rows of each begin in the file of rows. */
  readonly rowStarts: Float64Array;
}

/** Opens a list of blocks. */
export async function openBlockList(directory: string, plan: ListPlan, summary: BlocksSummary): Promise<SnapshotList> {
  const keys = keysIn(await readFile(filePath(directory, plan.id, 'keys')), summary.keys);
  return new BlockList(directory, plan, keys, summary.rows);
}

function keysIn(bytes: Buffer, count: number): Keys {
  const { buffer } = new Uint8Array(bytes);
  const numbersBytes = 8 * Math.ceil((count * 4) / 8);
  return {
    high: new Uint32Array(buffer, 0, count),
    low: new Uint32Array(buffer, numbersBytes, count),
    rowCounts: new Uint32Array(buffer, 2 * numbersBytes, count),
    blockStarts: new Float64Array(buffer, 3 * numbersBytes, count),
    rowStarts: new Float64Array(buffer, 3 * numbersBytes + 8 * count, count),
  };
}

/** Ids are kept in halves, not as numbers. */
const noIds: IdColumns = new Map();

/** A list of many keys: per key a block on disk that tells where its rows are and orders them. */
class BlockList implements SnapshotList {
  readonly rows: number;
  readonly #plan: ListPlan;
  readonly #keys: Keys;
  readonly #sortingColumns: readonly number[];
  readonly #index: IndexFile;
  readonly #storedRows: ValueRows;

  constructor(directory: string, plan: ListPlan, keys: Keys, rows: number) {
    this.rows = rows;
    this.#plan = plan;
    this.#keys = keys;
    this.#sortingColumns = plan.columns.flatMap(({ sorts }, i) => (sorts ? [i] : []));
    this.#index = new IndexFile(filePath(directory, plan.id, 'index'));
    this.#storedRows = new ValueRows(filePath(directory, plan.id, 'rows'), plan.fields);
  }

  page(query: PageQuery, frame?: Frame): Page {
    const place = keyPlace(this.#keys, BigInt(keyText(query)));
    const predicates = predicatesOf(this.#plan, noIds, query.filters);
    if (place === undefined || predicates === undefined) return counted(this.#storedRows.page([], frame), 0);
    const rowCount = this.#keys.rowCounts[place] as number;
    const page = this.#pageOfKey(query, predicates, { place, rowCount }, frame);
    return predicates.length === 0 ? counted(page, rowCount) : page;
  }

  #pageOfKey(query: PageQuery, predicates: readonly Predicate[], { place, rowCount }: KeyRows, frame?: Frame): Page {
    const rowsStart = this.#keys.rowStarts[place] as number;
    if (query.pageNum === 1 && predicates.length === 0 && this.#isStored(query.sort)) {
      const first = this.#storedRows.firstRows(rowsStart, Math.min(query.pageSize, rowCount), frame);
      if (first !== undefined) return first;
    }
    const layout = blockLayout(rowCount, this.#plan.columns.length, this.#sortingColumns.length);
    this.#index.open(this.#keys.blockStarts[place] as number, layout.bytes);
    const places = this.#placesOfPage(query, predicates, layout, rowCount);
    return this.#storedRows.page(rangesOf(places, rowsStart), frame);
  }

  close(): void {
    this.#index.close();
    this.#storedRows.close();
  }

  #placesOfPage(query: PageQuery, predicates: readonly Predicate[], layout: BlockLayout, rowCount: number): Places {
    const { sort, pageNum, pageSize } = query;
    const offset = (pageNum - 1) * pageSize;
    const count = Math.max(0, Math.min(pageSize, rowCount - offset));
    const isWhole = predicates.length === 0;
    if (isWhole && this.#isStored(sort)) return this.#placesFrom(offset, count, layout);
    if (isWhole && rowCount > unorderedRowsMax) {
      const order = layout.order(this.#sortingColumns.indexOf(this.#columnOf(sort.field)), sort.descending);
      return this.#index.numbers(order + offset * placeBytes, 2 * count);
    }
    this.#index.readWhole();
    const matches = this.#matches(predicates, layout, rowCount);
    return this.#placesOf(this.#ordered(matches, query, layout, rowCount), layout, rowCount);
  }

  /** Whether rows are stored in this order. */
  #isStored({ field, descending }: PageQuery['sort']): boolean {
    return descending && field === this.#plan.storedBy;
  }

  /** The rows of the page, of those that are in the answer, which are given as they are stored. */
  #ordered(rows: RowNumbers, query: PageQuery, layout: BlockLayout, rowCount: number): RowNumbers {
    const { sort, pageNum, pageSize } = query;
    const offset = (pageNum - 1) * pageSize;
    if (this.#isStored(sort)) return rows.subarray(offset, offset + pageSize);
    const values = this.#index.doubles(layout.column(this.#columnOf(sort.field)), rowCount);
    const ids = this.#index.numbers(layout.ids, 2 * rowCount);
    return orderedPage(rows, values, sort.descending, offset, pageSize, byIds(ids));
  }

  #columnOf(field: string): number {
    return this.#plan.columns.findIndex(({ name }) => name === field);
  }

  #matches(predicates: readonly Predicate[], layout: BlockLayout, rowCount: number): RowNumbers {
    return predicates.reduce<RowNumbers>((left, { column, low, high }) => {
      const values = this.#index.doubles(layout.column(column), rowCount);
      return left.filter((row) => (values[row] as number) >= low && (values[row] as number) <= high);
    }, rowNumbers(rowCount));
  }

  /** Where the rows with numbers from `first` on begin and end. */
  #placesFrom(first: number, count: number, layout: BlockLayout): Places {
    if (count === 0) return new Uint32Array(0);
    const before = Math.min(first, 1);
    const ends = this.#index.numbers(layout.ends + (first - before) * 4, count + before);
    const places = new Uint32Array(2 * count);
    for (let i = 0; i < count; i++) {
      places[2 * i] = i + before === 0 ? 0 : (ends[i + before - 1] as number);
      places[2 * i + 1] = ends[i + before] as number;
    }
    return places;
  }

  /** Where rows begin and end: of a large block, only the ends around each row are read. */
  #placesOf(rows: RowNumbers, layout: BlockLayout, rowCount: number): Places {
    const allEnds = rowCount <= unorderedRowsMax ? this.#index.numbers(layout.ends, rowCount) : undefined;
    const places = new Uint32Array(2 * rows.length);
    rows.forEach((row, i) => {
      const from = allEnds === undefined ? Math.max(0, row - 1) : 0;
      const ends = allEnds ?? this.#index.numbers(layout.ends + from * 4, row - from + 1);
      places[2 * i] = row === 0 ? 0 : (ends[row - 1 - from] as number);
      places[2 * i + 1] = ends[row - from] as number;
    });
    return places;
  }
}

/** A key by its place among all, and how many rows it has. */
interface KeyRows {
  readonly place: number;
  readonly rowCount: number;
}

function counted({ rows, count }: Page, total: number): Page {
  return { rows, count, total };
}

/** Where rows begin and end, one after the other, from where the key's first row begins. */
type Places = Uint32Array;

function rowNumbers(count: number): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

function rangesOf(places: Places, first: number): readonly RowRange[] {
  const ranges: RowRange[] = [];
  for (let i = 0; i < places.length; i += 2)
    ranges.push({ start: first + (places[i] as number), end: first + (places[i + 1] as number) });
  return ranges;
}

/** Place of a key among the keys. */
function keyPlace({ high, low }: Keys, key: bigint): number | undefined {
  const [keyHigh, keyLow] = [Number(key >> 32n), Number(key & 0xffffffffn)];
  let [from, to] = [0, high.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const isBelow = (high[middle] as number) - keyHigh || (low[middle] as number) - keyLow;
    if (isBelow === 0) return middle;
    if (isBelow < 0) from = middle + 1;
    else to = middle;
  }
  return undefined;
}
