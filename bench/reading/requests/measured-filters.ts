import type { ListSource } from '../../../packages/server/src/serving/list-source.ts';

/**
 * Filters that the mixes leave out, by list: those that came after the mixes of the list, so that figures stay comparable;
 * names; and of creators the shop, which nearly none has.
 */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  'product-list': ['off_mark', 'from_flag', 'is_hot', 'shop_type', 'product_name'],
  'product-videos': ['user_id', 'create_time'],
  'influencer-products': ['unique_id'],
  'influencer-list': ['seller_id'],
  'video-list': ['created_by_ai'],
};

/** The fields of a list that the mixes filter by: ranges and equalities. */
export function measuredFilters(list: Pick<ListSource, 'id' | 'filterFields' | 'unindexedFields'>): readonly string[] {
  const out = [...(leftOut[list.id] ?? []), ...list.unindexedFields];
  return list.filterFields.filter((name) => !out.includes(name));
}
