import type { ListSource } from '../../../packages/server/src/serving/list-source.ts';

/** Filters that came after the mixes: without them figures stay comparable, and the peer needs no further columns. */
const later: ReadonlySet<string> = new Set([
  'off_mark',
  'product_name',
  'unique_id',
  'user_id',
  'create_time',
  'from_flag',
  'is_hot',
  'shop_type',
]);

/** The fields of a list that the mixes filter by. */
export function measuredFilters({ filterFields }: Pick<ListSource, 'filterFields'>): readonly string[] {
  return filterFields.filter((name) => !later.has(name));
}
