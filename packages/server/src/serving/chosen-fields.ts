import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
import { valuesOf } from './page-rows.ts';
import { type Frame, framed, type Page, type Reader } from './reader.ts';

type Rows = Pick<ListSource, 'row'>;
type Chosen = Pick<PageQuery, 'fields'>;

/** As {@link Reader.page}, with the fields that the query wants. Where it wants all, nothing is done. */
export async function pageOfFields(
  reader: Reader,
  source: ListSource,
  query: PageQuery,
  version: number,
  frame: Frame,
): Promise<Page> {
  if (query.fields === undefined) return reader.page(source, query, version, frame);
  const wide = withRequested(source, query);
  return framed(withFields(wide, query, await reader.page(wide, query, version)), frame);
}

/** The source with the fields on request in its rows, where the query wants one of them. */
export function withRequested<Source extends Pick<ListSource, 'row' | 'onRequest'>>(
  source: Source,
  { fields }: Chosen,
): Source {
  const { row, onRequest } = source;
  const wantsAny = onRequest.some(({ name }) => fields?.includes(name));
  return wantsAny ? { ...source, row: [...row, ...onRequest] } : source;
}

/** As {@link pageOfFields}, of pages that were read. */
export async function* pagesOfFields(
  source: Rows,
  query: Chosen,
  pages: AsyncIterable<Page>,
): AsyncGenerator<Page, void, undefined> {
  for await (const page of pages) yield withFields(source, query, page);
}

/** The row that such pages have. */
export function chosenRow({ row }: Rows, { fields }: Chosen): Rows {
  return { row: fields === undefined ? row : row.filter(({ name }) => fields.includes(name)) };
}

/** A page with the wanted fields of its rows: their JSON stays as it was. */
export function withFields(source: Rows, { fields }: Chosen, page: Page): Page {
  if (fields === undefined) return page;
  const wanted = new Set(fields);
  const heads = source.row.map(({ name }) => (wanted.has(name) ? `"${name}":` : undefined));
  const rows: string[] = [];
  for (const values of valuesOf(source, page)) {
    const members = heads.flatMap((head, i) => (head === undefined ? [] : [head + values[i]]));
    rows.push(`{${members.join(',')}}`);
  }
  return { ...page, rows: Buffer.from(rows.join(',')) };
}
