import type { ListSource } from '../serving/list-source.ts';
import type { DocumentedField } from './field.ts';
import { listing, type Parameter } from './parameter.ts';

/** A request and a row of its answer, for documentation. */
interface Example {
  readonly query: Readonly<Record<string, string>>;
  readonly row: Readonly<Record<string, string | number>>;
}

/** What every surface (HTTP, OpenAPI, docs, MCP, SDK, command, console) is made from, whoever answers. */
interface Described {
  readonly id: string;
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
  /** Field that tells rows of an answer apart. */
  readonly rowId: string;
  /** What a row has besides under a name that is a value itself, such as an address. */
  readonly fieldByValue?: DocumentedField;
  /** The few fields that a person reads in a table, the most telling first; `rowId` is among them. */
  readonly columns: readonly string[];
  /** Fields that a query may sort by; none where rows have no order to choose. */
  readonly sortFields: readonly string[];
  readonly example: Example;
}

/** An endpoint that answers with a page of a serving table. */
export interface ListEndpoint extends Described, ListSource {
  readonly kind: 'list';
  readonly row: readonly DocumentedField[];
}

/** An endpoint that answers with the few rows that its arguments name; `surfaces/lookups.ts` knows how. */
export interface LookupEndpoint extends Described {
  readonly kind: 'lookup';
}

/** An endpoint as data. */
export type Endpoint = ListEndpoint | LookupEndpoint;

/** A list as its file states it: what follows from the rest is left out. */
export interface ListDeclaration extends Omit<ListEndpoint, 'kind' | 'key' | 'sortFields' | 'filterFields'> {
  /** Whose list it is, then the filters. Those the row's table is keyed by are required and come first. */
  readonly parameters: readonly Parameter[];
  readonly sort: { readonly parameter: string; readonly fields: readonly string[] };
}

/** Completes a declaration: adds the parameters of order and page, and works out key and filters for the readers. */
export function defineEndpoint({ sort, ...declared }: ListDeclaration): ListEndpoint {
  const required = declared.parameters.filter((parameter) => parameter.required);
  const optional = declared.parameters.filter((parameter) => !parameter.required);
  return {
    ...declared,
    kind: 'list',
    parameters: [...required, ...optional, ...listing(sort.parameter, sort.fields)],
    key: fieldsOf(required),
    filterFields: fieldsOf(optional),
    sortFields: sort.fields,
    example: { ...declared.example, row: ordered(declared.example.row, declared.row) },
  };
}

/** Completes the declaration of a lookup. */
export function defineLookup(declared: Omit<LookupEndpoint, 'kind' | 'sortFields'>): LookupEndpoint {
  return { ...declared, kind: 'lookup', sortFields: [] };
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
