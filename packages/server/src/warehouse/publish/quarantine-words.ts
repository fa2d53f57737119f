/** What is kept out of a version so that the rest of it can be served. */
export interface Quarantine {
  /** Products that broke a check: they are served as in the version before, or not at all. */
  readonly products: number;
  /** Records with a value that none may have, which came in past ingest: all else of their entity is served. */
  readonly records: number;
  /** The first 100 of both. */
  readonly first: readonly Quarantined[];
}

export interface Quarantined {
  readonly kind: string;
  readonly id: string;
  /** UTC day of the record, `YYYY-MM-DD`; empty for a product. */
  readonly day: string;
  readonly why: string;
  /** `as in version 7`, `not at all` or `without the record`. */
  readonly served: string;
}

const shownMax = 10;

/** What was kept out of a version, a line each for the person at a terminal; none when nothing was. */
export function quarantineInWords({ products, records, first }: Quarantine): readonly string[] {
  const lines = first.slice(0, shownMax).map(inWords);
  const more = products + records - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function inWords({ kind, id, day, why, served }: Quarantined): string {
  const what = day === '' ? `${kind} ${id}` : `${kind} ${id} of ${day}`;
  return `${what} is quarantined: ${why} (served ${served})`;
}
