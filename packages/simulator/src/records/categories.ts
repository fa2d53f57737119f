import { indonesianName, type SimulatedCategory, simulatedCategories } from '../categories.ts';
import type { RecordSource, Stage } from './stage.ts';

/** The names of a category, in two languages. */
const LANGUAGES: readonly (readonly [language: string, nameOf: (category: SimulatedCategory) => string])[] = [
  ['en-US', ({ name }) => name],
  ['id-ID', indonesianName],
];

/** Categories, on the first day, in two languages. */
export function categoryRecords(stage: Stage): RecordSource {
  const all = simulatedCategories();
  return {
    range: (day) => ({ first: 0, end: day === 0 ? all.length : 0 }),
    lines(index, day) {
      const category = all[index];
      if (category === undefined) return '';
      const { id, level, parentId } = category;
      const records = LANGUAGES.map(([language, nameOf]) => ({
        kind: 'category',
        category_id: id,
        language,
        observed_at: stage.observedAt(index, day),
        category_level: level,
        category_name: nameOf(category),
        parent_id: parentId,
      }));
      return records.map((record) => `${JSON.stringify(record)}\n`).join('');
    },
  };
}
