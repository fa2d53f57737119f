/** What the text of an answer holds. */
export type Read =
  | { readonly kind: 'rows'; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: 'error'; readonly code: number; readonly message: string }
  | { readonly kind: 'garbage'; readonly why: string };

/**
 * The rows in an envelope of the contract: `{"code": 0, "data": [row, …]}`. Some upstreams put one row, or an object
 * with the list, in place of the list, and nothing in place of an empty one.
 */
export function rowsIn(text: string): Read {
  const envelope = parsed(text);
  if (envelope === undefined) return garbage(text.trimStart().startsWith('<') ? 'HTML, not JSON' : 'not JSON');
  if (!isObject(envelope) || typeof envelope['code'] !== 'number') return garbage('no envelope with a code');
  const { code, message, data } = envelope;
  if (code !== 0) return { kind: 'error', code: Number(code), message: shown(message) };
  if (data === null || data === undefined) return { kind: 'rows', rows: [] };
  const rows: readonly unknown[] | undefined = Array.isArray(data) ? data : rowsOfObject(data);
  return rows?.every(isObject) ? { kind: 'rows', rows } : garbage('data is no list of rows');
}

function rowsOfObject(data: unknown): readonly unknown[] | undefined {
  if (!isObject(data)) return undefined;
  if (Object.keys(data).some((name) => name.endsWith('_id'))) return [data];
  const lists = Object.values(data).filter(
    (value): value is unknown[] => Array.isArray(value) && value.every(isObject),
  );
  return lists.length === 1 ? lists[0] : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function garbage(why: string): Read {
  return { kind: 'garbage', why };
}

/** A terminal that shows it must not obey it. */
function shown(message: unknown): string {
  return typeof message === 'string' ? message.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ').trim() : '';
}
