import { examplesMax, type Suspicion, type SuspicionSign } from '../../kernel/suspicion.ts';
import type { JsonRecord } from '../fields/records.ts';

/** What looks wrong in some rows of a table, which are taken in all the same. */
export interface RowDoubt {
  readonly sign: SuspicionSign;
  /** `kind.field` */
  readonly field: string;
  /** What looks wrong in a row; undefined: nothing. */
  readonly in: (values: JsonRecord) => string | undefined;
  /** What it may be, and what became of it, in one sentence. */
  readonly message: (what: string) => string;
  /** The column by which such rows are found again. */
  readonly example: string;
}

const differentMax = 20;

/** Counts the rows of a table that look wrong, by what does. */
export class RowDoubts {
  readonly #doubt: RowDoubt;
  readonly #met = new Map<string, { count: number; readonly examples: string[] }>();
  #rows = 0;

  constructor(doubt: RowDoubt) {
    this.#doubt = doubt;
  }

  see(values: JsonRecord): void {
    this.#rows += 1;
    const what = this.#doubt.in(values);
    if (what === undefined) return;
    const met = this.#met.get(what) ?? { count: 0, examples: [] };
    met.count += 1;
    if (met.examples.length < examplesMax) met.examples.push(String(values[this.#doubt.example] ?? '').trim());
    if (this.#met.has(what) || this.#met.size < differentMax) this.#met.set(what, met);
  }

  found(): readonly Suspicion[] {
    const { sign, field, message } = this.#doubt;
    return [...this.#met].map(([what, met]) => ({ sign, field, ...met, of: this.#rows, message: message(what) }));
  }
}
