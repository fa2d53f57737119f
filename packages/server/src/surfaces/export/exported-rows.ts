import type { ExportedEndpoint, ListEndpoint } from '../../catalogue/endpoint.ts';
import type { PageQuery } from '../../serving/page-query.ts';
import type { Page, Reader } from '../../serving/reader.ts';
import type { SeriesReader } from '../../serving/trends/series-reader.ts';

/** Rows that are read, paid and sent at a time. */
export const stepRows = 200;

/** Where exported rows come from. */
export interface RowParts {
  readonly reader: Reader;
  /** How many rows a query of a list has. */
  count(list: ListEndpoint, query: PageQuery, version: number): Promise<number>;
  /** Reads the days of trends. */
  readonly series: Pick<SeriesReader, 'count' | 'pages'>;
}

/** How many rows a query has. @throws ApiError 503; EngineError */
export function countOf(
  { count, series }: RowParts,
  endpoint: ExportedEndpoint,
  query: PageQuery,
  version: number,
): Promise<number> {
  return endpoint.kind === 'series' ? series.count(endpoint, query, version) : count(endpoint, query, version);
}

/** All rows of a query in steps; none is read before it is asked for. @throws what the reader throws */
export function stepsOf(
  { reader, series }: RowParts,
  endpoint: ExportedEndpoint,
  query: PageQuery,
  version: number,
): AsyncIterable<Page> {
  if (endpoint.kind === 'series') return series.pages(endpoint, query, version, stepRows);
  return stepsOfList(reader, endpoint, query, version);
}

async function* stepsOfList(
  reader: Reader,
  list: ListEndpoint,
  query: PageQuery,
  version: number,
): AsyncGenerator<Page, void, undefined> {
  for (let pageNum = 1; ; pageNum++) {
    const page = await reader.page(list, { ...query, pageNum, pageSize: stepRows }, version);
    if (page.count === 0) return;
    yield page;
  }
}
