/// <reference lib="es2024.string" />

/**
 * The JSON of a field of an object as it stands in the object's text; of a name that stands twice, the last one.
 * Undefined when it has none.
 *
 * @param text JSON of an object that was parsed without an error.
 */
export function fieldText(text: string, name: string): string | undefined {
  let found: string | undefined;
  let at = text.indexOf('{') + 1;
  for (;;) {
    const nameStart = text.indexOf('"', at);
    if (nameStart < 0) return found;
    const nameEnd = stringEnd(text, nameStart);
    const start = valueStart(text, nameEnd);
    at = valueEnd(text, start);
    if (JSON.parse(text.slice(nameStart, nameEnd)) === name) found = text.slice(start, at);
  }
}

/** JSON with its lone surrogates, escaped or not, replaced by `�`. The rest stays as it is. */
export function withoutLoneSurrogates(jsonText: string): string {
  const wellFormed = jsonText.toWellFormed();
  if (!/\\u[dD]/.test(wellFormed)) return wellFormed;
  return wellFormed.replace(escapes, (found) => (found.length === loneLength ? '\\ufffd' : found));
}

const loneLength = '\\ud800'.length;

/** Pairs, lone surrogates, and any other escape, so that a backslash that is itself escaped begins none. */
const escapes = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[dD][89a-fA-F][\da-fA-F]{2}|.)/gs;

/** The first number in JSON that is beyond what a double holds, as it is written; undefined when there is none. */
export function overflowingNumber(jsonText: string): string | undefined {
  for (let at = 0; at < jsonText.length; ) {
    if (jsonText.charAt(at) === '"') at = stringEnd(jsonText, at);
    else {
      const end = numberEnd(jsonText, at);
      if (end > at && !Number.isFinite(Number(jsonText.slice(at, end)))) return jsonText.slice(at, end);
      at = Math.max(end, at + 1);
    }
  }
  return undefined;
}

function numberEnd(text: string, start: number): number {
  let at = start;
  while (/[-+.\deE]/.test(text.charAt(at))) at += 1;
  return /^-?\d/.test(text.slice(start, at)) ? at : start;
}

function valueStart(text: string, nameEnd: number): number {
  let at = text.indexOf(':', nameEnd) + 1;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** Where the value that begins at `start` ends. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const char = text.charAt(at);
    if (char === '"') at = stringEnd(text, at);
    else {
      if (depth === 0 && /[\s,}\]]/.test(char)) return at;
      if (char === '{' || char === '[') depth += 1;
      if (char === '}' || char === ']') depth -= 1;
      at += 1;
    }
    if (depth === 0 && /["}\]]/.test(char)) return at;
  }
  return text.length;
}

/** Where the string that begins at `start` ends: behind the first quote that no backslash escapes. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 34) return at + 1;
    if (char === 92) at += 1;
  }
  return text.length;
}
