import type { FieldKind, RowField } from '../serving/list-source.ts';
import { windows as knownWindows, type Window } from '../warehouse/publish/spans.ts';

/** A value of a row, or of an example of one. */
export type FieldValue = string | number;

/** A field of a row as its declaration states it, under its name. */
export interface Field {
  readonly kind: FieldKind;
  /** What it means, unit included. */
  readonly meaning: string;
  /** A plausible value. */
  readonly example: FieldValue;
  /** Whether it is, or contains, a share in sales (docs/estimates.md section 6). */
  readonly estimated?: boolean;
  /**
   * Number of the section of docs/estimates.md that says how it is calculated. Where there is none, an estimate is a share in
   * sales (section 6), a windowed measure a sum over days (section 4), and any other number the last one seen (section 1).
   */
  readonly section?: number;
  readonly window?: FieldWindow;
  /** What rows have it, in words, where an endpoint has rows of several things; absent: all. */
  readonly onlyOf?: string;
}

/** Which window of a measure a field is. */
export interface FieldWindow {
  /** Name of the measure, with `_Nd_` in place of the days. */
  readonly of: string;
  readonly days: Window;
}

/** The fields of a row, in the order they are served. */
export type Fields = Readonly<Record<string, Field>>;

/** A field of a row and what it means, as surfaces show it. */
export interface DocumentedField extends RowField, Field {
  /** The meaning, with its window and whether it is estimated. */
  readonly description: string;
}

/** Makes fields of one kind; the kind's name reads as the first word of a declaration. */
type FieldMaker = (meaning: string, example: FieldValue, notes?: Pick<Field, 'estimated' | 'section'>) => Field;

const maker =
  (kind: FieldKind): FieldMaker =>
  (meaning, example, notes = {}) => ({ kind, meaning, example, ...notes });

export const id = maker('id');
export const digits = maker('digits');
export const text = maker('text');
export const code = maker('code');
export const json = maker('json');
export const count = maker('count');
export const flag = maker('flag');
export const day = maker('day');
export const date = maker('date');
export const amount = maker('amount');
export const rate = maker('rate');
export const rating = maker('rating');

/** Every row with an amount says what it is counted in. */
export const currency: Field = code(
  'ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract.',
  'USD',
  { section: 3 },
);

/** Every row with a creator's id has the handle too. */
export const uniqueId: Field = text(
  'Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract.',
  'maratidiesup',
);

type WindowName<Name extends string, Days extends number> = Name extends `${infer Before}_Nd_${infer After}`
  ? `${Before}_${Days}d_${After}`
  : never;

/**
 * The fields of a measure, one a window.
 *
 * @param of name of the measure, with `_Nd_` in place of the days.
 * @param measure what it is; its example is that of a day.
 * @param days the windows that the row has; default: all.
 */
export function windows<Name extends string, Days extends Window = Window>(
  of: Name,
  measure: Field,
  days: readonly Days[] = knownWindows as readonly Window[] as readonly Days[],
): Readonly<Record<WindowName<Name, Days>, Field>> {
  const fields = days.map((each) => [of.replace('_Nd_', `_${each}d_`), inWindow(of, measure, each)] as const);
  return Object.fromEntries(fields) as Record<WindowName<Name, Days>, Field>;
}

function inWindow(of: string, measure: Field, days: Window): Field {
  const example = Math.round(Number(measure.example) * days * 100) / 100;
  return { ...measure, example, window: { of, days } };
}

/** What a field means in words; of a windowed one for its own window, or for `N days`. */
export function describe(
  { meaning, window, estimated = false, onlyOf }: Field,
  days: number | 'N' = window?.days ?? 'N',
): string {
  const inWindow = window === undefined ? '' : ` in the last ${days === 1 ? 'day' : `${days} days`}`;
  const whose = onlyOf === undefined ? '' : `; rows of ${onlyOf} only`;
  return meaning + inWindow + (estimated ? ' (estimated)' : '') + whose;
}

/** The contract sorts the fields of a row by name; fields beyond it come after. */
export function contractRow<Contract extends Fields, Extra extends Fields>(
  contract: Contract,
  extra: Extra,
): Contract & Extra {
  const sorted = Object.entries(contract).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...(Object.fromEntries(sorted) as Contract), ...extra };
}

/** The fields of a row as surfaces list them. */
export function documented(fields: Fields): readonly DocumentedField[] {
  return Object.entries(fields).map(([name, field]) => documentedField(name, field));
}

export function documentedField(name: string, field: Field): DocumentedField {
  return { name, description: describe(field), ...field };
}

/** A row made of the examples of its fields. */
export function exampleRow(fields: Fields): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { example }]) => [name, example]));
}
