import { type DocumentedField, describe } from '../../../catalogue/field.ts';

/** A measure with its windows, or one field. */
export interface FieldGroup extends Pick<DocumentedField, 'kind' | 'estimated' | 'section' | 'window'> {
  /** With `N` in place of the days when there are several. */
  readonly name: string;
  /** A sentence. */
  readonly description: string;
  /** Lengths of the windows, ascending; empty for a field without one. */
  readonly days: readonly number[];
}

/** The fields of a row with the windows of a measure put together, in the order they are first served. */
export function fieldGroups(row: readonly DocumentedField[]): readonly FieldGroup[] {
  const groups = new Map<string, DocumentedField[]>();
  for (const field of row) {
    const name = field.window?.of ?? field.name;
    groups.set(name, [...(groups.get(name) ?? []), field]);
  }
  return [...groups].flatMap(([name, fields]) => groupOf(name, fields));
}

function groupOf(name: string, fields: readonly DocumentedField[]): readonly FieldGroup[] {
  const [first] = fields;
  if (first === undefined) return [];
  const days = fields.flatMap(({ window }) => (window === undefined ? [] : [window.days])).sort((a, b) => a - b);
  if (days.length === 1) return [{ ...first, description: sentence(first.description), days: [] }];
  return [{ ...first, name, description: sentence(describe(first, 'N')), days }];
}

function sentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}
