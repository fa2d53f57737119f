import { lists } from '../catalogue/catalogue.ts';
import type { Dataset } from '../serving/current-dataset.ts';

/** Ids of the lists that a version was built without: a release that did not have them published it. */
export function listsLacking({ lists: built }: Pick<Dataset, 'lists'>): readonly string[] {
  return built === undefined ? [] : lists.map(({ id }) => id).filter((id) => !built.has(id));
}

/** What is to be done about lists that a version lacks; undefined where it lacks none. */
export function listsLackingInWords(lacking: readonly string[]): string | undefined {
  if (lacking.length === 0) return undefined;
  const [what, them] = lacking.length === 1 ? ['1 list is new', 'it'] : [`${lacking.length} lists are new`, 'them'];
  return `${what}: publish to fill ${them}`;
}
