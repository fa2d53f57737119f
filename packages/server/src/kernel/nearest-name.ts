import { distance } from 'fastest-levenshtein';

const lengthMax = 100;

/**
 * The known name that was most likely meant; undefined when none is near.
 *
 * Capitals and separators do not count, so that `totalSaleCnt` is `total_sale_cnt`. Otherwise a fifth of the letters may be wrong, and one always.
 */
export function nearestName(given: string, known: Iterable<string>): string | undefined {
  if (given.length > lengthMax) return undefined;
  const wanted = letters(given);
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 5)) + 1;
  for (const name of known) {
    const apart = distance(wanted, letters(name));
    if (apart >= least || apart >= letters(name).length) continue;
    least = apart;
    nearest = name;
  }
  return nearest;
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
