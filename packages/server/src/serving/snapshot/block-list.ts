import { readFile } from 'node:fs/promises';
import type { PageQuery } from '../page-query.ts';
import type { Page } from '../reader.ts';
import { type BlockLayout, blockLayout, unorderedRowsMax } from './block-layout.ts';
import type { BlocksSummary } from './build-blocks.ts';
import { filePath } from './files.ts';
import { IndexFile } from './index-file.ts';
import { orderedPage, type RowNumbers } from './page-order.ts';
import type { ListPlan } from './plan.ts';
import { type IdColumns, type Predicate, predicatesOf } from './predicates.ts';
import { IdNumbers } from './row-values.ts';
import { type RowRange, RowsFile } from './rows-file.ts';
import type { SnapshotList } from './snapshot-list.ts';

/** The keys of a list, ascending; a key is a 64-bit number in two halves. */
interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  readonly rowCounts: Uint32Array;
  readonly blockStarts: Float64Array;
}

/** Opens a list of blocks. */
export async function openBlockList(directory: string, plan: ListPlan, summary: BlocksSummary): Promise<SnapshotList> {
  const keys = keysIn(await readFile(filePath(directory, plan.id, 'keys')), summary.keys);
  const ids = new Map(Object.entries(summary.ids).map(([name, texts]) => [name, new IdNumbers(texts)]));
  return new BlockList(directory, plan, keys, ids, summary.rows);
}

function keysIn(bytes: Buffer, count: number): Keys {
  const { buffer } = new Uint8Array(bytes);
  const numbersBytes = 8 * Math.ceil((count * 4) / 8);
  return {
    high: new Uint32Array(buffer, 0, count),
    low: new Uint32Array(buffer, numbersBytes, count),
    rowCounts: new Uint32Array(buffer, 2 * numbersBytes, count),
    blockStarts: new Float64Array(buffer, 3 * numbersBytes, count),
  };
}

/** A list of many keys: per key a block on disk that tells where its rows are and orders them. */
class BlockList implements SnapshotList {
  readonly rows: number;
  readonly #plan: ListPlan;
  readonly #keys: Keys;
  readonly #ids: IdColumns;
  readonly #sortingColumns: readonly number[];
  readonly #index: IndexFile;
  readonly #rowsFile: RowsFile;

  constructor(directory: string, plan: ListPlan, keys: Keys, ids: IdColumns, rows: number) {
    this.rows = rows;
    this.#plan = plan;
    this.#keys = keys;
    this.#ids = ids;
    this.#sortingColumns = plan.columns.flatMap(({ sorts }, i) => (sorts ? [i] : []));
    this.#index = new IndexFile(filePath(directory, plan.id, 'index'));
    this.#rowsFile = new RowsFile(
      filePath(directory, plan.id, 'rows'),
      plan.fields.map(({ name }) => name),
    );
  }

  page(query: PageQuery): Page {
    const [key, ...filters] = query.conditions;
    const place = keyPlace(this.#keys, BigInt(key?.value ?? '0'));
    const predicates = predicatesOf(this.#plan, this.#ids, filters);
    if (place === undefined || predicates === undefined) return this.#rowsFile.page([]);
    const rowCount = this.#keys.rowCounts[place] as number;
    const layout = blockLayout(rowCount, this.#plan.columns.length, this.#sortingColumns.length);
    this.#index.open(this.#keys.blockStarts[place] as number, layout.bytes);
    const rows = this.#rowsOfPage(query, predicates, layout, rowCount);
    return this.#rowsFile.page(this.#rangesOf(rows, layout, rowCount));
  }

  close(): void {
    this.#index.close();
    this.#rowsFile.close();
  }

  #rowsOfPage(
    { sort, pageNum, pageSize }: PageQuery,
    predicates: readonly Predicate[],
    layout: BlockLayout,
    rowCount: number,
  ): RowNumbers {
    const offset = (pageNum - 1) * pageSize;
    const column = this.#plan.columns.findIndex(({ name }) => name === sort.field);
    if (predicates.length === 0 && rowCount > unorderedRowsMax) {
      const count = Math.max(0, Math.min(pageSize, rowCount - offset));
      const order = layout.order(this.#sortingColumns.indexOf(column), sort.descending);
      return this.#index.numbers(order + offset * 4, count);
    }
    const values = this.#index.doubles(layout.column(column), rowCount);
    return orderedPage(this.#matches(predicates, layout, rowCount), values, sort.descending, offset, pageSize);
  }

  #matches(predicates: readonly Predicate[], layout: BlockLayout, rowCount: number): RowNumbers {
    const rows = new Uint32Array(rowCount);
    for (let row = 0; row < rowCount; row++) rows[row] = row;
    return predicates.reduce<RowNumbers>((left, { column, low, high }) => {
      const values = this.#index.doubles(layout.column(column), rowCount);
      return left.filter((row) => (values[row] as number) >= low && (values[row] as number) <= high);
    }, rows);
  }

  #rangesOf(rows: RowNumbers, layout: BlockLayout, rowCount: number): readonly RowRange[] {
    const [first = 0] = this.#index.doubles(0, 1);
    const allEnds = rowCount <= unorderedRowsMax ? this.#index.numbers(layout.ends, rowCount) : undefined;
    const ranges: RowRange[] = [];
    for (const row of rows) {
      // Of a large block, only the two ends around the row are read.
      const from = allEnds === undefined ? Math.max(0, row - 1) : 0;
      const ends = allEnds ?? this.#index.numbers(layout.ends + from * 4, row - from + 1);
      const start = row === 0 ? 0 : (ends[row - 1 - from] as number);
      ranges.push({ start: first + start, end: first + (ends[row - from] as number) });
    }
    return ranges;
  }
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
