import type { Engine } from './engine/engine.ts';
import { withWithdrawn } from './withdrawn-rows.ts';

/**
 * Where observations of a creator are, and of what a creator made: a table a kind. What is known to be theirs by the others
 * alone comes first.
 */
export const creatorTables = [
  { kind: 'sale', table: 'landing_sale', key: 'sale' },
  { kind: 'creator', table: 'landing_creator', key: 'user_id' },
  { kind: 'video', table: 'landing_video', key: 'video_id' },
  { kind: 'live', table: 'landing_live', key: 'live_id' },
] as const;

/** Where observations of others name a creator: the field is emptied, and the record stays. */
export const namingTables = [{ table: 'landing_shop', field: 'user_id' }] as const;

/** Observations by kind; those of one moment count once, however many batches brought them. */
export type CreatorRecords = Readonly<Record<(typeof creatorTables)[number]['kind'], number>>;

/** Ids of all creators that any record names, also of withdrawn batches, as digits. */
export async function recordedCreators(engine: Pick<Engine, 'rows'>): Promise<readonly string[]> {
  const tables = [...creatorTables.map(({ table }) => ({ table, field: 'user_id' })), ...namingTables];
  const each = tables.map(
    ({ table, field }) =>
      `SELECT assumeNotNull(${field}) AS user_id FROM ${withWithdrawn(table)} WHERE isNotNull(${field})`,
  );
  const rows = await engine.rows<{ id: string }>(
    `SELECT DISTINCT toString(user_id) AS id FROM (${each.join(' UNION ALL ')})`,
  );
  return rows.map(({ id }) => id);
}
