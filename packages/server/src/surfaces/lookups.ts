import type { Endpoint, LookupEndpoint } from '../catalogue/endpoint.ts';
import type { LookupQuery } from '../catalogue/parameters.ts';
import type { Page } from '../serving/reader.ts';

type LookupRow = Readonly<Record<string, string | number>>;

/**
 * Answers a lookup: the rows that its arguments name.
 *
 * @param origin where the caller sees this server.
 */
export type Lookup = (query: LookupQuery, origin: string) => Promise<readonly LookupRow[]>;

/** By the id of the endpoint. */
export type Lookups = Readonly<Record<string, Lookup>>;

/** The endpoints of a catalogue that can be answered: a lookup only where there is what answers it. */
export function answerable(catalogue: readonly Endpoint[], lookups: Lookups): readonly Endpoint[] {
  return catalogue.filter(({ kind, id }) => kind !== 'lookup' || lookups[id] !== undefined);
}

/** Asks the lookup of an endpoint; its rows come as a page, as those of lists do. */
export async function lookUp(
  lookups: Lookups,
  { id }: LookupEndpoint,
  query: LookupQuery,
  origin: string,
): Promise<Page> {
  const lookup = lookups[id];
  if (lookup === undefined) throw new TypeError(`nothing answers ${id}`);
  const rows = await lookup(query, origin);
  return { rows: Buffer.from(rows.map((row) => JSON.stringify(row)).join(',')), count: rows.length };
}
