import type { Condition, Test } from '../serving/page-query.ts';

/** One value of an enum and what it stands for. */
export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** An enum whose values count from 0. */
export function labelled(...labels: readonly string[]): readonly Choice[] {
  return labels.map((label, value) => ({ value, label }));
}

/** What values a parameter takes. Limits are inclusive. */
export type ParameterDomain =
  | { readonly kind: 'id' }
  | { readonly kind: 'ids'; readonly countMax: number }
  | { readonly kind: 'region' }
  | { readonly kind: 'day' }
  | { readonly kind: 'date' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'count' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'addresses'; readonly countMax: number }
  | { readonly kind: 'words' }
  /** A text as a person writes it, of at most so many characters. */
  | { readonly kind: 'phrase'; readonly charactersMax: number }
  /** One of several texts, in any case. */
  | { readonly kind: 'name'; readonly names: readonly string[] }
  /** Fields of a row, by their names. */
  | { readonly kind: 'fields'; readonly names: readonly string[]; readonly onRequest: readonly string[] }
  | { readonly kind: 'handle' }
  | { readonly kind: 'handles'; readonly countMax: number };

/** A test of a field. */
interface FieldTest {
  readonly field: string;
  readonly test: Test;
}

/** What a parameter does to the question. */
export type ParameterUse =
  /** Says whose list it is. */
  | ({
      readonly as: 'key';
      /** Of the first day of a period: the parameter with its kind. */
      readonly periodKind?: string;
    } & FieldTest)
  | ({
      readonly as: 'filter';
      /** What each value of an enum asks of the field, where that is not to be equal to it. */
      readonly meanings?: Readonly<Record<string, Pick<Condition, 'test' | 'value'>>>;
      /** Most days that the two bounds of a period may span. */
      readonly daysMax?: number;
    } & FieldTest)
  | { readonly as: 'sortField' | 'sortType' | 'pageNum' | 'pageSize' | 'fields' | 'sure' | 'argument' };

/** A parameter of the query string (and of the MCP tool, the SDK method, …). */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  /** Names of which one must be given, its own among them. */
  readonly oneOf?: readonly string[];
  readonly domain: ParameterDomain;
  readonly use: ParameterUse;
  readonly description: string;
  /** What counts when it is absent. */
  readonly defaultValue?: number;
}

/** What a lookup is asked for. */
export function argument(
  name: string,
  domain: ParameterDomain,
  description: string,
  { required = false, ...notes }: Partial<Pick<Parameter, 'required' | 'defaultValue'>> = {},
): Parameter {
  return { name, required, domain, use: { as: 'argument' }, description, ...notes };
}

/** What a lookup is asked for: an id, required. */
export function idArgument(name: string, description: string): Parameter {
  return { name, required: true, domain: { kind: 'id' }, use: { as: 'argument' }, description };
}

/** What a detail is asked for: ids joined by commas, or a single one; required. */
export function idsArgument(name: string, countMax: number): Parameter {
  if (countMax === 1) return idArgument(name, 'ID of the row; an unknown ID has none.');
  const description = `1 to ${countMax} IDs, separated by commas. Rows are in this order; unknown IDs have none.`;
  return { name, required: true, domain: { kind: 'ids', countMax }, use: { as: 'argument' }, description };
}

/** What a detail may be asked for besides: handles joined by commas. */
export function handlesArgument(name: string, countMax: number): Parameter {
  const description = `1 to ${countMax} handles, with or without @, separated by commas. Rows are in this order, after those of IDs; unknown handles have none.`;
  return { name, required: false, domain: { kind: 'handles', countMax }, use: { as: 'argument' }, description };
}

/** What a lookup is asked for: addresses of http or https joined by commas, required. */
export function addressesArgument(name: string, countMax: number, description: string): Parameter {
  return { name, required: true, domain: { kind: 'addresses', countMax }, use: { as: 'argument' }, description };
}

/** A field is equal to the value. */
export function equal(field: string): FieldTest {
  return { field, test: 'equal' };
}

/** Pages that can be asked for. */
export const pagesMax = 100_000;

/** Which rows of a list a response has. */
export const pageParameters: readonly Parameter[] = [
  {
    name: 'page_num',
    required: true,
    domain: { kind: 'integer', min: 1, max: pagesMax },
    use: { as: 'pageNum' },
    description: 'Page number, starting at 1. Pages past the last one are empty.',
  },
  {
    name: 'page_size',
    required: true,
    domain: { kind: 'integer', min: 1, max: 10 },
    use: { as: 'pageSize' },
    description: 'Rows per page.',
  },
];
