import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../messages/messages.tsx';
import { endpointOf, type Row } from '../server/catalogue.ts';
import { useCatalogue } from '../server/queries.ts';
import { get } from '../server/request.ts';
import type { FilterValues } from './filters.ts';

/** A category that rows can be of. */
export interface Category {
  readonly id: string;
  readonly name: string;
}

/** Where the categories of a filter are looked up, and the filter that says of which one they are parts. */
const lookups: Readonly<Record<string, { readonly endpoint: string; readonly parent?: string }>> = {
  category_id: { endpoint: 'category-primary' },
  category_l2_id: { endpoint: 'category-secondary', parent: 'category_id' },
  category_l3_id: { endpoint: 'category-tertiary', parent: 'category_l2_id' },
  product_category_id: { endpoint: 'category-primary' },
};

export function isOfCategories(filterId: string): boolean {
  return filterId in lookups;
}

/**
 * The categories that a filter can name, by name: those within the category above, where one is chosen. Undefined while they are
 * not here.
 *
 * @param filterId of any filter: of no categories there are none.
 */
export function useCategories(filterId: string, filters: FilterValues): readonly Category[] | undefined {
  const { language } = useMessages();
  const catalogue = useCatalogue();
  const lookup = lookups[filterId];
  const parent = lookup?.parent === undefined ? undefined : filters[lookup.parent];
  const asked = { language: language === 'en' ? 'en-US' : language, parent_id: parent };
  const { data } = useQuery({
    queryKey: ['categories', lookup?.endpoint, asked],
    queryFn: ({ signal }) => get<readonly Row[]>(endpointOf(catalogue, lookup?.endpoint ?? '').path, asked, signal),
    enabled: lookup !== undefined,
  });
  return data?.data
    .map((row) => ({ id: String(row['category_id']), name: String(row['category_name'] || row['category_id']) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
