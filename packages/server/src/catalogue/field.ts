import type { FieldKind, RowField } from '../serving/list-source.ts';

/** A field of a row and what it means, unit included. */
export interface DocumentedField extends RowField {
  readonly description: string;
  /**
   * Number of the section of docs/estimates.md that says how it is worked out. Where there is none, an estimate is a share in sales
   * (section 6) and any other number is the last one seen (section 1).
   */
  readonly section?: number;
}

/** Makes fields of one kind; the kind's name reads as the first word of a declaration. */
export type FieldMaker = (name: string, description: string, section?: number) => DocumentedField;

const maker =
  (kind: FieldKind): FieldMaker =>
  (name, description, section) => ({ name, kind, description, ...(section !== undefined && { section }) });

export const id = maker('id');
export const digits = maker('digits');
export const text = maker('text');
export const json = maker('json');
export const count = maker('count');
export const flag = maker('flag');
export const day = maker('day');
export const amount = maker('amount');
export const rate = maker('rate');
export const rating = maker('rating');

/** Every row with an amount says what it is counted in. */
export const currency: DocumentedField = text(
  'currency',
  'ISO 4217 code of all prices and amounts in the row; empty when unknown. Not part of the original contract.',
  3,
);

/** Every row with a creator's id has the handle too. */
export const uniqueId: DocumentedField = text(
  'unique_id',
  'Handle of the creator, as in the profile URL; empty when unknown. Not part of the original contract.',
);

/** The contract lists its fields by name; fields beyond it come after. */
export function row(
  contract: readonly DocumentedField[],
  extra: readonly DocumentedField[],
): readonly DocumentedField[] {
  return [...contract].sort((a, b) => (a.name < b.name ? -1 : 1)).concat(extra);
}
