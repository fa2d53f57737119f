import { isRecord, type JsonRecord } from '../../fields/records.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';
import { type IsRow, isEmptyEnvelope, rowsIn, scalarsOf } from './document.ts';
import { ElementFinder } from './element-finder.ts';
import type { ElementHandler, ElementPlace } from './element-handler.ts';
import { NoJson, parseLossless } from './lossless.ts';
import type { OpenList } from './open-list.ts';

/** What declares the rows of a table; rows that follow each other and have the same are of one table. */
export type Classify = (place: string, members: readonly string[]) => unknown;

/** Rows that follow each other and are of one table. */
interface Run {
  readonly place: string;
  readonly context: JsonRecord;
  readonly columns: readonly string[];
  readonly declaration: unknown;
  /** Line its document begins in. */
  readonly lineNumber: number;
  readonly rows: SourceRow[];
}

/**
 * The tables of JSON: of a list, of objects one after the other (NDJSON), and of envelopes, details and answers of MCP
 * tools, whether each is large or small. Memory is bounded by the longest element.
 */
export async function* jsonTables(blocks: AsyncIterable<Buffer>, classify: Classify): AsyncGenerator<SourceTable> {
  const runs = runsIn(blocks, classify);
  let next = await runs.next();
  while (!next.done) {
    const first = next.value;
    const { place, columns, context, lineNumber } = first;
    async function* rows(): AsyncGenerator<readonly SourceRow[]> {
      while (!next.done && isSame(next.value, first)) {
        yield next.value.rows;
        next = await runs.next();
      }
    }
    yield { container: 'json', place, columns, context, lineNumber, rows };
    // Nobody may have read them.
    for await (const _rows of rows());
  }
}

function isSame(a: Run, b: Run): boolean {
  return a.declaration === b.declaration && a.place === b.place && a.context === b.context;
}

async function* runsIn(blocks: AsyncIterable<Buffer>, classify: Classify): AsyncGenerator<Run> {
  const reader = new DocumentReader(remembered(classify));
  for await (const block of blocks) {
    reader.push(block);
    yield* reader.taken();
  }
  reader.end();
  yield* reader.taken();
}

const nothing: JsonRecord = {};

/** Makes runs of rows of the elements that are found. */
class DocumentReader implements ElementHandler {
  readonly #classify: Classify;
  readonly #isRow: IsRow;
  readonly #finder = new ElementFinder(this);
  #runs: Run[] = [];
  #count = 0;
  /** What is said beside the list whose elements are coming. */
  #context = nothing;
  /** The first document, until it is known whether another one follows. */
  #first: readonly [document: JsonRecord, place: ElementPlace] | undefined;
  /** The file has one value a line, which is what rows are numbered by. */
  #isLines: boolean | undefined;
  #line = 1;

  constructor(classify: Classify) {
    this.#classify = classify;
    this.#isRow = (place, members) => classify(place, members) !== undefined;
  }

  push(block: Buffer): void {
    this.#finder.push(block);
  }

  end(): void {
    this.#finder.end();
    this.#decide(false);
  }

  taken(): readonly Run[] {
    const runs = this.#runs;
    this.#runs = [];
    return runs;
  }

  element(bytes: Buffer, place: ElementPlace): string | undefined {
    const value = parseLossless(bytes);
    if (value instanceof NoJson) return value.reason;
    if (!isRecord(value)) this.bad(oddValue(value), place);
    else if (place.isListed) this.#element(value, place);
    else if (this.#isLines === undefined && this.#first === undefined) this.#first = [value, place];
    else {
      this.#decide(true);
      this.#at(place);
      this.#document(value);
    }
    return undefined;
  }

  openList({ skeleton }: OpenList, place: ElementPlace): void {
    this.#decide(true);
    this.#at(place);
    const document = parseLossless(skeleton);
    if (!isRecord(document)) return;
    this.#context = scalarsOf(document);
    for (const { place: list, context, rows } of rowsIn(document, this.#isRow)) this.#list(list, context, rows);
  }

  bad(reason: string, place: ElementPlace): void {
    if (!place.isListed) this.#decide(true);
    this.#at(place);
    this.#unread(reason, place.isListed && !place.beginsLine ? this.#count + 1 : place.line);
  }

  #at({ line }: ElementPlace): void {
    this.#line = line;
  }

  /** Takes in the first document, which waited for what comes behind it. */
  #decide(isFollowed: boolean): void {
    const [document, place] = this.#first ?? [];
    this.#isLines ??= isFollowed && place?.isOneLine === true;
    this.#first = undefined;
    if (document === undefined || place === undefined) return;
    this.#at(place);
    this.#document(document);
  }

  /** Elements of a list at the root, or of one too large to be held. */
  #element(value: JsonRecord, place: ElementPlace): void {
    this.#isLines ??= false;
    this.#at(place);
    const number = place.beginsLine ? place.line : this.#count + 1;
    if (place.list === undefined) this.#row('', scalarsOf(value), value, number);
    else this.#row(place.list.place, this.#context, value, number);
  }

  #document(document: JsonRecord): void {
    const found = rowsIn(document, this.#isRow);
    const lists = found.filter(({ place, rows }) => rows.some((row) => this.#isRowAt(place, row)));
    // Lists beside those of rows are none of the data, such as the filters of a page.
    for (const { place, context, rows } of lists.length > 0 ? lists : found) this.#list(place, context, rows);
    if (found.length > 0) return;
    if (isEmptyEnvelope(document)) this.#runs.push(this.#run('', scalarsOf(document), []));
    else this.#row('', scalarsOf(document), document);
  }

  #isRowAt(place: string, row: unknown): boolean {
    return isRecord(row) && this.#isRow(place, Object.keys(row));
  }

  #list(place: string, context: JsonRecord, rows: readonly unknown[]): void {
    for (const row of rows) {
      if (isRecord(row)) this.#row(place, context, row);
      else this.#unread(oddValue(row));
    }
  }

  #unread(reason: string, lineNumber = this.#number()): void {
    this.#count += 1;
    this.#add({ values: nothing, lineNumber, unread: reason }, this.#runs.at(-1) ?? this.#run('', nothing, []));
  }

  #row(place: string, context: JsonRecord, values: JsonRecord, lineNumber = this.#number()): void {
    this.#count += 1;
    const run = this.#run(place, context, Object.keys(values));
    const last = this.#runs.at(-1);
    const into = last !== undefined && isSame(last, run) ? last : run;
    this.#add({ values, lineNumber }, into);
  }

  #number(): number {
    return this.#isLines === true ? this.#line : this.#count + 1;
  }

  #run(place: string, context: JsonRecord, columns: readonly string[]): Run {
    const declaration = this.#classify(place, columns);
    return { place, context, columns, declaration, lineNumber: this.#line, rows: [] };
  }

  #add(row: SourceRow, run: Run): void {
    run.rows.push(row);
    if (this.#runs.at(-1) !== run) this.#runs.push(run);
  }
}

function oddValue(value: unknown): string {
  const got = Array.isArray(value) ? 'a list' : typeof value === 'string' ? 'a text' : String(value);
  return `expected an object, got ${got}`;
}

const rememberedMax = 10_000;

/** The same members stand in most rows. */
function remembered(classify: Classify): Classify {
  const known = new Map<string, unknown>();
  return (place, members) => {
    const key = `${place}\n${members.join('\n')}`;
    if (known.has(key)) return known.get(key);
    const found = classify(place, members);
    if (known.size < rememberedMax) known.set(key, found);
    return found;
  };
}
