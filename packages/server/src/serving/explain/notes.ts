import type { Quarantine } from '../../warehouse/publish/quarantine-words.ts';
import type { ExplainedRow } from './explained-row.ts';
import type { ExplainedField, Measure } from './measure.ts';

interface Noted {
  /** The id that was asked for. */
  readonly asked: string;
  readonly found: ExplainedRow;
  readonly quarantine: Quarantine | undefined;
  readonly kind: string;
  readonly field: ExplainedField;
  readonly measure: Measure;
}

/** What else bears on a number, in words. */
export function notesOf({ asked, found, quarantine, kind, field, measure }: Noted): readonly string[] {
  const notes: string[] = [];
  if (asked !== found.id) notes.push(`${asked} is now ${found.id}`);
  const others = found.ids.filter((id) => id !== found.id);
  if (others.length > 0) notes.push(`records of ${others.join(', ')} count for it: a name that stands for it`);
  for (const { kind: of, id, why, served, day } of quarantine?.first ?? []) {
    if (of === kind && id === found.id)
      notes.push(`quarantined${day === '' ? '' : `, record of ${day}`}: ${why} (served ${served})`);
  }
  const parts = [...new Set((measure.breakdowns ?? []).map(({ by }) => by))].filter((by) => kinds.has(by));
  for (const by of parts) notes.push(`each ${by} can be explained in turn: kind=${by}, with the id of the part`);
  if (field.kind === 'amount' && measure.breakdowns !== undefined)
    notes.push('with a reporting currency, amounts of days are those converted at the rates of the days');
  return notes;
}

const kinds: ReadonlySet<string> = new Set(['product', 'creator', 'video', 'live', 'shop']);
