/**
 * Columns by the name that a declaration uses, where files head them otherwise, such as in the language of the page. The
 * English heading is the first. Case and spaces do not matter.
 */
export type Headings = Readonly<Record<string, readonly Heading[]>>;

export type Heading = string | PatternHeading;

/** A heading of which a part differs. */
export interface PatternHeading {
  /** As files have it, for people. */
  readonly shown: string;
  /** It may have a group `currency`: the currency of all amounts of the table. */
  readonly pattern: RegExp;
}

/** What files head a column with, the English heading first; the name itself where they have no other. */
export function headingsOf(headings: Headings | undefined, name: string): readonly string[] {
  const written = headings?.[name] ?? [name];
  return written.map((heading) => (typeof heading === 'string' ? heading : heading.shown));
}

/** The name of a column by its heading, and the currency that stands in it. @returns undefined when none has it */
export function nameByHeading(headings: Headings, column: string) {
  const given = plain(column);
  for (const [name, written] of Object.entries(headings)) {
    for (const heading of written) {
      if (typeof heading !== 'string') {
        const match = heading.pattern.exec(given);
        if (match) return { name, currency: match.groups?.['currency'] };
      } else if (plain(heading) === given) return { name, currency: undefined };
    }
  }
  return undefined;
}

/** A heading without what differs between exports: case, spaces, full-width brackets. */
function plain(heading: string): string {
  return heading.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
