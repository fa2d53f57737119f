import { type Choice, labelled, type Parameter } from './parameter.ts';

/** In which orders a list may be asked for. */
export interface Order<Name extends string = string> {
  /** Fields that it may be sorted by. */
  readonly fields: readonly Name[];
  /** The parameters that choose; none where there is no choice. */
  readonly parameters: readonly Parameter[];
  /** Direction of the only order there is; undefined where a parameter chooses it. */
  readonly fixed?: 'ascending' | 'descending';
}

/** Callers choose. `fields` are numbered from 1; the first is the default, and the direction is descending by default. */
export function sortedBy<const Name extends string>(parameter: string, fields: readonly Name[]): Order<Name> {
  const sortField: Parameter = {
    name: parameter,
    required: false,
    domain: { kind: 'choice', choices: numbered(fields) },
    use: { as: 'sortField' },
    description: 'Field to sort by. Ties are sorted by row ID in ascending order.',
    defaultValue: 1,
  };
  return { fields, parameters: [sortField, sortType] };
}

/** Callers must choose the field, numbered from 1, that rows are ranked by: the largest first. */
export function rankedBy<const Name extends string>(parameter: string, fields: readonly Name[]): Order<Name> {
  const sortField: Parameter = {
    name: parameter,
    required: true,
    domain: { kind: 'choice', choices: numbered(fields) },
    use: { as: 'sortField' },
    description: 'Field to rank by, the largest first. Ties are sorted by row ID in ascending order.',
  };
  return { fields, parameters: [sortField], fixed: 'descending' };
}

/** Rows always come in this order. */
export function fixedOrder<const Name extends string>(field: Name, fixed: 'ascending' | 'descending'): Order<Name> {
  return { fields: [field], parameters: [], fixed };
}

function numbered(fields: readonly string[]): readonly Choice[] {
  return fields.map((label, i) => ({ value: i + 1, label }));
}

const sortType: Parameter = {
  name: 'sort_type',
  required: false,
  domain: { kind: 'choice', choices: labelled('ascending', 'descending') },
  use: { as: 'sortType' },
  description: 'Sort direction.',
  defaultValue: 1,
};
