import type { ListSource } from '../serving/list-source.ts';
import type { DocumentedField } from './field.ts';
import { listing, type Parameter } from './parameter.ts';

/** A request and a row of its answer, for documentation. */
interface Example {
  readonly query: Readonly<Record<string, string>>;
  readonly row: Readonly<Record<string, string | number>>;
}

/** An endpoint as data: what every surface (HTTP, OpenAPI, docs, MCP, SDK, console) is made from. */
export interface Endpoint extends ListSource {
  readonly path: string;
  /** Name of the MCP tool. */
  readonly tool: string;
  /** Group in documentation. */
  readonly tag: string;
  readonly title: string;
  /** One line. */
  readonly summary: string;
  /** One or more paragraphs of Markdown. */
  readonly description: string;
  /** Credits a successful request costs. */
  readonly priceCredits: number;
  readonly parameters: readonly Parameter[];
  readonly row: readonly DocumentedField[];
  readonly example: Example;
}

/** An endpoint as its file states it: what follows from the rest is left out. */
export interface EndpointDeclaration extends Omit<Endpoint, 'key' | 'sortFields' | 'filterFields'> {
  /** Whose list it is, then the filters. Those the row's table is keyed by are required and come first. */
  readonly parameters: readonly Parameter[];
  readonly sort: { readonly parameter: string; readonly fields: readonly string[] };
}

/** Completes a declaration: adds the parameters of order and page, and works out key and filters for the readers. */
export function defineEndpoint({ sort, ...declared }: EndpointDeclaration): Endpoint {
  const required = declared.parameters.filter((parameter) => parameter.required);
  const optional = declared.parameters.filter((parameter) => !parameter.required);
  return {
    ...declared,
    parameters: [...required, ...optional, ...listing(sort.parameter, sort.fields)],
    key: fieldsOf(required),
    filterFields: fieldsOf(optional),
    sortFields: sort.fields,
    example: { ...declared.example, row: ordered(declared.example.row, declared.row) },
  };
}

function fieldsOf(parameters: readonly Parameter[]): readonly string[] {
  return [...new Set(parameters.flatMap(({ use }) => (use.as === 'condition' ? [use.field] : [])))];
}

/** The example's fields in the order a row is served. */
function ordered(example: Example['row'], row: readonly DocumentedField[]): Example['row'] {
  const places = new Map(row.map(({ name }, i) => [name, i]));
  const entries = Object.entries(example).sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  return Object.fromEntries(entries);
}
