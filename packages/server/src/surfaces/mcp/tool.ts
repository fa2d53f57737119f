import type { Tool } from '@modelcontextprotocol/server';
import { creditsInWords } from '../../access/credits/credits.ts';
import { type Endpoint, requestedFields } from '../../catalogue/endpoint.ts';
import { parameterProse, parameterSchema } from '../../catalogue/json-schema.ts';
import type { Parameter } from '../../catalogue/parameter.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { fieldGroups } from '../docs/rendering/field-groups.ts';

/** What the rows of an answer have: the few fields that matter, for a row may be 4 kB of tokens, or all. */
export type RowsShown = 'few' | 'whole';

/** The MCP tool of an endpoint. */
export function toolOf(endpoint: Endpoint, rows: RowsShown): Tool {
  const { tool: name, title, parameters } = endpoint;
  const needed = parameters.filter(
    (parameter) => parameter.required && defaultOf(endpoint, parameter, rows) === undefined,
  );
  return {
    name,
    title,
    description: descriptionOf(endpoint),
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(
        parameters.map((parameter) => [parameter.name, argumentSchema(endpoint, parameter, rows)]),
      ),
      required: needed.map((parameter) => parameter.name),
      additionalProperties: false,
    },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

/** The arguments of a tool call as a query: what is taken for granted is filled in where it is absent, null or empty. */
export function queryOf(endpoint: Endpoint, given: RawQuery, rows: RowsShown): RawQuery {
  const query: Record<string, unknown> = { ...given };
  for (const parameter of endpoint.parameters) {
    const otherwise = defaultOf(endpoint, parameter, rows);
    if (otherwise !== undefined && isAbsent(query[parameter.name])) query[parameter.name] = otherwise;
  }
  return query;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/**
 * What a tool takes for granted that the HTTP route wants said, or takes otherwise. An agent asks for a first page more
 * often than not.
 */
function defaultOf({ columns }: Endpoint, { use }: Parameter, rows: RowsShown): number | string | undefined {
  if (use.as === 'pageNum') return 1;
  if (use.as === 'pageSize') return 10;
  return use.as === 'fields' && rows === 'few' ? columns.join(',') : undefined;
}

function descriptionOf({ summary, description, priceCredits }: Endpoint): string {
  const price = `Costs ${creditsInWords(priceCredits)} when it succeeds.`;
  return `${summary}\n\n${description}\n\nReturns JSON: {code, message, data, requestId}; code 0 means success. ${price}`;
}

function argumentSchema(endpoint: Endpoint, parameter: Parameter, rows: RowsShown) {
  const otherwise = defaultOf(endpoint, parameter, rows);
  const { enum: values, ...schema } = parameter.use.as === 'fields' ? { type: 'string' } : parameterSchema(parameter);
  return {
    ...schema,
    ...(values === undefined ? {} : { enum: [...values] }),
    description: parameter.use.as === 'fields' ? fieldsProse(endpoint) : parameterProse(parameter),
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
}

/** Short, for it is read before each conversation: windows of a measure are named once. */
function fieldsProse(endpoint: Endpoint): string {
  const groups = fieldGroups(endpoint.row);
  const names = groups.map(({ name }) => name).join(', ');
  const days = [...new Set(groups.flatMap((group) => group.days))].sort((a, b) => a - b);
  const windows = days.length === 0 ? '' : ` N is one of ${days.join(', ')}.`;
  return `Fields of each row, comma-separated, or "all". There are: ${names}.${windows}${sureProse(endpoint)}`;
}

function sureProse(endpoint: Endpoint): string {
  const besides = requestedFields(endpoint).map(({ name }) => name);
  return besides.length === 0 ? '' : ` Not of "all", but by name or with sure=1: ${besides.join(', ')}.`;
}
