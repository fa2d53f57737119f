import { ApiError, errors } from '../kernel/errors.ts';
import type { Condition, PageQuery } from '../serving/page-query.ts';
import { canonical, expectation } from './domains.ts';
import type { Endpoint } from './endpoint.ts';
import type { Parameter } from './parameter.ts';

/** A query as a surface got it: text from a query string, or JSON values from a tool call. */
export type RawQuery = Readonly<Record<string, unknown>>;

/** Canonical text by parameter name, for those that were given or have a default. */
type Values = ReadonlyMap<string, string>;

/**
 * Checks a query and puts it into its one normal form. Unknown parameters are ignored, empty ones are absent.
 *
 * @throws ApiError 400 naming the first parameter at fault, what was given and what was expected.
 */
export function checkQuery(endpoint: Endpoint, raw: RawQuery): PageQuery {
  const values = new Map(endpoint.parameters.flatMap((parameter) => checkedEntry(parameter, raw)));
  checkRanges(endpoint, values);
  return pageQuery(endpoint, values);
}

function checkedEntry(parameter: Parameter, raw: RawQuery): [string, string][] {
  const { name, required, domain, defaultValue } = parameter;
  const given = givenText(parameter, Object.hasOwn(raw, name) ? raw[name] : undefined);
  if (given !== '') return [[name, canonical(domain, given) ?? refuse(parameter, shown(given))]];
  if (required) throw new ApiError(errors.parameterMissing, { name });
  return defaultValue === undefined ? [] : [[name, String(defaultValue)]];
}

/** The value as text, empty when absent. A number a double cannot hold exactly is refused: an id lost digits in it. */
function givenText(parameter: Parameter, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  if (Array.isArray(value)) throw new ApiError(errors.parameterRepeated, { name: parameter.name, count: value.length });
  return refuse(
    parameter,
    typeof value === 'number' ? `the number ${value}: send it as text, it may have lost digits` : typeof value,
  );
}

function refuse({ name, domain }: Parameter, given: string): never {
  throw new ApiError(errors.parameterInvalid, { name, expected: expectation(domain), given });
}

const shownMax = 40;

/** Cut short, without control characters and half characters: it goes into messages and logs. */
function shown(given: string): string {
  const printable = given.replace(/[\p{Cc}\p{Cs}]/gu, '�');
  const characters = [...printable.slice(0, 2 * shownMax)];
  return characters.length > shownMax ? `"${characters.slice(0, shownMax).join('')}…"` : `"${printable}"`;
}

function checkRanges(endpoint: Endpoint, values: Values): void {
  for (const upper of endpoint.parameters.filter((parameter) => isBound(parameter, 'atMost'))) {
    const lower = endpoint.parameters.find((each) => isBound(each, 'atLeast') && fieldOf(each) === fieldOf(upper));
    const [min, max] = [values.get(lower?.name ?? ''), values.get(upper.name)];
    if (lower === undefined || min === undefined || max === undefined || compareDecimals(min, max) <= 0) continue;
    const expected = `at most ${upper.name}, which is "${max}"`;
    throw new ApiError(errors.parameterInvalid, { name: lower.name, expected, given: shown(min) });
  }
}

function isBound({ use }: Parameter, test: 'atLeast' | 'atMost'): boolean {
  return use.as === 'condition' && use.test === test;
}

function fieldOf({ use }: Parameter): string | undefined {
  return use.as === 'condition' ? use.field : undefined;
}

/** Compares canonical texts exactly, in millionths. */
function compareDecimals(a: string, b: string): number {
  const difference = millionths(a) - millionths(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function millionths(canonicalText: string): bigint {
  const [whole = '0', fraction = ''] = canonicalText.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}

function pageQuery(endpoint: Endpoint, values: Values): PageQuery {
  const numberOf = (as: Parameter['use']['as']) => Number(usedAs(endpoint, as, values));
  return {
    conditions: endpoint.parameters.flatMap((parameter) => conditionOf(parameter, values)),
    sort: { field: sortField(endpoint, numberOf('sortField')), descending: numberOf('sortType') === 1 },
    pageNum: numberOf('pageNum'),
    pageSize: numberOf('pageSize'),
  };
}

function usedAs(endpoint: Endpoint, as: Parameter['use']['as'], values: Values): string | undefined {
  return values.get(endpoint.parameters.find(({ use }) => use.as === as)?.name ?? '');
}

/** The enum numbers the sort fields from 1. */
function sortField(endpoint: Endpoint, number: number): string {
  const field = endpoint.sortFields[number - 1];
  if (field === undefined) throw new TypeError(`${endpoint.id} has no sort field ${number}`);
  return field;
}

function conditionOf({ name, use }: Parameter, values: Values): readonly Condition[] {
  const value = values.get(name);
  if (use.as !== 'condition' || value === undefined) return [];
  return [{ field: use.field, test: use.test, value }];
}
