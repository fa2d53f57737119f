import { distance } from 'fastest-levenshtein';

const lengthMax = 100;

/**
 * The known name that was most likely meant; undefined when none is near.
 *
 * Capitals and separators do not count, so that `totalSaleCnt` is `total_sale_cnt`. Otherwise a fifth of the letters
 * may be wrong, and one always; two neighbours that changed places are one mistake.
 */
export function nearestName(given: string, known: Iterable<string>): string | undefined {
  if (given.length > lengthMax) return undefined;
  const wanted = letters(given);
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 5)) + 1;
  for (const name of known) {
    const each = letters(name);
    const apart = areSwapped(wanted, each) ? 1 : distance(wanted, each);
    if (apart >= least || apart >= each.length) continue;
    least = apart;
    nearest = name;
  }
  return nearest;
}

function areSwapped(one: string, other: string): boolean {
  const at = one.split('').findIndex((letter, place) => letter !== other[place]);
  const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  return at >= 0 && swapped === other;
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
