import type { ListSource } from '../serving/list-source.ts';
import type { RankingSource } from '../serving/rankings/ranking-source.ts';
import type { SeriesSource, TrendSource } from '../serving/trends/trend-source.ts';
import type { DocumentedField, FieldValue } from './field.ts';
import type { Parameter } from './parameter.ts';

/** A request and a row of its response, for documentation. */
interface Example {
  readonly query: Readonly<Record<string, string>>;
  readonly row: Readonly<Record<string, FieldValue>>;
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
  /** Field that tells rows of a response apart. */
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
  /** Direction of the only order there is; undefined where a parameter chooses. */
  readonly fixedOrder?: 'ascending' | 'descending';
  /** Where its rows are those of another list. */
  readonly rowsOf?: RowsOf;
  readonly unserved: readonly DocumentedField[];
  readonly onRequest: readonly DocumentedField[];
}

/** Rows of another list. */
export interface RowsOf {
  readonly list: ListEndpoint;
  /** Which of them, as SQL. */
  readonly where: string;
}

/** An endpoint that answers with the rows of a list that its argument names by their ids. */
export interface DetailEndpoint extends Described {
  readonly kind: 'detail';
  readonly of: ListEndpoint;
  /** Most ids and handles of a call together. */
  readonly idsMax: number;
  /** Field of the row by which rows are found as well, a handle. */
  readonly handleField?: string;
}

/** An endpoint that answers with the days of one entity, in pages; its rows are in no table of their own. */
export interface TrendEndpoint extends Omit<ListEndpoint, 'kind'>, Omit<TrendSource, keyof ListSource> {
  readonly kind: 'trend';
  readonly of: ListEndpoint;
  /** What of it can be exported. */
  readonly series: SeriesEndpoint;
}

/** The days of all entities of a market, which can only be exported: under the id and the path of their trend. */
export interface SeriesEndpoint extends Omit<ListEndpoint, 'kind'>, Omit<SeriesSource, keyof ListSource> {
  readonly kind: 'series';
  readonly of: ListEndpoint;
}

/** What can be exported. */
export type ExportedEndpoint = ListEndpoint | SeriesEndpoint;

/** What of endpoints can be exported: lists, and the days of trends. */
export function exportedOf(endpoints: readonly Endpoint[]): readonly ExportedEndpoint[] {
  return endpoints.flatMap<ExportedEndpoint>((endpoint) => {
    if (endpoint.kind === 'list') return [endpoint];
    return endpoint.kind === 'trend' ? [endpoint.series] : [];
  });
}

/** An endpoint that answers with a list in the order of what its rows grew by in a period; they are in no table of their own. */
export interface RankingEndpoint extends Omit<ListEndpoint, 'kind'>, Omit<RankingSource, keyof ListSource> {
  readonly kind: 'ranking';
  readonly of: ListEndpoint;
}

/** An endpoint that answers with the few rows that its arguments name; `surfaces/lookups.ts` knows how. */
export interface LookupEndpoint extends Described {
  readonly kind: 'lookup';
}

/** An endpoint as data. */
export type Endpoint = PagedEndpoint | DetailEndpoint | LookupEndpoint;

/** An endpoint whose rows come in pages. */
export type PagedEndpoint = ListEndpoint | TrendEndpoint | RankingEndpoint;

/** An endpoint that answers with rows of the dataset. */
export type RowsEndpoint = Exclude<Endpoint, LookupEndpoint>;

/** What its rows are read from. */
export function sourceOf(endpoint: RowsEndpoint): PagedEndpoint {
  return endpoint.kind === 'detail' ? endpoint.of : endpoint;
}

/** Fields that its rows have only when they are asked for. */
export function requestedFields(endpoint: Endpoint): readonly DocumentedField[] {
  return endpoint.kind === 'lookup' ? [] : sourceOf(endpoint).onRequest;
}

/** The list that a version must have been published with for it to be answered. */
export function listOf(endpoint: RowsEndpoint | ExportedEndpoint): ListEndpoint {
  return endpoint.kind === 'list' ? endpoint : endpoint.of;
}

/** What the file of an endpoint states of it, whatever its kind. */
export interface Declaration {
  readonly id: string;
  readonly path: string;
  /** Name of the MCP tool; default: what the path says after the marketplace. */
  readonly tool?: string;
  readonly tag: string;
  readonly title: string;
  /** One line. */
  readonly summary: string;
  /** One or more paragraphs of Markdown. */
  readonly description: string;
  /** Credits a successful request costs; default: 1. */
  readonly priceCredits?: number;
}

/** What the declaration says of the endpoint as a whole, with what it leaves to defaults. */
export function withDefaults(declaration: Declaration): Required<Declaration> {
  const { id, path, tool = toolName(path), tag, title, summary, description, priceCredits = 1 } = declaration;
  return { id, path, tool, tag, title, summary, description, priceCredits };
}

/** `/v1/tiktok/shop/videos/analytics` → `shop_videos_analytics`. */
function toolName(path: string): string {
  return path.split('/').slice(3).join('_').replaceAll('-', '_');
}
