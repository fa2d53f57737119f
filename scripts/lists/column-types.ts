import type { FieldKind } from '../../packages/server/src/serving/list-source.ts';

/** How a column of each kind is stored, and what its value is made of: what the SELECT of a list says under the field's name. */
export const columns: Readonly<
  Record<FieldKind, { readonly type: string; readonly value: (selected: string) => string }>
> = {
  id: { type: 'UInt64', value: known('0') },
  digits: { type: 'String', value: (selected) => `ifNull(toString(${selected}), '')` },
  text: { type: 'String', value: known("''") },
  code: { type: 'LowCardinality(String)', value: known("''") },
  json: { type: 'String', value: known("''") },
  count: { type: 'Int64', value: (selected) => `vitrineCapped(ifNull(${selected}, 0))` },
  flag: { type: 'UInt8', value: known('0') },
  day: { type: 'UInt32', value: known('0') },
  date: { type: 'Date', value: (selected) => selected },
  // Selected in cents.
  amount: { type: 'Decimal(24, 2)', value: (selected) => `vitrineAmount(ifNull(${selected}, 0))` },
  rate: { type: 'Decimal(9, 4)', value: known('0') },
  rating: { type: 'Decimal(9, 2)', value: known('0') },
};

/** What is unknown is served as 0, or as an empty text. */
function known(none: string): (selected: string) => string {
  return (selected) => `ifNull(${selected}, ${none})`;
}
