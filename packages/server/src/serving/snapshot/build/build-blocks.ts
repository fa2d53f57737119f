import { unorderedRowsMax } from '../plan/block-layout.ts';
import { fileName, filePath } from '../plan/files.ts';
import { type ListPlan, rowsFileOf } from '../plan/plan.ts';
import type { RowNumbers } from '../read/page-order.ts';
import { GrowingNumbers } from './growing.ts';
import { KeyGroups } from './key-groups.ts';
import { type ScannedRow, scanRows } from './row-scanner.ts';
import { byIds, IdNumbers, ListUnfit, pushId, type ValueReader, valueReader } from './row-values.ts';
import { ascendingRows, descendingRows } from './sorted-rows.ts';
import { FileWriter, type StoredFile } from './stored-files.ts';

/** What the manifest keeps of a list of blocks. */
export interface BlocksSummary {
  readonly shape: 'blocks';
  readonly files: readonly StoredFile[];
  readonly rows: number;
  readonly keys: number;
}

const keyRowsBytesMax = 2 ** 32 - 1;

/** Builds the index and the keys of a list from its file of rows, where those of a key follow each other. */
export function buildBlocks(directory: string, plan: ListPlan): BlocksSummary {
  const builder = new BlockBuilder(directory, plan);
  return builder.finish(scanRows(rowsFileOf(directory, plan), (row) => builder.add(row)));
}

class BlockBuilder {
  readonly #directory: string;
  readonly #plan: ListPlan;
  readonly #index: FileWriter;
  readonly #groups: KeyGroups;
  readonly #readers: readonly ValueReader[];
  readonly #columns: readonly GrowingNumbers[];
  readonly #ends = new GrowingNumbers();
  /** Lower and higher half of each. */
  readonly #rowIds = new GrowingNumbers();
  readonly #keys: bigint[] = [];
  readonly #rowCounts = new GrowingNumbers();
  readonly #blockStarts = new GrowingNumbers();
  readonly #rowStarts = new GrowingNumbers();
  #rows = 0;
  #start = 0;
  #end = 0;

  constructor(directory: string, plan: ListPlan) {
    this.#directory = directory;
    this.#plan = plan;
    this.#index = new FileWriter(filePath(directory, plan.id, 'index'), fileName(plan.id, 'index'));
    this.#groups = new KeyGroups(plan.keyPositions);
    this.#readers = plan.columns.map((column) => valueReader(column, new IdNumbers()));
    this.#columns = plan.columns.map(() => new GrowingNumbers());
  }

  add(row: ScannedRow): void {
    if (this.#groups.begins(row)) this.#nextKey();
    for (let i = 0; i < this.#readers.length; i++) this.#columns[i]?.push((this.#readers[i] as ValueReader)(row));
    this.#end += row.length;
    this.#ends.push(this.#end - this.#start);
    pushId(row, this.#plan.rowIdPosition, this.#rowIds);
    this.#rows++;
  }

  finish(rowsFile: StoredFile): BlocksSummary {
    this.#writeBlock();
    const files = [rowsFile, this.#index.close(), this.#writeKeys()];
    return { shape: 'blocks', files, rows: this.#rows, keys: this.#keys.length };
  }

  #nextKey(): void {
    this.#writeBlock();
    this.#keys.push(BigInt(this.#groups.key));
    this.#start = this.#end;
  }

  #writeBlock(): void {
    const rowCount = this.#ends.length;
    if (rowCount === 0) return;
    if (this.#end - this.#start > keyRowsBytesMax)
      throw new ListUnfit(`the rows of one key take over ${keyRowsBytesMax} bytes`);
    this.#blockStarts.push(this.#index.position);
    this.#rowStarts.push(this.#start);
    this.#rowCounts.push(rowCount);
    this.#index.writeArray(new Uint32Array(this.#ends.view()));
    this.#index.writeArray(new Uint32Array(this.#rowIds.view()));
    for (const column of this.#columns) this.#index.writeArray(column.view());
    if (rowCount > unorderedRowsMax) this.#writeOrders(rowCount);
    for (const numbers of [...this.#columns, this.#ends, this.#rowIds]) numbers.clear();
  }

  #writeOrders(rowCount: number): void {
    this.#plan.columns.forEach(({ sorts }, i) => {
      const values = this.#columns[i]?.view();
      if (!sorts || values === undefined) return;
      const ascending = ascendingRows(values, 0, rowCount, byIds(this.#rowIds.view()));
      this.#index.writeArray(this.#placesOf(ascending));
      this.#index.writeArray(this.#placesOf(descendingRows(ascending, values)));
    });
  }

  /** Where rows begin and end, one after the other. */
  #placesOf(rows: RowNumbers): Uint32Array {
    const ends = this.#ends.view();
    const places = new Uint32Array(2 * rows.length);
    rows.forEach((row, i) => {
      places[2 * i] = row === 0 ? 0 : (ends[row - 1] as number);
      places[2 * i + 1] = ends[row] as number;
    });
    return places;
  }

  /** Keys in ascending order; of each the number of its rows, and where its block and its rows begin. */
  #writeKeys(): StoredFile {
    const file = new FileWriter(filePath(this.#directory, this.#plan.id, 'keys'), fileName(this.#plan.id, 'keys'));
    file.writeArray(Uint32Array.from(this.#keys, (key) => Number(key >> 32n)));
    file.writeArray(Uint32Array.from(this.#keys, (key) => Number(key & 0xffffffffn)));
    file.writeArray(new Uint32Array(this.#rowCounts.view()));
    file.writeArray(this.#blockStarts.view());
    file.writeArray(this.#rowStarts.view());
    return file.close();
  }
}
