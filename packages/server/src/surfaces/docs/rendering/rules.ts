import type { DocumentedField } from '../../../catalogue/field.ts';
import { stringKinds } from '../../../serving/list-source.ts';
import { slugOf } from './markdown.ts';

/** A section of docs/estimates.md. */
export interface Rule {
  readonly title: string;
  /** Its heading's anchor. */
  readonly anchor: string;
}

/** Finds the section that says how a field is worked out; undefined for what is no number. */
export type FindRule = (field: Pick<DocumentedField, 'kind' | 'estimated' | 'section' | 'window'>) => Rule | undefined;

const lastSeen = 1;
const sumsOverDays = 4;
const sharesInSales = 6;

/** Reads the numbered sections of docs/estimates.md. */
export function rulesOf(markdown: string): FindRule {
  const headings = [...markdown.matchAll(/^## ((\d+)\. .*)$/gm)];
  const rules = new Map(headings.map(([, title = '', number]) => [Number(number), { title, anchor: slugOf(title) }]));
  return ({ kind, estimated = false, section, window }) => {
    if (section !== undefined) return rules.get(section);
    if (estimated) return rules.get(sharesInSales);
    if (window !== undefined) return rules.get(sumsOverDays);
    return stringKinds.has(kind) ? undefined : rules.get(lastSeen);
  };
}
