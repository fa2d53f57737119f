import type { DocumentedField } from '../../../catalogue/field.ts';

/** Fields that say the same of several windows, or one field. */
export interface FieldGroup {
  /** With `N` in place of the days when there are several. */
  readonly name: string;
  readonly kind: DocumentedField['kind'];
  /** A sentence. */
  readonly description: string;
  readonly section?: number;
  /** Lengths of the windows, ascending; empty for a field without one. */
  readonly days: readonly number[];
}

const daysInName = /_(\d+)d_/;

/** The fields of a row with the windows of a figure put together, in the order they are first served. */
export function fieldGroups(row: readonly DocumentedField[]): readonly FieldGroup[] {
  const groups = new Map<string, DocumentedField[]>();
  for (const field of row) {
    const name = field.name.replace(daysInName, '_Nd_');
    groups.set(name, [...(groups.get(name) ?? []), field]);
  }
  return [...groups].flatMap(([name, fields]) => groupOf(name, fields));
}

function groupOf(name: string, fields: readonly DocumentedField[]): readonly FieldGroup[] {
  const sorted = [...fields].sort((a, b) => daysOf(a) - daysOf(b));
  const last = sorted.at(-1);
  if (last === undefined) return [];
  if (sorted.length === 1) return [{ ...last, description: sentence(last.description), days: [] }];
  const description = sentence(last.description.replace(/\b\d+ days\b/, 'N days'));
  return [{ ...last, name, description, days: sorted.map(daysOf) }];
}

function sentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}

function daysOf({ name }: DocumentedField): number {
  return Number(daysInName.exec(name)?.[1] ?? 0);
}
