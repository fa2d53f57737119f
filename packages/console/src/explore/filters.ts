import type { Choice, Endpoint, Field, Parameter } from '../server/catalogue.ts';
import { type BoundKind, boundKindOf } from './bounds.ts';

/** One filter of a list, as a person sees it: a range is one, though it has two parameters. */
export type Filter = RangeFilter | ChoiceFilter | TextFilter;

interface Described {
  /** Names it in the address of the page. */
  readonly id: string;
  /** The field it tests. */
  readonly field: Field;
  readonly description: string;
}

export interface RangeFilter extends Described {
  readonly kind: 'range';
  readonly min: string;
  readonly max: string;
  readonly bounds: BoundKind;
}

export interface ChoiceFilter extends Described {
  readonly kind: 'choice';
  readonly parameter: string;
  readonly choices: readonly Choice[];
  /** Whether a choice is a value of the field, and no other question about it. */
  readonly isOfValue: boolean;
}

/** Words, ids and names. */
export interface TextFilter extends Described {
  readonly kind: 'text';
  readonly parameter: string;
  readonly names: readonly string[];
}

/** The filters of a list, in its order. */
export function filtersOf(endpoint: Endpoint): readonly Filter[] {
  return endpoint.parameters.filter(({ as }) => as === 'filter').flatMap((parameter) => filterOf(endpoint, parameter));
}

function filterOf(endpoint: Endpoint, parameter: Parameter): readonly Filter[] {
  const field = fieldOf(endpoint, parameter);
  const { name, domain, description } = parameter;
  if (name.startsWith('max_')) return [];
  if (name.startsWith('min_')) {
    const max = `max_${name.slice(4)}`;
    const bounds = boundKindOf(field, domain.kind);
    return [{ kind: 'range', id: name.slice(4), field, description: '', min: name, max, bounds }];
  }
  if (domain.choices) {
    const isOfValue = parameter.isOther !== true;
    return [{ kind: 'choice', id: name, field, description, parameter: name, choices: domain.choices, isOfValue }];
  }
  return [{ kind: 'text', id: name, field, description, parameter: name, names: domain.names ?? [] }];
}

/** A column that is no field of the row has the words of its parameter alone. */
function fieldOf({ fields, onRequest }: Endpoint, { field, name, description }: Parameter): Field {
  const known = [...fields, ...onRequest].find((each) => each.name === field);
  return known ?? { name: field ?? name, kind: 'text', description };
}

/** Values of parameters, as the address of the page has them. */
export type FilterValues = Readonly<Record<string, string>>;

/** The parameters that a filter has in a query. */
export function parametersOf(filter: Filter): readonly string[] {
  return filter.kind === 'range' ? [filter.min, filter.max] : [filter.parameter];
}

/** Whether a filter narrows the rows down. */
export function isActive(filter: Filter, values: FilterValues): boolean {
  return parametersOf(filter).some((name) => (values[name] ?? '') !== '');
}

/** The values without those of a filter. */
export function without(filter: Filter, values: FilterValues): FilterValues {
  const names = parametersOf(filter);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
