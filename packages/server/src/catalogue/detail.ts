import { fieldOf } from '../serving/list-source.ts';
import { type Declaration, type DetailEndpoint, type ListEndpoint, withDefaults } from './endpoint.ts';
import { idsArgument } from './parameter.ts';

/** A detail as its file states it. */
export interface DetailDeclaration extends Declaration {
  /** The list whose rows it returns. */
  readonly of: ListEndpoint;
  /** Parameter with the ids. */
  readonly ids: string;
  readonly idsMax: number;
}

/**
 * An endpoint that returns rows of a list by their ids, in the order of the ids; it needs no table and no SQL.
 *
 * @throws TypeError for a list whose rows are not told apart by an id alone.
 */
export function defineDetail({ of, ids, idsMax, ...declaration }: DetailDeclaration): DetailEndpoint {
  const { rowId, columns, row, example } = of;
  const isId = (name: string) => fieldOf(of, name).kind === 'id';
  if (!isId(rowId) || of.key.some(isId)) throw new TypeError(`${of.id} has no row for each ${rowId}`);
  return {
    ...withDefaults(declaration),
    kind: 'detail',
    of,
    parameters: [idsArgument(ids, idsMax, `1 to ${idsMax} IDs, separated by commas.`)],
    rowId,
    columns,
    row,
    sortFields: [],
    example: { query: { [ids]: String(example.row[rowId]) }, row: example.row },
  };
}
