import { nearestName } from '../../kernel/nearest-name.ts';

/** @returns the path that was most likely meant: one that goes on from what was given, or the nearest; undefined when none is. */
export function nearestPath(given: string, known: ReadonlySet<string>): string | undefined {
  const begun = given.replace(/\/+$/, '');
  const longer = [...known].filter((path) => begun.length > 1 && path.startsWith(`${begun}/`));
  return longer.length === 1 ? longer[0] : nearestName(given, known);
}
