import type { FieldKind } from '../serving/list-source.ts';
import type { Test } from '../serving/page-query.ts';
import { type DocumentedField, describe } from './field.ts';
import { type Choice, equal, labelled, type Parameter, type ParameterDomain, type ParameterUse } from './parameter.ts';

/** Parameters that narrow a list down. They are made with the field they test, whose kind and meaning they take over. */
export interface Filter<Name extends string = string> {
  readonly field: Name;
  /** Whether snapshots keep no index of the field. */
  readonly isUnindexed?: boolean;
  parameters(field: DocumentedField): readonly Parameter[];
}

/** Only rows whose field is this id. */
export function equals<const Name extends string>(field: Name, description: string): Filter<Name> {
  return { field, parameters: () => [optional(field, { kind: 'id' }, { as: 'filter', ...equal(field) }, description)] };
}

/** Only rows whose field has this value of the enum. */
export function oneOf<const Name extends string>(
  field: Name,
  choices: readonly Choice[],
  description: string,
): Filter<Name> {
  const domain: ParameterDomain = { kind: 'choice', choices };
  return { field, parameters: () => [optional(field, domain, { as: 'filter', ...equal(field) }, description)] };
}

/** Only rows whose field is this number, from 0 to `max`. */
export function isNumber<const Name extends string>(field: Name, max: number, description: string): Filter<Name> {
  const domain: ParameterDomain = { kind: 'integer', min: 0, max };
  return { field, parameters: () => [optional(field, domain, { as: 'filter', ...equal(field) }, description)] };
}

/** Only rows whose field is below a limit (0), or not (1). `labels` say what either stands for. */
export function below<const Name extends string>(
  field: Name,
  limit: number,
  labels: readonly [string, string],
  description: string,
): Filter<Name> {
  const choices = labelled(...labels);
  const meanings = {
    0: { test: 'atMost', value: String(limit - 1) },
    1: { test: 'atLeast', value: String(limit) },
  } as const;
  const use: ParameterUse = { as: 'filter', ...equal(field), meanings };
  return { field, parameters: () => [optional(field, { kind: 'choice', choices }, use, description)] };
}

/** Only rows whose field has all the words, in any order and case. */
export function words<const Name extends string>(parameter: string, field: Name, description: string): Filter<Name> {
  const use: ParameterUse = { as: 'filter', field, test: 'contains' };
  return { field, parameters: () => [optional(parameter, { kind: 'words' }, use, description)] };
}

/** Only rows whose field is this id, or is a JSON array that holds it. No index is kept of it: rows have ids of their own. */
export function holding<const Name extends string>(parameter: string, field: Name, description: string): Filter<Name> {
  const use: ParameterUse = { as: 'filter', field, test: 'holds' };
  return { field, isUnindexed: true, parameters: () => [optional(parameter, { kind: 'id' }, use, description)] };
}

/** Only rows whose field is one of these names, in any case. */
export function named<const Name extends string>(
  field: Name,
  names: readonly string[],
  description: string,
  parameter: string = field,
): Filter<Name> {
  const use: ParameterUse = { as: 'filter', ...equal(field) };
  return { field, parameters: () => [optional(parameter, { kind: 'name', names }, use, description)] };
}

/** As {@link oneOf}; the first choice, 0, asks for nothing. */
export function oneOrAny<const Name extends string>(
  field: Name,
  choices: readonly Choice[],
  description: string,
): Filter<Name> {
  const domain: ParameterDomain = { kind: 'choice', choices };
  const meaningOf = ({ value }: Choice) => ({ test: value === 0 ? 'atLeast' : 'equal', value: String(value) }) as const;
  const meanings = Object.fromEntries(choices.map((each) => [each.value, meaningOf(each)]));
  const use: ParameterUse = { as: 'filter', ...equal(field), meanings };
  return { field, parameters: () => [optional(field, domain, use, description)] };
}

/** Only rows whose field is this text, in any case. No index is kept of it. */
export function inAnyCase<const Name extends string>(
  parameter: string,
  field: Name,
  domain: ParameterDomain,
  description: string,
): Filter<Name> {
  const use: ParameterUse = { as: 'filter', field, test: 'equalInAnyCase' };
  return { field, isUnindexed: true, parameters: () => [optional(parameter, domain, use, description)] };
}

/** Only rows whose field is this handle, in any case. */
export function handle<const Name extends string>(field: Name, description: string): Filter<Name> {
  const use: ParameterUse = { as: 'filter', field, test: 'equalInAnyCase' };
  return { field, parameters: () => [optional(field, { kind: 'handle' }, use, description)] };
}

/**
 * `min_FIELD` and `max_FIELD`, both inclusive.
 *
 * @param what completes "Minimum …", or "Earliest …" for days; default: what the field means.
 */
export function between<const Name extends string>(field: Name, what?: string): Filter<Name> {
  return {
    field,
    parameters(documented) {
      const kind = boundKinds[documented.kind] ?? 'count';
      const [least, most] = kind === 'day' ? ['Earliest', 'Latest'] : ['Minimum', 'Maximum'];
      const bound = (prefix: string, test: Test, word: string) =>
        optional(
          `${prefix}_${field}`,
          { kind },
          { as: 'filter', field, test },
          `${word} ${what ?? lowerFirst(describe(documented))}.`,
        );
      return [bound('min', 'atLeast', least), bound('max', 'atMost', most)];
    },
  };
}

/**
 * Only rows from one date to another, both inclusive and required.
 *
 * @param daysMax most days that the dates may span.
 */
export function period<const Name extends string>(
  field: Name,
  from: string,
  to: string,
  daysMax: number,
): Filter<Name> {
  const bound = (name: string, test: Test, description: string): Parameter => ({
    name,
    required: true,
    domain: { kind: 'date' },
    use: { as: 'filter', field, test, daysMax },
    description,
  });
  return {
    field,
    parameters: () => [
      bound(from, 'atLeast', 'First day (UTC).'),
      bound(to, 'atMost', `Last day (UTC); at most ${daysMax} days in all.`),
    ],
  };
}

const boundKinds: Readonly<Partial<Record<FieldKind, 'day' | 'decimal'>>> = {
  day: 'day',
  amount: 'decimal',
  rate: 'decimal',
  rating: 'decimal',
};

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function optional(name: string, domain: ParameterDomain, use: ParameterUse, description: string): Parameter {
  return { name, required: false, domain, use, description };
}
