import { fieldOf, hasOneRowEach } from '../serving/list-source.ts';
import { type Declaration, type DetailEndpoint, type ListEndpoint, withDefaults } from './endpoint.ts';
import { fieldsParameters } from './fields-parameter.ts';
import { handlesArgument, idsArgument, type Parameter } from './parameter.ts';

/** A detail as its file states it. */
export interface DetailDeclaration extends Declaration {
  /** The list whose rows it returns. */
  readonly of: ListEndpoint;
  /** Parameter with the ids. */
  readonly ids: string;
  readonly idsMax: number;
  /** Parameter with handles that may stand in place of ids or beside them, and the field of the row that they are. */
  readonly handles?: { readonly parameter: string; readonly field: string };
}

/**
 * An endpoint that returns rows of a list by their ids, in the order of the ids; it needs no table and no SQL.
 *
 * @throws TypeError for a list whose rows are not told apart by an id alone, or for an `idsMax` below 1.
 */
export function defineDetail({ of, ids, idsMax, handles, ...declaration }: DetailDeclaration): DetailEndpoint {
  const { rowId, columns, row, example } = of;
  if (!hasOneRowEach(of)) throw new TypeError(`${of.id} has no row for each ${rowId}`);
  if (!Number.isInteger(idsMax) || idsMax < 1)
    throw new TypeError(`${ids} of ${declaration.id}: expected a whole number of ids from 1, got ${idsMax}`);
  return {
    ...withDefaults(declaration),
    kind: 'detail',
    of,
    ...(handles && { handleField: fieldOf(of, handles.field).name }),
    idsMax,
    parameters: [...whichRows(ids, idsMax, handles?.parameter), ...fieldsParameters(row, of.onRequest)],
    rowId,
    columns,
    row,
    sortFields: [],
    example: { query: { [ids]: String(example.row[rowId]) }, row: example.row },
  };
}

/** Without handles, ids are required; otherwise one of the two. */
function whichRows(ids: string, idsMax: number, handles: string | undefined): readonly Parameter[] {
  if (handles === undefined) return [idsArgument(ids, idsMax)];
  const oneOf = [ids, handles];
  const either = [idsArgument(ids, idsMax), handlesArgument(handles, idsMax)];
  return either.map((parameter) => ({ ...parameter, required: false, oneOf }));
}
