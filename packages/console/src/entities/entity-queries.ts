import type { QueryClient } from '@tanstack/react-query';
import { type Entity, type EntityKind, entities } from '../explore/entities.ts';
import { pageQuery, type RowQuestion } from '../explore/row-pages.ts';
import { fieldsOf, queryOf, type View, viewOf } from '../explore/view.ts';
import { type Endpoint, endpointOf, parameterAs, type Row } from '../server/catalogue.ts';
import type { Dataset } from '../server/dataset.ts';
import { catalogueQuery, datasetQuery } from '../server/queries.ts';
import { get } from '../server/request.ts';
import { pageParts, type Tab } from './parts.ts';

/** Asks for all that the page of a thing shows at first, so that it is here when somebody goes there. */
export function prefetchEntity(client: QueryClient, kind: EntityKind, id: string): void {
  const catalogue = client.getQueryData(catalogueQuery.queryKey);
  const dataset = client.getQueryData(datasetQuery.queryKey);
  if (catalogue === undefined || dataset === undefined) return;
  const entity = entities[kind];
  void client.prefetchQuery(rowQuery(endpointOf(catalogue, entity.detail), entity, id, dataset.version));
  void client.prefetchQuery(daysQuery(endpointOf(catalogue, entity.trend), id, dataset));
  const [tab] = pageParts[kind].tabs;
  if (tab === undefined) return;
  const list = endpointOf(catalogue, tab.list);
  void client.prefetchQuery(pageQuery(listQuestion(list, tab, listView(list, tab, id, {}), dataset.version), 0));
}

/** The row with all that it can have, how sure its estimates are included. */
export function rowQuery(endpoint: Endpoint, entity: Entity, id: string, version: number) {
  const asked = { [entity.detailParameter]: id, ...(parameterAs(endpoint, 'sure') && { sure: 1 }) };
  return {
    queryKey: ['detail', version, endpoint.id, asked],
    queryFn: ({ signal }: { signal: AbortSignal }) => get<readonly Row[]>(endpoint.path, asked, signal),
  };
}

const daysMax = 180;

/** As many days of a thing as its chart can show. */
export function daysQuery(endpoint: Endpoint, id: string, { version, asOf }: Pick<Dataset, 'version' | 'asOf'>) {
  const key = parameterAs(endpoint, 'key')?.name ?? 'id';
  const asked = {
    [key]: id,
    ...(asOf !== null && { start_date: daysBefore(asOf, daysMax - 1), end_date: asOf }),
    page_num: 1,
    page_size: daysMax,
  };
  return {
    queryKey: ['days', version, endpoint.id, asked],
    queryFn: ({ signal }: { signal: AbortSignal }) => get<readonly Row[]>(endpoint.path, asked, signal),
  };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** A list of a thing in the order that the address says. */
export function listView(
  endpoint: Endpoint,
  { subject, columns }: Tab,
  id: string,
  { sort, order }: { readonly sort?: string | undefined; readonly order?: string | undefined },
): View {
  const key = { [parameterAs(endpoint, 'key')?.name ?? 'id']: id };
  return viewOf(endpoint, { ...subject, columns }, key, { ...(sort && { sort }), ...(order && { order }) });
}

/** What is asked for a list of a thing. */
export function listQuestion(endpoint: Endpoint, { subject }: Tab, view: View, version: number): RowQuestion {
  return { endpoint, parameters: queryOf(endpoint, view), fields: fieldsOf(endpoint, subject, view), version };
}
