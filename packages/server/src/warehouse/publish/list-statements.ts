import { readNamedStatements } from '../sql-files.ts';
import { type PublishedList, publishedLists } from './lists/published-lists.ts';

/** What there is to do for a list:
 *
 * - `insert` fills it;
 * - `check` says whether it has exactly its rows, as `list` and `fails`;
 * - `miscounted` and `broken` put products into quarantine: those without exactly their rows, and those with a row that cannot be;
 * - `saturated` counts the rows with a number that reached the largest one that is served, as `name` and `rows`.
 */
type StatementName = 'insert' | 'check' | 'miscounted' | 'broken' | 'saturated';

const statements = new Map(
  publishedLists.map(({ id }) => [id, readNamedStatements(new URL(`./lists/${id}.sql`, import.meta.url))]),
);

/** The statements of this name, one a list that has it, in the order in which lists are filled. */
export function listStatements(
  name: StatementName,
  lists: readonly PublishedList[] = publishedLists,
): readonly string[] {
  return lists.flatMap(({ id }) => statements.get(id)?.get(name) ?? []);
}

/** One statement with the rows of all statements of this name. */
export function unitedStatements(
  name: 'check' | 'saturated',
  lists: readonly PublishedList[] = publishedLists,
): string {
  return listStatements(name, lists).join('\nUNION ALL\n');
}
