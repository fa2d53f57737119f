import { mismatch } from './field-check.ts';
import type { Field, FieldType } from './field-type.ts';

/** One of a few words. */
export function oneOf(meaning: string, words: readonly string[]): Field {
  const expected = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  const optional = 'LowCardinality(Nullable(String))';
  const type: FieldType = {
    check: (value) => (words.some((word) => word === value) ? undefined : mismatch(expected, value)),
    name: words.map((word) => `\`${word}\``).join(', '),
    column: { key: 'LowCardinality(String)', required: optional, optional },
  };
  return { meaning, type };
}
