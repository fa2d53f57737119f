import type { FieldKind } from '../serving/list-source.ts';
import type { DocumentedField } from './field.ts';
import type { Parameter, ParameterDomain } from './parameter.ts';

/** The little of JSON Schema (2020-12) that the catalogue needs. */
export interface JsonSchema {
  readonly type: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly (number | string)[];
  readonly default?: number;
}

/** Schema of a parameter's value, as OpenAPI and MCP tools show it. */
export function parameterSchema({ domain, defaultValue }: Parameter): JsonSchema {
  return { ...domainSchema(domain), ...(defaultValue === undefined ? {} : { default: defaultValue }) };
}

/** The parameter's prose with what the numbers of an enum stand for, and what may be given instead. */
export function parameterProse({ name, description, domain, oneOf = [] }: Parameter): string {
  const others = oneOf.filter((each) => each !== name);
  const instead = others.length === 0 ? '' : ` Give this or ${others.map((each) => `\`${each}\``).join(' or ')}.`;
  if (domain.kind !== 'choice') return description + instead;
  return `${description} ${domain.choices.map(({ value, label }) => `${value} = ${label}`).join(', ')}.`;
}

/** Schema of a field of a row. */
export function fieldSchema({ kind, description }: DocumentedField): JsonSchema {
  return { ...fieldTypes[kind], description };
}

function domainSchema(domain: ParameterDomain): JsonSchema {
  switch (domain.kind) {
    case 'id':
      return { type: 'string', pattern: '^[0-9]{1,20}$' };
    case 'ids':
      return { type: 'string', pattern: `^${spacedId}(,${spacedId}){0,${domain.countMax - 1}}$` };
    case 'region':
      return { type: 'string', pattern: '^[A-Za-z]{2}$' };
    case 'date':
      return { type: 'string', pattern: datePattern };
    case 'day':
      return { type: 'integer', minimum: 10_000_101, maximum: 99_991_231 };
    case 'decimal':
      return { type: 'number', minimum: 0 };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'integer':
      return { type: 'integer', minimum: domain.min, maximum: domain.max };
    case 'choice':
      return { type: 'integer', enum: domain.choices.map(({ value }) => value) };
    case 'addresses':
      return { type: 'string', pattern: '^https?://' };
    case 'words':
      return { type: 'string' };
    // Answered in any case.
    case 'name':
      return { type: 'string', enum: domain.names };
    case 'phrase':
      return { type: 'string', maxLength: domain.charactersMax };
    case 'fields':
      return {
        type: 'string',
        pattern: `^[\\s,]*((all|\\*|${[...domain.names, ...domain.onRequest].join('|')})\\s*(,[\\s,]*|$))+$`,
      };
    case 'handle':
      return { type: 'string', pattern: '^@?[0-9A-Za-z_.-]{1,64}$' };
    case 'handles':
      return { type: 'string', pattern: `^${spacedHandle}(,${spacedHandle}){0,${domain.countMax - 1}}$` };
  }
}

const spacedId = '\\s*[0-9]{1,20}\\s*';
const spacedHandle = '\\s*@?[0-9A-Za-z_.-]{1,64}\\s*';
const datePattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

const digits = { type: 'string', pattern: '^[0-9]+$' };
const digitsOrEmpty = { type: 'string', pattern: '^[0-9]*$' };
const string = { type: 'string' };
const integer = { type: 'integer' };
const number = { type: 'number' };

const fieldTypes: Readonly<Record<FieldKind, JsonSchema>> = {
  id: digits,
  digits: digitsOrEmpty,
  text: string,
  code: string,
  json: string,
  count: integer,
  flag: integer,
  day: integer,
  date: { type: 'string', pattern: datePattern },
  amount: number,
  rate: number,
  rating: number,
};
