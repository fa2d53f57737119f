import type { Condition, Test } from '../serving/page-query.ts';

/** One value of an enum and what it stands for. */
export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** What values a parameter takes. Limits are inclusive. */
export type ParameterDomain =
  | { readonly kind: 'id' }
  | { readonly kind: 'region' }
  | { readonly kind: 'day' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'count' }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'addresses'; readonly countMax: number }
  | { readonly kind: 'words' }
  | { readonly kind: 'handle' };

/** What a parameter does to the question. */
type ParameterUse =
  | {
      readonly as: 'condition';
      readonly field: string;
      readonly test: Test;
      /** What each value of an enum asks of the field, where that is not to be equal to it. */
      readonly meanings?: Readonly<Record<string, Pick<Condition, 'test' | 'value'>>>;
    }
  | { readonly as: 'sortField' | 'sortType' | 'pageNum' | 'pageSize' | 'argument' };

/** A parameter of the query string (and of the MCP tool, the SDK method, …). */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly domain: ParameterDomain;
  readonly use: ParameterUse;
  readonly description: string;
  /** What counts when it is absent. */
  readonly defaultValue?: number;
}

/** The parameter that says whose list it is: an id, required. */
export function keyId(name: string, description: string): Parameter {
  return { name, required: true, domain: { kind: 'id' }, use: equal(name), description };
}

/** Required market of a list. */
export function keyRegion(name: string, description: string): Parameter {
  return { name, required: true, domain: { kind: 'region' }, use: equal(name), description };
}

/** What a lookup is asked for: an id, required. */
export function idArgument(name: string, description: string): Parameter {
  return { name, required: true, domain: { kind: 'id' }, use: { as: 'argument' }, description };
}

/** What a lookup is asked for: addresses of http or https joined by commas, required. */
export function addressesArgument(name: string, countMax: number, description: string): Parameter {
  return { name, required: true, domain: { kind: 'addresses', countMax }, use: { as: 'argument' }, description };
}

/** Only rows whose field of the same name is this id. */
export function idFilter(name: string, description: string): Parameter {
  return { name, required: false, domain: { kind: 'id' }, use: equal(name), description };
}

/** Only rows whose field of the same name has this value of the enum. */
export function choiceFilter(name: string, choices: readonly Choice[], description: string): Parameter {
  return { name, required: false, domain: { kind: 'choice', choices }, use: equal(name), description };
}

/** Only rows whose field of the same name is below a limit (0), or not (1). `labels` say what either stands for. */
export function belowFilter(
  name: string,
  limit: number,
  [below, notBelow]: readonly [string, string],
  description: string,
): Parameter {
  const choices = [
    { value: 0, label: below },
    { value: 1, label: notBelow },
  ];
  const meanings = {
    0: { test: 'atMost', value: String(limit - 1) },
    1: { test: 'atLeast', value: String(limit) },
  } as const;
  const use: ParameterUse = { as: 'condition', field: name, test: 'equal', meanings };
  return { name, required: false, domain: { kind: 'choice', choices }, use, description };
}

/** Only rows whose field has all the words, in any order and case. */
export function wordsFilter(name: string, field: string, description: string): Parameter {
  const use: ParameterUse = { as: 'condition', field, test: 'contains' };
  return { name, required: false, domain: { kind: 'words' }, use, description };
}

/** Only rows whose field of the same name is this handle, in any case. */
export function handleFilter(name: string, description: string): Parameter {
  const use: ParameterUse = { as: 'condition', field: name, test: 'equalInAnyCase' };
  return { name, required: false, domain: { kind: 'handle' }, use, description };
}

/** `min_NAME` and `max_NAME`, both inclusive. `what` completes "Minimum …", or "Earliest …" for days. */
export function range(name: string, kind: 'count' | 'decimal' | 'day', what: string): readonly Parameter[] {
  const bound = (prefix: string, test: Test, words: string): Parameter => ({
    name: `${prefix}_${name}`,
    required: false,
    domain: { kind },
    use: { as: 'condition', field: name, test },
    description: `${words} ${what}.`,
  });
  const [least, most] = kind === 'day' ? ['Earliest', 'Latest'] : ['Minimum', 'Maximum'];
  return [bound('min', 'atLeast', least), bound('max', 'atMost', most)];
}

/** The parameters that order a list and cut it into pages. `fields` are numbered from 1; the first is the default. */
export function listing(sortParameter: string, fields: readonly string[]): readonly Parameter[] {
  const choices = fields.map((label, i) => ({ value: i + 1, label }));
  return [
    {
      name: sortParameter,
      required: false,
      domain: { kind: 'choice', choices },
      use: { as: 'sortField' },
      description: 'Field to sort by. Ties are sorted by row ID in ascending order.',
      defaultValue: 1,
    },
    sortType,
    pageNum,
    pageSize,
  ];
}

const sortType: Parameter = {
  name: 'sort_type',
  required: false,
  domain: {
    kind: 'choice',
    choices: [
      { value: 0, label: 'ascending' },
      { value: 1, label: 'descending' },
    ],
  },
  use: { as: 'sortType' },
  description: 'Sort direction.',
  defaultValue: 1,
};

const pageNum: Parameter = {
  name: 'page_num',
  required: true,
  domain: { kind: 'integer', min: 1, max: 100_000 },
  use: { as: 'pageNum' },
  description: 'Page number, starting at 1. Pages past the last one are empty.',
};

const pageSize: Parameter = {
  name: 'page_size',
  required: true,
  domain: { kind: 'integer', min: 1, max: 10 },
  use: { as: 'pageSize' },
  description: 'Rows per page.',
};

function equal(field: string): ParameterUse {
  return { as: 'condition', field, test: 'equal' };
}
