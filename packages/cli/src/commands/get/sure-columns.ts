import type { EndpointSpec, FieldSpec } from '@vitrine/sdk';
import type { Column } from '../../output/rows/row-format.ts';
import { fieldColumn } from '../../output/rows/table.ts';
import { saysOf } from './fetched-fields.ts';

/**
 * Columns for reading how sure numbers are: each number of which that is fetched, with its interval and basis beside it.
 * They come right after the ID of the row, since a terminal may have no room for all.
 *
 * @param few fields that are shown besides.
 */
export function sureColumns(
  { rowId, onRequest = [] }: EndpointSpec,
  fetched: readonly FieldSpec[],
  few: readonly FieldSpec[],
): readonly Column[] {
  const numbers = fetched.filter((number) => onRequest.some((field) => saysOf(field, number)));
  const others = few.filter((field) => !numbers.includes(field) && !onRequest.some(({ name }) => name === field.name));
  const first = others.filter(({ name }) => name === rowId);
  return [
    ...first.map(fieldColumn),
    ...numbers.flatMap(numberColumns),
    ...others.filter((field) => !first.includes(field)).map(fieldColumn),
  ];
}

function numberColumns(number: FieldSpec): readonly Column[] {
  const { name } = number;
  return [
    fieldColumn(number),
    { heading: 'low–high', cell: (row) => `${row[`${name}_low`]}–${row[`${name}_high`]}` },
    { heading: 'basis', cell: (row) => row[`${name}_basis`] },
  ];
}
