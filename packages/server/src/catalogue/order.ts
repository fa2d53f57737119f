import { labelled, type Parameter } from './parameter.ts';

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
  const choices = fields.map((label, i) => ({ value: i + 1, label }));
  const sortField: Parameter = {
    name: parameter,
    required: false,
    domain: { kind: 'choice', choices },
    use: { as: 'sortField' },
    description: 'Field to sort by. Ties are sorted by row ID in ascending order.',
    defaultValue: 1,
  };
  return { fields, parameters: [sortField, sortType] };
}

/** Rows always come in this order. */
export function fixedOrder<const Name extends string>(field: Name, fixed: 'ascending' | 'descending'): Order<Name> {
  return { fields: [field], parameters: [], fixed };
}

const sortType: Parameter = {
  name: 'sort_type',
  required: false,
  domain: { kind: 'choice', choices: labelled('ascending', 'descending') },
  use: { as: 'sortType' },
  description: 'Sort direction.',
  defaultValue: 1,
};
