import { nearestName } from '../../kernel/nearest-name.ts';

/** What is longer is nobody's typing error; and no pattern takes long on what is not. */
const lengthMax = 200;

/**
 * @returns the path that was most likely meant: one that goes on from what was given, or the nearest; undefined when
 * none is.
 */
export function nearestPath(given: string, known: ReadonlySet<string>): string | undefined {
  if (given.length > lengthMax) return undefined;
  const begun = given.replace(/\/+$/, '');
  const longer = [...known].filter((path) => begun.length > 1 && path.startsWith(`${begun}/`));
  return longer.length === 1 ? longer[0] : nearestName(given, known);
}
