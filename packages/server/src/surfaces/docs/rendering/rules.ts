import type { DocumentedField } from '../../../catalogue/field.ts';
import { slugOf } from './markdown.ts';

/** A section of docs/estimates.md. */
export interface Rule {
  readonly title: string;
  /** Its heading's anchor. */
  readonly anchor: string;
}

/** Finds the section that says how a field is worked out; undefined for what is no number. */
export type FindRule = (field: Pick<DocumentedField, 'kind' | 'description' | 'section'>) => Rule | undefined;

const lastSeen = 1;
const sharesInSales = 6;
const notWorkedOut: readonly DocumentedField['kind'][] = ['id', 'digits', 'text', 'json'];

/** Reads the numbered sections of docs/estimates.md. */
export function rulesOf(markdown: string): FindRule {
  const headings = [...markdown.matchAll(/^## ((\d+)\. .*)$/gm)];
  const rules = new Map(headings.map(([, title = '', number]) => [Number(number), { title, anchor: slugOf(title) }]));
  return ({ kind, description, section }) => {
    if (section !== undefined) return rules.get(section);
    if (description.includes('(estimated)')) return rules.get(sharesInSales);
    return notWorkedOut.includes(kind) ? undefined : rules.get(lastSeen);
  };
}
