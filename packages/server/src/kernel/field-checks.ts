import { ApiError, errors } from './errors.ts';
import { masked } from './secrets.ts';

const textLengthMax = 100;
/** The last moment a date can tell. */
const momentMax = 8_640_000_000_000_000;

/** PostgreSQL takes no NUL, a terminal that shows a name must not obey it, and no log may show a key. */
export function checkText(name: string, text: string, min: number, max = textLengthMax): void {
  if (masked(text) !== text) throw invalid(name, 'a text without keys and tokens', 'a text with one');
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text))
    throw invalid(name, 'a text without control characters', JSON.stringify(text.slice(0, 40)));
  if (text.trim().length >= min && text.length <= max) return;
  throw invalid(name, `${min} to ${max} characters`, `${text.length}`);
}

export function checkScopes(scopes: readonly string[], known: readonly string[]): void {
  const expected = `one or more of ${known.join(', ')}`;
  if (scopes.length === 0) throw invalid('scopes', expected, 'none');
  const unknown = scopes.find((scope) => !known.includes(scope));
  if (unknown !== undefined) throw invalid('scopes', expected, JSON.stringify(unknown.slice(0, textLengthMax)));
}

export function checkMoment(name: string, moment: number, after: number): void {
  if (Number.isInteger(moment) && moment > after && moment <= momentMax) return;
  const expected = `a time after ${isoOf(after)}, in milliseconds since 1970`;
  throw invalid(name, expected, String(moment));
}

export function isoOf(moment: number): string {
  return new Date(moment).toISOString();
}

export function checkWhole(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw invalid(name, `a whole number from ${min} to ${max}`, String(value));
}

export function invalid(name: string, expected: string, given: string): ApiError {
  return new ApiError(errors.parameterInvalid, { name, expected, given });
}
