import { type FieldReport, Instead } from '../fields/field-check.ts';
import { fieldText, overflowingNumber } from '../fields/json-text.ts';
import { isPresent, type JsonRecord, without } from '../fields/records.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Findings } from './findings.ts';
import type { ParsedRecord, Problem, Refused, Repaired } from './validation.ts';

const noCurrency = 'expected a readable currency beside it';

/** What is found out about one record, field by field. */
export class Examination implements FieldReport {
  readonly #kind: Kind;
  readonly #text: string;
  readonly #findings: Findings;
  readonly #columnOf: NonNullable<ParsedRecord['columnOf']>;
  #field = '';
  readonly #problems: Problem[];
  /** Fields that cannot be read. */
  readonly #unread: string[];
  /** Values that are read as others. */
  readonly #instead: [name: string, value: unknown][] = [];

  constructor(
    kind: Kind,
    { record, text = '', unread = [], columnOf = () => undefined }: ParsedRecord,
    findings: Findings,
  ) {
    this.#unread = unread.map(({ field }) => field).filter((field) => !isPresent(record[field]));
    // A field may be read elsewhere in the source; of a list a part may be missing.
    this.#problems = unread.filter(({ field }) => this.#unread.includes(field) || Array.isArray(record[field]));
    this.#kind = kind;
    this.#text = text;
    this.#findings = findings;
    this.#columnOf = columnOf;
  }

  /** From now on it is about this field. */
  of(field: string): this {
    this.#field = field;
    return this;
  }

  /** Takes a verdict that the value is not good as it stands. */
  judge(value: unknown, verdict: Instead | string): void {
    if (verdict instanceof Instead) this.#instead.push([this.#field, verdict.value]);
    else {
      this.leftOut('', verdict, value);
      this.#unread.push(this.#field);
    }
  }

  unknown(place: string): void {
    this.#findings.unknown(this.#kind, `${this.#field}${place}`);
  }

  /** A number beyond what a double holds was parsed as infinite: it is reported as it was written. */
  leftOut(place: string, reason: string, value: unknown): void {
    const written = typeof value === 'string' ? undefined : fieldText(this.#text, this.#field);
    const number = /got -?Infinity$/.test(reason) ? overflowingNumber(written ?? '') : undefined;
    this.#problems.push({
      field: `${this.#field}${place}`,
      reason: number === undefined ? reason : reason.replace(/-?Infinity$/, () => number),
      value: place === '' ? (written ?? value) : (number ?? value),
    });
  }

  mended(from: string, to: string): void {
    this.#findings.mended(`${this.#kind.name}.${this.#field}`, from, to);
  }

  ambiguous(value: string): void {
    this.#findings.ambiguous(`${this.#kind.name}.${this.#field}`, value);
  }

  /** What becomes of the record; undefined: nothing is wrong with it, and nothing was mended. */
  outcome(record: JsonRecord): Repaired | Refused | undefined {
    const { required, decisive, declaration } = this.#kind;
    const missing = required.filter((name) => !isPresent(record[name]) && !this.#unread.includes(name));
    for (const field of missing) this.#problems.push({ field, reason: this.#missingReason(field), value: undefined });
    if (missing.length > 0 || this.#unread.some((name) => decisive.has(name))) return { problems: this.#found() };
    if (this.#unread.includes('currency')) this.#leaveOutMoney(record);
    const isGood = this.#problems.length === 0 && this.#instead.length === 0;
    const repaired = isGood ? record : this.#repaired(record);
    const wrong = declaration.contradiction?.(repaired);
    if (wrong !== undefined) return { problems: this.#found({ ...wrong, value: record[wrong.field] }) };
    return isGood ? undefined : { record: repaired, leftOut: this.#found() };
  }

  /** With the columns of a source's file. */
  #found(...more: readonly Problem[]): readonly Problem[] {
    return [...this.#problems, ...more].map((problem) => {
      const column = problem.column ?? this.#columnOf(problem.field);
      return column === undefined ? problem : { ...problem, column };
    });
  }

  #missingReason(field: string): string {
    const { named } = this.#kind.declaration;
    return `required, but missing${named?.id === field ? ` (${named.by[0]} may stand in its place)` : ''}`;
  }

  #repaired(record: JsonRecord): JsonRecord {
    return without({ ...record, ...Object.fromEntries(this.#instead) }, this.#unread);
  }

  /** Or it would be taken for money in the currency that was seen before. */
  #leaveOutMoney(record: JsonRecord): void {
    for (const [name, { isMoney }] of this.#kind.fields) {
      if (!isMoney || !isPresent(record[name]) || this.#unread.includes(name)) continue;
      this.of(name).judge(record[name], noCurrency);
    }
  }
}
