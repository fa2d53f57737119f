import type { Engine } from '../warehouse/engine/engine.ts';
import type { PageQuery } from './page-query.ts';

/** Ids of ours that became ids of the marketplace, by `field/id`. */
export type MovedIds = ReadonlyMap<string, string>;

/** Reads those of a version. @throws EngineError */
export async function movedIdsOf(engine: Pick<Engine, 'rows'>, version: number): Promise<MovedIds> {
  const rows = await engine.rows<{ name: string; id: string }>(
    `SELECT concat(field, '/', toString(own_id)) AS name, toString(id) AS id
     FROM serving_identity WHERE version = {version:UInt32}`,
    { version },
  );
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** A query whose key may name an id that moved. */
export interface FollowedQuery {
  /** The query of what the id became. */
  readonly query: PageQuery;
  /** Says so to the caller; undefined: nothing moved. */
  readonly message?: string;
}

/**
 * Follows ids to what they became: those of the key, and those that rows are asked for by.
 *
 * @param rowId field that tells rows apart.
 */
export function followed(query: PageQuery, movedIds: MovedIds | undefined, rowId: string): FollowedQuery {
  if (movedIds === undefined || movedIds.size === 0) return { query };
  const became = (field: string, value: string) => movedIds.get(`${field}/${value}`);
  const asked = [...query.key, ...(query.ids ?? []).map((value) => ({ field: rowId, value }))];
  const moves = asked.flatMap(({ field, value }) => {
    const id = became(field, value);
    return id === undefined ? [] : [`${field} ${value} is now ${id}`];
  });
  if (moves.length === 0) return { query };
  const key = query.key.map((each) => ({ ...each, value: became(each.field, each.value) ?? each.value }));
  const ids = query.ids && { ids: [...new Set(query.ids.map((id) => became(rowId, id) ?? id))] };
  return { query: { ...query, key, ...ids }, message: moves.join(', ') };
}
