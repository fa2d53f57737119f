import { dateOf, dayAt, dayOf, isDate } from '../../warehouse/day.ts';
import type { HeldPage } from '../journal/journal.ts';
import { itemOf } from '../watch-list.ts';
import type { Heard } from './attempt.ts';
import type { Question } from './routes.ts';
import { rowsIn } from './rows-in.ts';

/** What an attempt amounts to. */
export type Verdict =
  | { readonly kind: 'rows'; readonly text: string; readonly asOf: string; readonly held: readonly HeldPage[] }
  /** The rows are those of the answer that had the tag. */
  | { readonly kind: 'unchanged' }
  /** A 200 that is not what was asked for. */
  | { readonly kind: 'garbage'; readonly why: string }
  /** An error that may be over soon. */
  | { readonly kind: 'trouble'; readonly status: number; readonly why: string }
  /** An error that stays: asking again is of no use today. */
  | { readonly kind: 'refused'; readonly status: number; readonly why: string }
  /** The upstream takes no more calls of this key today. */
  | { readonly kind: 'over'; readonly status: number; readonly why: string }
  | { readonly kind: 'silence'; readonly why: string; readonly isSent: boolean };

const endingStatuses: Readonly<Record<number, string>> = {
  401: 'the upstream does not know the key (401)',
  402: 'the key has no credits left at the upstream (402)',
  403: 'the key may not do this at the upstream (403)',
};

const messageLengthMax = 200;

/**
 * @param hasTag whether the upstream was told which answer is held
 * @param nowMs when it was heard
 */
export function verdictOn(heard: Heard, question: Question, hasTag: boolean, nowMs: number): Verdict {
  if (heard.kind === 'silence') return heard;
  if (heard.kind === 'unreadable')
    return heard.status === 200 ? { kind: 'garbage', why: heard.why } : errorOf(heard.status, heard.why);
  const { status, headers, text } = heard;
  if (status === 304 && hasTag) return { kind: 'unchanged' };
  if (status !== 200) return errorOf(status, messageIn(text) ?? '');
  const read = rowsIn(text);
  if (read.kind === 'garbage') return read;
  if (read.kind === 'error') return errorOf(read.code, read.message);
  const asOf = dayStated(headers, nowMs);
  if (asOf === undefined) return { kind: 'garbage', why: 'X-Dataset-As-Of is not a day up to today' };
  const stray = strayIn(read.rows, question);
  if (stray !== undefined) return { kind: 'garbage', why: stray };
  return { kind: 'rows', text, asOf, held: heldOf(read.rows, question) };
}

function errorOf(status: number, message: string): Verdict {
  const ending = endingStatuses[status];
  const why = [ending ?? `HTTP ${status}`, message.slice(0, messageLengthMax)].filter((part) => part !== '').join(': ');
  if (ending !== undefined) return { kind: 'over', status, why };
  if (status >= 500 || [408, 425, 429].includes(status)) return { kind: 'trouble', status, why };
  return { kind: 'refused', status, why };
}

function messageIn(text: string): string | undefined {
  const read = rowsIn(text);
  return read.kind === 'error' ? read.message : undefined;
}

/** The UTC day that rows state: as the upstream says; one that says nothing states the day before (T+1). */
function dayStated(headers: Headers, nowMs: number): string | undefined {
  const today = dayAt(nowMs);
  const said = headers.get('x-dataset-as-of');
  if (said === null) return dateOf(today - 1);
  return isDate(said) && dayOf(said) <= today ? said : undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** Why rows are not of what was asked for. */
function strayIn(rows: readonly Row[], { route, keys }: Question): string | undefined {
  if (rows.length > 0 && !rows.some((row) => isId(row[route.rowId]))) return `no row has a ${route.rowId}`;
  const { keyField } = route;
  if (keyField === undefined) return undefined;
  const stray = rows.find((row) => typeof row[keyField] === 'string' && !keys.includes(row[keyField]));
  return stray === undefined ? undefined : `a row has a ${keyField} that was not asked for`;
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && /^\d{1,20}$/.test(String(value));
}

/** Of an endpoint without pages, what each key got. */
function heldOf(rows: readonly Row[], { route, keys, page }: Question): readonly HeldPage[] {
  if (route.isPaged) return keys.map((key) => ({ item: itemOf({ route, key }), page, rows: rows.length }));
  const found = new Set(rows.map((row) => String(row[route.rowId])));
  return keys.map((key) => ({ item: itemOf({ route, key }), page, rows: found.has(key) ? 1 : 0 }));
}
