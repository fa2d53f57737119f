import { isRecord, type JsonRecord } from '../../fields/records.ts';
import { NoJson, parseText } from './lossless.ts';

/** Rows at one place of a document. */
export interface DocumentRows {
  readonly place: string;
  readonly context: JsonRecord;
  /** Elements of a list, those that are no objects among them. */
  readonly rows: readonly unknown[];
}

/** Whether an object with such members, at such a place, is a row of some source. */
export type IsRow = (place: string, members: readonly string[]) => boolean;

const depthMax = 6;
/** The same for all rows that stand by themselves. */
const nothing: JsonRecord = {};

/**
 * The rows of a document: itself if it is one, else the lists of objects and the rows inside it. What an envelope says
 * beside them is their context. Answers of MCP tools hold a document as text.
 */
export function rowsIn(document: JsonRecord, isRow: IsRow): readonly DocumentRows[] {
  return [...find(document, '', nothing, isRow, depthMax)];
}

function* find(
  object: JsonRecord,
  place: string,
  context: JsonRecord,
  isRow: IsRow,
  levels: number,
): Iterable<DocumentRows> {
  if (isRow(place, Object.keys(object))) {
    yield { place, context, rows: [object] };
    return;
  }
  if (levels === 0) return;
  const inner = { ...context, ...scalarsOf(object) };
  for (const [name, value] of Object.entries(object)) {
    const at = place === '' ? name : `${place}.${name}`;
    if (isRecord(value)) yield* find(value, at, inner, isRow, levels - 1);
    else if (Array.isArray(value)) yield* findInList(value, at, inner, isRow, levels);
  }
}

function* findInList(
  list: readonly unknown[],
  place: string,
  context: JsonRecord,
  isRow: IsRow,
  levels: number,
): Iterable<DocumentRows> {
  const rows = list.filter(isRecord);
  const texts = rows.flatMap(({ type, text }) => (type === 'text' && typeof text === 'string' ? [text] : []));
  if (texts.length > 0) {
    for (const text of texts) {
      const document = parseText(text);
      if (document instanceof NoJson) continue;
      if (isRecord(document)) yield* find(document, '', context, isRow, levels - 1);
      else if (Array.isArray(document)) yield* findInList(document, '', context, isRow, levels - 1);
    }
  } else if (rows.length > 0) yield { place, context, rows: list };
}

/** Whether a document could hold rows, and holds none: a page beyond the last, for instance. */
export function isEmptyEnvelope(document: JsonRecord): boolean {
  const values = innermost(document, depthMax);
  const isEmpty = (value: unknown) => value === null || (typeof value === 'object' && Object.keys(value).length === 0);
  return values.some(isEmpty) && !values.some((value) => Array.isArray(value) && value.length > 0);
}

/** What stands in an object, and in objects inside it. */
function innermost(object: JsonRecord, levels: number): readonly unknown[] {
  return Object.values(object).flatMap((value) =>
    isRecord(value) && levels > 0 && Object.keys(value).length > 0 ? innermost(value, levels - 1) : [value],
  );
}

/** Members that are no lists or objects; those of objects inside it by a path, `ext.is_login`. */
export function scalarsOf(object: JsonRecord, before = '', levels = 1): JsonRecord {
  const entries = Object.entries(object).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (isRecord(value)) return levels === 0 ? [] : Object.entries(scalarsOf(value, `${before}${name}.`, levels - 1));
    return value === null || Array.isArray(value) ? [] : [[`${before}${name}`, value]];
  });
  return Object.fromEntries(entries);
}
