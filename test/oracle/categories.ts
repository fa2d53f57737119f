import fc from 'fast-check';
import { idOf, maybe, observedAt, words } from './arbitraryValues.ts';
import { groupBy } from './group.ts';
import type { CategoryObservation } from './plainObservation.ts';
import { currentValue } from './state.ts';

/** The name of each category, by its id. */
export type CategoryNames = ReadonlyMap<string, string>;

/** Section 8, "Categories": the name in en-US, else in the first language. */
export function categoryNames(observations: readonly { readonly kind: string }[]): CategoryNames {
  const seen = observations.filter((one): one is CategoryObservation => one.kind === 'category');
  const categories = groupBy(seen, ({ category_id }) => String(BigInt(category_id)));
  categories.delete('0');
  return new Map([...categories].map(([id, records]) => [id, nameOf(records)]));
}

function nameOf(records: readonly CategoryObservation[]): string {
  const languages = records.map(({ language }) => language).toSorted();
  const language = languages.includes('en-US') ? 'en-US' : languages[0];
  const ofLanguage = records.filter((record) => record.language === language);
  return currentValue(ofLanguage, ({ category_name }) => category_name) ?? '';
}

/** Section 8: categories as JSON. */
export function categoryList(ids: readonly string[], names: CategoryNames): string {
  return JSON.stringify(ids.map((category_id) => ({ category_name: names.get(category_id) ?? '', category_id })));
}

export function categoryObservation(): fc.Arbitrary<CategoryObservation> {
  return fc.record({
    kind: fc.constant('category' as const),
    observed_at: observedAt,
    category_id: idOf(3),
    language: fc.constantFrom('en-US', 'id-ID', 'vi-VN'),
    category_level: fc.constantFrom(1, 2, 3),
    category_name: words,
    parent_id: maybe(fc.constantFrom('0', '1')),
  });
}
