import type { Row } from '../server/catalogue.ts';

/** How sure a number of units is. */
export interface Sure {
  readonly low: number;
  readonly high: number;
  /** `observed`, `stated`, `estimated` or `thin`. */
  readonly basis: string;
}

/** What a row says of how sure one of its numbers is; undefined where it says nothing. */
export function sureOf(row: Row, name: string): Sure | undefined {
  const [low, high, basis] = [row[`${name}_low`], row[`${name}_high`], row[`${name}_basis`]];
  if (typeof low !== 'number' || typeof high !== 'number' || typeof basis !== 'string') return undefined;
  return { low, high, basis };
}
