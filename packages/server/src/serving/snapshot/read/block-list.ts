import { readFile } from 'node:fs/promises';
import { keysOf, keyText, type PageQuery } from '../../page-query.ts';
import type { Frame, Page } from '../../reader.ts';
import type { BlocksSummary } from '../build/build-blocks.ts';
import { byIds } from '../build/row-values.ts';
import { type BlockLayout, blockLayout, placeBytes, unorderedRowsMax } from '../plan/block-layout.ts';
import { filePath } from '../plan/files.ts';
import { columnOf, type ListPlan } from '../plan/plan.ts';
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
    const keys = (keysOf(query) ?? [keyText(query)]).flatMap((key) => this.#rowsOfKey(BigInt(key)));
    const predicates = predicatesOf(this.#plan, noIds, query.filters);
    const [first] = keys;
    if (first === undefined || predicates === undefined) return counted(this.#storedRows.page([], frame), 0);
    const page =
      keys.length > 1 ? this.#pageOfKeys(query, keys, frame) : this.#pageOfKey(query, predicates, first, frame);
    const rowCount = keys.reduce((sum, key) => sum + key.rowCount, 0);
    return predicates.length === 0 ? counted(page, rowCount) : page;
  }

  #rowsOfKey(key: bigint): readonly KeyRows[] {
    const place = keyPlace(this.#keys, key);
    return place === undefined ? [] : [{ place, rowCount: this.#keys.rowCounts[place] as number }];
  }

  #pageOfKey(query: PageQuery, predicates: readonly Predicate[], key: KeyRows, frame?: Frame): Page {
    const { sort, pageNum, pageSize } = query;
    if (pageNum === 1 && predicates.length === 0 && this.#isStored(sort)) {
      const start = this.#keys.rowStarts[key.place] as number;
      const first = this.#storedRows.firstRows(start, Math.min(pageSize, key.rowCount), frame);
      if (first !== undefined) return first;
    }
    const slice = { sort, offset: (pageNum - 1) * pageSize, size: pageSize };
    return this.#storedRows.page(this.#rangesOfKey(slice, predicates, key), frame);
  }

  /** The rows of one key come after those of the other. */
  #pageOfKeys({ sort, pageNum, pageSize }: PageQuery, keys: readonly KeyRows[], frame?: Frame): Page {
    const ranges: RowRange[] = [];
    let before = (pageNum - 1) * pageSize;
    for (const key of keys) {
      const offset = Math.min(before, key.rowCount);
      const size = Math.min(pageSize - ranges.length, key.rowCount - offset);
      before -= offset;
      if (size > 0) ranges.push(...this.#rangesOfKey({ sort, offset, size }, [], key));
    }
    return this.#storedRows.page(ranges, frame);
  }

  #rangesOfKey(slice: Slice, predicates: readonly Predicate[], { place, rowCount }: KeyRows): readonly RowRange[] {
    const layout = blockLayout(rowCount, this.#plan.columns.length, this.#sortingColumns.length);
    this.#index.open(this.#keys.blockStarts[place] as number, layout.bytes);
    return rangesOf(this.#placesOf(slice, predicates, layout, rowCount), this.#keys.rowStarts[place] as number);
  }

  close(): void {
    this.#index.close();
    this.#storedRows.close();
  }

  #placesOf(slice: Slice, predicates: readonly Predicate[], layout: BlockLayout, rowCount: number): Places {
    const { sort, offset, size } = slice;
    const count = Math.max(0, Math.min(size, rowCount - offset));
    const isWhole = predicates.length === 0;
    if (isWhole && this.#isStored(sort)) return this.#placesFrom(offset, count, layout);
    if (isWhole && rowCount > unorderedRowsMax) {
      const order = layout.order(this.#sortingColumns.indexOf(columnOf(this.#plan, sort.field)), sort.descending);
      return this.#index.numbers(order + offset * placeBytes, 2 * count);
    }
    this.#index.readWhole();
    const matches = this.#matches(predicates, layout, rowCount);
    return this.#placesOfRows(this.#ordered(matches, slice, layout, rowCount), layout, rowCount);
  }

  /** Whether rows are stored in this order. */
  #isStored({ field, descending }: PageQuery['sort']): boolean {
    return descending && field === this.#plan.storedBy;
  }

  /** The rows of the slice, of those that are in the answer, which are given as they are stored. */
  #ordered(rows: RowNumbers, { sort, offset, size }: Slice, layout: BlockLayout, rowCount: number): RowNumbers {
    if (this.#isStored(sort)) return rows.subarray(offset, offset + size);
    const values = this.#index.doubles(layout.column(columnOf(this.#plan, sort.field)), rowCount);
    const ids = this.#index.numbers(layout.ids, 2 * rowCount);
    return orderedPage(rows, values, sort.descending, offset, size, byIds(ids));
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
  #placesOfRows(rows: RowNumbers, layout: BlockLayout, rowCount: number): Places {
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

/** Which of the rows of a key are wanted. */
interface Slice {
  readonly sort: PageQuery['sort'];
  /** Rows before it. */
  readonly offset: number;
  /** At most so many. */
  readonly size: number;
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
