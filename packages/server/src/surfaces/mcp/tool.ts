import type { Tool } from '@modelcontextprotocol/server';
import { creditsInWords } from '../../access/credits/credits.ts';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import { parameterProse, parameterSchema } from '../../catalogue/json-schema.ts';
import type { Parameter } from '../../catalogue/parameter.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';

/** What a tool takes for granted that the HTTP route wants said. An agent asks for a first page more often than not. */
const pageDefaults: Readonly<Partial<Record<Parameter['use']['as'], number>>> = { pageNum: 1, pageSize: 10 };

/** The MCP tool of an endpoint. */
export function toolOf(endpoint: Endpoint): Tool {
  const { tool: name, title, parameters } = endpoint;
  const needed = parameters.filter((parameter) => parameter.required && pageDefault(parameter) === undefined);
  return {
    name,
    title,
    description: descriptionOf(endpoint),
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, argumentSchema(parameter)])),
      required: needed.map((parameter) => parameter.name),
      additionalProperties: false,
    },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

/** The arguments of a tool call as a query: those of the page are filled in where they are absent, null or empty. */
export function queryOf({ parameters }: Endpoint, given: RawQuery): RawQuery {
  const query: Record<string, unknown> = { ...given };
  for (const parameter of parameters) {
    const otherwise = pageDefault(parameter);
    if (otherwise !== undefined && isAbsent(query[parameter.name])) query[parameter.name] = otherwise;
  }
  return query;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function pageDefault({ use }: Parameter): number | undefined {
  return pageDefaults[use.as];
}

function descriptionOf({ summary, description, priceCredits }: Endpoint): string {
  const price = `Costs ${creditsInWords(priceCredits)} when it succeeds.`;
  return `${summary}\n\n${description}\n\nReturns JSON: {code, message, data, requestId}; code 0 means success. ${price}`;
}

function argumentSchema(parameter: Parameter) {
  const otherwise = pageDefault(parameter);
  const { enum: values, ...schema } = parameterSchema(parameter);
  return {
    ...schema,
    ...(values === undefined ? {} : { enum: [...values] }),
    description: parameterProse(parameter),
    ...(otherwise === undefined ? {} : { default: otherwise }),
  };
}
