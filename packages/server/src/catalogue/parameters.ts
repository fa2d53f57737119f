import { ApiError, errors } from '../kernel/errors.ts';
import type { Condition, PageQuery, Test } from '../serving/page-query.ts';
import { canonical, expectation } from './domains.ts';
import type { DetailEndpoint, ExportedEndpoint, LookupEndpoint, PagedEndpoint, RowsEndpoint } from './endpoint.ts';
import { everyField, sureFieldsOf, unknownFields } from './fields-parameter.ts';
import type { Parameter, ParameterDomain, ParameterUse } from './parameter.ts';
import { otherFirstDate } from './period.ts';

/** A query as a surface got it: text from a query string, or JSON values from a tool call. */
export type RawQuery = Readonly<Record<string, unknown>>;

/** What a lookup is asked, in canonical texts by the name of the parameter. */
export type LookupQuery = Readonly<Record<string, string>>;

/** A parameter that was given or has a default, and its canonical text. */
interface Value {
  readonly parameter: Parameter;
  readonly text: string;
}

/**
 * Checks a query and puts it into its one normal form. Unknown parameters are ignored, empty ones are absent.
 *
 * @throws ApiError 400 naming the first parameter at fault, what was given and what was expected.
 */
export function checkQuery(endpoint: PagedEndpoint | ExportedEndpoint, raw: RawQuery): PageQuery {
  const values = checkedValues(endpoint.parameters, raw);
  requireOneOf(endpoint.parameters, values);
  checkRanges(values);
  checkPeriod(values);
  return pageQuery(endpoint, values);
}

/** As {@link checkQuery}, for a lookup. */
export function checkLookup({ parameters }: LookupEndpoint, raw: RawQuery): LookupQuery {
  return Object.fromEntries(checkedValues(parameters, raw).map(({ parameter, text }) => [parameter.name, text]));
}

function checkedValues(parameters: readonly Parameter[], raw: RawQuery): readonly Value[] {
  const values: Value[] = [];
  for (const parameter of parameters) {
    const text = checkedText(parameter, raw);
    if (text !== undefined) values.push({ parameter, text });
  }
  return values;
}

/** As {@link checkQuery}, for an endpoint that answers with rows of the dataset. */
export function checkRows(endpoint: RowsEndpoint, raw: RawQuery): PageQuery {
  return endpoint.kind === 'detail' ? checkDetail(endpoint, raw) : checkQuery(endpoint, raw);
}

/** As {@link checkQuery}, for a detail: the rows with its ids, then those with its handles, in their order. */
function checkDetail(endpoint: DetailEndpoint, raw: RawQuery): PageQuery {
  const values = checkedValues(endpoint.parameters, raw);
  requireOneOf(endpoint.parameters, values);
  const given = values.filter(({ parameter }) => parameter.use.as === 'argument');
  refuseMany(endpoint, given);
  const isOfHandles = ({ parameter }: Value) => parameter.domain.kind === 'handles';
  const ids = textsOf(given.find((value) => !isOfHandles(value)));
  const handles = textsOf(given.find(isOfHandles));
  const sort = { field: endpoint.rowId, descending: false };
  const pageSize = ids.length + handles.length;
  const named = endpoint.handleField !== undefined && handles.length > 0;
  return {
    ...{ key: [], filters: [], ids, sort, pageNum: 1, pageSize },
    ...(named && { handles: { field: endpoint.handleField, values: handles } }),
    ...fieldsOf(endpoint, values),
  };
}

/** @throws ApiError 400 for more ids and handles together than a call may have. */
function refuseMany({ idsMax }: DetailEndpoint, given: readonly Value[]): void {
  const count = given.flatMap(textsOf).length;
  if (count <= idsMax) return;
  const name = given.map(({ parameter }) => parameter.name).join(' and ');
  throw new ApiError(errors.parameterInvalid, { name, expected: `at most ${idsMax} together`, given: `${count}` });
}

function textsOf(value: Value | undefined): readonly string[] {
  return value?.text.split(',') ?? [];
}

/** @throws ApiError 400 when none of several parameters is given of which one must be. */
function requireOneOf(parameters: readonly Parameter[], values: readonly Value[]): void {
  for (const { oneOf = [] } of parameters) {
    if (oneOf.length === 0 || values.some(({ parameter }) => oneOf.includes(parameter.name))) continue;
    throw new ApiError(errors.parameterMissing, { name: oneOf.join(' or ') });
  }
}

function checkedText(parameter: Parameter, raw: RawQuery): string | undefined {
  const { name, required, domain, defaultValue } = parameter;
  const given = Object.hasOwn(raw, name) ? givenText(parameter, raw[name]) : '';
  if (given !== '') return canonical(domain, given) ?? refuse(parameter, atFault(domain, given));
  if (required) throw new ApiError(errors.parameterMissing, { name });
  return defaultValue === undefined ? undefined : String(defaultValue);
}

/** The value as text, empty when absent. A number a double cannot hold exactly is refused: an id lost digits in it. */
function givenText(parameter: Parameter, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return String(value);
  // Agents write a list as one, and so do query strings that repeat a name.
  if (takesMany(parameter) && isTexts(value)) return value.join(',');
  if (Array.isArray(value)) throw new ApiError(errors.parameterRepeated, { name: parameter.name, count: value.length });
  return refuse(
    parameter,
    typeof value === 'number' ? `the number ${value}: send it as a string, it may have lost digits` : typeof value,
  );
}

function takesMany({ domain: { kind } }: Parameter): boolean {
  return kind === 'addresses' || kind === 'ids' || kind === 'handles' || kind === 'fields';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function refuse({ name, domain }: Parameter, given: string): never {
  throw new ApiError(errors.parameterInvalid, { name, expected: expectation(domain), given });
}

/** What of a value is wrong. */
function atFault(domain: ParameterDomain, given: string): string {
  const unknown = domain.kind === 'fields' ? unknownFields(domain, given).slice(0, faultsMax) : [];
  return unknown.length === 0 ? shown(given) : unknown.map(shown).join(', ');
}

const faultsMax = 10;
const shownMax = 40;

/** Cut short, without control characters and half characters: it goes into messages and logs. */
function shown(given: string): string {
  const printable = given.replace(/[\p{Cc}\p{Cs}]/gu, '�');
  const characters = [...printable.slice(0, 2 * shownMax)];
  return characters.length > shownMax ? `"${characters.slice(0, shownMax).join('')}…"` : `"${printable}"`;
}

function checkRanges(values: readonly Value[]): void {
  for (const upper of values) {
    if (testOf(upper) !== 'atMost') continue;
    const lower = values.find((each) => testOf(each) === 'atLeast' && fieldOf(each) === fieldOf(upper));
    if (lower !== undefined) checkRange(lower, upper);
  }
}

function checkRange(lower: Value, upper: Value): void {
  const given = shown(lower.text);
  const refuseLower = (expected: string): never => {
    throw new ApiError(errors.parameterInvalid, { name: lower.parameter.name, expected, given });
  };
  const { name, domain, use } = upper.parameter;
  if (domain.kind !== 'date') {
    if (compareDecimals(lower.text, upper.text) > 0) refuseLower(`at most ${name}, which is "${upper.text}"`);
    return;
  }
  const days = (Date.parse(upper.text) - Date.parse(lower.text)) / dayMs + 1;
  if (days < 1) refuseLower(`at most ${name}, which is "${upper.text}"`);
  if (use.as !== 'filter' || use.daysMax === undefined || days <= use.daysMax) return;
  refuseLower(`a date at most ${use.daysMax - 1} days before ${name}, which is "${upper.text}"`);
}

const dayMs = 86_400_000;

/** @throws ApiError 400 for a date on which no period of its kind begins, with the one that it is in. */
function checkPeriod(values: readonly Value[]): void {
  for (const { parameter, text } of values) {
    const { name, use } = parameter;
    const kind = use.as === 'key' ? values.find((each) => each.parameter.name === use.periodKind) : undefined;
    const expected = kind && otherFirstDate(kind.text, text);
    if (kind === undefined || expected === undefined) continue;
    const why = `for ${kind.parameter.name} ${kind.text}`;
    throw new ApiError(errors.parameterInvalid, { name, expected: `${expected} ${why}`, given: shown(text) });
  }
}

function testOf({ parameter: { use } }: Value): Test | undefined {
  return use.as === 'filter' ? use.test : undefined;
}

function fieldOf({ parameter: { use } }: Value): string | undefined {
  return use.as === 'filter' ? use.field : undefined;
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

function pageQuery(endpoint: PagedEndpoint | ExportedEndpoint, values: readonly Value[]): PageQuery {
  const key: Condition[] = [];
  const filters: Condition[] = [];
  const numbers: Partial<Record<Parameter['use']['as'], number>> = {};
  for (const { parameter, text } of values) {
    const { use } = parameter;
    if (use.as === 'key') key.push({ field: use.field, test: keyTest(use.test, text), value: text });
    else if (use.as === 'filter') filters.push(...conditionsOf(use, text));
    else if (use.as !== 'fields' && use.as !== 'sure') numbers[use.as] = Number(text);
  }
  const { sortField, sortType, pageNum = 1, pageSize = 0 } = numbers;
  return {
    key,
    filters,
    sort: sortOf(endpoint, sortField, sortType),
    pageNum,
    pageSize,
    ...fieldsOf(endpoint, values),
  };
}

/** Absent when every field is wanted. */
function fieldsOf(
  { parameters }: RowsEndpoint | ExportedEndpoint,
  values: readonly Value[],
): Pick<PageQuery, 'fields'> {
  const chosen = values.find(({ parameter }) => parameter.use.as === 'fields')?.text ?? everyField;
  const isSure = values.some(({ parameter, text }) => parameter.use.as === 'sure' && text === '1');
  const domain = parameters.find(({ use }) => use.as === 'fields')?.domain;
  const text = isSure && domain?.kind === 'fields' ? sureFieldsOf(domain, chosen) : chosen;
  return text === everyField ? {} : { fields: text.split(',') };
}

/** Any of one is that one. */
function keyTest(test: Test, text: string): Test {
  return test === 'anyOf' && !text.includes(',') ? 'equal' : test;
}

/** The enum numbers the sort fields from 1. A list with one order has no parameter that chooses. */
function sortOf(
  { id, sortFields, fixedOrder }: PagedEndpoint | ExportedEndpoint,
  number = 1,
  type?: number,
): PageQuery['sort'] {
  const field = sortFields[number - 1];
  if (field === undefined) throw new TypeError(`${id} has no sort field ${number}`);
  return { field, descending: fixedOrder === undefined ? type === 1 : fixedOrder === 'descending' };
}

function conditionsOf(use: Extract<ParameterUse, { readonly as: 'filter' }>, text: string): readonly Condition[] {
  const { test, value } = use.meanings?.[text] ?? { test: use.test, value: text };
  // Words are told apart by blanks, which names may hold.
  const values = test === 'contains' ? value.split(' ') : [value];
  return values.map((each) => ({ field: use.field, test, value: each }));
}
