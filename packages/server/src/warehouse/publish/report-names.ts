import { formerListNames } from '../../accounts/migrations/014-list-names.ts';
import { type PublishedList, publishedLists } from './lists/published-lists.ts';

/** What reports of publishes call a list: its id, and with the number of its table where that is not the first. */
export function reportName({ table }: Pick<PublishedList, 'table'>): string {
  return table.replace(/^serving_/, '').replaceAll('_', '-');
}

/**
 * Ids of the lists whose rows a version has, by the names in its report.
 *
 * @param names as this release writes them, or 0.1.0 did.
 */
export function listsNamed(names: readonly string[]): ReadonlySet<string> {
  const known = new Set(names.map((name) => formerListNames[name] ?? name));
  return new Set(publishedLists.filter((list) => known.has(reportName(list))).map(({ id }) => id));
}
