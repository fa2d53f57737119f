import { categoriesOf } from '../serving/categories.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import type { Lookup, Lookups } from './lookups.ts';

/** Answers the endpoints of categories. */
export function categoryLookups(engine: Pick<Engine, 'rows'>): Lookups {
  const ofLevel =
    (level: 1 | 2 | 3): Lookup =>
    async ({ language = 'en-US', parent_id, category_id, category_l2_id }) => {
      const found = await categoriesOf(engine, { level, language, parent: parent_id ?? category_id ?? category_l2_id });
      return found.map((category) => ({ ...category }));
    };
  return { 'category-primary': ofLevel(1), 'category-secondary': ofLevel(2), 'category-tertiary': ofLevel(3) };
}
